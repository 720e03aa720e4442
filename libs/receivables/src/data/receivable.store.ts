// The only file that queries receivables.receivable for itself; the queue, which joins the answers, has its own.
import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Receivable, ReceivableState } from '../domain/receivable';
import type { ReceivableRow } from './receivable.entity';

export const RECEIVABLE_COLUMNS = `r.id, r.supplier_id as "supplierId", r.debtor_id as "debtorId",
  r.document_id as "documentId", r.presented_by as "presentedBy",
  r.invoice_key as "invoiceKey", r.invoice_number as "invoiceNumber",
  r.type_code as "typeCode", r.issue_date as "issueDate", r.due_date as "dueDate",
  r.payment_terms as "paymentTerms", r.currency, r.registered_amount as "registeredAmount",
  r.payable_amount as "payableAmount",
  r.confirmed_amount as "confirmedAmount", r.state, r.listed_at as "listedAt", r.answer_by as "answerBy",
  r.answered_at as "answeredAt", r.duplicate_hold as "duplicateHold",
  r.dispute_hold as "disputeHold", r.version, r.created_at as "createdAt"`;

/**
 * One organisation is asked for by equality, for only that walks an index in its order; `$1` is the scope all the same.
 */
export const ownedBy = (column: string, { organisations }: Scope): string =>
  organisations !== 'all' && organisations.length === 1
    ? `${column} = ($1::uuid[])[1]`
    : `($1::uuid[] is null or ${column} = any($1))`;

export interface ReceivableFilter extends PageQuery {
  readonly state?: ReceivableState;
  readonly debtorId?: string;
  /** Part of the invoice number. */
  readonly q?: string;
}

export function receivableOf(row: ReceivableRow): Receivable {
  const { currency, registeredAmount, payableAmount, confirmedAmount, ...rest } = row;
  return {
    ...rest,
    registered: money(registeredAmount, currency),
    payable: money(payableAmount, currency),
    confirmed: confirmedAmount === null ? null : money(confirmedAmount, currency),
  };
}

@Injectable()
export class ReceivableStore {
  async add(tx: Tx, receivables: readonly Receivable[]): Promise<void> {
    if (receivables.length === 0) return;
    await query(
      tx,
      `insert into receivables.receivable
         (id, supplier_id, debtor_id, document_id, invoice_key, invoice_number, type_code, issue_date, due_date,
          payment_terms, currency, registered_amount, payable_amount, state, listed_at, answer_by, version, created_at,
          presented_by)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[],
         $8::date[], $9::date[], $10::text[], $11::text[], $12::numeric[], $13::numeric[], $14::text[],
         $15::timestamptz[], $16::date[], $17::int[], $18::timestamptz[], $19::text[])`,
      [
        receivables.map(({ id }) => id),
        receivables.map(({ supplierId }) => supplierId),
        receivables.map(({ debtorId }) => debtorId),
        receivables.map(({ documentId }) => documentId),
        receivables.map(({ invoiceKey }) => invoiceKey),
        receivables.map(({ invoiceNumber }) => invoiceNumber),
        receivables.map(({ typeCode }) => typeCode),
        receivables.map(({ issueDate }) => issueDate),
        receivables.map(({ dueDate }) => dueDate),
        receivables.map(({ paymentTerms }) => paymentTerms),
        receivables.map(({ payable }) => payable.currency),
        receivables.map(({ registered }) => registered.amount),
        receivables.map(({ payable }) => payable.amount),
        receivables.map(({ state }) => state),
        receivables.map(({ listedAt }) => listedAt),
        receivables.map(({ answerBy }) => answerBy),
        receivables.map(({ version }) => version),
        receivables.map(({ createdAt }) => createdAt),
        receivables.map(({ presentedBy }) => presentedBy),
      ],
    );
  }

  /** Of the suppliers in scope, in no particular order. */
  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<Receivable[]> {
    const rows = await query<ReceivableRow>(
      on,
      `select ${RECEIVABLE_COLUMNS} from receivables.receivable r
       where r.id = any($2) and ($1::uuid[] is null or r.supplier_id = any($1))`,
      [scopeParam(scope), ids],
    );
    return rows.map(receivableOf);
  }

