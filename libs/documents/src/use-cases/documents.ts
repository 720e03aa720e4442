// Receives files and finds them again. Contents go to the vault before the transaction that names them opens.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardFor } from '#kernel';
import {
  type Actor,
  CLOCK,
  Db,
  EVERYONE,
  type Page,
  type PageQuery,
  pageOf,
  type Reads,
  type Scope,
  type Tx,
} from '#platform';
import type { StoredDocument } from '../data/document.entity';
import { DocumentStore } from '../data/document.store';
import { Vault } from '../data/vault';
import { errors } from './errors';
import { safeFileName } from './file-name';
import { mediaTypeOf } from './media-type';

/** A file whose content is safely on disk and which no row names yet. */
export interface KeptFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** The organisation that a document belongs to, and its user who sent it. */
interface Uploader {
  readonly userId: string;
  readonly organisationId: string;
}

@Injectable()
export class Documents {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly store: DocumentStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Puts a file into the vault, piece by piece where it comes so; called outside every transaction. */
  async keep(name: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<KeptFile> {
    const about = { name: safeFileName(name) };
    if (content instanceof Uint8Array) {
      const sha256 = await this.vault.put(content);
      return { ...about, mediaType: mediaTypeOf(content), sizeBytes: content.length, sha256 };
    }
    const { start, sizeBytes, sha256 } = await this.vault.putStream(content);
    return { ...about, mediaType: mediaTypeOf(start), sizeBytes, sha256 };
  }

  /** Where a kept content can be read as a stream; it was read through and is what it was. */
  async pathOf(sha256: string): Promise<string> {
    return this.vault.path(sha256);
  }

  /** In the order of the ids; of documents that the caller was allowed to read. */
  async byIds(on: Reads, ids: readonly string[]): Promise<StoredDocument[]> {
    const found = await this.store.byIds(on, EVERYONE, ids);
    const documents = new Map<string, StoredDocument>(found.map((one) => [one.id, one]));
    return ids.flatMap((id) => documents.get(id) ?? []);
  }

  /** Which of these the reader may have. */
  async readable(on: Reads, scope: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.store.byIds(on, scope, ids)).map(({ id }) => id));
  }

  /** Makes documents of kept files; the ids in the same order. */
  async record(tx: Tx, by: Uploader, files: readonly KeptFile[]): Promise<string[]> {
    const receivedAt = this.clock.now();
    const documents = files.map(({ sizeBytes, ...file }): StoredDocument => ({
      ...file,
      id: newId<'document'>(shardFor(by.organisationId)),
      ownerId: by.organisationId,
      uploaderId: by.userId,
      sizeBytes: sizeBytes.toString(),
      receivedAt,
    }));
    await this.store.add(tx, documents);
    await this.audit.record(
      tx,
      by,
      documents.map(({ id, name, sha256, sizeBytes }) => ({
        action: 'documents.document_stored',
        subjectType: 'document',
        subjectId: id,
        subjectVersion: 1,
        details: { name, sha256, sizeBytes },
      })),
    );
    return documents.map(({ id }) => id);
  }

  async page(actor: Actor, page: PageQuery): Promise<Page<StoredDocument>> {
    return pageOf(await this.store.page(this.db.reads, actor.scope, page), page);
  }

  /** @throws documents.document_not_found, also for another tenant's */
  async require(actor: Actor, id: string): Promise<StoredDocument> {
    const document = await this.store.byId(this.db.reads, actor.scope, id);
    if (!document) throw errors.document_not_found({ documentId: id });
    return document;
  }

  /** @throws documents.document_not_found, also for another tenant's */
  async content(actor: Actor, id: string): Promise<{ document: StoredDocument; bytes: Buffer }> {
    const document = await this.require(actor, id);
    return { document, bytes: await this.vault.read(document.sha256) };
  }
}
