// Offers with their price for one value date, as the supplier compares them and plans with them.
import { Injectable } from '@nestjs/common';
import { type LocalDate, money } from '#kernel';
import type { Reads, Scope } from '#platform';
import { OfferStore } from '../../data/offer.store';
import { RequestStore } from '../../data/request.store';
import type { Offer } from '../../domain/offer';
import { type Price, priceOffer } from '../../domain/pricing';
import type { FinancingRequest, RequestItem } from '../../domain/request';
import { DatedRules } from '../dated-rules';
import { itemsToPrice, valueDateOf } from './price-view';

export interface PricedOffer {
  readonly offer: Offer;
  readonly request: FinancingRequest;
  readonly items: readonly RequestItem[];
  readonly price: Price;
  readonly valueDate: LocalDate;
}

@Injectable()
export class PricedOffers {
  constructor(
    private readonly requests: RequestStore,
    private readonly offers: OfferStore,
    private readonly rules: DatedRules,
  ) {}

  /** Those offers on the requests that are wanted, by request and then by id. */
  async of(
    on: Reads,
    scope: Scope,
    requests: readonly FinancingRequest[],
    isWanted: (offer: Offer) => boolean,
  ): Promise<PricedOffer[]> {
    const ids = requests.map(({ id }) => id);
    const offers = (await this.offers.ofRequests(on, scope, ids)).filter(isWanted);
    const fees = groupBy(
      await this.offers.fees(
        on,
        scope,
        offers.map(({ id }) => id),
      ),
      ({ offerId }) => offerId,
    );
    const items = groupBy(await this.requests.items(on, scope, ids), ({ requestId }) => requestId);
    const byId = new Map(requests.map((request) => [request.id, request]));
    const calendar = await this.rules.calendar(on);
    const now = this.rules.now();
    return offers.flatMap((offer): PricedOffer[] => {
      const request = byId.get(offer.requestId);
      const own = items.get(offer.requestId);
      if (!request || !own) return [];
      const { currency } = request;
      const valueDate = valueDateOf(request, now);
      const terms = {
        ...offer,
        fees: (fees.get(offer.id) ?? []).map(({ amount }) => money(amount, currency)),
      };
      const price = priceOffer(terms, itemsToPrice(own, currency), valueDate, calendar);
      return [{ offer, request, items: own, price, valueDate }];
    });
  }
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
