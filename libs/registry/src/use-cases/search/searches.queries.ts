// Reads recorded searches: an organisation sees its own, the registrar and the regulator all.
import { Injectable } from '@nestjs/common';
import { Db, keyset, type PageQuery, type Scope } from '#platform';
import { SearchStore } from '../../data/search.store';
import { errors } from '../../domain/errors';
import type { SearchBy, SearchSummary } from '../../domain/search';
import { searchesCsv } from '../../formats/searches-csv';
import type { SearchCertificate } from './make-search';

export interface SearchFilter extends PageQuery {
  readonly by?: SearchBy;
  readonly reference?: string;
}

const MOST_LINES = 10_000;

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

  /** One row more than the page holds. */
  async page(scope: Scope, filter: SearchFilter): Promise<SearchSummary[]> {
    const { by = null, reference = null } = filter;
    return this.searches.page(this.db.reads, scope, { ...keyset(filter), by, reference });
  }

  /** The history as a table, the newest first. */
  async table(scope: Scope): Promise<string> {
    const asked = { ...keyset({ limit: MOST_LINES }), by: null, reference: null };
    return searchesCsv(await this.searches.page(this.db.reads, scope, asked));
  }
}
