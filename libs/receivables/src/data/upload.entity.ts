// The row of receivables.upload: one delivery of files, with the count of each outcome.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface Upload {
  readonly id: Id<'upload'>;
  readonly organisationId: string;
  readonly uploaderId: string;
  readonly files: number;
  readonly accepted: number;
  readonly flagged: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly receivedAt: Date;
}

@Entity({ schema: 'receivables', name: 'upload' })
export class UploadEntity implements Upload {
  @PrimaryColumn('uuid') id!: Id<'upload'>;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'uploader_id' }) uploaderId!: string;
  @Column('int') files!: number;
  @Column('int') accepted!: number;
  @Column('int') flagged!: number;
  @Column('int') refused!: number;
  @Column('int') duplicates!: number;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}
