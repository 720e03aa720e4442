// Decimal text as documents write it. The pattern bounds the input before any number is made of it.
import { Decimal, isCurrency, minorDigits } from '#kernel';

const WRITTEN = /^[+-]?(?:\d{1,15}(?:\.\d{0,12})?|\.\d{1,12})$/;

/** The same number in plain canonical form ("+0.10" becomes "0.1"), or null when it is not a plain decimal. */
export function readAmount(written: string): string | null {
  if (!WRITTEN.test(written)) return null;
  const value = new Decimal(written);
  return value.isZero() ? '0' : value.toFixed();
}

/** Rounded to cents, half away from zero, as the EN 16931 sum rules compare. */
export function cents(value: Decimal): Decimal {
  return value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

export function decimalOf(amount: string | null): Decimal | null {
  return amount === null ? null : new Decimal(amount);
}

/** Exact sum; null counts as absent, as an optional amount does in EN 16931. */
export function sumOf(amounts: readonly (string | null)[]): Decimal {
  return amounts.reduce((sum, amount) => (amount === null ? sum : sum.plus(amount)), new Decimal(0));
}

/** What remains of a total is by definition owed (BR-CO-16), where a source does not state it. */
export function owed(gross: string | null, prepaid: string | null): string | null {
  return gross === null ? null : new Decimal(gross).minus(prepaid ?? 0).toFixed();
}

/** With at least the minor digits of a known currency: "229.6" EUR becomes "229.60". */
export function withMinorDigits(amount: string | null, currency: string | null): string | null {
  if (amount === null) return null;
  const digits = currency !== null && isCurrency(currency) ? minorDigits(currency) : 0;
  const value = new Decimal(amount);
  return value.toFixed(Math.max(digits, value.decimalPlaces()));
}
