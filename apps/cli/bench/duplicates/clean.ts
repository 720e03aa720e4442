// Honest invoices, among them those that look alike by nature: rents of one amount with numbers that count up, weekly
// services, several equal deliveries on a day, equal instalments, round amounts that add up, two series of numbers.
import { addDays, addMonths, localDate, type LocalDate } from '#kernel';
import type { Chance } from './random';

export interface Party {
  readonly name: string;
  readonly id: string;
}
export interface Invoice {
  readonly number: string;
  readonly seller: Party;
  readonly buyer: Party;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  /** In minor units of the currency, two digits. */
  readonly cents: number;
  readonly currency: string;
}
export interface Pair {
  readonly seller: Party;
  readonly buyer: Party;
}

const FIRST_DAY = localDate('2026-01-01');
const DAYS = 180;

type Style = (running: number, date: LocalDate) => string;
const pad = (running: number, width: number) => running.toString().padStart(width, '0');
const STYLES: readonly Style[] = [
  (running, date) => `INV-${date.slice(0, 4)}-${pad(running, 6)}`,
  (running) => `RE${pad(running, 7)}`,
  (running) => pad(running + 40_000_000, 8),
  (running, date) => `${date.slice(2, 4)}/${pad(running, 6)}`,
  (running, date) => `F${date.slice(0, 4)}${date.slice(5, 7)}${pad(running, 5)}`,
];

/** The running numbers of each seller: honest numbers never repeat. */
export class Numbers {
  private readonly running = new Map<string, number>();

  constructor(private readonly chance: Chance) {}

  next(seller: Party, date: LocalDate, series = ''): string {
    const running = (this.running.get(seller.id) ?? this.chance.whole(100, 9_000)) + 1;
    this.running.set(seller.id, running);
    return series + this.styleOf(seller)(running, date);
  }

  /** The sellers' other business takes numbers too. */
  leaveOut(seller: Party): void {
    const running = this.running.get(seller.id) ?? this.chance.whole(100, 9_000);
    this.running.set(seller.id, running + this.chance.whole(0, 40));
  }

  private styleOf({ id }: Party): Style {
    const style = STYLES[Number(id.slice(-2)) % STYLES.length];
    if (!style) throw new RangeError('every seller has a style');
    return style;
  }
}

export function pairsOf(sellers: readonly Party[], buyers: readonly Party[], chance: Chance): Pair[] {
  return sellers.flatMap((seller) => {
    const own = new Set(Array.from({ length: chance.whole(3, 8) }, () => chance.pick(buyers)));
    return [...own].map((buyer) => ({ seller, buyer }));
  });
}

/** @returns about so many honest invoices, in the order of their dates */
export function cleanInvoices(pairs: readonly Pair[], count: number, chance: Chance): Invoice[] {
  const plans: Plan[] = [];
  while (plans.length < count) plans.push(...chance.pick(SHAPES)(chance.pick(pairs), chance));
  const ordered = plans.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const numbers = new Numbers(chance);
  return ordered.map(({ pair, date, cents, series, isNext }) => {
    if (!isNext) numbers.leaveOut(pair.seller);
    return {
      ...pair,
      ...{ cents, currency: 'CNY', issueDate: date, dueDate: addDays(date, 60) },
      number: numbers.next(pair.seller, date, series),
    };
  });
}

interface Plan {
  readonly pair: Pair;
  readonly date: LocalDate;
  readonly cents: number;
  readonly series?: string;
  /** Right after the one before it. */
  readonly isNext?: boolean;
}
type Shape = (pair: Pair, chance: Chance) => Plan[];

const dayIn = (chance: Chance, last = DAYS): LocalDate => addDays(FIRST_DAY, chance.whole(0, last));
/** Any amount, as work and weights make them. */
export const anyCents = (chance: Chance): number => Math.round(10 ** (4 + chance.whole(0, 3500) / 1000));
const roundCents = (chance: Chance): number => chance.whole(1, 60) * 100_000;
const CATALOGUE = [1_299_00, 2_480_00, 899_50, 15_600_00, 4_375_25, 640_00, 12_345_67, 980_80];

const ordinary: Shape = (pair, chance) => [{ pair, date: dayIn(chance), cents: anyCents(chance) }];
const round: Shape = (pair, chance) => [{ pair, date: dayIn(chance), cents: roundCents(chance) }];
const catalogue: Shape = (pair, chance) => [{ pair, date: dayIn(chance), cents: chance.pick(CATALOGUE) }];

const rent: Shape = (pair, chance) => {
  const cents = chance.percent(50) ? roundCents(chance) : anyCents(chance);
  const first = dayIn(chance, 27);
  return [0, 1, 2, 3, 4, 5].map((month) => ({ pair, cents, date: addMonths(first, month) }));
};
const weekly: Shape = (pair, chance) => {
  const [cents, first] = [anyCents(chance), dayIn(chance, 90)];
  return [0, 1, 2, 3, 4, 5, 6, 7].map((week) => ({ pair, cents, date: addDays(first, 7 * week) }));
};
/** Truckloads of one price: several invoices of one day, one right after the other. */
const truckloads: Shape = (pair, chance) => {
  const [cents, date] = [anyCents(chance), dayIn(chance)];
  const loads = Array.from({ length: chance.whole(2, 3) }, (_, index) => index);
  return loads.map((index) => ({ pair, cents, date, isNext: index > 0 }));
};
const instalments: Shape = (pair, chance) => {
  const [cents, first] = [anyCents(chance), dayIn(chance, 90)];
  return [0, 1, 2].map((part) => ({ pair, cents, date: addDays(first, 15 * part) }));
};
/** Round deliveries of which some make up others. */
const steps: Shape = (pair, chance) => {
  const [unit, date] = [roundCents(chance), dayIn(chance, 150)];
  return [1, 2, 3].map((times) => ({ pair, cents: unit * times, date: addDays(date, times) }));
};
const twoSeries: Shape = (pair, chance) => {
  const date = dayIn(chance);
  return ['A', 'B'].map((series) => ({ pair, cents: anyCents(chance), date, series }));
};

const SHAPES: readonly Shape[] = [
  ...[ordinary, ordinary, ordinary, ordinary, ordinary, ordinary, ordinary, ordinary, ordinary, ordinary],
  ...[ordinary, ordinary, ordinary, ordinary, ordinary, ordinary, ordinary, ordinary, ordinary, ordinary],
  ...[round, round, round, catalogue, catalogue, catalogue, rent, weekly, truckloads, instalments],
  ...[steps, twoSeries],
];
