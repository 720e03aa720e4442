// The only file that queries receivables.waiting_correction: corrections whose invoice has not come yet.
import { Injectable } from '@nestjs/common';
import { type Id, type Money, money } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { CorrectionWanted } from '../../domain/correction';

export interface WaitingCorrection extends CorrectionWanted {
  readonly id: Id<'correction'>;
  readonly correctionKey: string;
  readonly supplierId: string;
  readonly documentId: string;
  /** Claim keys of invoices that it names; none where it names none. */
  readonly waitsFor: readonly string[];
  readonly waitingSince: Date;
}

/** An invoice that was just registered. */
export interface Arrived {
  readonly claimKey: string;
  readonly debtorId: string;
  readonly amount: Money;
}

export interface WaitingFilter extends PageQuery {
  readonly uploadId?: string;
}

interface Row extends Omit<WaitingCorrection, 'amount'> {
  readonly amount: string;
  readonly currency: string;
}

const COLUMNS = `w.id, w.correction_key as "correctionKey", w.supplier_id as "supplierId",
  w.debtor_id as "debtorId", w.document_id as "documentId", w.kind, w.invoice_key as key, w.number, w.preceding,
  w.issue_date as "issueDate", w.amount, w.currency, w.waits_for as "waitsFor",
  w.waiting_since as "waitingSince"`;

const waitingOf = ({ amount, currency, ...row }: Row): WaitingCorrection => ({
  ...row,
  amount: money(amount, currency),
});

@Injectable()
export class WaitingCorrectionStore {
  /** Under the supplier's turn of screening. */
  async add(tx: Tx, waiting: readonly WaitingCorrection[]): Promise<void> {
    if (waiting.length === 0) return;
    await query(
      tx,
      `insert into receivables.waiting_correction
         (id, correction_key, supplier_id, debtor_id, document_id, kind, invoice_key, number, preceding, issue_date,
          amount, currency, waits_for, waiting_since)
       select n.id, n.correction_key, n.supplier_id, n.debtor_id, n.document_id, n.kind, n.invoice_key, n.number,
         array(select jsonb_array_elements_text(n.preceding)), n.issue_date, n.amount, n.currency,
         array(select jsonb_array_elements_text(n.waits_for)), n.waiting_since
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[],
         $9::jsonb[], $10::date[], $11::numeric[], $12::text[], $13::jsonb[], $14::timestamptz[])
         as n (id, correction_key, supplier_id, debtor_id, document_id, kind, invoice_key, number, preceding,
           issue_date, amount, currency, waits_for, waiting_since)`,
      [
        waiting.map(({ id }) => id),
        waiting.map(({ correctionKey }) => correctionKey),
        waiting.map(({ supplierId }) => supplierId),
        waiting.map(({ debtorId }) => debtorId),
        waiting.map(({ documentId }) => documentId),
        waiting.map(({ kind }) => kind),
        waiting.map(({ key }) => key),
        waiting.map(({ number }) => number),
        waiting.map(({ preceding }) => JSON.stringify(preceding)),
        waiting.map(({ issueDate }) => issueDate),
        waiting.map(({ amount }) => amount.amount),
        waiting.map(({ amount }) => amount.currency),
        waiting.map(({ waitsFor }) => JSON.stringify(waitsFor)),
        waiting.map(({ waitingSince }) => waitingSince),
      ],
    );
  }

  /**
   * Of the supplier in scope, in the order in which they came: those that name one of these invoices, or name none and
   * are of the amount of one.
   */
  async forArrived(on: Reads, scope: Scope, arrived: readonly Arrived[]): Promise<WaitingCorrection[]> {
    const [any] = await query(
      on,
      `select from receivables.waiting_correction w
       where ($1::uuid[] is null or w.supplier_id = any($1)) limit 1`,
      [scopeParam(scope)],
    );
    if (any === undefined || arrived.length === 0) return [];
    const rows = await query<Row>(
      on,
      `with arrived as (
         select * from unnest($2::text[], $3::uuid[], $4::numeric[], $5::text[])
           as a (claim_key, debtor_id, amount, currency))
       select ${COLUMNS} from receivables.waiting_correction w
       where ($1::uuid[] is null or w.supplier_id = any($1))
         and (exists (select from unnest(w.waits_for) k where k in (select claim_key from arrived))
           or (w.waits_for = '{}'
             and (w.debtor_id, w.amount, w.currency) in (select debtor_id, amount, currency from arrived)))
       order by w.id`,
      [
        scopeParam(scope),
        arrived.map(({ claimKey }) => claimKey),
        arrived.map(({ debtorId }) => debtorId),
        arrived.map(({ amount }) => amount.amount),
        arrived.map(({ amount }) => amount.currency),
      ],
    );
    return rows.map(waitingOf);
  }

  /** Unscoped: a key names its supplier. Which of these wait already. */
  async known(on: Reads, correctionKeys: readonly string[]): Promise<string[]> {
    const rows = await query<{ key: string }>(
      on,
      'select correction_key as key from receivables.waiting_correction where correction_key = any($1)',
      [correctionKeys],
    );
    return rows.map(({ key }) => key);
  }

  /** Those that have found their invoice. */
  async remove(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await query(tx, 'delete from receivables.waiting_correction where id = any($1)', [ids]);
  }

  /** With the upload that brought them. */
  async removeOf(tx: Tx, uploadId: string): Promise<void> {
    await query(
      tx,
      `delete from receivables.waiting_correction
       where document_id in (select document_id from receivables.upload_file where upload_id = $1)`,
      [uploadId],
    );
  }

  /** Of the suppliers in scope, the newest first. */
  async page(on: Reads, scope: Scope, filter: WaitingFilter): Promise<WaitingCorrection[]> {
    const { before, take } = keyset(filter);
    const rows = await query<Row>(
      on,
      `select ${COLUMNS} from receivables.waiting_correction w
       where ($1::uuid[] is null or w.supplier_id = any($1)) and w.id < $2
         and ($4::uuid is null or w.document_id in (
           select f.document_id from receivables.upload_file f where f.upload_id = $4))
       order by w.id desc limit $3`,
      [scopeParam(scope), before, take, filter.uploadId ?? null],
    );
    return rows.map(waitingOf);
  }
}
