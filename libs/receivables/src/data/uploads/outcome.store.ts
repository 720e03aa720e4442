// The only file that queries receivables.upload_outcome: what would become of each invoice, and what did.
import { Injectable } from '@nestjs/common';
import { money, type Money } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { MatchClass, MatchField } from '../../domain/duplicates/match';
import type { OutcomeReason, OutcomeStatus } from '../../domain/intake';
import type { OutcomeStage } from '../../domain/upload';

export interface Outcome {
  readonly position: number;
  readonly documentId: string;
  readonly fileName: string;
  /** Sheet of a workbook, else null. */
  readonly sheet: string | null;
  readonly line: number | null;
  /** Under which the invoice is claimed, the correction takes effect or the row is kept once; null where it states too little. */
  readonly claimKey: string | null;
  readonly outcome: OutcomeStatus;
  readonly reasons: readonly OutcomeReason[];
  readonly flags: readonly string[];
  readonly invoiceNumber: string | null;
  readonly buyerName: string | null;
  readonly payable: Money | null;
  readonly receivableId: string | null;
  /** What the invoice resembles; null when nothing. */
  readonly match: OutcomeMatch | null;
}

/** As it is read, with the number of the receivable, which is not that of a credit note. */
export interface OutcomeRead extends Outcome {
  readonly receivableNumber: string | null;
}

/** In fields that the uploader stated itself; another tenant's receivable is not named. */
export interface OutcomeMatch {
  readonly class: MatchClass;
  readonly fields: readonly MatchField[];
  readonly receivableId: string | null;
}

interface OutcomeRow extends Omit<OutcomeRead, 'payable' | 'match'> {
  readonly matchClass: MatchClass | null;
  readonly matchFields: readonly MatchField[] | null;
  readonly matchReceivableId: string | null;
  readonly payableAmount: string | null;
  readonly currency: string | null;
}

export interface OutcomeFilter {
  /** Continue after this position. */
  readonly after?: number;
  readonly limit: number;
  readonly outcome?: OutcomeStatus;
  readonly stage: OutcomeStage;
}

/** A refused invoice, and the line at which the next one of its sheet begins; null behind the last. */
export interface RefusedRow {
  readonly position: number;
  readonly documentId: string;
  readonly fileName: string;
  readonly sheet: string | null;
  readonly line: number | null;
  readonly nextLine: number | null;
  readonly reasons: readonly OutcomeReason[];
}

@Injectable()
export class OutcomeStore {
  async add(tx: Tx, uploadId: string, stage: OutcomeStage, outcomes: readonly Outcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    await query(
      tx,
      `insert into receivables.upload_outcome
         (upload_id, stage, position, document_id, file_name, line, outcome, reasons, flags, invoice_number,
          buyer_name, payable_amount, currency, receivable_id, match_class, match_fields, match_receivable_id,
          sheet, claim_key)
       select $1, $2, n.position, n.document_id, n.file_name, n.line, n.outcome, n.reasons, n.flags, n.number,
         n.buyer, n.payable, n.currency, n.receivable_id, n.class, string_to_array(n.fields, ','), n.other_id,
         n.sheet, n.claim_key
       from unnest($3::int[], $4::uuid[], $5::text[], $6::int[], $7::text[], $8::jsonb[], $9::jsonb[],
         $10::text[], $11::text[], $12::numeric[], $13::text[], $14::uuid[], $15::text[], $16::text[], $17::uuid[],
         $18::text[], $19::text[])
         as n (position, document_id, file_name, line, outcome, reasons, flags, number, buyer, payable, currency,
           receivable_id, class, fields, other_id, sheet, claim_key)`,
      [
        uploadId,
        stage,
        outcomes.map(({ position }) => position),
        outcomes.map(({ documentId }) => documentId),
        outcomes.map(({ fileName }) => fileName),
        outcomes.map(({ line }) => line),
        outcomes.map(({ outcome }) => outcome),
        outcomes.map(({ reasons }) => JSON.stringify(reasons)),
        outcomes.map(({ flags }) => JSON.stringify(flags)),
        outcomes.map(({ invoiceNumber }) => invoiceNumber),
        outcomes.map(({ buyerName }) => buyerName),
        outcomes.map(({ payable }) => payable?.amount ?? null),
        outcomes.map(({ payable }) => payable?.currency ?? null),
        outcomes.map(({ receivableId }) => receivableId),
        outcomes.map(({ match }) => match?.class ?? null),
        outcomes.map(({ match }) => match?.fields.join(',') ?? null),
        outcomes.map(({ match }) => match?.receivableId ?? null),
        outcomes.map(({ sheet }) => sheet),
        outcomes.map(({ claimKey }) => claimKey),
      ],
    );
  }

