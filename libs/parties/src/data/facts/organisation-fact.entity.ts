// The rows of the book parties.organisation_fact.
import type { Id, LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FactKind, OrganisationFact } from '../../domain/facts/fact';

@Entity({ schema: 'parties', name: 'organisation_fact' })
export class OrganisationFactEntity implements OrganisationFact {
  @PrimaryColumn('uuid') id!: Id<'organisation_fact'>;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') kind!: FactKind;
  @Column('text') value!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: LocalDate;
  @Column('text') source!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
  @Column('uuid', { name: 'recorder_organisation_id' }) recorderOrganisationId!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
