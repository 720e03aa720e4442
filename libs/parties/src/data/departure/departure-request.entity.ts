// The rows of parties.departure_request.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DepartureRequest, RequestState } from '../../domain/departure/departure-request';

@Entity({ schema: 'parties', name: 'departure_request' })
export class DepartureRequestEntity implements DepartureRequest {
  @PrimaryColumn('uuid') id!: Id<'departure_request'>;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') reason!: string;
  @Column('text') state!: RequestState;
  @Column('uuid', { name: 'requested_by' }) requestedBy!: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy!: string | null;
  @Column('uuid', { name: 'closer_organisation_id', nullable: true }) closerOrganisationId!: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('int') version!: number;
}
