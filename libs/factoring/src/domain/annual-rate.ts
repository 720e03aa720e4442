// The effective annual rate of dated cash flows (XIRR, ACT/365): the rate at which what is received today is worth
// what is given up later. Solved in Decimal by Newton's method inside a bracket.
import { daysBetween, Decimal, decimalOf, invariant, type LocalDate, type Money } from '#kernel';

export interface Flow {
  readonly date: LocalDate;
  /** Positive when received, negative when given up. */
  readonly amount: Money;
}

/** Nothing is received first; nothing is given up later; or the rate needs more digits than a rate has. */
export type NoRate = 'no_net_cash' | 'no_time' | 'beyond_scale';
/** `rate` is a decimal fraction per year with 6 decimals, half-even. */
export type RateFound =
  { readonly rate: string; readonly reason: null } | { readonly rate: null; readonly reason: NoRate };

interface Point {
  readonly years: Decimal;
  readonly amount: Decimal;
}

const Fine = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });
const DAYS_OF_YEAR = 365;
/** Rates from -99.99 % to just under 10 000 (one million per cent): what a rate field can carry. */
const LOWEST = new Fine('0.0001').ln();
const HIGHEST = new Fine('10000').ln();
const TOLERANCE = new Fine('1e-20');
const MOST_STEPS = 400;

const RATE_DECIMALS = 6;
export const rateText = (rate: Decimal): string =>
  rate.toDecimalPlaces(RATE_DECIMALS, Decimal.ROUND_HALF_EVEN).toFixed(RATE_DECIMALS);

const none = (reason: NoRate): RateFound => ({ rate: null, reason });

/**
 * The rate of flows in which the first date brings money and every later one costs some. With that one change of
 * sign the present value rises with the rate, so at most one rate solves it.
 */
export function annualRate(flows: readonly Flow[]): RateFound {
  const [first, ...later] = pointsOf(flows);
  if (!first?.years.isZero() || !first.amount.gt(0)) return none('no_net_cash');
  if (later.length === 0) return none('no_time');
  invariant(
    later.every(({ amount }) => amount.lt(0)),
    'only the first date brings money',
  );
  const points = [first, ...later];
  if (valueAt(points, HIGHEST).lt(0) || valueAt(points, LOWEST).gt(0)) return none('beyond_scale');
  const rate = rateText(solve(points).exp().minus(1));
  return { rate, reason: null };
}

/** Flows of one day are one point; years are counted from the earliest day. */
function pointsOf(flows: readonly Flow[]): Point[] {
  const byDate = new Map<LocalDate, Decimal>();
  for (const { date, amount } of flows)
    byDate.set(date, (byDate.get(date) ?? new Fine(0)).plus(decimalOf(amount)));
  const dates = [...byDate.keys()].sort();
  const [start] = dates;
  if (!start) return [];
  return dates.flatMap((date) => {
    const amount = new Fine(byDate.get(date) ?? 0);
    const years = new Fine(daysBetween(start, date)).div(DAYS_OF_YEAR);
    return amount.isZero() ? [] : [{ years, amount }];
  });
}

/** Present value at the continuous rate `x`, where the annual rate is e^x - 1. */
function valueAt(points: readonly Point[], x: Decimal): Decimal {
  return points.reduce(
    (sum, { years, amount }) => sum.plus(amount.times(years.times(x).negated().exp())),
    new Fine(0),
  );
}

function slopeAt(points: readonly Point[], x: Decimal): Decimal {
  return points.reduce(
    (sum, { years, amount }) => sum.minus(years.times(amount).times(years.times(x).negated().exp())),
    new Fine(0),
  );
}

/** The value is negative left of the root and positive right of it; a step that leaves the bracket halves it. */
function solve(points: readonly Point[]): Decimal {
  let low = LOWEST;
  let high = HIGHEST;
  let x: Decimal = new Fine(0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const value = valueAt(points, x);
    if (value.isZero()) return x;
    if (value.lt(0)) low = x;
    else high = x;
    const newton = x.minus(value.div(slopeAt(points, x)));
    const next = newton.gt(low) && newton.lt(high) ? newton : low.plus(high).div(2);
    if (next.minus(x).abs().lt(TOLERANCE)) return next;
    x = next;
  }
  throw new Error('invariant broken: an annual rate converges');
}
