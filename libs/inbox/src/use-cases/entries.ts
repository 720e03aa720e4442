// What listeners do with a fact: one transaction that closes what it ends and adds what it asks for or tells.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, newId, shardFor } from '#kernel';
import { CLOCK, Db } from '#platform';
import { AskedStore } from '../data/asked.store';
import { EntryStore } from '../data/entry.store';
import { type Entry, entryOf, type EntryWish, TASK_KINDS } from '../domain/entry';
import type { Ending } from '../domain/news/news';

@Injectable()
export class Entries {
  constructor(
    private readonly db: Db,
    private readonly entries: EntryStore,
    private readonly asked: AskedStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same fact again changes nothing. */
  async take(eventId: string, wishes: readonly EntryWish[], endings: readonly Ending[] = []): Promise<void> {
    const openedAt = this.clock.now();
    const entries = this.entriesOf(eventId, wishes, openedAt);
    await this.db.run(async (tx) => {
      for (const ending of endings) await this.entries.close(tx, ending, openedAt);
      await this.entries.add(tx, entries);
    });
  }

  /** As above for a deed, whose id says whether it came before or after what it would ask or end. */
  async takeDeed(deedId: string, wishes: readonly EntryWish[], endings: readonly Ending[]): Promise<void> {
    const openedAt = this.clock.now();
    const entries = this.entriesOf(deedId, wishes, openedAt);
    const tasks = entries.filter(({ kind }) => TASK_KINDS.includes(kind));
    await this.db.run(async (tx) => {
      await this.asked.end(tx, endings, deedId);
      for (const ending of endings) await this.entries.close(tx, ending, openedAt, deedId);
      const ended = await this.asked.ended(tx, tasks, deedId);
      const wanted = entries.filter(({ kind, subjectId }) => !ended.has(`${kind} ${subjectId}`));
      await this.entries.add(tx, wanted);
    });
  }

  private entriesOf(eventId: string, wishes: readonly EntryWish[], openedAt: Date): Entry[] {
    return wishes.map((wish) =>
      entryOf(wish, { id: newId<'inbox_entry'>(shardFor(wish.organisationId)), eventId, openedAt }),
    );
  }
}
