// What supplier and financier see of a deal: its price, what it stands on, and the notices to the debtors.
import { Injectable } from '@nestjs/common';
import { type Bilingual, type DayCount, money, type Money, sumMoney } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, Db, type Page, pageOf, type Reads, scopeOf } from '#platform';
import type { Correction } from '#receivables';
import { type DealFilter, DealStore } from '../../data/deal.store';
import { NoticeStore } from '../../data/notice.store';
import { type FeeRow, OfferStore } from '../../data/offer.store';
import type { Deal, DealItem } from '../../domain/deal';
import { errors } from '../../domain/errors';
import type { Notice } from '../../domain/notice';
import { type Recourse, recourseWords, type SurplusTo } from '../../domain/offer';
import { nameOf } from '../../domain/party';
import type { DealState, NoticeState } from '../../domain/states';
import { type Title, NOT_REGISTERED, titleOf } from '../../domain/title';
import { type AssuranceShown, assuranceShown } from '../evidence/assurance-shown';
import { DealEvidence, type DealEvidenceFound } from '../evidence/deal-evidence';
import { Titles, titleView, type TitleView } from './titles';

export interface DealItemView extends AssuranceShown {
  readonly receivableId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly invoiceNumber: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly settlesOn: string;
  readonly amount: Money;
  readonly advance: Money;
  readonly interest: Money;
  /** What credit notes took off the receivable, or would have if it were not financed: dilution. Null when there is none. */
  readonly dilution: DilutionView | null;
}
export interface DilutionView {
  readonly credited: Money;
  /** The part that lies within what is financed. */
  readonly excess: Money;
  readonly lastNumber: string;
}
export interface DealNoticeView {
  readonly id: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly amount: Money;
  readonly state: NoticeState;
  readonly issuedAt: string;
  readonly arrivedAt: string | null;
}
export interface DealView {
  readonly id: string;
  readonly requestId: string;
  readonly offerId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly financierId: string;
  readonly financierName: string;
  readonly state: DealState;
  readonly advanceRate: string;
  readonly rateAnnual: string;
  readonly dayCount: DayCount;
  readonly recourse: Recourse;
  readonly surplusTo: SurplusTo;
  readonly recourseText: Bilingual;
  readonly valueDate: string;
  readonly total: Money;
  readonly advance: Money;
  readonly reserve: Money;
  readonly interest: Money;
  readonly interestUpFront: Money;
  readonly feesTotal: Money;
  readonly fees: readonly { readonly name: string; readonly amount: Money }[];
  readonly released: Money;
  readonly forgone: Money;
  readonly netCash: Money;
  readonly totalCost: Money;
  readonly simpleRate: string | null;
  readonly allInRate: string | null;
  readonly filingId: string;
  readonly filingNumber: string;
  /** When the assignment was registered, with microseconds. */
  readonly filedAt: string;
  readonly postingId: string;
  readonly title: TitleView;
  readonly acceptedAt: string;
  readonly frozenAt: string | null;
  readonly frozenByFilingId: string | null;
  readonly frozenByCorrectionId: string | null;
  readonly taxWaiverReason: string | null;
  readonly taxWaivedAt: string | null;
  readonly items: readonly DealItemView[];
  readonly notices: readonly DealNoticeView[];
  readonly version: number;
  readonly actions: readonly string[];
}

/** What a view needs beside the deal itself. */
export interface DealParts extends DealEvidenceFound {
  readonly items: readonly DealItem[];
  readonly notices: readonly Notice[];
  readonly fees: readonly Omit<FeeRow, 'offerId'>[];
  readonly names: Names;
  readonly title: Title;
  readonly filedAt: string;
  readonly actor: Actor;
}
type Names = ReadonlyMap<string, { readonly legalName: string }>;

@Injectable()
export class DealQueries {
  constructor(
    private readonly db: Db,
    private readonly deals: DealStore,
    private readonly offers: OfferStore,
    private readonly notices: NoticeStore,
    private readonly organisations: Organisations,
    private readonly titles: Titles,
    private readonly evidence: DealEvidence,
  ) {}

  async page(actor: Actor, filter: DealFilter): Promise<Page<DealView>> {
    const on = this.db.reads;
    const { items, next } = pageOf(await this.deals.page(on, scopeOf(actor), filter), filter);
    return { items: await this.views(on, actor, items), next };
  }

  /** @throws factoring.deal_not_found (404) */
  async byId(actor: Actor, id: string): Promise<DealView> {
    const on = this.db.reads;
    const [view] = await this.views(on, actor, await this.deals.byIds(on, scopeOf(actor), [id]));
    if (!view) throw errors.deal_not_found();
    return view;
  }

