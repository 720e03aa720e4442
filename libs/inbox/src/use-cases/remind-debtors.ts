// Reminds debtors of answers that they owe, at the days that the parameters say: one reminder for all of an organisation's
// tasks that have reached the day, and with the last one a word to its administrators.
import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Clock, newId, shardFor, startOfDay, todayOf } from '#kernel';
import { CLOCK, Db, Every, Parameters, type Tx } from '#platform';
import { EntryStore } from '../data/entry.store';
import { type EntryKind, entryOf } from '../domain/entry';
import { REMINDERS } from '../inbox.parameters';

const MOST = 1000;
const LAST = REMINDERS.length;

@Injectable()
export class RemindDebtors {
  constructor(
    private readonly db: Db,
    private readonly entries: EntryStore,
    private readonly parameters: Parameters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Every('inbox.remind', '25 * * * *')
  async execute(): Promise<void> {
    // The latest first: a task that has been forgotten for long is not reminded of three times in a row.
    for (let nth = LAST; nth > 0; nth -= 1) {
      let reminded = MOST;
      while (reminded === MOST) reminded = await this.db.run((tx) => this.remind(tx, nth));
    }
  }

  private async remind(tx: Tx, nth: number): Promise<number> {
    const parameter = REMINDERS[nth - 1];
    if (!parameter) return 0;
    const today = todayOf(this.clock);
    const days = await this.parameters.integerAt(tx, parameter, today);
    const askedBefore = startOfDay(addDays(today, 1 - days));
    const owing = await this.entries.remind(tx, { nth, askedBefore, most: MOST });
    const kinds: EntryKind[] = nth === LAST ? ['answer_reminder', 'answer_escalated'] : ['answer_reminder'];
    const openedAt = this.clock.now();
    const eventId = newId<'reminder'>(0);
    const told = [...new Set(owing)].flatMap((organisationId) =>
      kinds.map((kind) =>
        entryOf(
          { organisationId, kind, subjectId: organisationId },
          { id: newId<'inbox_entry'>(shardFor(organisationId)), eventId, openedAt },
        ),
      ),
    );
    await this.entries.add(tx, told);
    return owing.length;
  }
}
