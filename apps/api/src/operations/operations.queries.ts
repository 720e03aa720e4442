// Reads for the operator's screens: parameters with all their dated values, and a year of the calendar.
import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Clock, dayOfWeek, localDate, todayOf } from '#kernel';
import { Calendars, CLOCK, Db, declaredParameters, Parameters, valueOn } from '#platform';
import { CalendarDayView, CalendarView, ParameterView } from './operations.dto';

const FRIDAY = 5;

@Injectable()
export class OperationsQueries {
  constructor(
    private readonly db: Db,
    private readonly parameters: Parameters,
    private readonly calendars: Calendars,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async parameterList(): Promise<ParameterView[]> {
    const today = todayOf(this.clock);
    const all = await this.parameters.valuesOf(this.db.reads, declaredParameters());
    return [...all]
      .map(([{ name, kind, text }, values]) => {
        const current = valueOn(values, today)?.value ?? '';
        return { name, kind, textEn: text.en, textZh: text.zh, current, values };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @param wanted a year; left out: this one */
  async calendar(wanted?: number): Promise<CalendarView> {
    const thisYear = Number(todayOf(this.clock).slice(0, 4));
    const year = wanted ?? thisYear;
    const calendar = await this.calendars.current(this.db.reads);
    const first = localDate(`${year}-01-01`);
    const days: CalendarDayView[] = [];
    for (let date = first; date.startsWith(String(year)); date = addDays(date, 1)) {
      const { working, name } = calendar.day(date);
      if (working === dayOfWeek(date) <= FRIDAY && !name) continue;
      days.push({ date, working, nameEn: name?.en ?? null, nameZh: name?.zh ?? null });
    }
    return { year, thisYear, published: calendar.day(first).published, days };
  }
}
