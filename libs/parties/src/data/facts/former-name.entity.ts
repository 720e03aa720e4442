// The rows of the book parties.former_name.
import type { LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FormerName } from '../../domain/facts/name-change';

@Entity({ schema: 'parties', name: 'former_name' })
export class FormerNameEntity implements FormerName {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('int') version!: number;
  @Column('text', { name: 'legal_name' }) legalName!: string;
  @Column('text', { name: 'search_name' }) searchName!: string;
  @Column('date', { name: 'changed_on' }) changedOn!: LocalDate;
  @Column('text') source!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
  @Column('uuid', { name: 'recorder_organisation_id' }) recorderOrganisationId!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
