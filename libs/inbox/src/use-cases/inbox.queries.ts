// The inbox of one person: what their organisation is asked and told, as far as their permissions go.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, type Page, pageOf, type Scope } from '#platform';
import {
  type EntryCounts,
  type EntryFilter,
  type EntryRow,
  EntryStore,
  type Reader,
} from '../data/entry.store';
import type { Entry } from '../domain/entry';

export interface EntryShown extends Pick<
  Entry,
  'id' | 'kind' | 'subjectType' | 'subjectId' | 'label' | 'state' | 'organisationId'
> {
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly closedAt: string | null;
  readonly unread: boolean;
}

/** More than one looks at before doing the first. */
const MOST_URGENT = 10;

const own = ({ organisationId }: Actor): Scope => ({ organisations: [organisationId] });
const readerOf = ({ userId, permissions }: Actor): Reader => ({ userId, permissions: [...permissions] });

@Injectable()
export class InboxQueries {
  constructor(
    private readonly db: Db,
    private readonly entries: EntryStore,
  ) {}

  async page(actor: Actor, filter: EntryFilter): Promise<Page<EntryShown>> {
    const rows = await this.entries.page(this.db.reads, own(actor), readerOf(actor), filter);
    const { items, next } = pageOf(rows, filter);
    return { items: items.map(shown), next };
  }

  async urgent(actor: Actor): Promise<EntryShown[]> {
    const rows = await this.entries.urgent(this.db.reads, own(actor), readerOf(actor), MOST_URGENT);
    return rows.map(shown);
  }

  async counts(actor: Actor): Promise<EntryCounts> {
    const counts = await this.entries.counts(this.db.reads, own(actor), readerOf(actor));
    return counts ?? { open: 0, overdue: 0, unread: 0 };
  }
}

function shown(row: EntryRow): EntryShown {
  const { id, kind, subjectType, subjectId, label, state, organisationId, unread } = row;
  return {
    ...{ id, kind, subjectType, subjectId, label, state, organisationId, unread },
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
