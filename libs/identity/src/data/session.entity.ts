// The row of identity.session.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PersonalMethod, Session } from '../domain/session';

@Entity({ schema: 'identity', name: 'session' })
export class SessionEntity implements Session {
  @PrimaryColumn('uuid') id!: Id<'session'>;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  @Column('bytea', { name: 'token_hash', select: false }) tokenHash!: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { name: 'authenticated_by', array: true }) authenticatedBy!: PersonalMethod[];
  @Column('text', { nullable: true }) device!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) agent!: string | null;
  @Column('int') version!: number;
}
