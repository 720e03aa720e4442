// The only file that queries settlement.obligation. The lock of a deal is the lock of its obligations.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Obligation } from '../domain/money/obligation';

const COLUMNS = `o.deal_id as "dealId", o.receivable_id as "receivableId", o.financier_id as "financierId",
  o.supplier_id as "supplierId", o.debtor_id as "debtorId", o.invoice_number as "invoiceNumber",
  o.issue_date as "issueDate", o.settles_on as "settlesOn", o.currency, o.amount, o.paid_amount as "paidAmount",
  o.principal_amount as "principalAmount", o.interest_amount as "interestAmount",
  o.late_interest_amount as "lateInterestAmount", o.prepaid_amount as "prepaidAmount",
  o.reserve_amount as "reserveAmount", o.accrued_to as "accruedTo"`;
const VISIBLE = `($1::uuid[] is null or o.financier_id = any($1) or o.supplier_id = any($1))`;

@Injectable()
export class ObligationStore {
  /** Those of a deal that was funded before, and whose payout came back, are there already. */
  async add(tx: Tx, obligations: readonly Obligation[]): Promise<void> {
    await query(
      tx,
      `insert into settlement.obligation (deal_id, receivable_id, financier_id, supplier_id, debtor_id, invoice_number,
         issue_date, settles_on, currency, amount, paid_amount, principal_amount, interest_amount,
         late_interest_amount, prepaid_amount, reserve_amount, accrued_to)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::date[],
         $8::date[], $9::text[], $10::numeric[], $11::numeric[], $12::numeric[], $13::numeric[], $14::numeric[],
         $15::numeric[], $16::numeric[], $17::date[])
       on conflict do nothing`,
      [
        obligations.map(({ dealId }) => dealId),
        obligations.map(({ receivableId }) => receivableId),
        obligations.map(({ financierId }) => financierId),
        obligations.map(({ supplierId }) => supplierId),
        obligations.map(({ debtorId }) => debtorId),
        obligations.map(({ invoiceNumber }) => invoiceNumber),
        obligations.map(({ issueDate }) => issueDate),
        obligations.map(({ settlesOn }) => settlesOn),
        obligations.map(({ currency }) => currency),
        obligations.map(({ amount }) => amount),
        obligations.map(({ paidAmount }) => paidAmount),
        obligations.map(({ principalAmount }) => principalAmount),
        obligations.map(({ interestAmount }) => interestAmount),
        obligations.map(({ lateInterestAmount }) => lateInterestAmount),
        obligations.map(({ prepaidAmount }) => prepaidAmount),
        obligations.map(({ reserveAmount }) => reserveAmount),
        obligations.map(({ accruedTo }) => accruedTo),
      ],
    );
  }

  async ofDeals(on: Reads, scope: Scope, dealIds: readonly string[]): Promise<Obligation[]> {
    return query<Obligation>(
      on,
      `select ${COLUMNS} from settlement.obligation o
       where ${VISIBLE} and o.deal_id = any($2::uuid[]) order by o.deal_id, o.settles_on, o.receivable_id`,
      [scopeParam(scope), dealIds],
    );
  }

  async ofReceivables(on: Reads, scope: Scope, receivableIds: readonly string[]): Promise<Obligation[]> {
    return query<Obligation>(
      on,
      `select ${COLUMNS} from settlement.obligation o
       where (${VISIBLE} or o.debtor_id = any($1)) and o.receivable_id = any($2::uuid[])
       order by o.receivable_id, o.deal_id`,
      [scopeParam(scope), receivableIds],
    );
  }

  /** What financiers in scope still have to collect in a currency, the earliest first. */
  async open(on: Reads, scope: Scope, currency: string, limit: number): Promise<Obligation[]> {
    return query<Obligation>(
      on,
      `select ${COLUMNS} from settlement.obligation o
       where ($1::uuid[] is null or o.financier_id = any($1)) and o.currency = $2 and o.paid_amount < o.amount
       order by o.settles_on, o.deal_id, o.receivable_id limit $3`,
      [scopeParam(scope), currency, limit],
    );
  }

  /** Writes what is paid and what is still open, under the lock of the deals; the CHECK keeps it within the amount. */
  async pay(tx: Tx, after: readonly Obligation[]): Promise<void> {
    await query(
      tx,
      `update settlement.obligation o set paid_amount = p.paid, principal_amount = p.principal,
         interest_amount = p.interest, late_interest_amount = p.late, prepaid_amount = p.prepaid,
         reserve_amount = p.reserve, accrued_to = p.accrued_to
       from unnest($1::uuid[], $2::uuid[], $3::numeric[], $4::numeric[], $5::numeric[], $6::numeric[], $7::numeric[],
         $8::numeric[], $9::date[])
         as p (deal_id, receivable_id, paid, principal, interest, late, prepaid, reserve, accrued_to)
       where o.deal_id = p.deal_id and o.receivable_id = p.receivable_id`,
      [
        after.map(({ dealId }) => dealId),
        after.map(({ receivableId }) => receivableId),
        after.map(({ paidAmount }) => paidAmount),
        after.map(({ principalAmount }) => principalAmount),
        after.map(({ interestAmount }) => interestAmount),
        after.map(({ lateInterestAmount }) => lateInterestAmount),
        after.map(({ prepaidAmount }) => prepaidAmount),
        after.map(({ reserveAmount }) => reserveAmount),
        after.map(({ accruedTo }) => accruedTo),
      ],
    );
  }

  /** Takes back those of a deal of which nothing was paid, because its payout came back. */
  async remove(tx: Tx, dealId: string): Promise<void> {
    await query(tx, 'delete from settlement.obligation where deal_id = $1 and paid_amount = 0', [dealId]);
  }
}
