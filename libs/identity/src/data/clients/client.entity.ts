// The row of identity.client.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClientState, MachineClient } from '../../domain/client';

@Entity({ schema: 'identity', name: 'client' })
export class ClientEntity implements MachineClient {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) permissions!: string[];
  @Column('text') status!: ClientState;
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
