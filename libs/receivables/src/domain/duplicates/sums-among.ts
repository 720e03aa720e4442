// The search for sums on bare numbers: which invoices of one seller, buyer and currency are the sum of a few others near in
// time. Numbers in a row can be handed to another thread without a copy of each invoice.
import { fewFalling } from './few-parts';

/** Days between a whole and its parts at most. */
export const PART_DAYS = 31;
export const CLOSE_DAYS = 3;
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
export const MOST_SEEN = 120;
const MOST_PARTS = 5;
/** Of so many sums that are tried, one may fit by chance. */
const RARE = 500;

/** Groups one after the other, each of one seller, buyer and currency. */
export interface SumGroups {
  /** Minor units of each amount: whole, positive, and a hundred of them a safe integer. */
  readonly units: Float64Array;
  /** The day of issue, counted from any day. */
  readonly days: Int32Array;
  /** Smaller came earlier. */
  readonly places: Float64Array;
  /** 1: sums in which it takes part are looked for. */
  readonly isNew: Uint8Array;
  /** Where each group ends. */
  readonly ends: Uint32Array;
}

/** By where they stand in the rows of numbers. */
export interface FoundSum {
  readonly whole: number;
  readonly parts: readonly number[];
}

interface Counted {
  readonly id: string;
  readonly units: number;
  readonly day: number;
  readonly place: number;
}

export function sumGroups(
  groups: readonly (readonly Counted[])[],
  isNew: (id: string) => boolean,
): SumGroups {
  const size = groups.reduce((sum, { length }) => sum + length, 0);
  const rows = {
    units: new Float64Array(size),
    days: new Int32Array(size),
    places: new Float64Array(size),
    isNew: new Uint8Array(size),
    ends: new Uint32Array(groups.length),
  };
  let at = 0;
  groups.forEach((group, index) => {
    for (const { id, units, day, place } of group) {
      rows.units[at] = units;
      rows.days[at] = day;
      rows.places[at] = place;
      rows.isNew[at] = isNew(id) ? 1 : 0;
      at += 1;
    }
    rows.ends[index] = at;
  });
  return rows;
}

/** The first sum of each whole, by falling nearness in time. */
export function sumsAmong(groups: SumGroups): FoundSum[] {
  const found: FoundSum[] = [];
  let from = 0;
  for (const to of groups.ends) {
    const line = new TimeLine(groups, from, to);
    for (let at = 0; at < to - from; at += 1) {
      const sum = line.sumAt(at);
      if (sum) found.push(sum);
    }
    from = to;
  }
  return found;
}

/** One group in the order of its days. */
class TimeLine {
  /** Where each stands in the rows. */
  private readonly rows: Uint32Array;
  private readonly units: Float64Array;
  private readonly days: Int32Array;
  private readonly isNew: Uint8Array;
  /** How many of those before are new. */
  private readonly newBefore: Uint32Array;

  constructor({ units, days, places, isNew }: SumGroups, from: number, to: number) {
    const [dayOf, placeOf] = [(row: number) => days[row] ?? 0, (row: number) => places[row] ?? 0];
    this.rows = Uint32Array.from({ length: to - from }, (_, at) => from + at).sort(
      (a, b) => dayOf(a) - dayOf(b) || placeOf(a) - placeOf(b),
    );
    this.units = Float64Array.from(this.rows, (row) => units[row] ?? 0);
    this.days = Int32Array.from(this.rows, dayOf);
    this.isNew = Uint8Array.from(this.rows, (row) => isNew[row] ?? 0);
    this.newBefore = new Uint32Array(to - from + 1);
    this.isNew.forEach((one, at) => (this.newBefore[at + 1] = (this.newBefore[at] ?? 0) + one));
  }

