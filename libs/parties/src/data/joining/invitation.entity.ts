// The rows of parties.invitation; of the link only a hash is kept.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  Invitation,
  InvitationPurpose,
  InvitationState,
  InvitedAs,
} from '../../domain/joining/invitation';

@Entity({ schema: 'parties', name: 'invitation' })
export class InvitationEntity implements Invitation {
  @PrimaryColumn('uuid') id!: Id<'invitation'>;
  @Column('text') purpose!: InvitationPurpose;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'invitee_name' }) inviteeName!: string;
  @Column('text') email!: string;
  @Column('text', { name: 'invited_as', nullable: true }) invitedAs!: InvitedAs | null;
  @Column('bytea', { name: 'token_hash', nullable: true }) tokenHash!: Buffer | null;
  @Column('text') state!: InvitationState;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
  @Column('int') version!: number;
}
