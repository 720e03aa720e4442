// The row of factoring.notice.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Notice } from '../domain/notice';
import type { NoticeState } from '../domain/states';

@Entity({ schema: 'factoring', name: 'notice' })
export class NoticeEntity implements Notice {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'deal_id' }) dealId!: string;
  @Column('uuid', { name: 'debtor_id' }) debtorId!: string;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: string;
  @Column('uuid', { name: 'financier_id' }) financierId!: string;
  @Column('text') currency!: string;
  @Column('numeric') amount!: string;
  @Column('text') state!: NoticeState;
  @Column('text', { name: 'registration_number' }) registrationNumber!: string;
  @Column('text', { name: 'text_en' }) textEn!: string;
  @Column('text', { name: 'text_zh' }) textZh!: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
  @Column('timestamptz', { name: 'arrived_at', nullable: true }) arrivedAt!: Date | null;
  @Column('int') version!: number;
}
