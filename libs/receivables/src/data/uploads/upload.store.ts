// The only file that queries receivables.upload and receivables.upload_file. A row of upload is locked before any
// receivable, and by its own use cases only.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Upload, UploadSide } from '../../domain/upload';

const COLUMNS = `id, organisation_id as "organisationId", uploader_id as "uploaderId", files, state, mode, side,
  is_whole as "isWhole", accepted, changed, flagged, refused, duplicates, rows_done as "rowsDone",
  bytes_done as "bytesDone", bytes_total as "bytesTotal", received_at as "receivedAt", begun_at as "begunAt",
  moved_at as "movedAt", withdrawn, kept, undone_rows as "undoneRows",
  maker_id as "makerId", maker_session as "makerSession", maker_kind as "makerKind",
  maker_methods as "makerMethods", version`;

@Injectable()
export class UploadStore {
  /** @param documentIds its files, in their order */
  async add(tx: Tx, upload: Upload, documentIds: readonly string[]): Promise<void> {
    await query(
      tx,
      `insert into receivables.upload
         (id, organisation_id, uploader_id, files, state, mode, is_whole, accepted, changed, flagged, refused,
          duplicates, rows_done, bytes_done, bytes_total, received_at, begun_at, moved_at, version,
          side, maker_id, maker_session, maker_kind, maker_methods)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
         $23, $24)`,
      [
        ...[upload.id, upload.organisationId, upload.uploaderId, upload.files, upload.state, upload.mode],
        ...[upload.isWhole, upload.accepted, upload.changed, upload.flagged, upload.refused],
        ...[upload.duplicates, upload.rowsDone, upload.bytesDone, upload.bytesTotal],
        ...[upload.receivedAt, upload.begunAt, upload.movedAt, upload.version, upload.side],
        ...[upload.makerId, upload.makerSession, upload.makerKind, upload.makerMethods],
      ],
    );
    await query(
      tx,
      `insert into receivables.upload_file (upload_id, place, document_id)
       select $1, n.place - 1, n.document_id from unnest($2::uuid[]) with ordinality as n (document_id, place)`,
      [upload.id, documentIds],
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

  /** Its one row, until the transaction ends. */
  async lock(tx: Tx, scope: Scope, id: string): Promise<Upload | undefined> {
    const [upload] = await query<Upload>(
      tx,
      `select ${COLUMNS} from receivables.upload
       where id = $2 and ($1::uuid[] is null or organisation_id = any($1)) for update`,
      [scopeParam(scope), id],
    );
    return upload;
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, side: UploadSide, page: PageQuery): Promise<Upload[]> {
    const { before, take } = keyset(page);
    return query<Upload>(
      on,
      `select ${COLUMNS} from receivables.upload
       where ($1::uuid[] is null or organisation_id = any($1)) and side = $4 and id < $2
       order by id desc limit $3`,
      [scopeParam(scope), before, take, side],
    );
  }

  /** The document that each of them delivered first. */
  async firstDocuments(on: Reads, scope: Scope, uploadIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await query<{ uploadId: string; id: string }>(
      on,
      `select f.upload_id as "uploadId", f.document_id as id
       from receivables.upload_file f join receivables.upload u on u.id = f.upload_id
       where f.upload_id = any($2) and f.place = 0 and ($1::uuid[] is null or u.organisation_id = any($1))`,
      [scopeParam(scope), uploadIds],
    );
    return new Map(rows.map(({ uploadId, id }) => [uploadId, id]));
  }

  /** The documents that it delivered, in their order; none of an upload of before files were kept with it. */
  async documentIds(on: Reads, scope: Scope, uploadId: string): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select f.document_id as id from receivables.upload_file f join receivables.upload u on u.id = f.upload_id
       where f.upload_id = $2 and ($1::uuid[] is null or u.organisation_id = any($1)) order by f.place`,
      [scopeParam(scope), uploadId],
    );
    return rows.map(({ id }) => id);
  }

  /** Unscoped: what has to go on is not anybody's question. Uploads at work that have not moved since. */
  async stalled(on: Reads, since: Date): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select id from receivables.upload
       where state in ('reading', 'applying', 'undoing') and moved_at < $1 order by moved_at limit 100`,
      [since],
    );
    return rows.map(({ id }) => id);
  }

  /** Writes what may change on a locked row. */
  async update(tx: Tx, upload: Upload): Promise<void> {
    await query(
      tx,
      `update receivables.upload
       set state = $2, is_whole = $3, accepted = $4, changed = $5, flagged = $6, refused = $7, duplicates = $8,
         rows_done = $9, bytes_done = $10, begun_at = $11, moved_at = $12, withdrawn = $13, kept = $14,
         version = $15, undone_rows = $16, maker_id = $17, maker_session = $18, maker_kind = $19,
         maker_methods = $20
       where id = $1`,
      [
        ...[upload.id, upload.state, upload.isWhole, upload.accepted, upload.changed, upload.flagged],
        ...[upload.refused, upload.duplicates, upload.rowsDone, upload.bytesDone, upload.begunAt],
        ...[upload.movedAt, upload.withdrawn, upload.kept, upload.version],
        ...[upload.undoneRows, upload.makerId, upload.makerSession, upload.makerKind, upload.makerMethods],
      ],
    );
  }
}
