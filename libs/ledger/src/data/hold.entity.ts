// The rows of the books ledger.hold and ledger.hold_end.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HoldOutcome } from '../domain/hold';

@Entity({ schema: 'ledger', name: 'hold' })
export class HoldEntity {
  @PrimaryColumn('uuid') id!: Id<'hold'>;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('numeric') amount!: string;
  @Column('text') currency!: string;
  @Column('text', { name: 'subject_type' }) subjectType!: string;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('timestamptz', { name: 'placed_at' }) placedAt!: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
}

@Entity({ schema: 'ledger', name: 'hold_end' })
export class HoldEndEntity {
  @PrimaryColumn('uuid', { name: 'hold_id' }) holdId!: string;
  @Column('text') outcome!: HoldOutcome;
  @Column('uuid', { name: 'posting_id', nullable: true }) postingId!: string | null;
  @Column('timestamptz', { name: 'ended_at' }) endedAt!: Date;
}
