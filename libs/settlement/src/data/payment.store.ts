// The only file that queries what banks reported and what became of the payments among it.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { BankEntry, Payment } from '../domain/money/payment';

export type PaymentRow = Payment &
  Pick<
    BankEntry,
    | 'bookedOn'
    | 'valueDate'
    | 'reference'
    | 'endToEndId'
    | 'counterpartyName'
    | 'counterpartyAccount'
    | 'remittance'
  >;
export interface BankFile {
  readonly id: string;
  readonly financierId: string;
  readonly name: string;
  readonly sha256: string;
  readonly content: Buffer;
  /** Whether a person brought it, or the line to the bank. */
  readonly source: 'person' | 'bank';
  readonly importedBy: string | null;
  readonly importedAt: Date;
}
export interface Allocation {
  readonly id: string;
  readonly paymentId: string;
  readonly dealId: string;
  readonly receivableId: string;
  readonly currency: string;
  readonly amount: string;
  readonly principalAmount: string;
  readonly interestAmount: string;
  readonly surplusAmount: string;
  readonly postingId: string;
  readonly rule: string;
  readonly allocatedBy: string | null;
  readonly allocatedAt: Date;
}
export interface PaymentFilter extends PageQuery {
  readonly open?: boolean;
}

const COLUMNS = `m.id, m.financier_id as "financierId", m.currency, m.amount,
  m.allocated_amount as "allocatedAmount", m.overpaid_amount as "overpaidAmount", m.received_at as "receivedAt",
  m.version, e.booked_on as "bookedOn", e.value_date as "valueDate", e.reference, e.end_to_end_id as "endToEndId",
  e.counterparty_name as "counterpartyName", e.counterparty_account as "counterpartyAccount", e.remittance`;
const FROM = `from settlement.payment m join settlement.bank_entry e on e.id = m.id`;
const VISIBLE = `($1::uuid[] is null or m.financier_id = any($1))`;

@Injectable()
export class PaymentStore {
  /** False when the financier has imported the same file before. */
  async addFile(tx: Tx, file: BankFile): Promise<boolean> {
    const rows = await query(
      tx,
      `insert into settlement.bank_file (id, financier_id, name, sha256, content, source, imported_by, imported_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (financier_id, sha256) do nothing returning id`,
      [
        file.id,
        file.financierId,
        file.name,
        file.sha256,
        file.content,
        file.source,
        file.importedBy,
        file.importedAt,
      ],
    );
    return rows.length > 0;
  }

  /**
   * Notes bookings by their keys, and answers those that the financier's banks had not told before: whoever tells one
   * a second time, as a sum or payment by payment, tells nothing new.
   */
  async addBookings(tx: Tx, financierId: string, fileId: string, keys: readonly string[]): Promise<string[]> {
    if (keys.length === 0) return [];
    const rows = await query<{ key: string }>(
      tx,
      `insert into settlement.bank_booking (financier_id, file_id, booking_key)
       select $1, $2, key from unnest($3::text[]) as n (key) order by key
       on conflict (financier_id, booking_key) do nothing returning booking_key as key`,
      [financierId, fileId, keys],
    );
    return rows.map(({ key }) => key);
  }

  /** Writes those that the financier's banks had not told before, and answers their ids. */
  async addEntries(tx: Tx, entries: readonly BankEntry[]): Promise<string[]> {
    if (entries.length === 0) return [];
    const rows = await query<{ id: string }>(
      tx,
      `insert into settlement.bank_entry (id, file_id, financier_id, account_id, entry_key, use, payout_id, amount,
         currency, booked_on, value_date, reference, end_to_end_id, counterparty_name, counterparty_account,
         remittance, return_reason, recorded_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[],
         $8::numeric[], $9::text[], $10::date[], $11::date[], $12::text[], $13::text[], $14::text[], $15::text[],
         $16::text[], $17::text[], $18::timestamptz[]) as n (id, file_id, financier_id, account_id, entry_key, use,
         payout_id, amount, currency, booked_on, value_date, reference, end_to_end_id, counterparty_name,
         counterparty_account, remittance, return_reason, recorded_at)
       order by n.entry_key
       on conflict (financier_id, entry_key) do nothing returning id`,
      [
        entries.map(({ id }) => id),
        entries.map(({ fileId }) => fileId),
        entries.map(({ financierId }) => financierId),
        entries.map(({ accountId }) => accountId),
        entries.map(({ entryKey }) => entryKey),
        entries.map(({ use }) => use),
        entries.map(({ payoutId }) => payoutId),
        entries.map(({ amount }) => amount),
        entries.map(({ currency }) => currency),
        entries.map(({ bookedOn }) => bookedOn),
        entries.map(({ valueDate }) => valueDate),
        entries.map(({ reference }) => reference),
        entries.map(({ endToEndId }) => endToEndId),
        entries.map(({ counterpartyName }) => counterpartyName),
        entries.map(({ counterpartyAccount }) => counterpartyAccount),
        entries.map(({ remittance }) => remittance),
        entries.map(({ returnReason }) => returnReason),
        entries.map(({ recordedAt }) => recordedAt),
      ],
    );
    return rows.map(({ id }) => id);
  }

