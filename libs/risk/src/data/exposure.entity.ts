// The rows of the book risk.exposure and of its projection risk.deal_exposure.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExposureRow } from '../domain/exposure';

@Entity({ schema: 'risk', name: 'exposure' })
export class ExposureEntity implements ExposureRow {
  @PrimaryColumn('uuid') id!: Id<'exposure'>;
  @Column('uuid', { name: 'deal_id' }) dealId!: string;
  @Column('uuid', { name: 'line_id' }) lineId!: string;
  @Column('numeric') amount!: string;
  @Column('text') currency!: string;
  @Column('timestamptz') at!: Date;
}

@Entity({ schema: 'risk', name: 'deal_exposure' })
export class DealExposureEntity {
  @PrimaryColumn('uuid', { name: 'deal_id' }) dealId!: string;
  @PrimaryColumn('uuid', { name: 'line_id' }) lineId!: string;
  @Column('numeric') amount!: string;
  @Column('timestamptz') since!: Date;
}
