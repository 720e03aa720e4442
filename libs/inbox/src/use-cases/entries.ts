// What listeners do with a fact: one transaction that closes what it ends and adds what it asks for or tells.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, newId, shardFor } from '#kernel';
import { CLOCK, Db } from '#platform';
import { EntryStore } from '../data/entry.store';
import { type EntryKind, entryOf, type EntryWish } from '../domain/entry';

export interface Ending {
  readonly kind: EntryKind;
  readonly subjectId: string;
  readonly state: 'done' | 'void';
}

@Injectable()
export class Entries {
  constructor(
    private readonly db: Db,
    private readonly entries: EntryStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same fact again changes nothing. */
  async take(eventId: string, wishes: readonly EntryWish[], endings: readonly Ending[] = []): Promise<void> {
    const openedAt = this.clock.now();
    const entries = wishes.map((wish) =>
      entryOf(wish, { id: newId<'inbox_entry'>(shardFor(wish.organisationId)), eventId, openedAt }),
    );
    await this.db.run(async (tx) => {
      for (const { kind, subjectId, state } of endings)
        await this.entries.close(tx, kind, subjectId, state, openedAt);
      await this.entries.add(tx, entries);
    });
  }
}
