// Working days of one country: weekends are off unless made up for, holidays are off. The holidays of a year are
// known only once published, so every answer says whether it rests on published years alone.
import { invariant, type Bilingual } from './errors';
import { addDays, dayOfWeek, type LocalDate } from './local-date';

/** A day that differs from its weekday: a holiday ('off') or a make-up working day ('work'). */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly kind: 'off' | 'work';
  readonly name: Bilingual | null;
}

/** `published` is false when the year's holidays are not known yet and only weekends were considered. */
export interface DayStatus {
  readonly working: boolean;
  readonly published: boolean;
  readonly name: Bilingual | null;
}

/** `published` is false when any day on the way lies in a year that is not published. */
export interface FoundDay {
  readonly date: LocalDate;
  readonly published: boolean;
}

const FRIDAY = 5;
const LONGEST_REST = 366;
const MOST_WORKING_DAYS = 20_000;

export class WorkingCalendar {
  private readonly days: ReadonlyMap<string, CalendarDay>;
  private readonly years: ReadonlySet<number>;

  /** Of two entries for one date the later one counts, so that an operator's entry can follow the package's. */
  constructor(days: readonly CalendarDay[], publishedYears: readonly number[]) {
    this.days = new Map(days.map((day) => [day.date, day]));
    this.years = new Set(publishedYears);
  }

  day(date: LocalDate): DayStatus {
    const special = this.days.get(date);
    return {
      working: special ? special.kind === 'work' : dayOfWeek(date) <= FRIDAY,
      published: this.years.has(Number(date.slice(0, 4))),
      name: special?.name ?? null,
    };
  }

  /** The day itself when it is a working day, otherwise the next one. */
  nextWorkingDay(date: LocalDate): FoundDay {
    return this.search(date, 1);
  }

  /** The n-th working day after `date`, or before it when n is negative; `date` itself for 0, working or not. */
  addWorkingDays(date: LocalDate, n: number): FoundDay {
    invariant(
      Number.isInteger(n) && Math.abs(n) <= MOST_WORKING_DAYS,
      `working days are counted up to ${MOST_WORKING_DAYS}`,
    );
    const step = n < 0 ? -1 : 1;
    let found: FoundDay = { date, published: this.day(date).published };
    for (let left = Math.abs(n); left > 0; left -= 1) {
      const next = this.search(addDays(found.date, step), step);
      found = { date: next.date, published: found.published && next.published };
    }
    return found;
  }

  private search(start: LocalDate, step: 1 | -1): FoundDay {
    let date = start;
    let published = true;
    for (let tried = 0; tried <= LONGEST_REST; tried += 1) {
      const status = this.day(date);
      published &&= status.published;
      if (status.working) return { date, published };
      date = addDays(date, step);
    }
    throw new Error(`invariant broken: no working day within ${LONGEST_REST} days of ${start}`);
  }
}
