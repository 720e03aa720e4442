// What a supplier and the financiers it asked see of a financing request. A financier learns neither who else was
// asked nor what others offer.
import { Injectable } from '@nestjs/common';
import { minMoney, money, type Money, sumMoney, zero } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, Db, type Page, pageOf, type Reads, type Scope, scopeOf } from '#platform';
import { type Grade, type Response } from '#receivables';
import { Limits } from '#risk';
import { OfferStore } from '../../data/offer.store';
import { type RequestFilter, RequestStore } from '../../data/request.store';
import { sumByDebtor } from '../../domain/deal';
import { errors } from '../../domain/errors';
import { nameOf } from '../../domain/party';
import { type FinancingRequest, freeOf, refuseClosed, type RequestItem } from '../../domain/request';
import type { RequestState } from '../../domain/states';
import { DatedRules } from '../dated-rules';
import { type AssuranceShown, assuranceShown } from '../evidence/assurance-shown';
import { OfferableReceivables } from './offerable-receivables';

export interface RequestSummary {
  readonly id: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly state: RequestState;
  readonly total: Money;
  readonly itemCount: number;
  readonly firstDueDate: string;
  /** The weakest evidence among the receivables, as it was when it was asked. */
  readonly worstGrade: Grade | null;
  readonly closesAt: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  /** Live offers that the caller may see. */
  readonly liveOffers: number;
  /** For a financier: how much of the total its limits on the debtors have room for; null for the supplier. */
  readonly roomForIt: Money | null;
  readonly version: number;
  readonly actions: readonly string[];
}
export interface RequestItemShown extends AssuranceShown {
  readonly receivableId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly invoiceNumber: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly amount: Money;
  readonly payable: Money;
  readonly confirmed: Money | null;
  readonly state: string;
  readonly claimed: Money;
  readonly free: Money;
}
export interface HeadroomShown {
  readonly debtorId: string;
  readonly debtorName: string;
  readonly asked: Money;
  readonly limit: Money | null;
  readonly used: Money | null;
  readonly headroom: Money | null;
}
export interface RequestView extends RequestSummary {
  readonly items: readonly RequestItemShown[];
  /** How the debtors answer, counted from what they did. */
  readonly responses: readonly Response[];
  /** Whom the supplier asked; null for a financier. */
  readonly financiers: readonly { readonly id: string; readonly name: string }[] | null;
  /** The financier's own limits on the debtors; null for the supplier. */
  readonly headroom: readonly HeadroomShown[] | null;
}

@Injectable()
export class RequestQueries {
  constructor(
    private readonly db: Db,
    private readonly requests: RequestStore,
    private readonly offers: OfferStore,
    private readonly organisations: Organisations,
    private readonly offerable: OfferableReceivables,
    private readonly limits: Limits,
    private readonly rules: DatedRules,
  ) {}

  async page(actor: Actor, filter: RequestFilter): Promise<Page<RequestSummary>> {
    const on = this.db.reads;
    const { items, next } = pageOf(await this.requests.page(on, scopeOf(actor), filter), filter);
    return { items: await this.summaries(on, actor, items), next };
  }

  /** @throws factoring.request_not_found (404) */
  async byId(actor: Actor, id: string): Promise<RequestView> {
    const [request] = await this.requests.byIds(this.db.reads, scopeOf(actor), [id]);
    if (!request) throw errors.request_not_found();
    return this.view(this.db.reads, actor, request);
  }

  async view(on: Reads, actor: Actor, request: FinancingRequest): Promise<RequestView> {
    const scope = scopeOf(actor);
    const own = request.supplierId === actor.organisationId;
    const [summary] = await this.summaries(on, actor, [request]);
    if (!summary) throw errors.request_not_found();
    const items = await this.requests.items(on, scope, [request.id]);
    const addressed = own ? await this.requests.financiers(on, scope, [request.id]) : [];
    const names = await this.organisations.byIds(on, [
      ...items.map(({ debtorId }) => debtorId),
      ...addressed.map(({ financierId }) => financierId),
    ]);
    return {
      ...summary,
      items: await this.itemsShown(on, request, items, names),
      responses: [
        ...(
          await this.offerable.responses(
            on,
            actor.organisationId,
            items.map(({ debtorId }) => debtorId),
          )
        ).values(),
      ],
      financiers: own
        ? addressed.map(({ financierId }) => ({ id: financierId, name: nameOf(names, financierId) }))
        : null,
      headroom: own ? null : await this.headroomShown(on, actor, request, items, names),
    };
  }

