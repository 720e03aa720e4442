// The only file that queries factoring.deal and its items.
import { Injectable } from '@nestjs/common';
import { invariant, type LocalDate } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Deal, DealItem } from '../domain/deal';
import { ownPage } from './own-page';

/** Each field of a deal and its column. */
const FIELDS = {
  id: 'id',
  requestId: 'request_id',
  offerId: 'offer_id',
  supplierId: 'supplier_id',
  financierId: 'financier_id',
  currency: 'currency',
  state: 'state',
  advanceRate: 'advance_rate',
  rateAnnual: 'rate_annual',
  dayCount: 'day_count',
  recourse: 'recourse',
  surplusTo: 'surplus_to',
  valueDate: 'value_date',
  totalAmount: 'total_amount',
  advanceAmount: 'advance_amount',
  reserveAmount: 'reserve_amount',
  interestAmount: 'interest_amount',
  upFrontAmount: 'up_front_amount',
  feesAmount: 'fees_amount',
  releasedAmount: 'released_amount',
  forgoneAmount: 'forgone_amount',
  netCashAmount: 'net_cash_amount',
  costAmount: 'cost_amount',
  simpleRate: 'simple_rate',
  allInRate: 'all_in_rate',
  filingId: 'filing_id',
  filingNumber: 'filing_number',
  postingId: 'posting_id',
  acceptedBy: 'accepted_by',
  acceptedAt: 'accepted_at',
  frozenAt: 'frozen_at',
  frozenByFilingId: 'frozen_by_filing_id',
  frozenByCorrectionId: 'frozen_by_correction_id',
  taxWaiverReason: 'tax_waiver_reason',
  taxWaivedBy: 'tax_waived_by',
  taxWaivedAt: 'tax_waived_at',
  version: 'version',
} as const satisfies Record<keyof Deal, string>;

const NAMES = Object.keys(FIELDS) as (keyof Deal)[];
const COLUMNS = NAMES.map((name) => `d.${FIELDS[name]} as "${name}"`).join(', ');
const INSERT = `insert into factoring.deal (${NAMES.map((name) => FIELDS[name]).join(', ')})
  values (${NAMES.map((_, index) => `$${index + 1}`).join(', ')})`;

const VISIBLE = `($1::uuid[] is null or d.supplier_id = any($1) or d.financier_id = any($1))`;
const ASKED = { from: 'factoring.deal d', id: 'd.id', where: '($2::text is null or d.state = $2)' };
const PAGE = ownPage(
  [
    { ...ASKED, party: 'd.supplier_id' },
    { ...ASKED, party: 'd.financier_id' },
  ],
  '$3',
  '$4',
);

export interface DealFilter extends PageQuery {
  readonly state?: string;
}
export interface FrozenDeal {
  readonly id: string;
  readonly supplierId: string;
  readonly financierId: string;
  readonly version: number;
}

/** A deal on whose assets somebody else registered a claim. */
export interface ContestedDeal {
  readonly id: string;
  readonly supplierId: string;
  readonly financierId: string;
  readonly filingId: string;
}

