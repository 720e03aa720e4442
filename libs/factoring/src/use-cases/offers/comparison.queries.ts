// The offers on a request side by side, priced by the server for one value date. Only the supplier sees it.
import { Injectable } from '@nestjs/common';
import { type LocalDate, money, type Money } from '#kernel';
import { type Actor, Db, scopeOf } from '#platform';
import { RequestStore } from '../../data/request.store';
import { compareOffers, type Ranks } from '../../domain/comparison';
import { errors } from '../../domain/errors';
import type { Offer } from '../../domain/offer';
import { DatedRules } from '../dated-rules';
import { OfferQueries, type OfferView } from './offers.queries';
import { priceView, type PriceView, valueDateOf } from './price-view';
import { PricedOffers } from './priced-offers';

export interface ComparedOffer extends Ranks {
  readonly offer: OfferView;
  readonly price: PriceView;
}
export interface ComparisonView {
  readonly requestId: string;
  readonly valueDate: LocalDate;
  readonly total: Money;
  readonly offers: readonly ComparedOffer[];
}

@Injectable()
export class ComparisonQueries {
  constructor(
    private readonly db: Db,
    private readonly requests: RequestStore,
    private readonly priced: PricedOffers,
    private readonly queries: OfferQueries,
    private readonly rules: DatedRules,
  ) {}

  /** @throws factoring.request_not_found (404), for anyone but the supplier */
  async compare(actor: Actor, requestId: string): Promise<ComparisonView> {
    const on = this.db.reads;
    const scope = scopeOf(actor);
    const [request] = await this.requests.byIds(on, scope, [requestId]);
    if (request?.supplierId !== actor.organisationId) throw errors.request_not_found();
    const now = this.rules.now();
    const found = await this.priced.of(on, scope, [request], (offer) => isComparable(offer, now));
    const views = await this.queries.views(
      on,
      actor,
      found.map(({ offer }) => offer),
    );
    const priced = found.map(({ offer, price }, index) => ({ ...offer, view: views[index], price }));
    const valueDate = valueDateOf(request, now);
    const compared = compareOffers(priced).flatMap(({ view, price, ...rest }): ComparedOffer[] => {
      const { rankByNetCash, rankByRate, bestNetCash, bestRate } = rest;
      return view
        ? [{ offer: view, price: priceView(price), rankByNetCash, rankByRate, bestNetCash, bestRate }]
        : [];
    });
    return { requestId, valueDate, total: money(request.totalAmount, request.currency), offers: compared };
  }
}

/** While a choice is open, the offers that can be taken; afterwards, those that it was made from. */
const isComparable = ({ state, validUntil }: Offer, now: Date): boolean =>
  state === 'live' ? validUntil > now : state === 'accepted' || state === 'rejected';
