// What a bid would pay and cost, before it is made: the same computation that the supplier's comparison shows later.
// Nothing is written, and nothing is promised.
import { Injectable } from '@nestjs/common';
import type { DayCount, LocalDate, Rate } from '#kernel';
import { type Actor, Db, scopeOf } from '#platform';
import { RequestStore } from '../../data/request.store';
import { errors } from '../../domain/errors';
import { defaultSurplusTo, feesGiven, type Recourse, refusePriced, type SurplusTo } from '../../domain/offer';
import { priceOffer } from '../../domain/pricing';
import { DatedRules } from '../dated-rules';
import { itemsToPrice, type PriceView, priceView, valueDateOf } from './price-view';

export interface PriceInput {
  readonly advanceRate: string;
  readonly rateAnnual: Rate;
  readonly dayCount?: DayCount | undefined;
  /** Sum of all fees, decimal text in the request's currency. */
  readonly fees?: string | undefined;
  readonly recourse: Recourse;
  readonly surplusTo?: SurplusTo | undefined;
}
export interface PricePreviewView {
  readonly valueDate: LocalDate;
  readonly price: PriceView;
}

@Injectable()
export class PricePreview {
  constructor(
    private readonly db: Db,
    private readonly requests: RequestStore,
    private readonly rules: DatedRules,
  ) {}

  /** @throws factoring.request_not_found (404); advance_rate_out_of_range, rate_out_of_range, fee_invalid (422) */
  async of(actor: Actor, requestId: string, input: PriceInput): Promise<PricePreviewView> {
    const on = this.db.reads;
    const scope = scopeOf(actor);
    const [request] = await this.requests.byIds(on, scope, [requestId]);
    if (!request) throw errors.request_not_found();
    const { currency } = request;
    const { advanceRate, rateAnnual, recourse } = input;
    const fees = feesGiven(input.fees, currency);
    const refused = refusePriced({ advanceRate, rateAnnual, fees }, currency);
    if (refused) throw refused;
    const { dayCount = 'ACT/360', surplusTo = defaultSurplusTo(recourse) } = input;
    const terms = { advanceRate, rateAnnual, dayCount, surplusTo, fees: fees.map(({ amount }) => amount) };
    const items = await this.requests.items(on, scope, [requestId]);
    const valueDate = valueDateOf(request, this.rules.now());
    const calendar = await this.rules.calendar(on);
    return {
      valueDate,
      price: priceView(priceOffer(terms, itemsToPrice(items, currency), valueDate, calendar)),
    };
  }
}
