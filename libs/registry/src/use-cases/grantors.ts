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
  ) {}

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
