// The ten ways in which an invoice comes back, each made from honest invoices that were there before.
import { addDays, isLocalDate, type LocalDate } from '#kernel';
import type { Invoice } from './clean';
import type { Chance } from './random';

export const FAMILIES = [
  'width',
  'retyped',
  'date_shift',
  'rounding',
  'ocr',
  'prefix',
  'currency',
  'split',
  'merged',
  'reissue',
] as const;
export type Family = (typeof FAMILIES)[number];

export interface Mutation {
  readonly family: Family;
  /** What comes in, in this order. */
  readonly invoices: readonly Invoice[];
  /** Positions of the honest invoices it is made from. */
  readonly origins: readonly number[];
}

type Mutate = (origin: Invoice, chance: Chance) => Invoice[] | null;

const retyped: Mutate = (origin, chance) => {
  const digits = [...origin.number.matchAll(/\d/g)].map(({ index }) => index);
  const at = chance.pick(digits.slice(-6));
  const { number } = origin;
  const digit = number[at] ?? '0';
  const slips = [
    number.slice(0, at) + ((Number(digit) + chance.whole(1, 9)) % 10).toString() + number.slice(at + 1),
    number.slice(0, at) + number.slice(at + 1),
    number.slice(0, at) + digit + number.slice(at),
    number.slice(0, at - 1) + digit + (number[at - 1] ?? '') + number.slice(at + 1),
  ];
  const slip = chance.pick(slips);
  return slip === number ? null : [{ ...origin, number: slip }];
};

/** Half of the time the number was written in another way as well, so that it is not the number alone that tells. */
const alsoRenumbered = (invoice: Invoice, chance: Chance): Invoice =>
  chance.percent(50) ? (prefix(invoice, chance)?.[0] ?? invoice) : invoice;

const dateShift: Mutate = (origin, chance) => {
  const issueDate = chance.percent(70)
    ? addDays(origin.issueDate, chance.pick([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]))
    : swapped(origin.issueDate);
  if (issueDate === null || issueDate === origin.issueDate) return null;
  return [alsoRenumbered({ ...origin, issueDate, dueDate: addDays(issueDate, 60) }, chance)];
};

function swapped(date: LocalDate): LocalDate | null {
  const [year = '', month = '', day = ''] = date.split('-');
  const other = `${year}-${day}-${month}`;
  return isLocalDate(other) ? other : null;
}

const rounding: Mutate = (origin, chance) => {
  const step = origin.cents > 5_000_000 ? chance.pick([100, 1000]) : 100;
  const cents = Math.round(origin.cents / step) * step;
  return cents === origin.cents ? null : [alsoRenumbered({ ...origin, cents }, chance)];
};

const SWAPS: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B' };
const ocr: Mutate = (origin, chance) => {
  const places = [...origin.number.matchAll(/[0158]/g)].map(({ index }) => index);
  if (places.length === 0) return null;
  const wrong = new Set([chance.pick(places), chance.pick(places)]);
  const number = origin.number.replace(/./g, (letter, at: number) =>
    wrong.has(at) ? (SWAPS[letter] ?? letter) : letter,
  );
  return [{ ...origin, number }];
};

const width: Mutate = (origin) => {
  const wide = origin.number.replace(/[!-~]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
  );
  return [{ ...origin, number: wide }];
};

const prefix: Mutate = (origin, chance) => {
  const bare = origin.number.replace(/^[A-Z]+-?/, '');
  const wrapped = [`NO.${origin.number}`, `发票${origin.number}`, `INVOICE-${origin.number}`];
  return [{ ...origin, number: bare !== origin.number && chance.percent(50) ? bare : chance.pick(wrapped) }];
};

const currency: Mutate = (origin, chance) => [
  alsoRenumbered({ ...origin, currency: chance.pick(['USD', 'EUR', 'HKD']) }, chance),
];

const split: Mutate = (origin, chance) => {
  const parts = chance.whole(2, 4);
  if (origin.cents < 100_000) return null;
  const cuts = Array.from({ length: parts - 1 }, () => chance.whole(1, 999)).sort((a, b) => a - b);
  const ends = [...cuts.map((cut) => Math.floor((origin.cents / 1000) * cut)), origin.cents];
  const amounts = ends.map((end, index) => end - (ends[index - 1] ?? 0));
  if (amounts.some((cents) => cents < 1_000)) return null;
  const base = chance.whole(700_000, 790_000);
  const first = addDays(origin.issueDate, chance.whole(0, 5));
  return amounts.map((cents, index) => ({
    ...origin,
    ...{ cents, issueDate: first, dueDate: addDays(first, 60) },
    number: `P-${(base + index * 7).toString()}`,
  }));
};

/** Credited in full, and issued again under the next number. */
const reissue: Mutate = (origin, chance) => {
  const issueDate = addDays(origin.issueDate, chance.whole(1, 30));
  const number = `N-${chance.whole(800_000, 890_000).toString()}`;
  return [{ ...origin, issueDate, dueDate: addDays(issueDate, 60), number }];
};

const OF_ONE: Readonly<Record<Exclude<Family, 'merged'>, Mutate>> = {
  ...{ width, retyped, date_shift: dateShift, rounding, ocr, prefix, currency, split, reissue },
};

/** So many of each family; no honest invoice is used twice. */
export function mutationsOf(honest: readonly Invoice[], each: number, chance: Chance): Mutation[] {
  const used = new Set<number>();
  const made: Mutation[] = [];
  for (const family of FAMILIES)
    for (let tries = 0, found = 0; found < each && tries < each * 200; tries += 1) {
      const mutation = family === 'merged' ? merge(honest, used, chance) : one(family, honest, used, chance);
      if (!mutation) continue;
      for (const origin of mutation.origins) used.add(origin);
      made.push(mutation);
      found += 1;
    }
  return made;
}

function one(
  family: Exclude<Family, 'merged'>,
  honest: readonly Invoice[],
  used: ReadonlySet<number>,
  chance: Chance,
): Mutation | null {
  const at = chance.whole(0, honest.length - 1);
  const origin = honest[at];
  const invoices = origin && !used.has(at) ? OF_ONE[family](origin, chance) : null;
  return invoices && { family, invoices, origins: [at] };
}

/** Two to four invoices of one seller and buyer within a month, told again as one. */
function merge(honest: readonly Invoice[], used: ReadonlySet<number>, chance: Chance): Mutation | null {
  const at = chance.whole(0, honest.length - 1);
  const origins = partsFrom(honest, at, chance.whole(2, 4), used);
  const parts = origins.flatMap((origin) => honest[origin] ?? []);
  const last = parts.at(-1);
  if (!last || parts.length < 2) return null;
  const cents = parts.reduce((sum, part) => sum + part.cents, 0);
  const number = `M-${chance.whole(600_000, 690_000).toString()}`;
  return { family: 'merged', invoices: [{ ...last, number, cents }], origins };
}

const MERGED_DAYS = 25;

/** Positions of the first and the next ones between the same two. */
function partsFrom(
  honest: readonly Invoice[],
  at: number,
  wanted: number,
  used: ReadonlySet<number>,
): number[] {
  const first = honest[at];
  if (!first || used.has(at)) return [];
  const end = addDays(first.issueDate, MERGED_DAYS);
  const later = honest.findIndex(({ issueDate }) => issueDate > end);
  const within = honest.slice(at, later < 0 ? undefined : later);
  const own = within.flatMap(({ seller, buyer }, index) =>
    seller === first.seller && buyer === first.buyer && !used.has(at + index) ? [at + index] : [],
  );
  return own.slice(0, wanted);
}
