// The row of factoring.offer.
import type { DayCount } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Offer, Recourse, SurplusTo } from '../domain/offer';
import type { OfferState } from '../domain/states';

@Entity({ schema: 'factoring', name: 'offer' })
export class OfferEntity implements Offer {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'request_id' }) requestId!: string;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: string;
  @Column('uuid', { name: 'financier_id' }) financierId!: string;
  @Column('text') currency!: string;
  @Column('text') state!: OfferState;
  @Column('numeric', { name: 'advance_rate' }) advanceRate!: string;
  @Column('numeric', { name: 'rate_annual' }) rateAnnual!: string;
  @Column('text', { name: 'day_count' }) dayCount!: DayCount;
  @Column('text') recourse!: Recourse;
  @Column('text', { name: 'surplus_to' }) surplusTo!: SurplusTo;
  @Column('timestamptz', { name: 'valid_until' }) validUntil!: Date;
  @Column('numeric', { name: 'advance_amount' }) advanceAmount!: string;
  @Column('numeric', { name: 'fees_amount' }) feesAmount!: string;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('int') version!: number;
}