  private async views(on: Reads, actor: Actor, deals: readonly Deal[]): Promise<DealView[]> {
    const scope = scopeOf(actor);
    const ids = deals.map(({ id }) => id);
    const items = await this.deals.items(on, scope, ids);
    const notices = await this.notices.ofDeals(on, scope, ids);
    const fees = await this.offers.fees(
      on,
      scope,
      deals.map(({ offerId }) => offerId),
    );
    const names = await this.organisations.byIds(on, [
      ...new Set([
        ...deals.flatMap(({ supplierId, financierId }) => [supplierId, financierId]),
        ...items.map(({ debtorId }) => debtorId),
      ]),
    ]);
    const standings = await this.titles.standings(on, deals);
    const titles = await this.titles.with(on, scope, deals, standings);
    const evidence = await this.evidence.of(
      on,
      items.map(({ receivableId }) => receivableId),
    );
    return deals.map((deal) =>
      dealView(deal, {
        ...evidence,
        actor,
        filedAt: standings.get(deal.filingId)?.filedAt ?? deal.acceptedAt.toISOString(),
        title: titles.get(deal.id) ?? titleOf(NOT_REGISTERED, []),
        items: items.filter(({ dealId }) => dealId === deal.id),
        notices: notices.filter(({ dealId }) => dealId === deal.id),
        fees: fees.filter(({ offerId }) => offerId === deal.offerId),
        names,
      }),
    );
  }
}

export function dealView(deal: Deal, parts: DealParts): DealView {
  const { items, notices, fees, names, title, corrections, assurances, filedAt, actor } = parts;
  const inMoney = (amount: string) => money(amount, deal.currency);
  const { id, requestId, offerId, supplierId, financierId, state, valueDate, version } = deal;
  const { advanceRate, rateAnnual, dayCount, recourse, surplusTo, simpleRate, allInRate } = deal;
  const { filingId, filingNumber, postingId, frozenByFilingId, frozenByCorrectionId, taxWaiverReason } = deal;
  return {
    id,
    requestId,
    offerId,
    supplierId,
    supplierName: nameOf(names, supplierId),
    financierId,
    financierName: nameOf(names, financierId),
    state,
    advanceRate,
    rateAnnual,
    dayCount,
    recourse,
    surplusTo,
    recourseText: recourseWords(recourse, surplusTo),
    valueDate,
    total: inMoney(deal.totalAmount),
    advance: inMoney(deal.advanceAmount),
    reserve: inMoney(deal.reserveAmount),
    interest: inMoney(deal.interestAmount),
    interestUpFront: inMoney(deal.upFrontAmount),
    feesTotal: inMoney(deal.feesAmount),
    fees: fees.map(({ name, amount }) => ({ name, amount: inMoney(amount) })),
    released: inMoney(deal.releasedAmount),
    forgone: inMoney(deal.forgoneAmount),
    netCash: inMoney(deal.netCashAmount),
    totalCost: inMoney(deal.costAmount),
    simpleRate,
    allInRate,
    filingId,
    filingNumber,
    filedAt,
    postingId,
    title: titleView(title),
    acceptedAt: deal.acceptedAt.toISOString(),
    frozenAt: deal.frozenAt?.toISOString() ?? null,
    frozenByFilingId,
    frozenByCorrectionId,
    taxWaiverReason,
    taxWaivedAt: deal.taxWaivedAt?.toISOString() ?? null,
    items: items.map((item) => ({
      ...itemView(item, deal.currency, names),
      ...assuranceShown(assurances.get(item.receivableId)),
      dilution: dilutionOf(corrections.filter(({ receivableId }) => receivableId === item.receivableId)),
    })),
    notices: notices.map((notice) => noticeLine(notice, names)),
    version,
    actions: actionsOn(deal, title, actor),
  };
}

/** What the financier may record of its title while the deal waits to be paid out. */
function actionsOn({ state, financierId }: Deal, { basis }: Title, actor: Actor): string[] {
  if (actor.organisationId !== financierId || state !== 'accepted' || basis === 'registered_here') return [];
  const record = actor.permissions.has('title.record') ? ['record_registration'] : [];
  const waive = actor.permissions.has('title.waive') && basis === 'missing' ? ['waive_registration'] : [];
  return [...record, ...waive];
}

function dilutionOf(corrections: readonly Correction[]): DilutionView | null {
  const last = corrections.at(-1);
  if (!last) return null;
  const { currency } = last.amount;
  return {
    credited: sumMoney(
      corrections.map(({ amount }) => amount),
      currency,
    ),
    excess: sumMoney(
      corrections.map(({ excess }) => excess),
      currency,
    ),
    lastNumber: last.number,
  };
}

function itemView(
  item: DealItem,
  currency: string,
  names: Names,
): Omit<DealItemView, 'dilution' | keyof AssuranceShown> {
  const { receivableId, debtorId, invoiceNumber, issueDate, dueDate, settlesOn } = item;
  return {
    receivableId,
    debtorId,
    debtorName: nameOf(names, debtorId),
    invoiceNumber,
    issueDate,
    dueDate,
    settlesOn,
    amount: money(item.amount, currency),
    advance: money(item.advanceAmount, currency),
    interest: money(item.interestAmount, currency),
  };
}

function noticeLine(notice: Notice, names: Names): DealNoticeView {
  const { id, debtorId, state, amount, currency, issuedAt, arrivedAt } = notice;
  return {
    id,
    debtorId,
    debtorName: nameOf(names, debtorId),
    amount: money(amount, currency),
    state,
    issuedAt: issuedAt.toISOString(),
    arrivedAt: arrivedAt?.toISOString() ?? null,
  };
}
