// The row of documents.document: one file as one organisation received or sent it.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface StoredDocument {
  readonly id: Id<'document'>;
  readonly ownerId: string;
  readonly uploaderId: string;
  readonly name: string;
  /** By content, never by name. */
  readonly mediaType: string;
  /** A bigint, as text. */
  readonly sizeBytes: string;
  readonly sha256: string;
  readonly receivedAt: Date;
}

@Entity({ schema: 'documents', name: 'document' })
export class DocumentEntity implements StoredDocument {
  @PrimaryColumn('uuid') id!: Id<'document'>;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('uuid', { name: 'uploader_id' }) uploaderId!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('bigint', { name: 'size_bytes' }) sizeBytes!: string;
  @Column('text') sha256!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}
