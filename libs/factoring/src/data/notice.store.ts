// The only file that queries factoring.notice.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Notice } from '../domain/notice';
import type { DealState } from '../domain/states';
import { ownPage } from './own-page';

const COLUMNS = `n.id, n.deal_id as "dealId", n.debtor_id as "debtorId", n.supplier_id as "supplierId",
  n.financier_id as "financierId", n.currency, n.amount, n.state,
  n.registration_number as "registrationNumber", n.text_en as "textEn", n.text_zh as "textZh",
  n.issued_at as "issuedAt", n.arrived_at as "arrivedAt", n.version`;

/** The debtor it is meant for and the financier that gives it. */
const VISIBLE = `($1::uuid[] is null or n.debtor_id = any($1) or n.financier_id = any($1))`;
const ASKED = { from: 'factoring.notice n', id: 'n.id', where: '($2::text is null or n.state = $2)' };
const PAGE = ownPage(
  [
    { ...ASKED, party: 'n.debtor_id' },
    { ...ASKED, party: 'n.financier_id' },
  ],
  '$3',
  '$4',
);

export interface NoticeFilter extends PageQuery {
  readonly state?: string;
}

/** What of a receivable a deal took, and the notice that tells the debtor so. */
export interface AssignedPart {
  readonly receivableId: string;
  readonly dealId: string;
  readonly dealState: DealState;
  readonly amount: string;
  readonly currency: string;
  readonly financierId: string;
  readonly noticeId: string;
  readonly arrivedAt: Date;
  readonly registrationNumber: string;
}

@Injectable()
export class NoticeStore {
  async add(tx: Tx, notices: readonly Notice[]): Promise<void> {
    await query(
      tx,
      `insert into factoring.notice (id, deal_id, debtor_id, supplier_id, financier_id, currency, amount, state,
         registration_number, text_en, text_zh, issued_at, arrived_at, version)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::numeric[],
         $8::text[], $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::timestamptz[], $14::int[])`,
      [
        notices.map(({ id }) => id),
        notices.map(({ dealId }) => dealId),
        notices.map(({ debtorId }) => debtorId),
        notices.map(({ supplierId }) => supplierId),
        notices.map(({ financierId }) => financierId),
        notices.map(({ currency }) => currency),
        notices.map(({ amount }) => amount),
        notices.map(({ state }) => state),
        notices.map(({ registrationNumber }) => registrationNumber),
        notices.map(({ textEn }) => textEn),
        notices.map(({ textZh }) => textZh),
        notices.map(({ issuedAt }) => issuedAt),
        notices.map(({ arrivedAt }) => arrivedAt),
        notices.map(({ version }) => version),
      ],
    );
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<Notice | undefined> {
    const [notice] = await query<Notice>(
      on,
      `select ${COLUMNS} from factoring.notice n where ${VISIBLE} and n.id = $2`,
      [scopeParam(scope), id],
    );
    return notice;
  }

  async page(on: Reads, scope: Scope, filter: NoticeFilter): Promise<Notice[]> {
    const { before, take } = keyset(filter);
    return query<Notice>(
      on,
      `select ${COLUMNS} from factoring.notice n where n.id in (${PAGE}) order by n.id desc`,
      [scopeParam(scope), filter.state ?? null, before, take],
    );
  }

  /** Supplier and financier of the deals see their notices; the supplier has no other way to them. */
  async ofDeals(on: Reads, scope: Scope, dealIds: readonly string[]): Promise<Notice[]> {
    return query<Notice>(
      on,
      `select ${COLUMNS} from factoring.notice n
       where ($1::uuid[] is null or n.supplier_id = any($1) or n.financier_id = any($1))
         and n.deal_id = any($2::uuid[])
       order by n.deal_id, n.debtor_id`,
      [scopeParam(scope), dealIds],
    );
  }

  /** Parts of receivables that were assigned and whose debtor has its notice; by arrival. */
  async assignedParts(on: Reads, scope: Scope, receivableIds: readonly string[]): Promise<AssignedPart[]> {
    return query<AssignedPart>(
      on,
      `select i.receivable_id as "receivableId", i.deal_id as "dealId", i.amount, d.currency, d.state as "dealState",
         d.financier_id as "financierId", n.id as "noticeId", n.arrived_at as "arrivedAt",
         n.registration_number as "registrationNumber"
       from factoring.deal_item i
       join factoring.deal d on d.id = i.deal_id
       join factoring.notice n on n.deal_id = i.deal_id and n.debtor_id = i.debtor_id and n.arrived_at is not null
       where ($1::uuid[] is null or n.debtor_id = any($1)) and i.receivable_id = any($2::uuid[])
       order by i.receivable_id, n.arrived_at, i.deal_id`,
      [scopeParam(scope), receivableIds],
    );
  }
}
