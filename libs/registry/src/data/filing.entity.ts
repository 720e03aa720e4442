// The row of registry.filing. Times keep only milliseconds here; the store reads them as text.
import type { Id, LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Category } from '../domain/category';
import type { Origin, Standing } from '../domain/filing';

@Entity({ schema: 'registry', name: 'filing' })
export class FilingEntity {
  @PrimaryColumn('uuid') id!: Id<'filing'>;
  @Column('text') number!: string;
  @Column('text') category!: Category;
  @Column('text') origin!: Origin;
  @Column('uuid', { name: 'deal_id', nullable: true }) dealId!: string | null;
  @Column('int', { name: 'term_months' }) termMonths!: number;
  @Column('numeric', { name: 'maximum_amount', nullable: true }) maximumAmount!: string | null;
  @Column('text', { nullable: true }) currency!: string | null;
  @Column('timestamptz', { name: 'filed_at' }) filedAt!: Date;
  @Column('date', { name: 'expires_on' }) expiresOn!: LocalDate;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('text') standing!: Standing;
  @Column('uuid', { name: 'filed_by_user' }) filedByUser!: string;
  @Column('uuid', { name: 'filed_by_organisation' }) filedByOrganisation!: string;
}
