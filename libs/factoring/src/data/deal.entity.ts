// The row of factoring.deal.
import type { DayCount, LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Deal } from '../domain/deal';
import type { Recourse, SurplusTo } from '../domain/offer';
import type { DealState } from '../domain/states';

@Entity({ schema: 'factoring', name: 'deal' })
export class DealEntity implements Deal {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'request_id' }) requestId!: string;
  @Column('uuid', { name: 'offer_id' }) offerId!: string;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: string;
  @Column('uuid', { name: 'financier_id' }) financierId!: string;
  @Column('text') currency!: string;
  @Column('text') state!: DealState;
  @Column('numeric', { name: 'advance_rate' }) advanceRate!: string;
  @Column('numeric', { name: 'rate_annual' }) rateAnnual!: string;
  @Column('text', { name: 'day_count' }) dayCount!: DayCount;
  @Column('text') recourse!: Recourse;
  @Column('text', { name: 'surplus_to' }) surplusTo!: SurplusTo;
  @Column('date', { name: 'value_date' }) valueDate!: LocalDate;
  @Column('numeric', { name: 'total_amount' }) totalAmount!: string;
  @Column('numeric', { name: 'advance_amount' }) advanceAmount!: string;
  @Column('numeric', { name: 'reserve_amount' }) reserveAmount!: string;
  @Column('numeric', { name: 'interest_amount' }) interestAmount!: string;
  @Column('numeric', { name: 'up_front_amount' }) upFrontAmount!: string;
  @Column('numeric', { name: 'fees_amount' }) feesAmount!: string;
  @Column('numeric', { name: 'released_amount' }) releasedAmount!: string;
  @Column('numeric', { name: 'forgone_amount' }) forgoneAmount!: string;
  @Column('numeric', { name: 'net_cash_amount' }) netCashAmount!: string;
  @Column('numeric', { name: 'cost_amount' }) costAmount!: string;
  @Column('numeric', { name: 'simple_rate', nullable: true }) simpleRate!: string | null;
  @Column('numeric', { name: 'all_in_rate', nullable: true }) allInRate!: string | null;
  @Column('uuid', { name: 'filing_id' }) filingId!: string;
  @Column('text', { name: 'filing_number' }) filingNumber!: string;
  @Column('uuid', { name: 'posting_id' }) postingId!: string;
  @Column('uuid', { name: 'accepted_by' }) acceptedBy!: string;
  @Column('timestamptz', { name: 'accepted_at' }) acceptedAt!: Date;
  @Column('timestamptz', { name: 'frozen_at', nullable: true }) frozenAt!: Date | null;
  @Column('uuid', { name: 'frozen_by_filing_id', nullable: true }) frozenByFilingId!: string | null;
  @Column('uuid', { name: 'frozen_by_correction_id', nullable: true }) frozenByCorrectionId!: string | null;
  @Column('text', { name: 'tax_waiver_reason', nullable: true }) taxWaiverReason!: string | null;
  @Column('uuid', { name: 'tax_waived_by', nullable: true }) taxWaivedBy!: string | null;
  @Column('timestamptz', { name: 'tax_waived_at', nullable: true }) taxWaivedAt!: Date | null;
  @Column('int') version!: number;
}
