// Annual rates and simple interest. A rate is a decimal fraction per year, and the days of a period depend on the
// day count that the parties agreed.
import { kernelErrors } from './kernel-errors';
import { compareDates, daysBetween, type LocalDate } from './local-date';
import { Decimal, decimalOf, roundMoney, type Money, type Rounding } from './money';

/** Decimal fraction per year: "0.045" is 4.5 %. */
export type Rate = string;

/** Not negative, at most 4 digits before the point and 10 after it. */
export const RATE_PATTERN = /^\d{1,4}(\.\d{1,10})?$/;

export const DAY_COUNTS = ['ACT/360', 'ACT/365', '30/360'] as const;

/** 2006 ISDA Definitions 4.16: (e) Actual/360, (d) Actual/365 (Fixed), (f) 30/360, also called Bond Basis. */
export type DayCount = (typeof DAY_COUNTS)[number];

const YEAR_DAYS: Readonly<Record<DayCount, number>> = { 'ACT/360': 360, 'ACT/365': 365, '30/360': 360 };

export function isRate(text: string): boolean {
  return RATE_PATTERN.test(text);
}

/** Days from `from` inclusive to `to` exclusive as the day count sees them; kernel.period_reversed. */
export function dayCountDays(from: LocalDate, to: LocalDate, dayCount: DayCount): number {
  if (compareDates(from, to) > 0) throw kernelErrors.period_reversed({ from, to });
  return dayCount === '30/360' ? bondBasisDays(from, to) : daysBetween(from, to);
}

/** The period as a fraction of a year, to 50 significant digits; kernel.period_reversed. */
export function dayCountFraction(from: LocalDate, to: LocalDate, dayCount: DayCount): Decimal {
  return new Decimal(dayCountDays(from, to, dayCount)).div(YEAR_DAYS[dayCount]);
}

/**
 * Principal x rate x days / days of the year, from `from` inclusive to `to` exclusive, rounded once: the product has
 * at most 40 digits, so Decimal holds it exactly, and its quotient never comes to rest on a tie that is none.
 * Refuses with kernel.rate_malformed, kernel.period_reversed or kernel.amount_out_of_range.
 */
export function simpleInterest(
  principal: Money,
  rateAnnual: Rate,
  from: LocalDate,
  to: LocalDate,
  dayCount: DayCount,
  rounding: Rounding,
): Money {
  if (!isRate(rateAnnual)) throw kernelErrors.rate_malformed({ rate: rateAnnual.slice(0, 40) });
  const interest = decimalOf(principal)
    .times(rateAnnual)
    .times(dayCountDays(from, to, dayCount))
    .div(YEAR_DAYS[dayCount]);
  return roundMoney(interest, principal.currency, rounding);
}

/**
 * 360 x years + 30 x months + days (2006 ISDA Definitions 4.16(f)): a first day of 31 counts as 30, and an end day
 * of 31 counts as 30 when the first day is 30 or 31. The last day of February stays as it is.
 */
function bondBasisDays(from: LocalDate, to: LocalDate): number {
  const [firstYear, firstMonth, firstDay] = partsOf(from);
  const [endYear, endMonth, endDay] = partsOf(to);
  const first = Math.min(firstDay, 30);
  const end = endDay === 31 && first === 30 ? 30 : endDay;
  return 360 * (endYear - firstYear) + 30 * (endMonth - firstMonth) + (end - first);
}

function partsOf(date: LocalDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}
