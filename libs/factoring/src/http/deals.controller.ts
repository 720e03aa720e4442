// Deals, for their supplier and their financier.
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdParam, type Page, Requires } from '#platform';
import { DealQueries, type DealView as DealShown } from '../use-cases/deals/deals.queries';
import { DealPage, DealsQuery, DealView } from './deals.dto';

@ApiTags('financing')
@Controller('deals')
export class DealsController {
  constructor(private readonly deals: DealQueries) {}

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
}
