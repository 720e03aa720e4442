// The only file that queries documents.document.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { StoredDocument } from './document.entity';

const COLUMNS = `id, owner_id as "ownerId", uploader_id as "uploaderId", name, media_type as "mediaType",
  size_bytes as "sizeBytes", sha256, received_at as "receivedAt"`;

@Injectable()
export class DocumentStore {
  async add(tx: Tx, documents: readonly StoredDocument[]): Promise<void> {
    if (documents.length === 0) return;
    await query(
      tx,
      `insert into documents.document
         (id, owner_id, uploader_id, name, media_type, size_bytes, sha256, received_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bigint[], $7::text[],
         $8::timestamptz[])`,
      [
        documents.map(({ id }) => id),
        documents.map(({ ownerId }) => ownerId),
        documents.map(({ uploaderId }) => uploaderId),
        documents.map(({ name }) => name),
        documents.map(({ mediaType }) => mediaType),
        documents.map(({ sizeBytes }) => sizeBytes),
        documents.map(({ sha256 }) => sha256),
        documents.map(({ receivedAt }) => receivedAt),
      ],
    );
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<StoredDocument | undefined> {
    const [document] = await query<StoredDocument>(
      on,
      `select ${COLUMNS} from documents.document
       where id = $2 and ($1::uuid[] is null or owner_id = any($1))`,
      [scopeParam(scope), id],
    );
    return document;
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<StoredDocument[]> {
    return query<StoredDocument>(
      on,
      `select ${COLUMNS} from documents.document
       where id = any($2) and ($1::uuid[] is null or owner_id = any($1))`,
      [scopeParam(scope), ids],
    );
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, page: PageQuery): Promise<StoredDocument[]> {
    const { before, take } = keyset(page);
    return query<StoredDocument>(
      on,
      `select ${COLUMNS} from documents.document
       where ($1::uuid[] is null or owner_id = any($1)) and id < $2
       order by id desc limit $3`,
      [scopeParam(scope), before, take],
    );
  }
}
