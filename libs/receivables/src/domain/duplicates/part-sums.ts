// Invoices that are parts of another, or the sum of several: of one seller and buyer, near in time, and only where the
// sum is unlikely to come about by chance.
import { daysBetween, localDate, minorUnits } from '#kernel';
import type { Compared, Match, MatchField } from './match';
import { CLOSE_DAYS, type FoundSum, MOST_SEEN, sumGroups, sumsAmong } from './sums-among';

export { PART_DAYS } from './sums-among';

/** Where each day has more around it, itself included, nothing is looked for. */
export const PART_CROWD = { days: CLOSE_DAYS, most: MOST_SEEN + 1 };
/** Sums of more minor units than this are not exact; invoices of a trillion are compared one by one only. */
const MOST_UNITS = BigInt(Number.MAX_SAFE_INTEGER) / 100n;

const FIELDS: readonly MatchField[] = ['seller', 'buyer', 'amount', 'currency'];

/** What of a pair's invoices lies together in time, with the order in which they came. */
export interface Placed {
  readonly invoice: Compared;
  /** Smaller came earlier. */
  readonly place: number;
}

/** What of an invoice counts in sums; of many there are many, so it is narrow. */
export interface Summand {
  readonly id: string;
  readonly place: number;
  readonly units: number;
  readonly day: number;
}

const EPOCH = localDate('2000-01-01');

/** Null of what takes part in no sum. */
export function summandOf({ id, amount, issueDate, standing }: Compared, place: number): Summand | null {
  const units = minorUnits(amount);
  if (standing !== 'live' || units > MOST_UNITS) return null;
  return { id, place, units: Number(units), day: daysBetween(EPOCH, issueDate) };
}

/**
 * Of one seller, buyer and currency. A whole that came after all its parts is `merged` and is named itself; otherwise the
 * parts that came after the whole, and those before them, are each named as `split` from it.
 * @param isNew only sums in which one of these takes part are looked for
 */
export function partMatches(placed: readonly Placed[], isNew: (id: string) => boolean): Match[] {
  const summands = placed.flatMap(({ invoice, place }) => summandOf(invoice, place) ?? []);
  return matchesOf([summands], sumsAmong(sumGroups([summands], isNew)));
}

/** What was found in groups of summands, by where they stand one group after the other. */
export function matchesOf(groups: readonly (readonly Summand[])[], found: readonly FoundSum[]): Match[] {
  const all = groups.flat();
  return found.flatMap(({ whole, parts }) => {
    const one = all[whole];
    return one
      ? matchesOfSum(
          one,
          parts.flatMap((part) => all[part] ?? []),
        )
      : [];
  });
}

/** Whether there are so many around each day that no sum among these proves anything. */
export function isCrowd(summands: readonly Summand[]): boolean {
  if (summands.length <= PART_CROWD.most) return false;
  const counts = new Map<number, number>();
  for (const { day } of summands) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts.keys()].every((day) => {
    let around = 0;
    for (let other = day - PART_CROWD.days; other <= day + PART_CROWD.days; other += 1)
      around += counts.get(other) ?? 0;
    return around > PART_CROWD.most;
  });
}

function matchesOfSum(whole: Summand, parts: readonly Summand[]): Match[] {
  const partIds = parts.map(({ id }) => id);
  const isMerged = parts.every(({ place }) => place < whole.place);
  if (isMerged) return [{ class: 'merged', id: whole.id, otherIds: partIds, fields: FIELDS }];
  return partIds.map((id) => ({ class: 'split', id, otherIds: [whole.id], fields: FIELDS }));
}
