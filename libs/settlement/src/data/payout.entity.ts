// The row of settlement.payout.
import type { LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaidTax, PaidTitle, Payout, PayoutKind, PayoutState, Submission } from '../domain/money/payout';

@Entity({ schema: 'settlement', name: 'payout' })
export class PayoutEntity implements Payout {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'deal_id' }) dealId!: string;
  @Column('text') kind!: PayoutKind;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: string;
  @Column('uuid', { name: 'financier_id' }) financierId!: string;
  @Column('text') currency!: string;
  @Column('numeric') amount!: string;
  @Column('uuid', { name: 'from_account_id' }) fromAccountId!: string;
  @Column('uuid', { name: 'to_account_id' }) toAccountId!: string;
  @Column('text', { name: 'title_basis' }) titleBasis!: PaidTitle;
  @Column('text', { name: 'tax_basis', nullable: true }) taxBasis!: PaidTax | null;
  @Column('timestamptz', { name: 'tax_checked_at', nullable: true }) taxCheckedAt!: Date | null;
  @Column('text', { name: 'tax_waiver_reason', nullable: true }) taxWaiverReason!: string | null;
  @Column('text', { name: 'end_to_end_id' }) endToEndId!: string;
  @Column('uuid', { name: 'hold_id' }) holdId!: string;
  @Column('text') state!: PayoutState;
  @Column('uuid', { name: 'maker_id' }) makerId!: string;
  @Column('timestamptz', { name: 'instructed_at' }) instructedAt!: Date;
  @Column('uuid', { name: 'checker_id', nullable: true }) checkerId!: string | null;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('text') submission!: Submission;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('date', { name: 'paid_on', nullable: true }) paidOn!: LocalDate | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('int') version!: number;
}
