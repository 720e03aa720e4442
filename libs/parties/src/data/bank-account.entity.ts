// The rows of parties.bank_account and parties.account_in_force.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountPurpose, AccountState, BankAccount } from '../domain/bank-account';

@Entity({ schema: 'parties', name: 'bank_account' })
export class BankAccountEntity implements BankAccount {
  @PrimaryColumn('uuid') id!: Id<'bank_account'>;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'account_number' }) accountNumber!: string;
  @Column('text', { name: 'holder_name' }) holderName!: string;
  @Column('text', { name: 'bank_name' }) bankName!: string;
  @Column('text', { name: 'bank_code' }) bankCode!: string;
  @Column('text') currency!: string;
  @Column('text', { array: true }) purposes!: AccountPurpose[];
  @Column('text') state!: AccountState;
  @Column('uuid', { name: 'proposed_by' }) proposedBy!: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { name: 'test_reference', nullable: true }) testReference!: string | null;
  @Column('timestamptz', { name: 'test_sent_at', nullable: true }) testSentAt!: Date | null;
  @Column('int', { name: 'test_attempts' }) testAttempts!: number;
  @Column('timestamptz', { name: 'test_passed_at', nullable: true }) testPassedAt!: Date | null;
  @Column('int') version!: number;
}

@Entity({ schema: 'parties', name: 'account_in_force' })
export class AccountInForceEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text') purpose!: AccountPurpose;
  @PrimaryColumn('text') currency!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text') state!: 'verified';
  @Column('timestamptz') since!: Date;
}
