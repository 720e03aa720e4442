// The rows of ledger.account and of its projection ledger.account_balance.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Account } from '../domain/account';
import type { Purpose, Side } from '../domain/chart';

@Entity({ schema: 'ledger', name: 'account' })
export class AccountEntity implements Account {
  @PrimaryColumn('uuid') id!: Id<'account'>;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('text') purpose!: Purpose;
  @Column('uuid', { name: 'deal_id', nullable: true }) dealId!: string | null;
  @Column('text') currency!: string;
  @Column('text', { name: 'normal_side' }) normalSide!: Side;
  @Column('boolean', { name: 'floor_zero' }) floorZero!: boolean;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
}

@Entity({ schema: 'ledger', name: 'account_balance' })
export class AccountBalanceEntity {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: Id<'account'>;
  @Column('text', { name: 'normal_side' }) normalSide!: Side;
  @Column('boolean', { name: 'floor_zero' }) floorZero!: boolean;
  @Column('numeric') debited!: string;
  @Column('numeric') credited!: string;
  @Column('numeric') held!: string;
}
