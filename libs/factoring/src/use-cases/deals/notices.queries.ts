// What a debtor, and the financier that gives it, see of a notice of assignment.
import { Injectable } from '@nestjs/common';
import { type Bilingual, money, type Money } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, Db, type Page, pageOf, type Reads, scopeOf } from '#platform';
import { DealStore } from '../../data/deal.store';
import { type NoticeFilter, NoticeStore } from '../../data/notice.store';
import { errors } from '../../domain/errors';
import type { Notice } from '../../domain/notice';
import { nameOf } from '../../domain/party';
import type { NoticeState } from '../../domain/states';

export interface NoticeView {
  readonly id: string;
  readonly dealId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly financierId: string;
  readonly financierName: string;
  readonly state: NoticeState;
  readonly total: Money;
  readonly registrationNumber: string;
  readonly text: Bilingual;
  readonly invoices: readonly {
    readonly receivableId: string;
    readonly invoiceNumber: string;
    readonly issueDate: string;
    readonly dueDate: string;
    readonly amount: Money;
  }[];
  readonly issuedAt: string;
  readonly arrivedAt: string | null;
  readonly version: number;
  readonly actions: readonly string[];
}

@Injectable()
export class NoticeQueries {
  constructor(
    private readonly db: Db,
    private readonly notices: NoticeStore,
    private readonly deals: DealStore,
    private readonly organisations: Organisations,
  ) {}

  async page(actor: Actor, filter: NoticeFilter): Promise<Page<NoticeView>> {
    const on = this.db.reads;
    const { items, next } = pageOf(await this.notices.page(on, scopeOf(actor), filter), filter);
    return { items: await this.views(on, actor, items), next };
  }

  /** @throws factoring.notice_not_found (404) */
  async byId(actor: Actor, id: string): Promise<NoticeView> {
    const on = this.db.reads;
    const notice = await this.notices.byId(on, scopeOf(actor), id);
    const [view] = await this.views(on, actor, notice ? [notice] : []);
    if (!view) throw errors.notice_not_found();
    return view;
  }

  private async views(on: Reads, actor: Actor, notices: readonly Notice[]): Promise<NoticeView[]> {
    const items = await this.deals.items(on, scopeOf(actor), [
      ...new Set(notices.map(({ dealId }) => dealId)),
    ]);
    const parties = notices.flatMap(({ debtorId, supplierId, financierId }) => [
      debtorId,
      supplierId,
      financierId,
    ]);
    const names = await this.organisations.byIds(on, [...new Set(parties)]);
    return notices.map((notice) => {
      const { id, dealId, debtorId, supplierId, financierId, state, currency, version } = notice;
      const owed = items.filter((item) => item.dealId === dealId && item.debtorId === debtorId);
      return {
        id,
        dealId,
        debtorId,
        debtorName: nameOf(names, debtorId),
        supplierId,
        supplierName: nameOf(names, supplierId),
        financierId,
        financierName: nameOf(names, financierId),
        state,
        total: money(notice.amount, currency),
        registrationNumber: notice.registrationNumber,
        text: { en: notice.textEn, zh: notice.textZh },
        invoices: owed.map(({ receivableId, invoiceNumber, issueDate, dueDate, amount }) => ({
          receivableId,
          invoiceNumber,
          issueDate,
          dueDate,
          amount: money(amount, currency),
        })),
        issuedAt: notice.issuedAt.toISOString(),
        arrivedAt: notice.arrivedAt?.toISOString() ?? null,
        version,
        actions: [],
      };
    });
  }
}
