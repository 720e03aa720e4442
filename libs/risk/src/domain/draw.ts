// Draws: what a deal takes from the financier's limits, one or several debtors at a time.
import { addMoney, compareMoney, invariant, isPositive, type Money } from '#kernel';
import { errors } from './errors';
import { headroomOf, type LimitKey, limitKeyOf, type LimitLine } from './limit-line';

export interface Draw {
  readonly debtorId: string;
  /** Above zero. */
  readonly amount: Money;
}

export interface Wanted extends LimitKey {
  readonly amount: Money;
}

/** The draws summed per debtor and currency, in the order in which these first appear. */
export function wantedOf(draws: readonly Draw[]): Wanted[] {
  const sums = new Map<string, Wanted>();
  for (const { debtorId, amount } of draws) {
    invariant(isPositive(amount), 'a draw is above zero');
    const wanted = { debtorId, currency: amount.currency, amount };
    const key = limitKeyOf(wanted);
    const before = sums.get(key);
    sums.set(key, before ? { ...before, amount: addMoney(before.amount, amount) } : wanted);
  }
  return [...sums.values()];
}

/** @throws risk.limit_missing, limit_exceeded (422); their details are for the financier's eyes only */
export function lineFitting(line: LimitLine | undefined, wanted: Wanted): LimitLine {
  const { debtorId, currency, amount } = wanted;
  if (!line) throw errors.limit_missing({ debtorId, currency, wanted: amount });
  const headroom = headroomOf(line);
  if (compareMoney(amount, headroom) > 0) {
    const { limit, used } = line;
    throw errors.limit_exceeded({ debtorId, currency, limit, used, headroom, wanted: amount });
  }
  return line;
}
