// The rows of parties.account_test.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TestRefusal } from '../../domain/account-test/test-bank';

@Entity({ schema: 'parties', name: 'account_test' })
export class AccountTestEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text') bank!: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
  @Column('int') tries!: number;
  @Column('timestamptz', { name: 'tried_at', nullable: true }) triedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: 'paid' | 'refused' | null;
  @Column('text', { nullable: true }) refusal!: TestRefusal | null;
  /** What the bank answered. */
  @Column('text', { nullable: true }) said!: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
}
