// The rows of parties.identifier_change.
import type { Id, LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangingScheme, IdentifierChange } from '../../domain/identifiers/identifier-change';

@Entity({ schema: 'parties', name: 'identifier_change' })
export class IdentifierChangeEntity implements IdentifierChange {
  @PrimaryColumn('uuid') id!: Id<'identifier_change'>;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') scheme!: ChangingScheme;
  @Column('text') value!: string;
  @Column('text', { name: 'value_key' }) valueKey!: string;
  @Column('text') change!: IdentifierChange['change'];
  @Column('date', { name: 'changed_on' }) changedOn!: LocalDate;
  @Column('text') evidence!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
  @Column('uuid', { name: 'recorder_organisation_id' }) recorderOrganisationId!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
