// The row of registry.search: one line for each search that was made.
import type { Id } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SearchTerms } from '../domain/search';

@Entity({ schema: 'registry', name: 'search' })
export class SearchEntity {
  @PrimaryColumn('uuid') id!: Id<'search'>;
  @Column('text') number!: string;
  @Column('uuid', { name: 'searcher_user' }) searcherUser!: string;
  @Column('uuid', { name: 'searcher_organisation' }) searcherOrganisation!: string;
  @Column('timestamptz', { name: 'searched_at' }) searchedAt!: Date;
  @Column('jsonb') terms!: SearchTerms;
  @Column('text', { name: 'terms_hash' }) termsHash!: string;
  @Column('uuid', { name: 'hit_ids', array: true }) hitIds!: string[];
  @Column('json') certificate!: object;
}