  /** Locks the rows of the suppliers in scope, one by one in ascending id. */
  async lock(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Receivable[]> {
    return this.lockWhere(tx, 'supplier_id', scope, ids);
  }

  /** Locks what the debtors in scope owe, one by one in ascending id. */
  async lockOwed(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Receivable[]> {
    return this.lockWhere(tx, 'debtor_id', scope, ids);
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: ReceivableFilter): Promise<Receivable[]> {
    const { before, take } = keyset(filter);
    const pattern = filter.q === undefined ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await query<ReceivableRow>(
      on,
      `select ${RECEIVABLE_COLUMNS} from receivables.receivable r
       where ${ownedBy('r.supplier_id', scope)}
         and ($2::text is null or r.state = $2) and ($3::uuid is null or r.debtor_id = $3)
         and ($4::text is null or r.invoice_number ilike $4) and r.id < $5
       order by r.id desc limit $6`,
      [scopeParam(scope), filter.state ?? null, filter.debtorId ?? null, pattern, before, take],
    );
    return rows.map(receivableOf);
  }

  /** What the debtors in scope owe and have confirmed, also where it is frozen, for then it is owed still; the newest first. */
  async pageOwed(on: Reads, scope: Scope, filter: PageQuery): Promise<Receivable[]> {
    const { before, take } = keyset(filter);
    const rows = await query<ReceivableRow>(
      on,
      `select ${RECEIVABLE_COLUMNS} from receivables.receivable r
       where ($1::uuid[] is null or r.debtor_id = any($1)) and r.confirmed_amount is not null
         and r.state in ('confirmed', 'part_disputed', 'frozen')
         and r.id < $2
       order by r.id desc limit $3`,
      [scopeParam(scope), before, take],
    );
    return rows.map(receivableOf);
  }

  /** Writes what may change on locked rows: terms, state, answer, what is payable and the hold, with the next version. */
  async update(tx: Tx, receivables: readonly Receivable[]): Promise<void> {
    if (receivables.length === 0) return;
    await query(
      tx,
      `update receivables.receivable r
       set due_date = n.due_date, state = n.state, listed_at = n.listed_at, answer_by = n.answer_by,
         confirmed_amount = n.confirmed_amount, answered_at = n.answered_at, payable_amount = n.payable_amount,
         duplicate_hold = n.duplicate_hold, dispute_hold = n.dispute_hold, version = n.version
       from unnest($1::uuid[], $2::date[], $3::text[], $4::timestamptz[], $5::date[], $6::numeric[],
         $7::timestamptz[], $8::numeric[], $9::boolean[], $10::int[], $11::boolean[])
         as n (id, due_date, state, listed_at, answer_by, confirmed_amount, answered_at, payable_amount,
           duplicate_hold, version, dispute_hold)
       where r.id = n.id`,
      [
        receivables.map(({ id }) => id),
        receivables.map(({ dueDate }) => dueDate),
        receivables.map(({ state }) => state),
        receivables.map(({ listedAt }) => listedAt),
        receivables.map(({ answerBy }) => answerBy),
        receivables.map(({ confirmed }) => confirmed?.amount ?? null),
        receivables.map(({ answeredAt }) => answeredAt),
        receivables.map(({ payable }) => payable.amount),
        receivables.map(({ duplicateHold }) => duplicateHold),
        receivables.map(({ version }) => version),
        receivables.map(({ disputeHold }) => disputeHold),
      ],
    );
  }

  private async lockWhere(
    tx: Tx,
    side: 'supplier_id' | 'debtor_id',
    scope: Scope,
    ids: readonly string[],
  ): Promise<Receivable[]> {
    const rows = await query<ReceivableRow>(
      tx,
      `select ${RECEIVABLE_COLUMNS} from receivables.receivable r
       where r.id = any($2) and ($1::uuid[] is null or r.${side} = any($1))
       order by r.id for update`,
      [scopeParam(scope), ids],
    );
    return rows.map(receivableOf);
  }

  /** Receivables that stand, whichever side of them one of these is on. */
  async countStanding(on: Reads, scope: Scope): Promise<number> {
    const [row] = await query<{ count: number }>(
      on,
      `select count(*)::int as count from receivables.receivable r
       where ($1::uuid[] is null or r.supplier_id = any($1) or r.debtor_id = any($1))
         and r.state in ('listed', 'confirmed', 'part_disputed', 'frozen')`,
      [scopeParam(scope)],
    );
    return row?.count ?? 0;
  }
}