  private async summaries(
    on: Reads,
    actor: Actor,
    requests: readonly FinancingRequest[],
  ): Promise<RequestSummary[]> {
    const now = this.rules.now();
    const ids = requests.map(({ id }) => id);
    const counts = await this.offers.liveCounts(on, scopeOf(actor), ids, now);
    const byRequest = new Map(counts.map((one) => [one.requestId, one]));
    const names = await this.organisations.byIds(
      on,
      requests.map(({ supplierId }) => supplierId),
    );
    const room = await this.roomFor(on, actor, requests);
    return requests.map((request) => {
      const { id, supplierId, state, totalAmount, currency, itemCount, firstDueDate, version } = request;
      const { worstGrade } = request;
      const { live, valid } = byRequest.get(id) ?? { live: 0, valid: 0 };
      return {
        id,
        supplierId,
        supplierName: nameOf(names, supplierId),
        state,
        total: money(totalAmount, currency),
        itemCount,
        firstDueDate,
        worstGrade,
        closesAt: request.closesAt.toISOString(),
        createdAt: request.createdAt.toISOString(),
        endedAt: request.endedAt?.toISOString() ?? null,
        liveOffers: valid,
        roomForIt: supplierId === actor.organisationId ? null : (room.get(id) ?? zero(currency)),
        version,
        actions: actionsOn(request, actor, live, now),
      };
    });
  }

  /** Debtor by debtor what was asked, or what the limit leaves if that is less; by request. */
  private async roomFor(
    on: Reads,
    actor: Actor,
    requests: readonly FinancingRequest[],
  ): Promise<Map<string, Money>> {
    const asked = requests.filter(({ supplierId }) => supplierId !== actor.organisationId);
    if (asked.length === 0) return new Map();
    const ids = asked.map(({ id }) => id);
    const items = await this.requests.items(on, scopeOf(actor), ids);
    const currencies = new Map(asked.map(({ id, currency }) => [id, currency]));
    const keys = items.map(({ requestId, debtorId }) => ({
      debtorId,
      currency: currencies.get(requestId) ?? '',
    }));
    const found = await this.limits.headroom(on, actor.organisationId, keys);
    return new Map(
      asked.map(({ id, currency }) => {
        const own = items.filter(({ requestId }) => requestId === id);
        const draws = sumByDebtor(
          own.map(({ debtorId, amount }) => ({ debtorId, amount: money(amount, currency) })),
        );
        const fits = draws.map(({ debtorId, amount }) =>
          minMoney(amount, found.get(`${debtorId}:${currency}`)?.headroom ?? zero(currency)),
        );
        return [id, sumMoney(fits, currency)];
      }),
    );
  }

  /** Read for the supplier, whose receivables they are: that the caller may see the request is decided before. */
  private async itemsShown(
    on: Reads,
    { supplierId, currency }: FinancingRequest,
    items: readonly RequestItem[],
    names: Names,
  ): Promise<RequestItemShown[]> {
    const supplier: Scope = { organisations: [supplierId] };
    const ids = items.map(({ receivableId }) => receivableId);
    const found = await this.offerable.byIds(on, supplier, ids);
    return items.flatMap((item) => {
      const now = found.get(item.receivableId);
      if (!now) return [];
      const { receivableId, debtorId, invoiceNumber, issueDate, dueDate } = item;
      const { receivable, claimed } = now;
      return [
        {
          receivableId,
          debtorId,
          debtorName: nameOf(names, debtorId),
          invoiceNumber,
          issueDate,
          dueDate,
          amount: money(item.amount, currency),
          payable: receivable.payable,
          confirmed: receivable.confirmed,
          state: receivable.state,
          claimed,
          free: freeOf(now),
          ...assuranceShown(now.assurance),
        },
      ];
    });
  }

  private async headroomShown(
    on: Reads,
    { organisationId }: Actor,
    { currency }: FinancingRequest,
    items: readonly RequestItem[],
    names: Names,
  ): Promise<HeadroomShown[]> {
    const draws = sumByDebtor(
      items.map(({ debtorId, amount }) => ({ debtorId, amount: money(amount, currency) })),
    );
    const keys = draws.map(({ debtorId }) => ({ debtorId, currency }));
    const found = await this.limits.headroom(on, organisationId, keys);
    return draws.map(({ debtorId, amount }) => {
      const line = found.get(`${debtorId}:${currency}`);
      return {
        debtorId,
        debtorName: nameOf(names, debtorId),
        asked: amount,
        limit: line?.limit ?? null,
        used: line?.used ?? null,
        headroom: line?.headroom ?? null,
      };
    });
  }
}

type Names = ReadonlyMap<string, { readonly legalName: string }>;

function actionsOn(request: FinancingRequest, actor: Actor, live: number, now: Date): string[] {
  if (refuseClosed(request, now)) return [];
  const { permissions, organisationId } = actor;
  if (request.supplierId === organisationId)
    return permissions.has('request.withdraw') ? ['request.withdraw'] : [];
  return permissions.has('offer.create') && live === 0 ? ['offer.create'] : [];
}
