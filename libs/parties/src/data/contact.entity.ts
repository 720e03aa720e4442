// The rows of parties.contact.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactPurpose, ContactSource, VerifiedContact } from '../domain/contact';

@Entity({ schema: 'parties', name: 'contact' })
export class ContactEntity implements VerifiedContact {
  @PrimaryColumn('uuid') id!: Id<'contact'>;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text') phone!: string;
  @Column('text', { name: 'postal_address', nullable: true }) postalAddress!: string | null;
  @Column('text') purpose!: ContactPurpose;
  @Column('text') source!: ContactSource;
  @Column('uuid', { name: 'verified_by' }) verifiedBy!: string;
  @Column('uuid', { name: 'verifier_organisation_id' }) verifierOrganisationId!: string;
  @Column('timestamptz', { name: 'verified_at' }) verifiedAt!: Date;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
  @Column('int') version!: number;
}
