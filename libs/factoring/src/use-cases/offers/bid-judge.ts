// Judges bids on what one look at the database told about all of them: the requests, their receivables, who the
// parties are, and how much of each limit is free.
import { Injectable } from '@nestjs/common';
import {
  compareMoney,
  dateOf,
  type DomainError,
  isPositive,
  type LocalDate,
  type Money,
  newId,
  shardFor,
  type WorkingCalendar,
  zero,
} from '#kernel';
import { Organisations, type OrganisationSummary } from '#parties';
import { type Command, EVERYONE, type Tx } from '#platform';
import { Limits } from '#risk';
import { RequestStore } from '../../data/request.store';
import { sumByDebtor } from '../../domain/deal';
import { errors } from '../../domain/errors';
import { type Fee, type Offer, type OfferTerms, refuseTerms } from '../../domain/offer';
import { nameOf } from '../../domain/party';
import { type Price, priceOffer } from '../../domain/pricing';
import { type FinancingRequest, refuseClosed, type RequestItem } from '../../domain/request';
import { DatedRules } from '../dated-rules';
import { itemsToPrice } from './price-view';

export interface Bid {
  readonly command: Command;
  readonly requestId: string;
  readonly terms: OfferTerms;
}

export interface Market {
  readonly now: Date;
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly requests: ReadonlyMap<string, FinancingRequest>;
  readonly items: ReadonlyMap<string, readonly RequestItem[]>;
  /** `request/financier` of every request that is addressed to that financier. */
  readonly addressed: ReadonlySet<string>;
  readonly parties: ReadonlyMap<string, OrganisationSummary>;
  /** By `financier/debtor:currency`. */
  readonly headroom: ReadonlyMap<string, Money>;
}
export type Judged =
  { readonly offer: Offer; readonly fees: readonly Fee[] } | { readonly refused: DomainError };

@Injectable()
export class BidJudge {
  constructor(
    private readonly requests: RequestStore,
    private readonly organisations: Organisations,
    private readonly limits: Limits,
    private readonly rules: DatedRules,
  ) {}

  /** Holds the requests, so that none of them ends while offers are added. */
  async read(tx: Tx, bids: readonly Bid[]): Promise<Market> {
    const ids = [...new Set(bids.map(({ requestId }) => requestId))];
    const requests = await this.requests.share(tx, ids);
    const addressed = await this.requests.financiers(tx, EVERYONE, ids);
    const items = await this.requests.items(tx, EVERYONE, ids);
    const now = this.rules.now();
    const parties = new Set([
      ...requests.map(({ supplierId }) => supplierId),
      ...items.map(({ debtorId }) => debtorId),
      ...bids.map(({ command }) => command.actor.organisationId),
    ]);
    const byId = new Map(requests.map((request) => [request.id, request]));
    const byRequest = new Map(ids.map((id) => [id, items.filter(({ requestId }) => requestId === id)]));
    return {
      now,
      today: dateOf(now),
      calendar: await this.rules.calendar(tx),
      requests: byId,
      items: byRequest,
      addressed: new Set(addressed.map(({ requestId, financierId }) => `${requestId}/${financierId}`)),
      parties: await this.organisations.byIds(tx, [...parties]),
      headroom: await this.headroom(tx, bids, byId, byRequest),
    };
  }

  judge({ command, requestId, terms }: Bid, market: Market): Judged {
    const { organisationId, userId } = command.actor;
    const request = market.requests.get(requestId);
    const items = market.items.get(requestId);
    if (!request || !items || !market.addressed.has(`${requestId}/${organisationId}`))
      return { refused: errors.request_not_found() };
    const refused = refuseClosed(request, market.now) ?? refuseTerms(terms, request, market.now);
    if (refused) return { refused };
    if (market.parties.get(organisationId)?.status !== 'active')
      return { refused: errors.financier_inactive() };
    const { currency, supplierId } = request;
    const priced = itemsToPrice(items, currency);
    const fees = terms.fees.map(({ amount }) => amount);
    const price = priceOffer({ ...terms, fees }, priced, market.today, market.calendar);
    const unaffordable = refusePrice(price) ?? refuseHeadroom(organisationId, items, price, market);
    if (unaffordable) return { refused: unaffordable };
    const { advanceRate, rateAnnual, dayCount, recourse, surplusTo, validUntil } = terms;
    const offer: Offer = {
      id: newId(shardFor(supplierId)),
      requestId,
      supplierId,
      financierId: organisationId,
      currency,
      state: 'live',
      advanceRate,
      rateAnnual,
      dayCount,
      recourse,
      surplusTo,
      validUntil,
      advanceAmount: price.advance.amount,
      feesAmount: price.fees.amount,
      createdBy: userId,
      createdAt: market.now,
      endedAt: null,
      version: 1,
    };
    return { offer, fees: terms.fees };
  }

  /** One question about all financiers and all debtors that they bid on. */
  private async headroom(
    tx: Tx,
    bids: readonly Bid[],
    requests: ReadonlyMap<string, FinancingRequest>,
    items: ReadonlyMap<string, readonly RequestItem[]>,
  ): Promise<Map<string, Money>> {
    const keys = bids.flatMap(({ command, requestId }) =>
      (items.get(requestId) ?? []).map(({ debtorId }) => ({
        financierId: command.actor.organisationId,
        debtorId,
        currency: requests.get(requestId)?.currency ?? '',
      })),
    );
    const lines = await this.limits.headrooms(tx, keys);
    return new Map([...lines].map(([key, { headroom }]) => [key, headroom]));
  }
}

function refusePrice({ netCash }: Price): DomainError | null {
  return isPositive(netCash) ? null : errors.no_net_cash({ netCash });
}

function refuseHeadroom(
  financierId: string,
  items: readonly RequestItem[],
  price: Price,
  market: Market,
): DomainError | null {
  const draws = sumByDebtor(
    items.map(({ debtorId }, index) => ({
      debtorId,
      amount: price.items[index]?.advance ?? zero(price.amount.currency),
    })),
  );
  for (const { debtorId, amount } of draws) {
    const { currency } = amount;
    const headroom = market.headroom.get(`${financierId}/${debtorId}:${currency}`) ?? zero(currency);
    if (compareMoney(amount, headroom) > 0) {
      const debtorName = nameOf(market.parties, debtorId);
      return errors.limit_too_small({ debtorId, debtorName, wanted: amount, headroom });
    }
  }
  return null;
}
