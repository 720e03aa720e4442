// Grantors as a filing meets them: their rows, which put the filings against one of them in one order, and their names,
// which become findable with the filing that says them first. Most filings name somebody whom the register knows, so
// names that are known to be stored are remembered and cost nothing.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { GrantorNameStore } from '../data/grantor-name.store';
import { GrantorStore } from '../data/grantor.store';
import type { FilingDraft } from '../domain/filing';
import type { Micros } from '../domain/filing-time';
import { nameKey } from '../domain/party-key';
import { PersonMarks } from './person/person-marks';

const MOST_REMEMBERED = 100_000;

@Injectable()
export class Grantors {
  /** Legal names whose keys somebody committed. */
  private readonly known = new Set<string>();
  /** What a transaction added itself may still be rolled back, so it is no proof. */
  private readonly added = new WeakMap<Tx, Set<string>>();

  constructor(
    private readonly rows: GrantorStore,
    private readonly names: GrantorNameStore,
    private readonly persons: PersonMarks,
  ) {}

  /** With the numbers of natural persons behind masks: before anything is written or locked by them. */
  masked<D extends Pick<FilingDraft, 'grantors' | 'securedParties'>>(
    tx: Tx,
    drafts: readonly D[],
  ): Promise<D[]> {
    return this.persons.masked(tx, drafts);
  }

  /** Locks them in the order of their keys; answers when each was last filed against. */
  lock(tx: Tx, keys: readonly string[]): Promise<Map<string, Micros | null>> {
    return this.rows.lock(tx, keys);
  }

  /** Adds the names that nobody filed before to the index of names. */
  index(tx: Tx, drafts: readonly Pick<FilingDraft, 'grantors'>[]): Promise<void> {
    return this.indexNames(
      tx,
      drafts.flatMap(({ grantors }) => grantors.map(({ legalName }) => legalName)),
    );
  }

  async indexNames(tx: Tx, named: readonly string[]): Promise<void> {
    const fresh = [...new Set(named)].filter((name) => !this.known.has(name));
    if (fresh.length === 0) return;
    const own = this.added.get(tx) ?? new Set<string>();
    this.added.set(tx, own);
    const there = new Set(await this.names.add(tx, fresh));
    for (const name of fresh) {
      const key = nameKey(name);
      if (there.has(key) && !own.has(key)) this.remember(name);
      else own.add(key);
    }
  }

  private remember(name: string): void {
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.add(name);
  }
}
