// What the pairs of an upload have around the days of its invoices, as far as sums are concerned: read once and carried
// from chunk to chunk, so that the work on a long file grows with its rows. It is forgotten when it grows large, and what
// it misses of other uploads at the same moment is found inside acceptance, which reads everything again.
import { addDays, maxDate, minDate } from '#kernel';
import type { Threads } from '#platform';
import type { Known, PairCurrency, PairWindow } from '../../data/compared.store';
import type { Compared, Match } from '../../domain/duplicates/match';
import { isCrowd, matchesOf, PART_DAYS, type Summand, summandOf } from '../../domain/duplicates/part-sums';
import { sumGroups } from '../../domain/duplicates/sums-among';
import { SUMS } from './computations';

/** Some thirty megabytes. */
const MOST_KEPT = 200_000;
/** Files are often in the order of their days: what comes next is read along. */
const DAYS_AHEAD = 62;

interface Around extends Pick<PairWindow, 'from' | 'to'> {
  /** By currency; null where they are a crowd. */
  readonly sums: Map<string, Summand[] | null>;
}

export const pairOf = ({ supplierId, debtorId }: Pick<PairCurrency, 'supplierId' | 'debtorId'>): string =>
  `${supplierId} ${debtorId}`;

export class PairMemory {
  private readonly pairs = new Map<string, Around>();
  private pending: readonly Compared[] = [];
  private size = 0;

  /** Which of these windows are to be read, with the days that follow. */
  lacking(windows: readonly PairWindow[]): PairWindow[] {
    return windows.flatMap((window) => {
      const known = this.pairs.get(pairOf(window));
      if (known && known.from <= window.from && known.to >= window.to) return [];
      return [{ ...window, to: addDays(window.to, DAYS_AHEAD) }];
    });
  }

  /**
   * What was read of these windows takes the place of what was known of their pairs.
   * @param most more than this in a window prove nothing
   */
  learn(
    windows: readonly PairWindow[],
    { known, crowded }: { readonly known: readonly Known[]; readonly crowded: readonly PairCurrency[] },
    { placeOf, most }: { readonly placeOf: (one: Known) => number; readonly most: number },
  ): void {
    for (const window of windows) this.forget(window);
    for (const one of known) this.add(one, placeOf(one));
    for (const one of crowded) this.drop(one);
    for (const window of windows)
      for (const [currency, sums] of this.sumsOf(window))
        if (sums && sums.length > most) this.drop({ ...window, currency });
  }

  private sumsOf(pair: Pick<PairCurrency, 'supplierId' | 'debtorId'>): Around['sums'] {
    return this.pairs.get(pairOf(pair))?.sums ?? new Map<string, Summand[] | null>();
  }

  private forget(window: PairWindow): void {
    for (const sums of this.sumsOf(window).values()) this.size -= sums?.length ?? 0;
    this.pairs.set(pairOf(window), { from: window.from, to: window.to, sums: new Map() });
  }

  /** Sums among the invoices of one pair and currency, new ones, and what is known around them now; crowds prove nothing. */
  async matches(
    threads: Threads,
    invoices: readonly Compared[],
    placeOf: (id: string) => number,
  ): Promise<Match[]> {
    const byPair = new Map<string, Compared[]>();
    for (const one of invoices) {
      const key = `${pairOf(one)} ${one.amount.currency}`;
      const group = byPair.get(key);
      if (group) group.push(one);
      else byPair.set(key, [one]);
    }
    const groups = [...byPair.values()].flatMap((group) => {
      const [first] = group;
      const known = first && this.sumsOf(first).get(first.amount.currency);
      if (known === null) return [];
      return [[...(known ?? []), ...group.flatMap((one) => summandOf(one, placeOf(one.id)) ?? [])]];
    });
    const isNew = new Set(invoices.map(({ id }) => id));
    return matchesOf(
      groups,
      await threads.run(
        SUMS,
        sumGroups(groups, (id) => isNew.has(id)),
      ),
    );
  }

  /** A transaction begins, perhaps again. */
  begin(): void {
    this.pending = [];
  }

  /** These are new in the transaction, which may still fail: known from `settle` on. */
  expect(invoices: readonly Compared[]): void {
    this.pending = [...this.pending, ...invoices];
  }

  /** What was new in the transaction, or in this chunk of it, came before whatever follows. */
  settle(): void {
    for (const one of this.pending) this.add(one, BEFORE);
    for (const { supplierId, debtorId, amount } of this.pending) {
      const pair = { supplierId, debtorId, currency: amount.currency };
      const sums = this.sumsOf(pair).get(pair.currency);
      if (sums && isCrowd(sums)) this.drop(pair);
    }
    this.pending = [];
    if (this.size <= MOST_KEPT) return;
    this.pairs.clear();
    this.size = 0;
  }

  private add(one: Compared, place: number): void {
    const around = this.pairs.get(pairOf(one));
    const summand = summandOf(one, place);
    if (!around || !summand) return;
    const { currency } = one.amount;
    const sums = around.sums.get(currency);
    if (sums === null) return;
    if (sums) sums.push(summand);
    else around.sums.set(currency, [summand]);
    this.size += 1;
  }

  private drop(pair: PairCurrency): void {
    const sums = this.sumsOf(pair);
    this.size -= sums.get(pair.currency)?.length ?? 0;
    sums.set(pair.currency, null);
  }
}

/** Smaller than the place of anything new. */
export const BEFORE = -1;

/** The days around the invoices of each pair in which parts of them may lie. */
export function windowsOf(invoices: readonly Compared[]): PairWindow[] {
  const windows = new Map<string, PairWindow>();
  for (const { supplierId, debtorId, issueDate } of invoices) {
    const pair = pairOf({ supplierId, debtorId });
    const before = windows.get(pair);
    windows.set(pair, {
      ...{ supplierId, debtorId },
      from: minDate(before?.from ?? issueDate, issueDate),
      to: maxDate(before?.to ?? issueDate, issueDate),
    });
  }
  return [...windows.values()].map((window) => ({
    ...window,
    from: addDays(window.from, -PART_DAYS),
    to: addDays(window.to, PART_DAYS),
  }));
}
