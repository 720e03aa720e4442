// Receives files and finds them again. Contents go to the vault before the transaction that names them opens.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardFor } from '#kernel';
import { type Actor, CLOCK, Db, type Page, type PageQuery, pageOf, type Tx } from '#platform';
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

  /** Puts a file into the vault; called outside every transaction. */
  async keep(name: string, bytes: Uint8Array): Promise<KeptFile> {
    const sha256 = await this.vault.put(bytes);
    return { name: safeFileName(name), mediaType: mediaTypeOf(bytes), sizeBytes: bytes.length, sha256 };
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
