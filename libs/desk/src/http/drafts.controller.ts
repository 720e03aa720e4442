// Drafts of registrations: kept for the whole organisation until they are filed or discarded.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  PageQuery,
  Requires,
} from '#platform';
import { DraftQueries, type DraftShown } from '../use-cases/drafts/drafts.queries';
import { SaveDraft } from '../use-cases/drafts/save-draft';
import {
  ChangedDraftBody,
  DiscardBody,
  NewDraftBody,
  RegistrationDraftPage,
  RegistrationDraftView,
} from './drafts.dto';

@ApiTags('registry')
@Controller('registration-drafts')
export class DraftsController {
  constructor(
    private readonly saving: SaveDraft,
    private readonly queries: DraftQueries,
  ) {}

  @Post()
  @Requires('registration.file')
  @ApiCreatedResponse({ type: RegistrationDraftView })
  async create(
    @CurrentCommand() command: Command,
    @Body() { title, content }: NewDraftBody,
  ): Promise<DraftShown> {
    return this.saving.create(command, { title, content });
  }

  @Get()
  @Requires('registration.file')
  @ApiOkResponse({ type: RegistrationDraftPage })
  async list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<Page<DraftShown>> {
    return this.queries.page(actor, page);
  }

  @Get(':id')
  @Requires('registration.file')
  @ApiOkResponse({ type: RegistrationDraftView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DraftShown> {
    return this.queries.byId(actor, id);
  }

  @Post(':id')
  @HttpCode(200)
  @Requires('registration.file')
  @ApiOkResponse({ type: RegistrationDraftView })
  async change(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { version, title, content }: ChangedDraftBody,
  ): Promise<DraftShown> {
    return this.saving.change(command, id, version, { title, content });
  }

  @Post(':id/discard')
  @HttpCode(200)
  @Requires('registration.file')
  @ApiOkResponse({ type: RegistrationDraftView })
  async discard(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { version }: DiscardBody,
  ): Promise<DraftShown> {
    return this.saving.discard(command, id, version);
  }
}
