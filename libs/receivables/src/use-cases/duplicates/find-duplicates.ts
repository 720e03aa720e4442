// Finds what resembles an invoice: by fingerprints under every key, in the database and within the same delivery, and by
// sums among the invoices of one seller and buyer. It only reads, and its cost does not grow with what is stored.
import { Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import { Organisations } from '#parties';
import { FingerprintKey, fingerprintOf, type FingerprintVersion, type Reads } from '#platform';
import { ComparedStore } from '../../data/compared.store';
import { type Fingerprint, FingerprintStore } from '../../data/fingerprint.store';
import {
  type FingerprintText,
  type Parties,
  searchedTexts,
  storedTexts,
} from '../../domain/duplicates/fingerprint';
import type { Compared, Match } from '../../domain/duplicates/match';
import { PART_CROWD } from '../../domain/duplicates/part-sums';
import { CROWD, pairMatches } from '../../domain/duplicates/screening';
import { chunksOf } from '../chunks';
import { BEFORE, PairMemory, pairOf, windowsOf } from './pair-memory';

/** So many invoices of one pair within the days looked at, and sums prove nothing. */
const MOST_IN_WINDOW = 20_000;
const PAIRS_AT_ONCE = 100;
const BEST_FIRST: readonly string[] = ['USCC', 'LEI', 'VAT', 'LOCAL'];

/** Fingerprints of one invoice: what is stored of it, and what is searched for it. */
interface Prints {
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
  ) {}

  /** The fingerprints of each invoice under the keys of this process. */
  async prints(on: Reads, invoices: readonly Compared[]): Promise<Prints[]> {
    const ids = invoices.flatMap(({ supplierId, debtorId }) => [supplierId, debtorId]);
    const found = await this.organisations.byIds(on, [...new Set(ids)]);
    const names = new Map([...found].map(([id, { identifiers }]) => [id, identifiersOf(identifiers)]));
    const printers = (await this.key.versions()).map(printerOf);
    return invoices.map((invoice) => {
      const { supplierId, debtorId } = invoice;
      const parties = { seller: names.get(supplierId) ?? [], buyer: names.get(debtorId) ?? [] };
      return printsOf(invoice, parties, printers);
    });
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
   * @param memory what is known of the pairs already; without one, a few pairs at a time are read
   */
  async sums(
    on: Reads,
    invoices: readonly Compared[],
    placeOf: (one: Compared & { readonly cameAt?: number }) => number | undefined,
    memory?: PairMemory,
  ): Promise<Match[]> {
    const found: Match[] = [];
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
      found.push(...known.matches(asked, (id) => places.get(id) ?? BEFORE));
    }
    return found;
  }
}

interface Printer {
  readonly version: number;
  readonly print: (text: FingerprintText) => string;
}

/** Invoices of one pair share texts, and most of what is searched is stored as well: each is fingerprinted once. */
function printerOf(version: FingerprintVersion): Printer {
  const made = new Map<string, string>();
  const print = (text: FingerprintText): string => {
    const known = made.get(text.text);
    if (known !== undefined) return known;
    const fingerprint = fingerprintOf(text, version);
    made.set(text.text, fingerprint);
    return fingerprint;
  };
  return { version: version.version, print };
}

/** @param printers the newest key first, under which is stored; all are searched */
function printsOf(invoice: Compared, parties: Parties, printers: readonly Printer[]): Prints {
  const [newest] = printers;
  invariant(newest, 'there is at least one key');
  const texts = searchedTexts(invoice, parties);
  return {
    invoice,
    stored: storedTexts(invoice, parties).map((text) => ({
      fingerprint: newest.print(text),
      kind: text.kind,
      keyVersion: newest.version,
      receivableId: invoice.id,
    })),
    searched: printers.flatMap(({ print }) => texts.map(print)),
  };
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