  async addPayments(tx: Tx, payments: readonly Payment[]): Promise<void> {
    await query(
      tx,
      `insert into settlement.payment
         (id, financier_id, currency, amount, allocated_amount, overpaid_amount, received_at, version)
       select id, financier_id, currency, amount, 0, 0, received_at, 1
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::numeric[], $5::timestamptz[])
         as n (id, financier_id, currency, amount, received_at)`,
      [
        payments.map(({ id }) => id),
        payments.map(({ financierId }) => financierId),
        payments.map(({ currency }) => currency),
        payments.map(({ amount }) => amount),
        payments.map(({ receivedAt }) => receivedAt),
      ],
    );
  }

  /** What banks told of one payout, in the order in which it reached us. */
  async entriesOfPayout(on: Reads, scope: Scope, payoutId: string): Promise<BankEntry[]> {
    return query<BankEntry>(
      on,
      `select e.id, e.use, e.amount, e.currency, e.value_date as "valueDate", e.entry_key as "entryKey",
         e.return_reason as "returnReason", e.recorded_at as "recordedAt"
       from settlement.bank_entry e
       where ($1::uuid[] is null or e.financier_id = any($1)) and e.payout_id = $2
       order by e.recorded_at, e.id`,
      [scopeParam(scope), payoutId],
    );
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<PaymentRow | undefined> {
    const [row] = await query<PaymentRow>(
      tx,
      `select ${COLUMNS} ${FROM} where ${VISIBLE} and m.id = $2 for update of m`,
      [scopeParam(scope), id],
    );
    return row;
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<PaymentRow[]> {
    return query<PaymentRow>(
      on,
      `select ${COLUMNS} ${FROM} where ${VISIBLE} and m.id = any($2::uuid[]) order by m.id`,
      [scopeParam(scope), ids],
    );
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: PaymentFilter): Promise<PaymentRow[]> {
    const { before, take } = keyset(filter);
    return query<PaymentRow>(
      on,
      `select ${COLUMNS} ${FROM}
       where ${VISIBLE} and m.id < $2
         and ($3::boolean is null or (m.allocated_amount + m.overpaid_amount < m.amount) = $3)
       order by m.id desc limit $4`,
      [scopeParam(scope), before, filter.open ?? null, take],
    );
  }

  async spend(tx: Tx, { id, allocatedAmount, overpaidAmount, version }: Payment): Promise<void> {
    await query(
      tx,
      'update settlement.payment set allocated_amount = $2, overpaid_amount = $3, version = $4 where id = $1',
      [id, allocatedAmount, overpaidAmount, version],
    );
  }

  async addAllocations(tx: Tx, allocations: readonly Allocation[]): Promise<void> {
    await query(
      tx,
      `insert into settlement.allocation (id, payment_id, deal_id, receivable_id, currency, amount,
         principal_amount, interest_amount, surplus_amount, posting_id, rule, allocated_by, allocated_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::numeric[], $7::numeric[],
         $8::numeric[], $9::numeric[], $10::uuid[], $11::text[], $12::uuid[], $13::timestamptz[])`,
      [
        allocations.map(({ id }) => id),
        allocations.map(({ paymentId }) => paymentId),
        allocations.map(({ dealId }) => dealId),
        allocations.map(({ receivableId }) => receivableId),
        allocations.map(({ currency }) => currency),
        allocations.map(({ amount }) => amount),
        allocations.map(({ principalAmount }) => principalAmount),
        allocations.map(({ interestAmount }) => interestAmount),
        allocations.map(({ surplusAmount }) => surplusAmount),
        allocations.map(({ postingId }) => postingId),
        allocations.map(({ rule }) => rule),
        allocations.map(({ allocatedBy }) => allocatedBy),
        allocations.map(({ allocatedAt }) => allocatedAt),
      ],
    );
  }

  async allocations(on: Reads, scope: Scope, paymentIds: readonly string[]): Promise<Allocation[]> {
    return query<Allocation>(
      on,
      `select a.id, a.payment_id as "paymentId", a.deal_id as "dealId", a.receivable_id as "receivableId", a.currency,
         a.amount, a.principal_amount as "principalAmount", a.interest_amount as "interestAmount",
         a.surplus_amount as "surplusAmount", a.posting_id as "postingId", a.rule, a.allocated_by as "allocatedBy",
         a.allocated_at as "allocatedAt"
       from settlement.allocation a join settlement.payment m on m.id = a.payment_id
       where ${VISIBLE} and a.payment_id = any($2::uuid[]) order by a.payment_id, a.id`,
      [scopeParam(scope), paymentIds],
    );
  }
}
