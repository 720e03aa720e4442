// Days as people and programs write them in a table. Year first is plain; where day and month could be swapped the day
// is refused instead of guessed.
import { isLocalDate, type LocalDate } from '#kernel';
import { serialDate } from '../xlsx/cell-text';

/** The day at the start of an ISO 8601 date or date-time, with or without a zone. */
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[ T].{0,40}|Z|[+-]\d{2}:\d{2})?$/u;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/u;
/** As Chinese exports write a day; year first, so day and month cannot be mistaken. */
const SLASH_DAY = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?: .{0,40})?$/u;
const CHINESE_DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})日(?:.{0,40})$/u;

/** A day that can only be that one; null for everything else. */
export function plainDay(written: string): LocalDate | null {
  const [, year, month, day] =
    ISO_DAY.exec(written) ??
    SLASH_DAY.exec(written) ??
    COMPACT_DAY.exec(written) ??
    CHINESE_DAY.exec(written) ??
    [];
  return dayOf(year, month, day);
}

export type WrittenDay =
  { readonly day: LocalDate; readonly isSerial?: true } | { readonly fault: 'no_day' | 'order' };

const LONGEST = 60;
const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .{0,40})?$/u;
const YEAR_SHORT = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{1,2}$/u;
/** Days of the years 2000 to 2099 as spreadsheet programs count them. */
const SERIAL = /^\d{5}(?:\.\d{1,20})?$/u;
const [FIRST_DAY, LAST_DAY] = ['2000-01-01', '2099-12-31'];

/**
 * What `plainDay` does not know: full width, blanks, a number that a spreadsheet program shows as a day, year last.
 * @param is1904 whether the program counts days from 1904 instead of 1900
 */
export function writtenDay(cell: string, is1904: boolean): WrittenDay {
  if (cell.length > LONGEST) return { fault: 'no_day' };
  const text = cell
    .normalize('NFKC')
    .replace(/\s*([年月日/.-])\s*/gu, '$1')
    .trim();
  const day = plainDay(text) ?? yearLast(text);
  if (day === 'either') return { fault: 'order' };
  if (day !== null) return { day };
  if (YEAR_SHORT.test(text)) return { fault: 'order' };
  const serial = SERIAL.test(text) ? serialDate(text, is1904) : null;
  const isOfThisCentury = serial !== null && serial >= FIRST_DAY && serial <= LAST_DAY;
  return isOfThisCentury && isLocalDate(serial) ? { day: serial, isSerial: true } : { fault: 'no_day' };
}

/** The 25/12 is one day however it is read, the 03/04 is two. */
function yearLast(text: string): LocalDate | 'either' | null {
  const [, first, second, year] = YEAR_LAST.exec(text) ?? [];
  const [dayFirst, monthFirst] = [dayOf(year, second, first), dayOf(year, first, second)];
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return 'either';
  return dayFirst ?? monthFirst;
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): LocalDate | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(iso) ? iso : null;
}
