// Invoices that are parts of another, or the sum of several: of one seller and buyer, near in time, and only where the
// sum is unlikely to come about by chance.
import { daysBetween, localDate, minorUnits } from '#kernel';
import { fewPartsOf } from './few-parts';
import type { Compared, Match, MatchField } from './match';

/** Days between a whole and its parts at most. */
export const PART_DAYS = 31;
const CLOSE_DAYS = 3;
/** The nearer in time, the fewer there are by chance: parts are looked for close by first, then on either side. */
const WINDOWS: readonly (readonly [from: number, to: number])[] = [
  [-CLOSE_DAYS, CLOSE_DAYS],
  [-10, 0],
  [0, 10],
  [-PART_DAYS, 0],
  [0, PART_DAYS],
];
const MOST_NEIGHBOURS = 24;
/** Where so many lie within the days, one's neighbours are no selection any more. */
const MOST_SEEN = 120;
/** Where each day has more around it, itself included, nothing is looked for. */
export const PART_CROWD = { days: CLOSE_DAYS, most: MOST_SEEN + 1 };
const MOST_PARTS = 5;
/** Of so many sums that are tried, one may fit by chance. */
const RARE = 500;
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
export const partMatches = (placed: readonly Placed[], isNew: (id: string) => boolean): Match[] =>
  sumMatches(
    placed.flatMap(({ invoice, place }) => summandOf(invoice, place) ?? []),
    isNew,
  );

/** The same of what counts. */
export function sumMatches(summands: readonly Summand[], isNew: (id: string) => boolean): Match[] {
  const live = [...summands].sort((a, b) => a.day - b.day || a.place - b.place);
  return live.flatMap((whole, at) => matchesOfWhole(live, whole, at, isNew));
}

function matchesOfWhole(
  live: readonly Summand[],
  whole: Summand,
  at: number,
  isNew: (id: string) => boolean,
): Match[] {
  const full: (readonly [from: number, to: number])[] = [];
  for (const [from, to] of WINDOWS) {
    // What holds too many for a search holds no fewer when it is wider.
    if (full.some(([fullFrom, fullTo]) => from <= fullFrom && to >= fullTo)) continue;
    const near = neighboursOf(live, at, from, to);
    // A wider window is no less crowded.
    if (!near) return [];
    if (near.length > MOST_NEIGHBOURS) full.push([from, to]);
    const parts = partsOf(whole, near, isNew);
    if (parts) return matchesOf(whole, parts);
  }
  return [];
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

/** Those within so many days of it that are smaller, the nearest in time first; null where they are a crowd. */
function neighboursOf(live: readonly Summand[], at: number, from: number, to: number): Summand[] | null {
  const whole = live[at];
  if (!whole) return null;
  const near: Summand[] = [];
  let seen = 0;
  for (const step of [-1, 1]) {
    for (let next = at + step; near.length <= MOST_NEIGHBOURS; next += step) {
      const one = live[next];
      if (!one || one.day - whole.day < from || one.day - whole.day > to) break;
      seen += 1;
      if (seen > MOST_SEEN) return null;
      if (one.units < whole.units) near.push(one);
    }
  }
  return near;
}

function partsOf(whole: Summand, near: readonly Summand[], isNew: (id: string) => boolean): Summand[] | null {
  if (near.length < 2 || near.length > MOST_NEIGHBOURS) return null;
  if (!isNew(whole.id) && !near.some(({ id }) => isNew(id))) return null;
  const mostParts = mostPartsFor(near.length, whole.units);
  if (mostParts < 2) return null;
  const found = fewPartsOf(
    near.map(({ units }) => units),
    whole.units,
    mostParts,
    (positions) => {
      const chosen = positions.flatMap((position) => near[position] ?? []);
      const concernsNew = isNew(whole.id) || chosen.some(({ id }) => isNew(id));
      return concernsNew && isRare(near.length, chosen, whole.units);
    },
  );
  return found?.flatMap((position) => near[position] ?? []) ?? null;
}

/** So many that a sum of them is still unlikely to fit by chance. */
function mostPartsFor(neighbours: number, target: number): number {
  let parts = 1;
  while (parts < Math.min(MOST_PARTS, neighbours) && ways(neighbours, parts + 1) * RARE <= target) parts += 1;
  return parts;
}

/** Round parts make up round sums all the time: only the digits above their common zeros count. */
function isRare(neighbours: number, chosen: readonly Summand[], target: number): boolean {
  const zeros = Math.min(...chosen.map(({ units }) => trailingZeros(units)));
  return ways(neighbours, chosen.length) * RARE <= target / 10 ** zeros;
}

const trailingZeros = (units: number): number =>
  units.toString().length - units.toString().replace(/0+$/, '').length;

/** In how many ways so many can be chosen. */
function ways(of: number, chosen: number): number {
  let all = 1;
  for (let step = 1; step <= chosen; step += 1) all = (all * (of - chosen + step)) / step;
  return all;
}

function matchesOf(whole: Summand, parts: readonly Summand[]): Match[] {
  const partIds = parts.map(({ id }) => id);
  const isMerged = parts.every(({ place }) => place < whole.place);
  if (isMerged) return [{ class: 'merged', id: whole.id, otherIds: partIds, fields: FIELDS }];
  return partIds.map((id) => ({ class: 'split', id, otherIds: [whole.id], fields: FIELDS }));
}
