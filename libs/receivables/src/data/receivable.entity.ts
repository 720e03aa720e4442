// The row of receivables.receivable. It differs from the concept in one point: money is spread over columns that share
// one currency; the store puts it together.
import type { Id, LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PresentedBy, Receivable, ReceivableState } from '../domain/receivable';

export interface ReceivableRow extends Omit<Receivable, 'registered' | 'payable' | 'confirmed'> {
  readonly currency: string;
  readonly registeredAmount: string;
  readonly payableAmount: string;
  readonly confirmedAmount: string | null;
}

@Entity({ schema: 'receivables', name: 'receivable' })
export class ReceivableEntity implements ReceivableRow {
  @PrimaryColumn('uuid') id!: Id<'receivable'>;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: string;
  @Column('uuid', { name: 'debtor_id' }) debtorId!: string;
  @Column('uuid', { name: 'document_id' }) documentId!: string;
  @Column('text', { name: 'presented_by' }) presentedBy!: PresentedBy;
  @Column('text', { name: 'invoice_key' }) invoiceKey!: string;
  @Column('text', { name: 'invoice_number' }) invoiceNumber!: string;
  @Column('text', { name: 'type_code' }) typeCode!: string;
  @Column('date', { name: 'issue_date' }) issueDate!: LocalDate;
  @Column('date', { name: 'due_date', nullable: true }) dueDate!: LocalDate | null;
  @Column('text', { name: 'payment_terms', nullable: true }) paymentTerms!: string | null;
  @Column('text') currency!: string;
  @Column('numeric', { name: 'registered_amount' }) registeredAmount!: string;
  @Column('numeric', { name: 'payable_amount' }) payableAmount!: string;
  @Column('numeric', { name: 'confirmed_amount', nullable: true }) confirmedAmount!: string | null;
  @Column('text') state!: ReceivableState;
  @Column('timestamptz', { name: 'listed_at', nullable: true }) listedAt!: Date | null;
  @Column('date', { name: 'answer_by', nullable: true }) answerBy!: LocalDate | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('boolean', { name: 'duplicate_hold' }) duplicateHold!: boolean;
  @Column('boolean', { name: 'dispute_hold' }) disputeHold!: boolean;
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
