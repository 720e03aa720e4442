// The rows of the books ledger.posting and ledger.transfer.
import type { Id, LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Posting, Transfer } from '../domain/posting';

@Entity({ schema: 'ledger', name: 'posting' })
export class PostingEntity implements Posting {
  @PrimaryColumn('uuid') id!: Id<'posting'>;
  @Column('text') kind!: string;
  @Column('text', { name: 'subject_type' }) subjectType!: string;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('date', { name: 'value_date' }) valueDate!: LocalDate;
  @Column('timestamptz', { name: 'booked_at' }) bookedAt!: Date;
  @Column('uuid', { name: 'reverses_id', nullable: true }) reversesId!: string | null;
}

@Entity({ schema: 'ledger', name: 'transfer' })
export class TransferEntity implements Transfer {
  @PrimaryColumn('uuid') id!: Id<'transfer'>;
  @Column('uuid', { name: 'posting_id' }) postingId!: string;
  @Column('uuid', { name: 'debit_account_id' }) debitAccountId!: string;
  @Column('uuid', { name: 'credit_account_id' }) creditAccountId!: string;
  @Column('numeric') amount!: string;
  @Column('text') currency!: string;
}
