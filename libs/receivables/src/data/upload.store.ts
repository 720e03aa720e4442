// The only file that queries receivables.upload and receivables.upload_outcome.
import { Injectable } from '@nestjs/common';
import { money, type Money } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { MatchClass, MatchField } from '../domain/duplicates/match';
import type { OutcomeReason, OutcomeStatus } from '../domain/intake';
import type { Upload } from './upload.entity';

export interface Outcome {
  readonly position: number;
  readonly documentId: string;
  readonly fileName: string;
  readonly line: number | null;
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

/** In fields that the uploader stated itself; another tenant's receivable is not named. */
export interface OutcomeMatch {
  readonly class: MatchClass;
  readonly fields: readonly MatchField[];
  readonly receivableId: string | null;
}

interface OutcomeRow extends Omit<Outcome, 'payable' | 'match'> {
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
}

const COLUMNS = `id, organisation_id as "organisationId", uploader_id as "uploaderId", files, accepted, flagged,
  refused, duplicates, received_at as "receivedAt"`;

@Injectable()
export class UploadStore {
  async add(tx: Tx, upload: Upload): Promise<void> {
    await query(
      tx,
      `insert into receivables.upload
         (id, organisation_id, uploader_id, files, accepted, flagged, refused, duplicates, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        upload.id,
        upload.organisationId,
        upload.uploaderId,
        upload.files,
        upload.accepted,
        upload.flagged,
        upload.refused,
        upload.duplicates,
        upload.receivedAt,
      ],
    );
  }

  async addOutcomes(tx: Tx, uploadId: string, outcomes: readonly Outcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    await query(
      tx,
      `insert into receivables.upload_outcome
         (upload_id, position, document_id, file_name, line, outcome, reasons, flags, invoice_number, buyer_name,
          payable_amount, currency, receivable_id, match_class, match_fields, match_receivable_id)
       select $1, n.position, n.document_id, n.file_name, n.line, n.outcome, n.reasons, n.flags, n.number, n.buyer,
         n.payable, n.currency, n.receivable_id, n.class, string_to_array(n.fields, ','), n.other_id
       from unnest($2::int[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::jsonb[], $8::jsonb[],
         $9::text[], $10::text[], $11::numeric[], $12::text[], $13::uuid[], $14::text[], $15::text[], $16::uuid[])
         as n (position, document_id, file_name, line, outcome, reasons, flags, number, buyer, payable, currency,
           receivable_id, class, fields, other_id)`,
      [
        uploadId,
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
      ],
    );
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<Upload | undefined> {
    const [upload] = await query<Upload>(
      on,
      `select ${COLUMNS} from receivables.upload
       where id = $2 and ($1::uuid[] is null or organisation_id = any($1))`,
      [scopeParam(scope), id],
    );
    return upload;
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, page: PageQuery): Promise<Upload[]> {
    const { before, take } = keyset(page);
    return query<Upload>(
      on,
      `select ${COLUMNS} from receivables.upload
       where ($1::uuid[] is null or organisation_id = any($1)) and id < $2
       order by id desc limit $3`,
      [scopeParam(scope), before, take],
    );
  }

  /** In the order of the files; one more than the limit when there are more. */
  async outcomes(on: Reads, scope: Scope, uploadId: string, filter: OutcomeFilter): Promise<Outcome[]> {
    const rows = await query<OutcomeRow>(
      on,
      `select o.position, o.document_id as "documentId", o.file_name as "fileName", o.line, o.outcome, o.reasons,
         o.flags, o.invoice_number as "invoiceNumber", o.buyer_name as "buyerName",
         o.payable_amount as "payableAmount", o.currency, o.receivable_id as "receivableId",
         o.match_class as "matchClass", o.match_fields as "matchFields",
         o.match_receivable_id as "matchReceivableId"
       from receivables.upload_outcome o join receivables.upload u on u.id = o.upload_id
       where o.upload_id = $2 and ($1::uuid[] is null or u.organisation_id = any($1))
         and o.position > $3 and ($4::text is null or o.outcome = $4)
       order by o.position limit $5`,
      [scopeParam(scope), uploadId, filter.after ?? 0, filter.outcome ?? null, filter.limit + 1],
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
}
