// The offers on a request side by side, priced by the server for one value date. Only the supplier sees it.
import { Injectable } from '@nestjs/common';
import { type LocalDate, money, type Money } from '#kernel';
import { type Actor, Db, scopeOf } from '#platform';
import { OfferStore } from '../../data/offer.store';
import { RequestStore } from '../../data/request.store';
import { compareOffers, type Ranks } from '../../domain/comparison';
import { errors } from '../../domain/errors';
import type { Offer } from '../../domain/offer';
import { priceOffer } from '../../domain/pricing';
import { DatedRules } from '../dated-rules';
import { OfferQueries, type OfferView } from './offers.queries';
import { itemsToPrice, priceView, type PriceView, valueDateOf } from './price-view';

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
    private readonly offers: OfferStore,
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
    const all = await this.offers.ofRequests(on, scope, [requestId]);
    const offers = all.filter((offer) => isComparable(offer, now));
    const views = await this.queries.views(on, actor, offers);
    const fees = await this.offers.fees(
      on,
      scope,
      offers.map(({ id }) => id),
    );
    const items = await this.requests.items(on, scope, [requestId]);
    const calendar = await this.rules.calendar(on);
    const valueDate = valueDateOf(request, now);
    const { currency } = request;
    const toPrice = itemsToPrice(items, currency);
    const priced = offers.map((offer, index) => {
      const own = fees.filter(({ offerId }) => offerId === offer.id);
      const terms = { ...offer, fees: own.map(({ amount }) => money(amount, currency)) };
      return { ...offer, view: views[index], price: priceOffer(terms, toPrice, valueDate, calendar) };
    });
    const compared = compareOffers(priced).flatMap(({ view, price, ...rest }): ComparedOffer[] => {
      const { rankByNetCash, rankByRate, bestNetCash, bestRate } = rest;
      return view
        ? [{ offer: view, price: priceView(price), rankByNetCash, rankByRate, bestNetCash, bestRate }]
        : [];
    });
    return { requestId, valueDate, total: money(request.totalAmount, currency), offers: compared };
  }
}

/** While a choice is open, the offers that can be taken; afterwards, those that it was made from. */
const isComparable = ({ state, validUntil }: Offer, now: Date): boolean =>
  state === 'live' ? validUntil > now : state === 'accepted' || state === 'rejected';