@Injectable()
export class DealStore {
  async add(tx: Tx, deal: Deal, items: readonly DealItem[]): Promise<void> {
    await query(
      tx,
      INSERT,
      NAMES.map((name) => deal[name]),
    );
    await query(
      tx,
      `insert into factoring.deal_item (deal_id, receivable_id, debtor_id, asset_key, invoice_number, issue_date,
         due_date, settles_on, amount, advance_amount, interest_amount)
       select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::date[], $8::date[],
         $9::numeric[], $10::numeric[], $11::numeric[])`,
      [
        deal.id,
        items.map(({ receivableId }) => receivableId),
        items.map(({ debtorId }) => debtorId),
        items.map(({ assetKey }) => assetKey),
        items.map(({ invoiceNumber }) => invoiceNumber),
        items.map(({ issueDate }) => issueDate),
        items.map(({ dueDate }) => dueDate),
        items.map(({ settlesOn }) => settlesOn),
        items.map(({ amount }) => amount),
        items.map(({ advanceAmount }) => advanceAmount),
        items.map(({ interestAmount }) => interestAmount),
      ],
    );
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<Deal[]> {
    return query<Deal>(
      on,
      `select ${COLUMNS} from factoring.deal d where ${VISIBLE} and d.id = any($2::uuid[]) order by d.id`,
      [scopeParam(scope), ids],
    );
  }

  async page(on: Reads, scope: Scope, filter: DealFilter): Promise<Deal[]> {
    const { before, take } = keyset(filter);
    return query<Deal>(
      on,
      `select ${COLUMNS} from factoring.deal d where d.id in (${PAGE}) order by d.id desc`,
      [scopeParam(scope), filter.state ?? null, before, take],
    );
  }

  /** Supplier and financier see every item of their deal, a debtor only what it owes itself. */
  async items(on: Reads, scope: Scope, dealIds: readonly string[]): Promise<DealItem[]> {
    return query<DealItem>(
      on,
      `select i.deal_id as "dealId", i.receivable_id as "receivableId", i.debtor_id as "debtorId",
         i.asset_key as "assetKey", i.invoice_number as "invoiceNumber", i.issue_date as "issueDate",
         i.due_date as "dueDate", i.settles_on as "settlesOn", i.amount,
         i.advance_amount as "advanceAmount", i.interest_amount as "interestAmount"
       from factoring.deal_item i join factoring.deal d on d.id = i.deal_id
       where (${VISIBLE} or i.debtor_id = any($1)) and i.deal_id = any($2::uuid[])
       order by i.deal_id, i.due_date, i.receivable_id`,
      [scopeParam(scope), dealIds],
    );
  }

  /** Who has, or had, a deal on this receivable. */
  async financiersOf(on: Reads, scope: Scope, receivableId: string): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select distinct d.financier_id as id
       from factoring.deal_item i join factoring.deal d on d.id = i.deal_id
       where i.receivable_id = $2
         and ($1::uuid[] is null or d.supplier_id = any($1) or d.financier_id = any($1))`,
      [scopeParam(scope), receivableId],
    );
    return rows.map(({ id }) => id);
  }

  async lock(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Deal[]> {
    return query<Deal>(
      tx,
      `select ${COLUMNS} from factoring.deal d where ${VISIBLE} and d.id = any($2::uuid[])
       order by d.id for update`,
      [scopeParam(scope), ids],
    );
  }

  async setState(tx: Tx, { id, state, version }: Pick<Deal, 'id' | 'state' | 'version'>): Promise<void> {
    await query(tx, 'update factoring.deal set state = $2, version = $3 where id = $1', [id, state, version]);
  }

  /** Funded deals with an item that settles by the day. */
  async lockFallenDue(tx: Tx, today: LocalDate, limit: number): Promise<Deal[]> {
    return query<Deal>(
      tx,
      `select ${COLUMNS} from factoring.deal d
       where d.state = 'funded' and exists (
         select 1 from factoring.deal_item i where i.deal_id = d.id and i.settles_on <= $1)
       order by d.id limit $2 for update`,
      [today, limit],
    );
  }

  /** Freezes unfunded deals on these assets, by ascending id; those that another claim froze keep that cause. */
  async freeze(tx: Tx, assetKeys: readonly string[], filingId: string, at: Date): Promise<FrozenDeal[]> {
    return query<FrozenDeal>(
      tx,
      `with meant as (
         select d.id from factoring.deal d
         where d.state = 'accepted' and d.frozen_by_filing_id is null and d.filing_id <> $2 and d.id in
           (select i.deal_id from factoring.deal_item i where i.asset_key = any($1::text[]))
         order by d.id for update of d)
       update factoring.deal d set frozen_at = coalesce(d.frozen_at, $3), frozen_by_filing_id = $2, version = d.version + 1
       from meant where d.id = meant.id
       returning d.id, d.supplier_id as "supplierId", d.financier_id as "financierId", d.version`,
      [assetKeys, filingId, at],
    );
  }

  /** Deals in scope with one of these assets whose money is out. */
  async fundedOn(on: Reads, scope: Scope, assetKeys: readonly string[]): Promise<ContestedDeal[]> {
    return query<ContestedDeal>(
      on,
      `select d.id, d.supplier_id as "supplierId", d.financier_id as "financierId", d.filing_id as "filingId"
       from factoring.deal d where ${VISIBLE} and d.state in ('funded', 'matured', 'overdue', 'recourse')
         and d.id in (select i.deal_id from factoring.deal_item i where i.asset_key = any($2::text[]))
       order by d.id`,
      [scopeParam(scope), assetKeys],
    );
  }

  /** Those that this registration holds up and that are not funded yet, by ascending id, locked. */
  async lockHeldUpBy(tx: Tx, filingId: string): Promise<ContestedDeal[]> {
    return query<ContestedDeal>(
      tx,
      `select d.id, d.supplier_id as "supplierId", d.financier_id as "financierId", d.filing_id as "filingId"
       from factoring.deal d where d.frozen_by_filing_id = $1 and d.state = 'accepted' order by d.id for update of d`,
      [filingId],
    );
  }

  /** On a locked deal: another registration holds it up, or none does. Answers its next version. */
  async heldUpBy(tx: Tx, dealId: string, filingId: string | null): Promise<number> {
    const [row] = await query<{ version: number }>(
      tx,
      `update factoring.deal set frozen_by_filing_id = $2, version = version + 1, frozen_at =
         case when $2::uuid is null and frozen_by_correction_id is null then null else frozen_at end
       where id = $1 returning version`,
      [dealId, filingId],
    );
    invariant(row, 'a locked deal is there');
    return row.version;
  }

  /** Deals of these parties that have not ended. */
  async countOpen(on: Reads, scope: Scope): Promise<number> {
    const [row] = await query<{ count: number }>(
      on,
      `select count(*)::int as count from factoring.deal d
       where ${VISIBLE} and d.state not in ('bought_back', 'settled', 'written_off')`,
      [scopeParam(scope)],
    );
    return row?.count ?? 0;
  }
}
