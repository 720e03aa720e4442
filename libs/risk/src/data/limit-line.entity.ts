// The row of risk.limit_line; the store joins each amount with the row's currency.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'risk', name: 'limit_line' })
export class LimitLineEntity {
  @PrimaryColumn('uuid') id!: Id<'limit_line'>;
  @Column('uuid', { name: 'financier_id' }) financierId!: string;
  @Column('uuid', { name: 'debtor_id' }) debtorId!: string;
  @Column('text') currency!: string;
  @Column('numeric', { name: 'limit_amount' }) limitAmount!: string;
  @Column('numeric', { name: 'used_amount' }) usedAmount!: string;
  @Column('numeric', { name: 'excess_amount' }) excessAmount!: string;
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'set_at' }) setAt!: Date;
}
