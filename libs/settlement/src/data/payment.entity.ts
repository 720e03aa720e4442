// The rows of settlement.payment and of the books settlement.bank_entry and settlement.allocation.
import type { LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BankEntry, EntryUse, Payment } from '../domain/money/payment';

@Entity({ schema: 'settlement', name: 'payment' })
export class PaymentEntity implements Payment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'financier_id' }) financierId!: string;
  @Column('text') currency!: string;
  @Column('numeric') amount!: string;
  @Column('numeric', { name: 'allocated_amount' }) allocatedAmount!: string;
  @Column('numeric', { name: 'overpaid_amount' }) overpaidAmount!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('int') version!: number;
}

@Entity({ schema: 'settlement', name: 'bank_entry' })
export class BankEntryEntity implements BankEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'file_id' }) fileId!: string;
  @Column('uuid', { name: 'financier_id' }) financierId!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'entry_key' }) entryKey!: string;
  @Column('text') use!: EntryUse;
  @Column('uuid', { name: 'payout_id', nullable: true }) payoutId!: string | null;
  @Column('numeric') amount!: string;
  @Column('text') currency!: string;
  @Column('date', { name: 'booked_on' }) bookedOn!: LocalDate;
  @Column('date', { name: 'value_date' }) valueDate!: LocalDate;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text', { name: 'end_to_end_id', nullable: true }) endToEndId!: string | null;
  @Column('text', { name: 'counterparty_name', nullable: true }) counterpartyName!: string | null;
  @Column('text', { name: 'counterparty_account', nullable: true }) counterpartyAccount!: string | null;
  @Column('text', { nullable: true }) remittance!: string | null;
  @Column('text', { name: 'return_reason', nullable: true }) returnReason!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
