// The rows of parties.trace.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TraceKind } from '../domain/trace';

@Entity({ schema: 'parties', name: 'trace' })
export class TraceEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text') kind!: TraceKind;
  @PrimaryColumn('bytea', { name: 'value_hash' }) valueHash!: Buffer;
  @Column('timestamptz', { name: 'first_seen_at' }) firstSeenAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
}
