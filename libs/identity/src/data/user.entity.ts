// The row of identity.user_account.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../domain/permissions';
import type { UserState, UserWithPassword } from '../domain/user';

@Entity({ schema: 'identity', name: 'user_account' })
export class UserEntity implements UserWithPassword {
  @PrimaryColumn('uuid') id!: Id<'user'>;
  @Column('text') login!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { array: true }) roles!: Role[];
  @Column('text', { name: 'password_hash', select: false }) passwordHash!: string;
  @Column('text') status!: UserState;
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
