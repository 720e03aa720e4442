// What supplier and financier see of an offer.
import { Injectable } from '@nestjs/common';
import { type Bilingual, type DayCount, money, type Money } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, Db, type Page, pageOf, type Reads, scopeOf } from '#platform';
import { type FeeRow, type OfferFilter, OfferStore } from '../../data/offer.store';
import { RequestStore } from '../../data/request.store';
import { errors } from '../../domain/errors';
import {
  type Offer,
  type Recourse,
  recourseWords,
  refuseAcceptance,
  type SurplusTo,
} from '../../domain/offer';
import { nameOf } from '../../domain/party';
import { type Openness, refuseClosed } from '../../domain/request';
import type { OfferState } from '../../domain/states';
import { DatedRules } from '../dated-rules';

export interface OfferView {
  readonly id: string;
  readonly requestId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly financierId: string;
  readonly financierName: string;
  readonly state: OfferState;
  readonly advanceRate: string;
  readonly rateAnnual: string;
  readonly dayCount: DayCount;
  readonly fees: readonly { readonly name: string; readonly amount: Money }[];
  readonly recourse: Recourse;
  readonly surplusTo: SurplusTo;
  readonly recourseText: Bilingual;
  readonly advance: Money;
  readonly feesTotal: Money;
  readonly validUntil: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly version: number;
  readonly actions: readonly string[];
}

/** What a view needs beside the offer itself. */
export interface Around {
  readonly actor: Actor;
  readonly request: Openness;
  readonly fees: readonly Omit<FeeRow, 'offerId'>[];
  readonly names: ReadonlyMap<string, { readonly legalName: string }>;
  readonly now: Date;
}

@Injectable()
export class OfferQueries {
  constructor(
    private readonly db: Db,
    private readonly requests: RequestStore,
    private readonly offers: OfferStore,
    private readonly organisations: Organisations,
    private readonly rules: DatedRules,
  ) {}

  async page(actor: Actor, filter: OfferFilter): Promise<Page<OfferView>> {
    const on = this.db.reads;
    const { items, next } = pageOf(await this.offers.page(on, scopeOf(actor), filter), filter);
    return { items: await this.views(on, actor, items), next };
  }

  async views(on: Reads, actor: Actor, offers: readonly Offer[]): Promise<OfferView[]> {
    const scope = scopeOf(actor);
    const now = this.rules.now();
    const ids = offers.map(({ id }) => id);
    const fees = await this.offers.fees(on, scope, ids);
    const requestIds = [...new Set(offers.map(({ requestId }) => requestId))];
    const requests = await this.requests.byIds(on, scope, requestIds);
    const parties = offers.flatMap(({ supplierId, financierId }) => [supplierId, financierId]);
    const names = await this.organisations.byIds(on, [...new Set(parties)]);
    return offers.map((offer) => {
      const request = requests.find(({ id }) => id === offer.requestId);
      if (!request) throw errors.request_not_found();
      const own = fees.filter(({ offerId }) => offerId === offer.id);
      return offerView(offer, { actor, request, fees: own, names, now });
    });
  }
}

export function offerView(offer: Offer, around: Around): OfferView {
  const { id, requestId, supplierId, financierId, state, currency, version } = offer;
  const { advanceRate, rateAnnual, dayCount, recourse, surplusTo } = offer;
  const { fees, names } = around;
  return {
    id,
    requestId,
    supplierId,
    supplierName: nameOf(names, supplierId),
    financierId,
    financierName: nameOf(names, financierId),
    state,
    advanceRate,
    rateAnnual,
    dayCount,
    fees: fees.map(({ name, amount }) => ({ name, amount: money(amount, currency) })),
    recourse,
    surplusTo,
    recourseText: recourseWords(recourse, surplusTo),
    advance: money(offer.advanceAmount, currency),
    feesTotal: money(offer.feesAmount, currency),
    validUntil: offer.validUntil.toISOString(),
    createdAt: offer.createdAt.toISOString(),
    endedAt: offer.endedAt?.toISOString() ?? null,
    version,
    actions: actionsOn(offer, around),
  };
}

function actionsOn(offer: Offer, { actor, request, now }: Around): string[] {
  if (refuseAcceptance(offer, now) || refuseClosed(request, now)) return [];
  const { permissions, organisationId } = actor;
  const action = offer.supplierId === organisationId ? 'offer.accept' : 'offer.withdraw';
  const involved = [offer.supplierId, offer.financierId].includes(organisationId);
  return involved && permissions.has(action) ? [action] : [];
}
