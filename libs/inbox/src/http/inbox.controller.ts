// One inbox for everything that waits for a person, and everything that they are told.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, type Page, Requires } from '#platform';
import { type EntryShown, InboxQueries } from '../use-cases/inbox.queries';
import { ReadInbox } from '../use-cases/read-inbox';
import { EntryPage, InboxCountsView, InboxQuery, InboxReadBody, UrgentView } from './inbox.dto';

@ApiTags('inbox')
@Controller('inbox')
export class InboxController {
  constructor(
    private readonly queries: InboxQueries,
    private readonly reading: ReadInbox,
  ) {}

  /** Of the caller's organisation, as far as the caller's permissions go; the newest first. */
  @Get()
  @Requires('inbox.read')
  @ApiOkResponse({ type: EntryPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: InboxQuery): Promise<Page<EntryShown>> {
    return this.queries.page(actor, filter);
  }

  /** The ten tasks that are due first; what is overdue is among the first of them. */
  @Get('urgent')
  @Requires('inbox.read')
  @ApiOkResponse({ type: UrgentView })
  async urgent(@CurrentActor() actor: Actor): Promise<UrgentView> {
    return { items: await this.queries.urgent(actor) };
  }

  @Get('counts')
  @Requires('inbox.read')
  @ApiOkResponse({ type: InboxCountsView })
  async counts(@CurrentActor() actor: Actor): Promise<InboxCountsView> {
    return this.queries.counts(actor);
  }

  /** The caller has read everything up to this entry. */
  @Post('read')
  @HttpCode(200)
  @Requires('inbox.read')
  @ApiOkResponse({ type: InboxReadBody })
  async read(@CurrentCommand() command: Command, @Body() { through }: InboxReadBody): Promise<InboxReadBody> {
    return this.reading.execute(command, through);
  }
}
