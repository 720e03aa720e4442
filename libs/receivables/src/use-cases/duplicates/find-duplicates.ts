// Finds what resembles an invoice: by fingerprints under every key, in the database and within the same delivery, and by
// sums among the invoices of one seller and buyer. It only reads, and its cost does not grow with what is stored.
import { Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import { Organisations } from '#parties';
import { FingerprintKey, type Reads, Threads } from '#platform';
import { ComparedStore } from '../../data/compared.store';
import { type Fingerprint, FingerprintStore } from '../../data/fingerprint.store';
import { FINGERPRINT_KINDS, type Parties } from '../../domain/duplicates/fingerprint';
import type { Compared, Match } from '../../domain/duplicates/match';
import { PART_CROWD } from '../../domain/duplicates/part-sums';
import { CROWD, pairMatches } from '../../domain/duplicates/screening';
import { chunksOf } from '../chunks';
import { BEFORE, PairMemory, pairOf, windowsOf } from './pair-memory';
import { PRINTS } from './computations';

/** So many invoices of one pair within the days looked at, and sums prove nothing. */
const MOST_IN_WINDOW = 20_000;
const PAIRS_AT_ONCE = 100;
const BEST_FIRST: readonly string[] = ['USCC', 'LEI', 'VAT', 'LOCAL'];

/** Fingerprints of one invoice: what is stored of it, and what is searched for it. */
export interface Prints {
  readonly invoice: Compared;
  readonly stored: readonly Fingerprint[];
  readonly searched: readonly string[];
}

@Injectable()
export class FindDuplicates {
  constructor(
    private readonly key: FingerprintKey,
    private readonly fingerprints: FingerprintStore,
    private readonly compared: ComparedStore,
    private readonly organisations: Organisations,
    private readonly threads: Threads,
  ) {}

  /** The fingerprints of each invoice under the keys of this process. */
  async prints(on: Reads, invoices: readonly Compared[]): Promise<Prints[]> {
    return (await this.beginPrints(on, invoices)).done;
  }

  /** The same, of which only reading is over when this returns. */
  async beginPrints(on: Reads, invoices: readonly Compared[]): Promise<Begun<Prints[]>> {
    const ids = invoices.flatMap(({ supplierId, debtorId }) => [supplierId, debtorId]);
    const found = await this.organisations.byIds(on, [...new Set(ids)]);
    const names = new Map([...found].map(([id, { identifiers }]) => [id, identifiersOf(identifiers)]));
    return begun(this.computePrints(invoices, names));
  }

  private async computePrints(
    invoices: readonly Compared[],
    names: ReadonlyMap<string, string[]>,
  ): Promise<Prints[]> {
    const versions = await this.key.versions();
    const [newest] = versions;
    invariant(newest, 'there is at least one key');
    const between = new Map<string, number>();
    const parties: Parties[] = [];
    const placeOf = (invoice: Compared): number => {
      const pair = pairOf(invoice);
      const known = between.get(pair);
      if (known !== undefined) return known;
      between.set(pair, parties.length);
      return (
        parties.push({
          seller: names.get(invoice.supplierId) ?? [],
          buyer: names.get(invoice.debtorId) ?? [],
        }) - 1
      );
    };
    const wanted = invoices.map((invoice) => {
      const { number, issueDate, amount } = invoice;
      return { number, issueDate, amount, between: placeOf(invoice) };
    });
    const texts = await this.threads.run(PRINTS, { invoices: wanted, parties, versions });
    return invoices.map((invoice, at) => ({
      invoice,
      stored: FINGERPRINT_KINDS.map((kind, place) => ({
        ...{ kind, fingerprint: texts[at]?.stored[place] ?? '' },
        ...{ keyVersion: newest.version, receivableId: invoice.id },
      })),
      searched: texts[at]?.searched ?? [],
    }));
  }

  /** Those that came before, in the database or earlier in the same list. */
  async pairs(on: Reads, prints: readonly Prints[]): Promise<Match[]> {
    const wanted = new Set<string>();
    for (const { searched } of prints) for (const fingerprint of searched) wanted.add(fingerprint);
    const under = await this.fingerprints.holders(on, [...wanted], CROWD);
    const idsOf = prints.map(
      ({ searched }) => new Set(searched.flatMap((fingerprint) => under.get(fingerprint) ?? [])),
    );
    const all = [...new Set(idsOf.flatMap((ids) => [...ids]))];
    const stored = new Map((await this.compared.byIds(on, all)).map((one) => [one.id, one]));
    const within = new Delivery();
    return prints.flatMap(({ invoice, searched, stored: own }, at) => {
      const known = [...(idsOf[at] ?? [])].flatMap((id) => stored.get(id) ?? []);
      const matches = pairMatches(invoice, [...known, ...within.under(searched)]);
      within.add(own, invoice);
      return matches;
    });
  }

  /**
   * Sums among what the pairs of these invoices have around their days, these included.
   * @param placeOf in which order the new ones came; what is not named came before them
   */
  async sums(on: Reads, invoices: readonly Compared[], placeOf: PlaceOf): Promise<Match[]> {
    return (await this.beginSums(on, invoices, placeOf)).done;
  }

  /**
   * The same, of which only reading is over when this returns.
   * @param memory what is known of the pairs already; without one, a few pairs at a time are read and searched
   */
  async beginSums(
    on: Reads,
    invoices: readonly Compared[],
    placeOf: PlaceOf,
    memory?: PairMemory,
  ): Promise<Begun<Match[]>> {
    const found: Promise<Match[]>[] = [];
    const places = new Map(invoices.map((one) => [one.id, placeOf(one) ?? BEFORE]));
    for (const windows of chunksOf(windowsOf(invoices), PAIRS_AT_ONCE)) {
      const known = memory ?? new PairMemory();
      const lacking = known.lacking(windows);
      const wanted = { crowd: PART_CROWD, most: MOST_IN_WINDOW };
      const { known: read, crowded } = await this.compared.inWindows(on, lacking, wanted);
      const others = read.filter(({ id }) => !places.has(id));
      known.learn(
        lacking,
        { known: others, crowded },
        { placeOf: (one) => placeOf(one) ?? BEFORE, most: MOST_IN_WINDOW },
      );
      const pairs = new Set(windows.map(pairOf));
      const asked = invoices.filter((one) => pairs.has(pairOf(one)));
      const { done } = begun(known.matches(this.threads, asked, (id) => places.get(id) ?? BEFORE));
      if (!memory) await done;
      found.push(done);
    }
    return begun(Promise.all(found).then((all) => all.flat()));
  }
}

type PlaceOf = (one: Compared & { readonly cameAt?: number }) => number | undefined;

/** Goes on by itself, and may be left alone when the transaction ends before it. */
export interface Begun<Result> {
  readonly done: Promise<Result>;
}

function begun<Result>(done: Promise<Result>): Begun<Result> {
  done.catch(() => undefined);
  return { done };
}

/** What the invoices of this delivery that came before have as fingerprints. */
class Delivery {
  private readonly known = new Map<string, Compared[]>();

  under(searched: readonly string[]): Compared[] {
    return searched.flatMap((fingerprint) => {
      const found = this.known.get(fingerprint) ?? [];
      return found.length > CROWD ? [] : found;
    });
  }

  add(stored: readonly Fingerprint[], invoice: Compared): void {
    for (const { fingerprint } of stored) {
      const known = this.known.get(fingerprint);
      if (!known) this.known.set(fingerprint, [invoice]);
      else if (known.length <= CROWD) known.push(invoice);
    }
  }
}

function identifiersOf(
  identifiers: readonly { readonly scheme: string; readonly value: string }[],
): string[] {
  const place = (scheme: string) =>
    BEST_FIRST.includes(scheme) ? BEST_FIRST.indexOf(scheme) : BEST_FIRST.length;
  return [...identifiers]
    .sort((a, b) => place(a.scheme) - place(b.scheme) || (a.value < b.value ? -1 : 1))
    .map(({ scheme, value }) => `${scheme}:${plainIdentifier(value)}`);
}

const plainIdentifier = (value: string): string =>
  value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
