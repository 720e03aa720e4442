// Which receivables an upload made, and what has happened to them since; only reads, across the tables of receivables.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam } from '#platform';
import type { KeptReason } from '../../domain/upload';

/** A receivable that an upload made. */
export interface Created {
  readonly id: string;
  readonly invoiceNumber: string;
  /** Why it stays; null when it may be taken back. */
  readonly keptFor: KeptReason | null;
}

/** Rows of an upload by their positions. */
export interface RowRange {
  /** Behind this one. */
  readonly after: number;
  readonly upTo: number;
}

/** `$1` is the scope, `$2` the upload, `$3` the suppliers for whom the undo may be done. */
const CREATED = `
  select r.id, r.invoice_number as "invoiceNumber", o.position,
    case
      when exists (select from receivables.confirmation c
        where c.receivable_id = r.id and c.state in ('proposed', 'approved')) then 'answered'
      when exists (select from receivables.correction c where c.receivable_id = r.id) then 'corrected'
      when exists (select from receivables.duplicate_match m
        where m.receivable_id = r.id and m.state = 'cleared') then 'cleared'
      when r.supplier_id <> all($3::uuid[]) then 'mandate_ended'
      when r.state not in ('draft', 'listed') then 'moved_on'
    end as "keptFor"
  from receivables.upload_outcome o
  join receivables.upload u on u.id = o.upload_id
  join receivables.receivable r on r.id = o.receivable_id and r.document_id = o.document_id
  where o.upload_id = $2 and ($1::uuid[] is null or u.organisation_id = any($1))
    and o.stage = 'applied' and o.outcome in ('accepted', 'flagged')`;

export interface UndoReach {
  readonly uploadId: string;
  /** For whom the uploader may take back: itself, and those whose mandate it still has. */
  readonly supplierIds: readonly string[];
}

@Injectable()
export class UndoStore {
  /** Whose receivables an upload made. */
  async suppliers(on: Reads, scope: Scope, uploadId: string): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select distinct r.supplier_id as id
       from receivables.upload_outcome o
       join receivables.upload u on u.id = o.upload_id
       join receivables.receivable r on r.id = o.receivable_id and r.document_id = o.document_id
       where o.upload_id = $2 and ($1::uuid[] is null or u.organisation_id = any($1))`,
      [scopeParam(scope), uploadId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whatever is true of them now: lock the receivables first where it shall stay true. In ascending id. */
  async created(
    on: Reads,
    scope: Scope,
    { uploadId, supplierIds }: UndoReach,
    { after, upTo }: RowRange,
  ): Promise<Created[]> {
    return query<Created>(
      on,
      `select c.id, c."invoiceNumber", c."keptFor"
       from (${CREATED} and o.position > $4 and o.position <= $5) as c order by c.id`,
      [scopeParam(scope), uploadId, supplierIds, after, upTo],
    );
  }

  async counts(
    on: Reads,
    scope: Scope,
    { uploadId, supplierIds }: UndoReach,
  ): Promise<{ readonly free: number; readonly kept: number }> {
    const [row] = await query<{ free: number; kept: number }>(
      on,
      `select count(*) filter (where c."keptFor" is null)::int as free, count(c."keptFor")::int as kept
       from (${CREATED}) as c`,
      [scopeParam(scope), uploadId, supplierIds],
    );
    return row ?? { free: 0, kept: 0 };
  }

  /** Those that stay, the first of them. */
  async kept(
    on: Reads,
    scope: Scope,
    { uploadId, supplierIds }: UndoReach,
    limit: number,
  ): Promise<Created[]> {
    return query<Created>(
      on,
      `select c.id, c."invoiceNumber", c."keptFor" from (${CREATED}) as c
       where c."keptFor" is not null order by c.position limit $4`,
      [scopeParam(scope), uploadId, supplierIds, limit],
    );
  }
}
