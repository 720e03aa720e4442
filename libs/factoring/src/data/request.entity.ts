// The row of factoring.request.
import type { LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FinancingRequest } from '../domain/request';
import type { RequestState } from '../domain/states';

@Entity({ schema: 'factoring', name: 'request' })
export class RequestEntity implements FinancingRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: string;
  @Column('text') currency!: string;
  @Column('text') state!: RequestState;
  @Column('timestamptz', { name: 'closes_at' }) closesAt!: Date;
  @Column('numeric', { name: 'total_amount' }) totalAmount!: string;
  @Column('int', { name: 'item_count' }) itemCount!: number;
  @Column('date', { name: 'first_due_date' }) firstDueDate!: LocalDate;
  @Column('text', { name: 'worst_grade', nullable: true }) worstGrade!: FinancingRequest['worstGrade'];
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('int') version!: number;
}
