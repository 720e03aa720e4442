// The rows of parties.application; its contact stands in columns of its own.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeyedIdentifier } from '../../domain/identifier';
import type { Application, ApplicationState, DocumentReference } from '../../domain/joining/application';
import type { Capability, OrganisationKind } from '../../domain/organisation';

@Entity({ schema: 'parties', name: 'application' })
export class ApplicationEntity implements Omit<Application, 'contact' | 'checks'> {
  @PrimaryColumn('uuid') id!: Id<'application'>;
  @Column('text') kind!: OrganisationKind;
  @Column('text', { name: 'legal_name' }) legalName!: string;
  @Column('text', { array: true }) capabilities!: Capability[];
  @Column('jsonb') identifiers!: KeyedIdentifier[];
  @Column('text', { name: 'contact_name' }) contactName!: string;
  @Column('text', { name: 'contact_email' }) contactEmail!: string;
  @Column('text', { name: 'contact_phone' }) contactPhone!: string;
  @Column('text', { name: 'contact_postal_address', nullable: true }) contactPostalAddress!: string | null;
  @Column('jsonb') documents!: DocumentReference[];
  @Column('bytea', { name: 'source_hash' }) sourceHash!: Buffer;
  @Column('uuid', { name: 'invitation_id', nullable: true }) invitationId!: string | null;
  @Column('text') state!: ApplicationState;
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('int') version!: number;
}
