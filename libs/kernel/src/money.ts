// Money is a record of a decimal text and a currency, computed with Decimal and never as a number. Amounts are
// exact; whoever divides or multiplies names the rounding.
import { Decimal } from 'decimal.js';
import { minorDigits } from './currency';
import { invariant } from './errors';
import { kernelErrors } from './kernel-errors';

export { Decimal };

Decimal.set({ precision: 50, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -30, toExpPos: 60 });

/** `amount` has exactly the currency's ISO 4217 minor digits: "1234.56" CNY, "12" JPY; it may be negative. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** half_up and up go away from zero, down goes towards zero, half_even takes the even neighbour of a tie. */
export type Rounding = 'half_even' | 'half_up' | 'down' | 'up';

/** At most 15 digits before the point and 4 after it. */
export const AMOUNT_PATTERN = /^-?\d{1,15}(\.\d{1,4})?$/;

const FACTOR_PATTERN = /^-?\d{1,20}(\.\d{1,30})?$/;
const LIMIT = new Decimal('1e15');

/** Wide enough for the exact product of an amount and any Decimal, so that nothing is rounded twice. */
const Wide = Decimal.clone({ precision: 150 });

const MODES: Readonly<Record<Rounding, Decimal.Rounding>> = {
  half_even: Decimal.ROUND_HALF_EVEN,
  half_up: Decimal.ROUND_HALF_UP,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
};

/**
 * Reads an amount exactly; zeros beyond the minor digits are dropped. Refuses with kernel.currency_unknown,
 * kernel.amount_malformed, kernel.amount_too_precise, or kernel.amount_out_of_range for a Decimal of 10^15 or more.
 */
export function money(amount: string | Decimal, currency: string): Money {
  const digits = minorDigits(currency);
  if (typeof amount === 'string' && isCanonical(amount, digits)) return { amount, currency };
  if (typeof amount === 'string' && !AMOUNT_PATTERN.test(amount)) {
    throw kernelErrors.amount_malformed({ amount: amount.slice(0, 40) });
  }
  const value = new Decimal(amount);
  if (value.isFinite() && value.decimalPlaces() > digits) {
    throw kernelErrors.amount_too_precise({ amount: value.toString(), currency, digits });
  }
  return canonical(value, currency, digits);
}

/** Written as it would be kept: most amounts that are read are, and need no arithmetic. */
const CANONICAL = /^[1-9]\d{0,14}(?:\.(\d{1,4}))?$/;
function isCanonical(amount: string, digits: number): boolean {
  const match = CANONICAL.exec(amount);
  return match !== null && (match[1] ?? '').length === digits;
}

/** Rounds to the currency's minor digits; kernel.amount_out_of_range from 10^15 on. */
export function roundMoney(amount: Decimal, currency: string, rounding: Rounding): Money {
  const digits = minorDigits(currency);
  return canonical(amount.toDecimalPlaces(digits, MODES[rounding]), currency, digits);
}

/** The amount as a Decimal, for rules that compute with it. */
export function decimalOf(m: Money): Decimal {
  invariant(AMOUNT_PATTERN.test(m.amount), 'a Money holds an amount');
  return new Decimal(m.amount);
}

export function zero(currency: string): Money {
  return canonical(new Decimal(0), currency, minorDigits(currency));
}

export function addMoney(a: Money, b: Money): Money {
  return money(decimalOf(a).plus(like(a, b)), a.currency);
}

export function subtractMoney(a: Money, b: Money): Money {
  return money(decimalOf(a).minus(like(a, b)), a.currency);
}

/** Zero for an empty list. */
export function sumMoney(list: readonly Money[], currency: string): Money {
  const none = zero(currency);
  return money(
    list.reduce((sum, item) => sum.plus(like(none, item)), new Decimal(0)),
    currency,
  );
}

export function negateMoney(m: Money): Money {
  return money(decimalOf(m).negated(), m.currency);
}

export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  return Math.sign(decimalOf(a).cmp(like(a, b))) as -1 | 0 | 1;
}

export function isZero(m: Money): boolean {
  return decimalOf(m).isZero();
}

export function isPositive(m: Money): boolean {
  return decimalOf(m).gt(0);
}

export function isNegative(m: Money): boolean {
  return decimalOf(m).lt(0);
}

/** The smaller one; the first when they are equal. */
export function minMoney(a: Money, b: Money): Money {
  return compareMoney(a, b) <= 0 ? a : b;
}

/** The exact product, rounded once. A factor in text has at most 20 digits before the point and 30 after it. */
export function multiplyMoney(m: Money, factor: string | Decimal, rounding: Rounding): Money {
  invariant(typeof factor !== 'string' || FACTOR_PATTERN.test(factor), 'a factor is a plain decimal');
  return roundMoney(new Wide(decimalOf(m)).times(new Wide(factor)), m.currency, rounding);
}

/**
 * Splits by weight (plain decimals, none negative, at least one positive) into parts that sum exactly to the
 * whole: each part is rounded down, and the units left over go to the largest remainders, ties to the earlier.
 */
export function allocateMoney(m: Money, weights: readonly string[]): Money[] {
  const shares = integersOf(weights);
  const total = shares.reduce((sum, share) => sum + share, 0n);
  invariant(total > 0n, 'at least one weight is positive');
  const digits = minorDigits(m.currency);
  const units = BigInt(decimalOf(m).times(new Decimal(10).pow(digits)).abs().toFixed(0));
  const parts = shares.map((share, index) => ({
    index,
    units: (units * share) / total,
    remainder: (units * share) % total,
  }));
  const left = Number(parts.reduce((rest, part) => rest - part.units, units));
  const lucky = new Set(
    [...parts]
      .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1))
      .slice(0, left)
      .map((part) => part.index),
  );
  const sign = isNegative(m) ? -1 : 1;
  return parts.map((part) => {
    const whole = part.units + (lucky.has(part.index) ? 1n : 0n);
    return money(new Decimal(whole.toString()).times(sign).div(new Decimal(10).pow(digits)), m.currency);
  });
}

/** The weights as integers in the same proportion. */
function integersOf(weights: readonly string[]): bigint[] {
  invariant(
    weights.every((weight) => FACTOR_PATTERN.test(weight) && !new Decimal(weight).lt(0)),
    'weights are plain decimals and none is negative',
  );
  const decimals = weights.map((weight) => new Decimal(weight));
  const places = decimals.reduce((most, weight) => Math.max(most, weight.decimalPlaces()), 0);
  return decimals.map((weight) => BigInt(weight.toFixed(places).replace('.', '')));
}

function like(a: Money, b: Money): Decimal {
  invariant(a.currency === b.currency, `${a.currency} and ${b.currency} are never mixed`);
  return decimalOf(b);
}

function canonical(value: Decimal, currency: string, digits: number): Money {
  if (!value.isFinite() || value.abs().gte(LIMIT)) throw kernelErrors.amount_out_of_range({ currency });
  return { amount: value.toFixed(digits), currency };
}

/** In the smallest unit of its currency, for sums that are searched and not kept. */
export function minorUnits({ amount }: Money): bigint {
  return BigInt(amount.replace('.', ''));
}
