// How amounts are compared: exactly, as one rounded from the other, and in bands that overlap so that neighbours meet.
import { Decimal } from '#kernel';

export type AmountRelation = 'same' | 'rounded' | 'other';

/** Digits up to the last that is not zero: 1200.00 has two, 1234.56 six. The more there are, the less a match is chance. */
export function tellingDigits(amount: string): number {
  return amount.replace('.', '').replace(/^0+|0+$/g, '').length;
}

const ROUNDING_STEPS = ['0.1', '1', '10', '100'].map((step) => new Decimal(step));
/** Rounding changes an amount by no more than a two-hundredth. */
const LARGEST_ROUNDING = new Decimal('0.005');

/** The currency is left out: a currency that was changed leaves the figures as they are. */
export function amountRelation(a: string, b: string): AmountRelation {
  if (a === b) return 'same';
  const [first, second] = [new Decimal(a), new Decimal(b)];
  if (first.equals(second)) return 'same';
  const [rough, fine] = tellingDigits(a) <= tellingDigits(b) ? [first, second] : [second, first];
  if (rough.minus(fine).abs().greaterThan(fine.abs().times(LARGEST_ROUNDING))) return 'other';
  const isRounded = ROUNDING_STEPS.some(
    (step) =>
      rough.modulo(step).isZero() && rough.minus(fine).abs().lessThan(step) && !fine.modulo(step).isZero(),
  );
  return isRounded ? 'rounded' : 'other';
}

/** The two leading digits and the power of ten: bands of one to ten hundredths, whatever the size. */
export const bandOf = (amount: string): string => bandFrom(new Decimal(amount));

/** The bands in which an amount may lie from which this one was rounded: one, or two near an edge. */
export function bandsAround(amount: string): string[] {
  const at = new Decimal(amount);
  const reach = at.times(LARGEST_ROUNDING);
  return [...new Set([bandFrom(at.minus(reach)), bandFrom(at.plus(reach))])];
}

function bandFrom(amount: Decimal): string {
  return amount.toSignificantDigits(2, Decimal.ROUND_DOWN).toExponential(1);
}
