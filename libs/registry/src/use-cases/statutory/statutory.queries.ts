// Reads statutory registrations for screens: what was entered, what waits for a check, and which filings lack one.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { type Actor, CLOCK, Db, keyset, type PageQuery, type Reads } from '#platform';
import { type DueFiling, StatutoryStore } from '../../data/certificates/statutory.store';
import { errors } from '../../domain/errors';
import {
  type EntryState,
  entryState,
  refuseCheck,
  type StatutoryEntry,
} from '../../domain/statutory/statutory';

/** Who entered and checked it stays with the house. */
export interface EntryAnswer extends Required<
  Pick<
    StatutoryEntry,
    'id' | 'filingId' | 'number' | 'registeredAt' | 'certificateSha256' | 'source' | 'reason' | 'enteredAt'
  >
> {
  readonly filingNumber: string;
  readonly state: EntryState;
  readonly checkedAt: string | null;
  readonly checkReason: string | null;
  readonly actions: readonly string[];
}
export interface DueAnswer extends DueFiling {
  readonly actions: readonly string[];
}
export interface EntryFilter extends PageQuery {
  readonly filingId?: string;
  readonly state?: EntryState;
}

@Injectable()
export class StatutoryQueries {
  constructor(
    private readonly db: Db,
    private readonly store: StatutoryStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws registry.statutory_entry_not_found also when it is another's */
  async one(on: Reads, actor: Actor, id: string): Promise<EntryAnswer> {
    const [entry] = await this.store.byIds(on, actor.scope, [id]);
    if (!entry) throw errors.statutory_entry_not_found();
    return entryAnswer(entry, actor);
  }

  /** One row more than the page holds. */
  async page(actor: Actor, filter: EntryFilter): Promise<EntryAnswer[]> {
    const { filingId = null, state = null } = filter;
    const rows = await this.store.page(this.db.reads, actor.scope, { ...keyset(filter), filingId, state });
    return rows.map((entry) => entryAnswer(entry, actor));
  }

  /** One row more than the page holds. */
  async due(actor: Actor, filter: PageQuery): Promise<DueAnswer[]> {
    const now = this.clock.now().toISOString();
    const rows = await this.store.due(this.db.reads, actor.scope, { ...keyset(filter), now });
    return rows.map((row) => ({
      ...row,
      actions: actor.permissions.has('title.record') && !row.waiting ? ['enter'] : [],
    }));
  }
}

function entryAnswer(entry: StatutoryEntry, { permissions, userId }: Actor): EntryAnswer {
  const { id, filingId, filingNumber = '', number, registeredAt, certificateSha256, source } = entry;
  const { reason, enteredAt, checkedAt = null, checkReason = null } = entry;
  const may =
    permissions.has('title.record') &&
    refuseCheck(entry, { checkerId: userId, decision: 'approve', reason: null }) === null;
  return {
    ...{ id, filingId, filingNumber, number, registeredAt, certificateSha256, source, reason, enteredAt },
    ...{ state: entryState(entry), checkedAt, checkReason, actions: may ? ['check'] : [] },
  };
}
