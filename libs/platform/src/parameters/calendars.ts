// The working-day calendar in force: the seed of a kept package, overlaid with what operators entered.
import { Injectable } from '@nestjs/common';
import { type CalendarDay, type LocalDate, WorkingCalendar } from '#kernel';
import { chineseCalendarSeed } from '#kernel/calendar-seed';
import { query, type Reads, type Tx } from '../db/db';

interface CalendarChange {
  readonly id: string;
  readonly date: LocalDate;
  readonly kind: 'off' | 'work';
  readonly name: string;
  readonly source: string;
  readonly setBy: string;
  readonly setAt: Date;
}

@Injectable()
export class Calendars {
  private readonly seed = chineseCalendarSeed();

  async current(on: Reads): Promise<WorkingCalendar> {
    const changes = await query<{ date: LocalDate; kind: 'off' | 'work'; name: string }>(
      on,
      'select date, kind, name from platform.calendar_change order by set_at, id',
    );
    const days = new Map(this.seed.days.map((day) => [day.date, day]));
    for (const { date, kind, name } of changes)
      days.set(date, { date, kind, name: { en: name, zh: name } } satisfies CalendarDay);
    return new WorkingCalendar([...days.values()], this.seed.years);
  }

  async change(tx: Tx, change: CalendarChange): Promise<void> {
    await query(
      tx,
      `insert into platform.calendar_change (id, date, kind, name, source, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [change.id, change.date, change.kind, change.name, change.source, change.setBy, change.setAt],
    );
  }
}
