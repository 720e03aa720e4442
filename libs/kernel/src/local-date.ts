// A calendar day without time or zone, as the text YYYY-MM-DD that PostgreSQL and JSON carry; it compares as text.
import { Temporal } from 'temporal-polyfill';
import { invariant } from './errors';
import { kernelErrors } from './kernel-errors';

declare const brand: unique symbol;
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const LONGEST_STEP = 5_000_000;

/** Reads YYYY-MM-DD of the years 1 to 9999; kernel.date_malformed when that day does not exist. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw kernelErrors.date_malformed({ date: text.slice(0, 40) });
  return text;
}

export function isLocalDate(text: string): text is LocalDate {
  const [, year, month, day] = DATE_PATTERN.exec(text) ?? [];
  return Number(year) >= 1 && Number(day) >= 1 && Number(day) <= monthLength(Number(year), Number(month));
}

/** `days` may be negative; kernel.date_out_of_range beyond the years 1 to 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return added(date, { days });
}

/** The same day `months` later (or earlier), or the month's last day where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return added(date, { months });
}

const DAY_MILLIS = 86_400_000;

/** Days from `from` to `to`, negative when `to` is earlier. Every day of UTC has the same length, and this is asked often. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MILLIS;
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function dayOfWeek(date: LocalDate): number {
  return plain(date).dayOfWeek;
}

export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function minDate(a: LocalDate, b: LocalDate): LocalDate {
  return a <= b ? a : b;
}

export function maxDate(a: LocalDate, b: LocalDate): LocalDate {
  return a >= b ? a : b;
}

/** The calendar day on which an instant falls in `zone` (IANA name). */
export function dateOf(instant: Date, zone = 'Asia/Shanghai'): LocalDate {
  const moment = Temporal.Instant.fromEpochMilliseconds(instant.getTime());
  return checked(moment.toZonedDateTimeISO(zone).toPlainDate());
}

/** The first instant of a day in `zone`, which is not midnight where summer time starts at midnight. */
export function startOfDay(date: LocalDate, zone = 'Asia/Shanghai'): Date {
  return new Date(plain(date).toZonedDateTime(zone).epochMilliseconds);
}

function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function added(date: LocalDate, step: { days?: number; months?: number }): LocalDate {
  const size = step.days ?? step.months ?? 0;
  invariant(Number.isInteger(size), 'a date moves by whole days or months');
  if (Math.abs(size) > LONGEST_STEP) throw kernelErrors.date_out_of_range();
  return checked(plain(date).add(step));
}

function checked(date: Temporal.PlainDate): LocalDate {
  if (date.year < 1 || date.year > 9999) throw kernelErrors.date_out_of_range();
  return date.toString() as LocalDate;
}

function plain(date: LocalDate): Temporal.PlainDate {
  return new Temporal.PlainDate(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
}
