// Reads recorded searches: an organisation sees its own, the registrar and the regulator all.
import { Injectable } from '@nestjs/common';
import { Db, keyset, type PageQuery, type Scope } from '#platform';
import { SearchStore } from '../../data/search.store';
import { errors } from '../../domain/errors';
import type { SearchSummary } from '../../domain/search';
import type { SearchCertificate } from './make-search';

@Injectable()
export class SearchQueries {
  constructor(
    private readonly db: Db,
    private readonly searches: SearchStore,
  ) {}

  /** @throws registry.search_not_found also when it is another's */
  async certificate(scope: Scope, id: string): Promise<SearchCertificate> {
    const found = await this.searches.certificate<SearchCertificate>(this.db.reads, scope, id);
    if (!found) throw errors.search_not_found({ id });
    return found;
  }

  async page(scope: Scope, filter: PageQuery): Promise<SearchSummary[]> {
    const { before, take } = keyset(filter);
    return this.searches.page(this.db.reads, scope, before, take);
  }
}
