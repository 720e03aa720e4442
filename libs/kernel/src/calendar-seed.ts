// The Chinese holidays and make-up days to start from. In a file of its own, behind a door of its own, so that the
// browser need not load the package; operators override single days in the database.
import { getDayDetail, getHolidaysInRange } from 'chinese-days';
import type { CalendarDay } from './calendar';
import { invariant } from './errors';
import { addDays, localDate } from './local-date';

export interface CalendarSeed {
  readonly days: readonly CalendarDay[];
  readonly years: readonly number[];
}

const FIRST_YEAR = 2004;
const LAST_YEAR = 2099;

/** Every off day and make-up day of the years that the State Council has published, as far as the package knows. */
export function chineseCalendarSeed(): CalendarSeed {
  const years: number[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    if (getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0) years.push(year);
  }
  return { days: years.flatMap(specialDaysOf), years };
}

function specialDaysOf(year: number): CalendarDay[] {
  const days: CalendarDay[] = [];
  const end = `${year + 1}-01-01`;
  for (let date = localDate(`${year}-01-01`); date < end; date = addDays(date, 1)) {
    const { work, name } = getDayDetail(date);
    const [en, zh] = name.split(',');
    if (zh === undefined) continue;
    invariant(en, `the holiday of ${date} has a name`);
    days.push({ date, kind: work ? 'work' : 'off', name: { en, zh } });
  }
  return days;
}
