// The row of identity.authenticator.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Authenticator } from '../domain/second-factor';

@Entity({ schema: 'identity', name: 'authenticator' })
export class AuthenticatorEntity implements Authenticator {
  @PrimaryColumn('uuid', { name: 'user_id' }) userId!: string;
  @Column('bytea', { name: 'secret_sealed', select: false }) secretSealed!: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  @Column('bigint', { name: 'last_step', nullable: true }) lastStep!: number | null;
}