  sumAt(at: number): FoundSum | null {
    const full: (readonly [from: number, to: number])[] = [];
    for (const [from, to] of WINDOWS) {
      // What holds too many for a search holds no fewer when it is wider.
      if (full.some(([fullFrom, fullTo]) => from <= fullFrom && to >= fullTo)) continue;
      if (this.isNew[at] !== 1 && !this.hasNew(at, from, to)) continue;
      const near = this.near(at, from, to);
      // A wider window is no less crowded.
      if (!near) return null;
      if (near.length > MOST_NEIGHBOURS) full.push([from, to]);
      const parts = this.partsOf(at, near);
      if (parts) return { whole: this.rows[at] ?? 0, parts: parts.map((part) => this.rows[part] ?? 0) };
    }
    return null;
  }

  private hasNew(at: number, from: number, to: number): boolean {
    const day = this.days[at] ?? 0;
    const [first, end] = [this.firstOn(day + from), this.firstOn(day + to + 1)];
    return (this.newBefore[end] ?? 0) > (this.newBefore[first] ?? 0);
  }

  /** Where the first of that day or later stands. */
  private firstOn(day: number): number {
    let [low, high] = [0, this.days.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Those within so many days of it that are smaller, the nearest in time first; null where they are a crowd. */
  private near(at: number, from: number, to: number): number[] | null {
    const [day, whole] = [this.days[at] ?? 0, this.units[at] ?? 0];
    const near: number[] = [];
    let seen = 0;
    for (const step of [-1, 1]) {
      for (let next = at + step; near.length <= MOST_NEIGHBOURS; next += step) {
        const apart = (this.days[next] ?? Number.POSITIVE_INFINITY) - day;
        if (!(apart >= from && apart <= to)) break;
        seen += 1;
        if (seen > MOST_SEEN) return null;
        if ((this.units[next] ?? 0) < whole) near.push(next);
      }
    }
    return near;
  }

  /** Where the whole is not new itself, each new part in turn is taken as given, which leaves one less to look for. */
  private partsOf(at: number, near: number[]): readonly number[] | null {
    if (near.length < 2 || near.length > MOST_NEIGHBOURS) return null;
    const target = this.units[at] ?? 0;
    const mostParts = mostPartsFor(near.length, target);
    if (mostParts < 2) return null;
    const unitsOf = (one: number) => this.units[one] ?? 0;
    const neighbours = near.length;
    const find = (among: readonly number[], given: readonly number[]): readonly number[] | null => {
      const all = (places: readonly number[]) => [...given, ...places.map((place) => among[place] ?? 0)];
      const found = fewFalling(among.map(unitsOf), {
        target: given.reduce((left, one) => left - unitsOf(one), target),
        mostParts: mostParts - given.length,
        accept: (places) => isRare(neighbours, all(places).map(unitsOf), target),
      });
      return found && all(found);
    };
    if (this.isNew[at] === 1)
      return find(
        near.sort((a, b) => unitsOf(b) - unitsOf(a)),
        [],
      );
    if (!near.some((one) => this.isNew[one] === 1)) return null;
    let among = near.sort((a, b) => unitsOf(b) - unitsOf(a));
    for (const given of among.filter((one) => this.isNew[one] === 1)) {
      among = among.filter((one) => one !== given);
      const found = find(among, [given]);
      if (found) return found;
    }
    return null;
  }
}

/** So many that a sum of them is still unlikely to fit by chance. */
function mostPartsFor(neighbours: number, target: number): number {
  let parts = 1;
  while (parts < Math.min(MOST_PARTS, neighbours) && ways(neighbours, parts + 1) * RARE <= target) parts += 1;
  return parts;
}

/** Round parts make up round sums all the time: only the digits above their common zeros count. */
function isRare(neighbours: number, parts: readonly number[], target: number): boolean {
  const zeros = Math.min(...parts.map(trailingZeros));
  return ways(neighbours, parts.length) * RARE <= target / 10 ** zeros;
}

const trailingZeros = (units: number): number =>
  units.toString().length - units.toString().replace(/0+$/, '').length;

/** In how many ways so many can be chosen. */
function ways(of: number, chosen: number): number {
  let all = 1;
  for (let step = 1; step <= chosen; step += 1) all = (all * (of - chosen + step)) / step;
  return all;
}
