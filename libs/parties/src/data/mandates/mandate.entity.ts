// The rows of parties.mandate.
import type { Id, LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mandate, MandateKind, MandateState } from '../../domain/mandates/mandate';

@Entity({ schema: 'parties', name: 'mandate' })
export class MandateEntity implements Mandate {
  @PrimaryColumn('uuid') id!: Id<'mandate'>;
  @Column('uuid', { name: 'principal_id' }) principalId!: string;
  @Column('uuid', { name: 'agent_id' }) agentId!: string;
  @Column('text', { array: true }) kinds!: MandateKind[];
  @Column('date', { name: 'valid_from' }) validFrom!: LocalDate;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: LocalDate | null;
  @Column('text') state!: MandateState;
  @Column('uuid', { name: 'given_by' }) givenBy!: string;
  @Column('uuid', { name: 'giver_organisation_id' }) giverOrganisationId!: string;
  @Column('timestamptz', { name: 'given_at' }) givenAt!: Date;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy!: string | null;
  @Column('uuid', { name: 'answerer_organisation_id', nullable: true }) answererOrganisationId!:
    string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy!: string | null;
  @Column('uuid', { name: 'ender_organisation_id', nullable: true }) enderOrganisationId!: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('int') version!: number;
}
