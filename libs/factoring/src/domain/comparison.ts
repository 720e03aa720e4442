// Puts offers side by side: who pays most today, and who costs least in a year.
import { compareMoney, Decimal } from '#kernel';
import type { Price } from './pricing';

export interface Priced {
  readonly price: Pick<Price, 'netCash' | 'allInRate'>;
  /** Breaks ties: the earlier offer stands first. */
  readonly createdAt: Date;
  readonly id: string;
}
export interface Ranks {
  /** 1 is the most cash today; equal figures share a rank. */
  readonly rankByNetCash: number;
  /** 1 is the lowest all-in rate; offers without a rate come last. */
  readonly rankByRate: number;
  readonly bestNetCash: boolean;
  readonly bestRate: boolean;
}

const byNetCash = (a: Priced, b: Priced): number => compareMoney(b.price.netCash, a.price.netCash);

function byRate(a: Priced, b: Priced): number {
  const [first, second] = [a.price.allInRate, b.price.allInRate];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return new Decimal(first).cmp(second);
}

const byAge = (a: Priced, b: Priced): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);

/** One more than the number of offers that are strictly better. */
function ranksBy<T extends Priced>(
  offers: readonly T[],
  order: (a: Priced, b: Priced) => number,
): Map<T, number> {
  const sorted = [...offers].sort(order);
  const ranks = new Map<T, number>();
  sorted.forEach((offer, index) => {
    const before = sorted[index - 1];
    const shared = before && order(before, offer) === 0 ? ranks.get(before) : undefined;
    ranks.set(offer, shared ?? index + 1);
  });
  return ranks;
}

/** The offers with their ranks, the most cash today first; of equal ones the cheaper and then the earlier. */
export function compareOffers<T extends Priced>(offers: readonly T[]): (T & Ranks)[] {
  const cash = ranksBy(offers, byNetCash);
  const rate = ranksBy(offers, byRate);
  return [...offers]
    .sort((a, b) => byNetCash(a, b) || byRate(a, b) || byAge(a, b))
    .map((offer) => {
      const rankByNetCash = cash.get(offer) ?? offers.length;
      const rankByRate = rate.get(offer) ?? offers.length;
      const bestRate = rankByRate === 1 && offer.price.allInRate !== null;
      return { ...offer, rankByNetCash, rankByRate, bestNetCash: rankByNetCash === 1, bestRate };
    });
}
