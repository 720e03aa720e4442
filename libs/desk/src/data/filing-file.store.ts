// The only file that queries desk.filing_file, its lines, and the references that are used up.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { UsedReference } from '../domain/bulk';
import type { FilingFile, FilingLine, FilingStage } from '../domain/filing-file';

export interface LineFilter {
  readonly stage: FilingStage;
  readonly after: number;
  readonly take: number;
  readonly onlyRefused: boolean;
}

/** Names the locks of references among advisory locks. */
const REFERENCES = 545;
const COLUMNS = `f.id, f.organisation_id as "organisationId", f.document_id as "documentId",
  f.file_name as "fileName", f.maker_id as "makerId", f.state, f.done, f.sound, f.refused,
  f.received_at as "receivedAt", f.moved_at as "movedAt", f.version`;
const OWN = '($1::uuid[] is null or f.organisation_id = any($1))';

@Injectable()
export class FilingFileStore {
  async add(tx: Tx, file: FilingFile): Promise<void> {
    await query(
      tx,
      `insert into desk.filing_file (id, organisation_id, document_id, file_name, maker_id, state, done, sound,
         refused, received_at, moved_at, version)
       values ($1, $2, $3, $4, $5, $6, 0, 0, 0, $7, $7, 1)`,
      [
        ...[file.id, file.organisationId, file.documentId, file.fileName, file.makerId, file.state],
        file.receivedAt,
      ],
    );
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<FilingFile | undefined> {
    const sql = `select ${COLUMNS} from desk.filing_file f where f.id = $2 and ${OWN}`;
    const [file] = await query<FilingFile>(on, sql, [scopeParam(scope), id]);
    return file;
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<FilingFile | undefined> {
    const sql = `select ${COLUMNS} from desk.filing_file f where ${OWN} and f.id = $2 for update`;
    const [file] = await query<FilingFile>(tx, sql, [scopeParam(scope), id]);
    return file;
  }

  async page(on: Reads, scope: Scope, page: PageQuery): Promise<FilingFile[]> {
    const { before, take } = keyset(page);
    const sql = `select ${COLUMNS} from desk.filing_file f where ${OWN} and f.id < $2 order by f.id desc limit $3`;
    return query<FilingFile>(on, sql, [scopeParam(scope), before, take]);
  }

  /** Unscoped: the worker looks for files that nobody goes on with. */
  async stalled(on: Reads, since: Date): Promise<string[]> {
    const sql = `select id from desk.filing_file where state in ('planning', 'applying') and moved_at < $1`;
    return (await query<{ id: string }>(on, sql, [since])).map(({ id }) => id);
  }

  /** Where a locked file stands now. */
  async update(tx: Tx, { id, state, done, sound, refused, movedAt, version }: FilingFile): Promise<void> {
    await query(
      tx,
      `update desk.filing_file set state = $2, done = $3, sound = $4, refused = $5, moved_at = $6, version = $7
       where id = $1`,
      [id, state, done, sound, refused, movedAt, version],
    );
  }

  async addLines(tx: Tx, fileId: string, stage: FilingStage, lines: readonly FilingLine[]): Promise<void> {
    if (lines.length === 0) return;
    await query(
      tx,
      `insert into desk.filing_line (file_id, stage, line, reference, filing_id, filing_number, fault)
       select $1, $2, n.line, n.reference, n.filing_id, n.filing_number, n.fault::jsonb
       from unnest($3::int[], $4::text[], $5::uuid[], $6::text[], $7::text[])
         as n (line, reference, filing_id, filing_number, fault)`,
      [
        ...[fileId, stage],
        lines.map(({ line }) => line),
        lines.map(({ reference }) => reference),
        lines.map(({ filingId }) => filingId),
        lines.map(({ filingNumber }) => filingNumber),
        lines.map(({ fault }) => fault && JSON.stringify(fault)),
      ],
    );
  }

  async lines(on: Reads, scope: Scope, fileId: string, filter: LineFilter): Promise<FilingLine[]> {
    return query<FilingLine>(
      on,
      `select l.line, l.reference, l.filing_id as "filingId", l.filing_number as "filingNumber", l.fault
       from desk.filing_line l join desk.filing_file f on f.id = l.file_id
       where l.file_id = $2 and ${OWN} and l.stage = $3 and l.line > $4 and (not $5 or l.fault is not null)
       order by l.line limit $6`,
      [scopeParam(scope), fileId, filter.stage, filter.after, filter.onlyRefused, filter.take],
    );
  }

  /** Which of the references earlier lines of this stage of the file have. */
  async inFile(
    tx: Tx,
    fileId: string,
    stage: FilingStage,
    references: readonly string[],
  ): Promise<Set<string>> {
    const sql = `select distinct reference from desk.filing_line
      where file_id = $1 and stage = $2 and reference = any($3)`;
    const rows = await query<{ reference: string }>(tx, sql, [fileId, stage, references]);
    return new Set(rows.map(({ reference }) => reference));
  }

  /** Which references of an organisation lead to a registration, and to which. */
  async used(
    tx: Tx,
    organisationId: string,
    references: readonly string[],
  ): Promise<Map<string, UsedReference>> {
    const sql = `select reference, filing_id as "filingId", filing_number as number, content_hash as "contentHash"
      from desk.reference where organisation_id = $1 and reference = any($2)`;
    type Row = UsedReference & { readonly reference: string };
    const rows = await query<Row>(tx, sql, [organisationId, references]);
    return new Map(rows.map(({ reference, ...used }) => [reference, used]));
  }

  /** References are used under the lock of their organisation, so none of them is taken meanwhile; without a file by hash. */
  async use(
    tx: Tx,
    { id, organisationId }: { readonly id: string | null; readonly organisationId: string },
    filings: readonly (Omit<UsedReference, 'contentHash'> & {
      readonly reference: string;
      readonly contentHash?: string;
    })[],
  ): Promise<void> {
    if (filings.length === 0) return;
    await query(
      tx,
      `insert into desk.reference (organisation_id, reference, filing_id, filing_number, file_id, content_hash)
       select $1, n.reference, n.filing_id, n.number, $2, n.hash
       from unnest($3::text[], $4::uuid[], $5::text[], $6::text[]) as n (reference, filing_id, number, hash)`,
      [
        ...[organisationId, id],
        filings.map(({ reference }) => reference),
        filings.map(({ filingId }) => filingId),
        filings.map(({ number }) => number),
        filings.map(({ contentHash }) => contentHash ?? null),
      ],
    );
  }

  /** So that two files of one organisation do not take one reference at once. */
  async lockOrganisation(tx: Tx, organisationId: string): Promise<void> {
    await query(tx, 'select pg_advisory_xact_lock($1, hashtext($2))', [REFERENCES, organisationId]);
  }
}
