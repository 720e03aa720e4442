// Deals, for their supplier and their financier, and what the financier records of its title.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  Requires,
} from '#platform';
import { DealQueries, type DealView as DealShown } from '../use-cases/deals/deals.queries';
import { type RecordedTitle, RecordTitle } from '../use-cases/deals/record-title';
import {
  DealPage,
  DealsQuery,
  DealView,
  RecordedTitleView,
  RegistrationWaiverBody,
  StatutoryRegistrationBody,
} from './deals.dto';

@ApiTags('financing')
@Controller('deals')
export class DealsController {
  constructor(
    private readonly deals: DealQueries,
    private readonly titles: RecordTitle,
  ) {}

  @Get()
  @Requires('deal.read')
  @ApiOkResponse({ type: DealPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: DealsQuery): Promise<Page<DealShown>> {
    return this.deals.page(actor, filter);
  }

  @Get(':id')
  @Requires('deal.read')
  @ApiOkResponse({ type: DealView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DealShown> {
    return this.deals.byId(actor, id);
  }

  /** Records the registration of the assignment at the statutory registry. */
  @Post(':id/statutory-registration')
  @HttpCode(200)
  @Requires('title.record', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: RecordedTitleView })
  async recordStatutory(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: StatutoryRegistrationBody,
  ): Promise<RecordedTitle> {
    return this.titles.statutory(command, id, body);
  }

  /** Records that the financier pays without a statutory registration. */
  @Post(':id/registration-waiver')
  @HttpCode(200)
  @Requires('title.waive', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: RecordedTitleView })
  async waive(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { reason }: RegistrationWaiverBody,
  ): Promise<RecordedTitle> {
    return this.titles.waive(command, id, reason);
  }
}
