// The row of receivables.upload: one delivery of files, where it stands, and the count of each outcome.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Upload, UploadMode, UploadSide, UploadState } from '../../domain/upload';

@Entity({ schema: 'receivables', name: 'upload' })
export class UploadEntity implements Upload {
  @PrimaryColumn('uuid') id!: Id<'upload'>;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'uploader_id' }) uploaderId!: string;
  @Column('int') files!: number;
  @Column('text') state!: UploadState;
  @Column('text') mode!: UploadMode;
  @Column('text') side!: UploadSide;
  @Column('boolean', { name: 'is_whole' }) isWhole!: boolean;
  @Column('int') accepted!: number;
  @Column('int') changed!: number;
  @Column('int') flagged!: number;
  @Column('int') refused!: number;
  @Column('int') duplicates!: number;
  @Column('int', { name: 'rows_done' }) rowsDone!: number;
  @Column('bigint', { name: 'bytes_done' }) bytesDone!: string;
  @Column('bigint', { name: 'bytes_total' }) bytesTotal!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('timestamptz', { name: 'begun_at' }) begunAt!: Date;
  @Column('timestamptz', { name: 'moved_at' }) movedAt!: Date;
  @Column('int', { nullable: true }) withdrawn!: number | null;
  @Column('int', { nullable: true }) kept!: number | null;
  @Column('int', { name: 'undone_rows' }) undoneRows!: number;
  @Column('uuid', { name: 'maker_id', nullable: true }) makerId!: string | null;
  @Column('text', { name: 'maker_session', nullable: true }) makerSession!: string | null;
  @Column('text', { name: 'maker_kind', nullable: true }) makerKind!: Upload['makerKind'];
  @Column('text', { name: 'maker_methods', array: true, nullable: true }) makerMethods!:
    readonly string[] | null;
  @Column('int') version!: number;
}
