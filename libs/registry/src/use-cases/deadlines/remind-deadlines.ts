// Tells of terms that run out, of objections that lapse or are to be told of, and of amendments and cancellations that are
// due, on the days that the parameters say. The inbox hears of it.
import { Injectable } from '@nestjs/common';
import { todayOf } from '#kernel';
import { Db, Events, Every, Parameters } from '#platform';
import { REMINDER_KINDS, type ReminderKind, ReminderStore } from '../../data/objections/reminder.store';
import { reminderWindows } from '../../domain/deadline/reminder-windows';
import { instantText, microsFromText } from '../../domain/filing-time';
import { deadlineNear } from '../../registry.events';
import {
  cancellationReminderDays,
  expiryFirstDays,
  expiryLastDays,
  noticeReminderDays,
  objectionNoticeDays,
  proofReminderDays,
  renameFirstDays,
  renameLastDays,
} from '../../registry.parameters';
import { EventStamps } from '../life/event-stamps';

const BATCH = 500;
const REMINDERS = Object.freeze({
  expiry: [expiryFirstDays, expiryLastDays],
  objection_proof: [proofReminderDays],
  objection_notice: [noticeReminderDays],
  cancellation: [cancellationReminderDays],
  name_change: [renameFirstDays, renameLastDays],
});

@Injectable()
export class RemindDeadlines {
  constructor(
    private readonly db: Db,
    private readonly store: ReminderStore,
    private readonly parameters: Parameters,
    private readonly events: Events,
    private readonly stamps: EventStamps,
  ) {}

  @Every('registry.remind', '40 * * * *')
  async execute(): Promise<void> {
    for (const kind of REMINDER_KINDS) await this.remind(kind);
  }

  private async remind(kind: ReminderKind): Promise<void> {
    const today = todayOf(this.stamps.clock);
    const days: number[] = [];
    for (const parameter of REMINDERS[kind])
      days.push(await this.parameters.integerAt(this.db.reads, parameter, today));
    const noticeDays = await this.parameters.integerAt(this.db.reads, objectionNoticeDays, today);
    const now = this.stamps.now();
    const windows = reminderWindows(
      microsFromText(now),
      days.filter((one) => one > 0),
    );
    for (const { after, until, ...window } of windows) {
      const asked = {
        ...window,
        after: instantText(after),
        until: instantText(until),
        now,
        most: BATCH,
        noticeDays,
      };
      for (let taken = BATCH; taken === BATCH;)
        taken = await this.db.run(async (tx) => {
          const near = await this.store.take(tx, kind, asked);
          await this.events.emit(
            tx,
            deadlineNear,
            near.map((one) => ({ ...one, kind, organisationIds: [...one.organisationIds] })),
          );
          return near.length;
        });
    }
  }
}