  /** In the order of the files; one more than the limit when there are more. */
  async page(on: Reads, scope: Scope, uploadId: string, filter: OutcomeFilter): Promise<OutcomeRead[]> {
    const rows = await query<OutcomeRow>(
      on,
      `select o.position, o.sheet, o.claim_key as "claimKey", o.document_id as "documentId", o.file_name as "fileName", o.line, o.outcome, o.reasons,
         o.flags, o.invoice_number as "invoiceNumber", o.buyer_name as "buyerName",
         o.payable_amount as "payableAmount", o.currency, o.receivable_id as "receivableId",
         o.match_class as "matchClass", o.match_fields as "matchFields",
         o.match_receivable_id as "matchReceivableId", r.invoice_number as "receivableNumber"
       from receivables.upload_outcome o join receivables.upload u on u.id = o.upload_id
         left join receivables.receivable r on r.id = o.receivable_id
       where o.upload_id = $2 and ($1::uuid[] is null or u.organisation_id = any($1))
         and o.stage = $6 and o.position > $3 and ($4::text is null or o.outcome = $4)
       order by o.position limit $5`,
      [
        scopeParam(scope),
        uploadId,
        filter.after ?? 0,
        filter.outcome ?? null,
        filter.limit + 1,
        filter.stage,
      ],
    );
    return rows.map(({ payableAmount, currency, matchClass, matchFields, matchReceivableId, ...row }) => ({
      ...row,
      match:
        matchClass !== null && matchFields !== null
          ? { class: matchClass, fields: matchFields, receivableId: matchReceivableId }
          : null,
      payable: payableAmount !== null && currency !== null ? money(payableAmount, currency) : null,
    }));
  }

  /** Of these claim keys: which an earlier row of the same plan wants already. */
  async plannedKeys(
    on: Reads,
    scope: Scope,
    uploadId: string,
    keys: readonly string[],
  ): Promise<Set<string>> {
    const rows = await query<{ key: string }>(
      on,
      `select distinct o.claim_key as key
       from receivables.upload_outcome o join receivables.upload u on u.id = o.upload_id
       where o.upload_id = $2 and ($1::uuid[] is null or u.organisation_id = any($1))
         and o.stage = 'planned' and o.claim_key = any($3)
         and o.outcome in ('accepted', 'changed', 'flagged')`,
      [scopeParam(scope), uploadId, keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** Of these keys: under which rows are kept that were never registered, of uploads that were not undone. */
  async keptKeys(on: Reads, scope: Scope, keys: readonly string[]): Promise<Set<string>> {
    if (keys.length === 0) return new Set();
    const rows = await query<{ key: string }>(
      on,
      `select distinct o.claim_key as key
       from receivables.upload_outcome o join receivables.upload u on u.id = o.upload_id
       where o.claim_key = any($2) and ($1::uuid[] is null or u.organisation_id = any($1))
         and o.stage = 'applied' and o.outcome = 'flagged' and u.state not in ('undoing', 'undone')`,
      [scopeParam(scope), keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** In the order of the files, from behind a position. */
  async refused(
    on: Reads,
    scope: Scope,
    uploadId: string,
    from: { readonly stage: OutcomeStage; readonly documentId: string; readonly after: number },
  ): Promise<RefusedRow[]> {
    return query<RefusedRow>(
      on,
      `select * from (
         select o.position, o.document_id as "documentId", o.file_name as "fileName", o.sheet, o.line, o.reasons,
           o.outcome, lead(o.line) over (partition by o.sheet order by o.position) as "nextLine"
         from receivables.upload_outcome o join receivables.upload u on u.id = o.upload_id
         where o.upload_id = $2 and ($1::uuid[] is null or u.organisation_id = any($1))
           and o.stage = $3 and o.document_id = $4) o
       where o.outcome = 'refused' and o.position > $5 order by o.position limit 10000`,
      [scopeParam(scope), uploadId, from.stage, from.documentId, from.after],
    );
  }
}
