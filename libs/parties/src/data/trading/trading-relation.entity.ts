// The rows of parties.trading_relation.
import type { Id, LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SmeSize } from '../../domain/facts/fact';
import type { RelationState, TradingRelation } from '../../domain/trading/trading-relation';

@Entity({ schema: 'parties', name: 'trading_relation' })
export class TradingRelationEntity implements TradingRelation {
  @PrimaryColumn('uuid') id!: Id<'trading_relation'>;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: string;
  @Column('uuid', { name: 'debtor_id' }) debtorId!: string;
  @Column('text', { name: 'contract_number' }) contractNumber!: string;
  @Column('date') since!: LocalDate;
  @Column('date', { name: 'signed_on' }) signedOn!: LocalDate;
  @Column('int', { name: 'payment_term_days' }) paymentTermDays!: number;
  @Column('boolean', { name: 'no_assignment_clause' }) noAssignmentClause!: boolean;
  @Column('text') state!: RelationState;
  @Column('uuid', { name: 'proposer_organisation_id' }) proposerOrganisationId!: string;
  @Column('uuid', { name: 'proposed_by' }) proposedBy!: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('uuid', { name: 'decider_organisation_id', nullable: true }) deciderOrganisationId!: string | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { name: 'supplier_size', nullable: true }) supplierSize!: SmeSize | null;
  @Column('text', { name: 'debtor_size', nullable: true }) debtorSize!: SmeSize | null;
  @Column('int') version!: number;
}
