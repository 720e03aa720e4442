// The only file that queries settlement.payout and its postings.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Payout } from '../domain/money/payout';

const FIELDS = {
  id: 'id',
  dealId: 'deal_id',
  kind: 'kind',
  supplierId: 'supplier_id',
  financierId: 'financier_id',
  currency: 'currency',
  amount: 'amount',
  fromAccountId: 'from_account_id',
  toAccountId: 'to_account_id',
  titleBasis: 'title_basis',
  taxBasis: 'tax_basis',
  taxCheckedAt: 'tax_checked_at',
  taxWaiverReason: 'tax_waiver_reason',
  endToEndId: 'end_to_end_id',
  holdId: 'hold_id',
  state: 'state',
  makerId: 'maker_id',
  instructedAt: 'instructed_at',
  checkerId: 'checker_id',
  checkedAt: 'checked_at',
  submission: 'submission',
  submittedAt: 'submitted_at',
  paidOn: 'paid_on',
  endedAt: 'ended_at',
  reason: 'reason',
  version: 'version',
} as const satisfies Record<keyof Payout, string>;

const NAMES = Object.keys(FIELDS) as (keyof Payout)[];
const COLUMNS = NAMES.map((name) => `p.${FIELDS[name]} as "${name}"`).join(', ');
const VISIBLE = `($1::uuid[] is null or p.supplier_id = any($1) or p.financier_id = any($1))`;

export interface PayoutFilter extends PageQuery {
  readonly state?: string;
  readonly dealId?: string;
}

@Injectable()
export class PayoutStore {
  async add(tx: Tx, payout: Payout): Promise<void> {
    await query(
      tx,
      `insert into settlement.payout (${NAMES.map((name) => FIELDS[name]).join(', ')})
       values (${NAMES.map((_, index) => `$${index + 1}`).join(', ')})`,
      NAMES.map((name) => payout[name]),
    );
  }

  async update(tx: Tx, payout: Payout): Promise<void> {
    await query(
      tx,
      `update settlement.payout set state = $2, checker_id = $3, checked_at = $4, paid_on = $5, ended_at = $6,
         reason = $7, version = $8, submission = $9, submitted_at = $10,
         tax_basis = $11, tax_checked_at = $12, tax_waiver_reason = $13
       where id = $1`,
      [
        payout.id,
        payout.state,
        payout.checkerId,
        payout.checkedAt,
        payout.paidOn,
        payout.endedAt,
        payout.reason,
        payout.version,
        payout.submission,
        payout.submittedAt,
        payout.taxBasis,
        payout.taxCheckedAt,
        payout.taxWaiverReason,
      ],
    );
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<Payout | undefined> {
    const [payout] = await query<Payout>(
      tx,
      `select ${COLUMNS} from settlement.payout p where ${VISIBLE} and p.id = $2 for update`,
      [scopeParam(scope), id],
    );
    return payout;
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<Payout[]> {
    return query<Payout>(
      on,
      `select ${COLUMNS} from settlement.payout p where ${VISIBLE} and p.id = any($2::uuid[]) order by p.id`,
      [scopeParam(scope), ids],
    );
  }

  /** Of one financier, by our references. */
  async byReferences(on: Reads, scope: Scope, endToEndIds: readonly string[]): Promise<Payout[]> {
    return query<Payout>(
      on,
      `select ${COLUMNS} from settlement.payout p
       where ($1::uuid[] is null or p.financier_id = any($1)) and p.end_to_end_id = any($2::text[])`,
      [scopeParam(scope), endToEndIds],
    );
  }

  async ofDeal(on: Reads, scope: Scope, dealId: string): Promise<Payout[]> {
    return query<Payout>(
      on,
      `select ${COLUMNS} from settlement.payout p where ${VISIBLE} and p.deal_id = $2 order by p.id`,
      [scopeParam(scope), dealId],
    );
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: PayoutFilter): Promise<Payout[]> {
    const { before, take } = keyset(filter);
    return query<Payout>(
      on,
      `select ${COLUMNS} from settlement.payout p
       where ${VISIBLE} and ($2::text is null or p.state = $2) and ($3::uuid is null or p.deal_id = $3)
         and p.id < $4
       order by p.id desc limit $5`,
      [scopeParam(scope), filter.state ?? null, filter.dealId ?? null, before, take],
    );
  }

  /**
   * Released before then, and not handed over since: the line to the bank has lost sight of them.
   * Unscoped: the line serves every financier.
   */
  async unsubmitted(on: Reads, releasedBefore: Date, limit: number): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select p.id from settlement.payout p
       where p.state = 'released' and p.submission in ('waiting', 'begun') and p.checked_at < $1
       order by p.checked_at limit $2`,
      [releasedBefore, limit],
    );
    return rows.map(({ id }) => id);
  }

  async addPostings(tx: Tx, payoutId: string, postingIds: readonly string[]): Promise<void> {
    await query(
      tx,
      'insert into settlement.payout_posting (payout_id, posting_id) select $1, * from unnest($2::uuid[])',
      [payoutId, postingIds],
    );
  }

  async postings(on: Reads, scope: Scope, payoutId: string): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select o.posting_id as id from settlement.payout_posting o join settlement.payout p on p.id = o.payout_id
       where ${VISIBLE} and o.payout_id = $2 order by o.posting_id`,
      [scopeParam(scope), payoutId],
    );
    return rows.map(({ id }) => id);
  }
}
