// What a maximum that was raised does to rank: the raise may not harm those who registered in between (Civil Code Art. 422),
// so the amount up to the old maximum keeps its rank and what goes beyond counts from the raise.
import { addMoney, isZero, minMoney, type Money, subtractMoney } from '#kernel';

/** Times are RFC 3339, UTC, six decimals. */
export interface Tranche {
  readonly since: string;
  /** Null is without limit. */
  readonly amount: Money | null;
}

/**
 * The parts of a maximum amount, the oldest first, from what it was from each time on, in order. Lowering it takes the
 * youngest parts away for good; a maximum in another currency counts as a new one.
 */
export const tranchesOf = (steps: readonly Tranche[]): Tranche[] => steps.reduce(filled, []);

function filled(parts: readonly Tranche[], { since, amount }: Tranche): Tranche[] {
  if (amount === null) return hasNoLimit(parts) ? [...parts] : [...parts, { since, amount }];
  const { currency } = amount;
  if (parts.some((part) => part.amount !== null && part.amount.currency !== currency))
    return [{ since, amount }];
  const kept: Tranche[] = [];
  let left = amount;
  for (const part of parts) {
    if (isZero(left)) break;
    const taken = part.amount === null ? left : minMoney(part.amount, left);
    kept.push({ since: part.since, amount: taken });
    left = subtractMoney(left, taken);
  }
  return isZero(left) ? kept : [...kept, { since, amount: left }];
}

/** As seen from collateral that was added at that time: what was there by then counts as one, from then on. */
export function countingFrom(parts: readonly Tranche[], since: string): Tranche[] {
  const [first, ...more] = parts.filter((part) => part.since <= since);
  const later = parts.filter((part) => part.since > since);
  return first === undefined ? later : [{ since, amount: more.reduce(joined, first).amount }, ...later];
}

const joined = (one: Tranche, other: Tranche): Tranche => ({
  since: one.since,
  amount: one.amount === null || other.amount === null ? null : addMoney(one.amount, other.amount),
});

const hasNoLimit = (parts: readonly Tranche[]): boolean => parts.some(({ amount }) => amount === null);
