// The rows of parties.organisation and parties.identifier.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Identifier, IdentifierScheme } from '../domain/identifier';
import type { Capability, Organisation, OrganisationKind, OrganisationState } from '../domain/organisation';

@Entity({ schema: 'parties', name: 'organisation' })
export class OrganisationEntity implements Omit<Organisation, 'identifiers' | 'formerNames'> {
  @PrimaryColumn('uuid') id!: Id<'organisation'>;
  @Column('text', { name: 'legal_name' }) legalName!: string;
  @Column('text', { name: 'search_name' }) searchName!: string;
  @Column('text', { array: true }) capabilities!: Capability[];
  @Column('text') kind!: OrganisationKind;
  @Column('text') status!: OrganisationState;
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'onboarded_at' }) onboardedAt!: Date;
}

@Entity({ schema: 'parties', name: 'identifier' })
export class IdentifierEntity implements Identifier {
  @PrimaryColumn('text') scheme!: IdentifierScheme;
  @PrimaryColumn('text', { name: 'value_key' }) valueKey!: string;
  @Column('text') value!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('int') position!: number;
}
