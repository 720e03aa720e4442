// Offers: financiers bid, suppliers accept.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Approvable,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  Requires,
} from '#platform';
import { AcceptOffer } from '../use-cases/deals/accept-offer';
import type { DealView as DealShown } from '../use-cases/deals/deals.queries';
import { MakeOffer } from '../use-cases/offers/make-offer';
import { OfferQueries, type OfferView as OfferShown } from '../use-cases/offers/offers.queries';
import { WithdrawOffer } from '../use-cases/offers/withdraw-offer';
import { DealView } from './deals.dto';
import { OfferBody, OfferPage, OffersQuery, OfferView } from './offers.dto';

@ApiTags('financing')
@Controller('offers')
export class OffersController {
  constructor(
    private readonly makeOffer: MakeOffer,
    private readonly withdrawOffer: WithdrawOffer,
    private readonly acceptOffer: AcceptOffer,
    private readonly offers: OfferQueries,
  ) {}

  /** Bids on a request that is addressed to the caller's organisation; binding until `validUntil`. */
  @Post()
  @Requires('offer.create', { idempotencyKey: 'required' })
  @Approvable({
    name: 'factoring.make_offer',
    text: { en: 'Make an offer', zh: '提交报价' },
    takes: ['body'],
    amountOf: (answer) => (answer as OfferShown).advance,
  })
  @ApiCreatedResponse({ type: OfferView })
  async make(@CurrentCommand() command: Command, @Body() body: OfferBody): Promise<OfferShown> {
    return this.makeOffer.execute(command, body);
  }

  /** A financier's own offers, or those made to a supplier, the newest first. */
  @Get()
  @Requires('offer.read')
  @ApiOkResponse({ type: OfferPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: OffersQuery): Promise<Page<OfferShown>> {
    return this.offers.page(actor, filter);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Requires('offer.withdraw', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: OfferView })
  async withdraw(@CurrentCommand() command: Command, @IdParam() id: string): Promise<OfferShown> {
    return this.withdrawOffer.execute(command, id);
  }

  /** Takes the offer: assignment, registration, limits, notices and posting in one transaction. Gives the deal. */
  @Post(':id/acceptance')
  @Requires('offer.accept', { idempotencyKey: 'required' })
  @Approvable({
    name: 'factoring.accept_offer',
    text: { en: 'Accept an offer', zh: '接受报价' },
    takes: ['id'],
    amountOf: (answer) => (answer as DealShown).advance,
  })
  @ApiCreatedResponse({ type: DealView })
  async accept(@CurrentCommand() command: Command, @IdParam() id: string): Promise<DealShown> {
    return this.acceptOffer.execute(command, id);
  }
}
