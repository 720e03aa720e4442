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

/**
 * Of one seller, buyer and currency. A whole that came after all its parts is `merged` and is named itself; otherwise the
 * parts that came after the whole, and those before them, are each named as `split` from it.
 * @param isNew only sums in which one of these takes part are looked for
 */
export function partMatches(placed: readonly Placed[], isNew: (id: string) => boolean): Match[] {
  const live = placed
    .flatMap((one): Dated[] => {
      const units = minorUnits(one.invoice.amount);
      if (one.invoice.standing !== 'live' || units > MOST_UNITS) return [];
      return [{ ...one, units: Number(units), day: daysBetween(EPOCH, one.invoice.issueDate) }];
    })
    .sort((a, b) => a.day - b.day || a.place - b.place);
  return live.flatMap((whole, at) => {
    for (const [from, to] of WINDOWS) {
      const near = neighboursOf(live, at, from, to);
      // A wider window is no less crowded.
      if (!near) break;
      const parts = partsOf(whole, near, isNew);
      if (parts) return matchesOf(whole, parts);
    }
    return [];
  });
}

const EPOCH = localDate('2000-01-01');

interface Dated extends Placed {
  readonly units: number;
  readonly day: number;
}

/** Those within so many days of it that are smaller, the nearest in time first; null where they are a crowd. */
function neighboursOf(live: readonly Dated[], at: number, from: number, to: number): Dated[] | null {
  const whole = live[at];
  if (!whole) return null;
  const near: Dated[] = [];
  let seen = 0;
  const take = (one: Dated | undefined, isWithin: (days: number) => boolean): boolean => {
    if (!one || !isWithin(one.day - whole.day) || near.length > MOST_NEIGHBOURS) return false;
    seen += 1;
    if (seen > MOST_SEEN) return false;
    if (one.units < whole.units) near.push(one);
    return true;
  };
  for (let down = at - 1; take(live[down], (days) => days >= from && days <= to); down -= 1);
  for (let up = at + 1; take(live[up], (days) => days >= from && days <= to); up += 1);
  return seen > MOST_SEEN ? null : near;
}

function partsOf(whole: Dated, near: readonly Dated[], isNew: (id: string) => boolean): Dated[] | null {
  if (near.length < 2 || near.length > MOST_NEIGHBOURS) return null;
  if (!isNew(whole.invoice.id) && !near.some(({ invoice }) => isNew(invoice.id))) return null;
  const mostParts = mostPartsFor(near.length, whole.units);
  if (mostParts < 2) return null;
  const found = fewPartsOf(
    near.map(({ units }) => units),
    whole.units,
    mostParts,
    (positions) => {
      const chosen = positions.flatMap((position) => near[position] ?? []);
      const concernsNew = isNew(whole.invoice.id) || chosen.some(({ invoice }) => isNew(invoice.id));
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
function isRare(neighbours: number, chosen: readonly Dated[], target: number): boolean {
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

function matchesOf(whole: Placed, parts: readonly Placed[]): Match[] {
  const partIds = parts.map(({ invoice }) => invoice.id);
  const isMerged = parts.every(({ place }) => place < whole.place);
  if (isMerged) return [{ class: 'merged', id: whole.invoice.id, otherIds: partIds, fields: FIELDS }];
  return partIds.map((id) => ({ class: 'split', id, otherIds: [whole.invoice.id], fields: FIELDS }));
}
