// Reads kept searches: an organisation sees its own, with what met them.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, keyset, type PageQuery } from '#platform';
import { SavedSearchStore } from '../../data/saved/saved-search.store';
import { errors } from '../../domain/errors';
import type { SavedSearch } from '../../domain/saved-search';

export interface SavedAnswer extends Pick<
  SavedSearch,
  'id' | 'watches' | 'term' | 'reference' | 'savedAt' | 'endedAt' | 'meetings'
> {
  readonly actions: readonly string[];
}
export interface Meeting {
  readonly filingId: string;
  readonly number: string;
  readonly metAt: string;
}
export interface SavedWithMeetings extends SavedAnswer {
  readonly met: readonly Meeting[];
}

const MOST_MEETINGS = 200;

@Injectable()
export class SavedSearchQueries {
  constructor(
    private readonly db: Db,
    private readonly store: SavedSearchStore,
  ) {}

  /** One row more than the page holds. */
  async page(actor: Actor, filter: PageQuery): Promise<SavedAnswer[]> {
    const { before, take } = keyset(filter);
    const rows = await this.store.page(this.db.reads, actor.scope, before, take);
    return rows.map((saved) => savedAnswer(saved, actor));
  }

  /** With the latest filings that met it. @throws registry.saved_search_not_found also when it is another's */
  async one(actor: Actor, id: string): Promise<SavedWithMeetings> {
    const saved = await this.store.byId(this.db.reads, actor.scope, id);
    if (!saved) throw errors.saved_search_not_found();
    const met = await this.store.meetings(this.db.reads, id, MOST_MEETINGS);
    return { ...savedAnswer(saved, actor), met };
  }
}

export function savedAnswer(saved: SavedSearch, { permissions, organisationId }: Actor): SavedAnswer {
  const { id, watches, term, reference, savedAt, endedAt, meetings } = saved;
  const own = saved.organisationId === organisationId && permissions.has('search.create');
  const actions = own && endedAt === null ? ['end'] : [];
  return { id, watches, term, reference, savedAt, endedAt, meetings, actions };
}
