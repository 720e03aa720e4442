// The row of audit.deed.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordedDeed } from '../domain/deed';

@Entity({ schema: 'audit', name: 'deed' })
export class DeedEntity implements RecordedDeed {
  @PrimaryColumn('uuid') id!: Id<'deed'>;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'user_id', nullable: true }) userId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('text') action!: string;
  @Column('text', { name: 'subject_type' }) subjectType!: string;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('int', { name: 'subject_version' }) subjectVersion!: number;
  @Column('uuid', { name: 'visible_to', array: true }) visibleTo!: string[];
  @Column('jsonb') details!: Record<string, unknown>;
}
