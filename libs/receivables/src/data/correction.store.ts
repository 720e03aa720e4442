// The only file that queries receivables.correction for itself: a book of what was taken off which receivable, and why.
import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Correction } from '../domain/correction';

interface Row extends Omit<Correction, 'amount' | 'applied' | 'excess'> {
  readonly amount: string;
  readonly applied: string;
  readonly excess: string;
  readonly currency: string;
}

@Injectable()
export class CorrectionStore {
  async add(tx: Tx, corrections: readonly Correction[]): Promise<void> {
    if (corrections.length === 0) return;
    await query(
      tx,
      `insert into receivables.correction
         (id, supplier_id, receivable_id, document_id, correction_key, kind, number, issue_date, basis, amount,
          applied, excess, currency, recorded_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[],
         $8::date[], $9::text[], $10::numeric[], $11::numeric[], $12::numeric[], $13::text[], $14::timestamptz[])`,
      [
        corrections.map(({ id }) => id),
        corrections.map(({ supplierId }) => supplierId),
        corrections.map(({ receivableId }) => receivableId),
        corrections.map(({ documentId }) => documentId),
        corrections.map(({ correctionKey }) => correctionKey),
        corrections.map(({ kind }) => kind),
        corrections.map(({ number }) => number),
        corrections.map(({ issueDate }) => issueDate),
        corrections.map(({ basis }) => basis),
        corrections.map(({ amount }) => amount.amount),
        corrections.map(({ applied }) => applied.amount),
        corrections.map(({ excess }) => excess.amount),
        corrections.map(({ amount }) => amount.currency),
        corrections.map(({ recordedAt }) => recordedAt),
      ],
    );
  }

  /** Unscoped: a key names its supplier. Which of these corrections were recorded before, with the receivable they went to. */
  async known(on: Reads, keys: readonly string[]): Promise<Map<string, string>> {
    const rows = await query<{ key: string; receivableId: string }>(
      on,
      `select correction_key as key, receivable_id as "receivableId" from receivables.correction
       where correction_key = any($1)`,
      [keys],
    );
    return new Map(rows.map(({ key, receivableId }) => [key, receivableId]));
  }

  /** Of receivables whose supplier or debtor is in scope, in the order in which they were recorded. */
  async ofReceivables(on: Reads, scope: Scope, receivableIds: readonly string[]): Promise<Correction[]> {
    const rows = await query<Row>(
      on,
      `select c.id, c.supplier_id as "supplierId", c.receivable_id as "receivableId",
         c.document_id as "documentId", c.correction_key as "correctionKey", c.kind, c.number,
         c.issue_date as "issueDate", c.basis, c.amount, c.applied, c.excess, c.currency,
         c.recorded_at as "recordedAt"
       from receivables.correction c join receivables.receivable r on r.id = c.receivable_id
       where c.receivable_id = any($2)
         and ($1::uuid[] is null or r.supplier_id = any($1) or r.debtor_id = any($1))
       order by c.recorded_at, c.id`,
      [scopeParam(scope), receivableIds],
    );
    return rows.map(({ amount, applied, excess, currency, ...row }) => ({
      ...row,
      amount: money(amount, currency),
      applied: money(applied, currency),
      excess: money(excess, currency),
    }));
  }
}
