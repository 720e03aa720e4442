// The rules of the product over a corpus in memory: the canonical key, then fingerprints under a key, then the scorer and
// the sums. The store only takes the place of the two maps here.
import { createSecretKey } from 'node:crypto';
import { readInvoices } from '#documents';
import { money } from '#kernel';
import { fingerprintOf } from '#platform';
import {
  claimKeyOf,
  type Compared,
  CROWD,
  type FingerprintText,
  pairMatches,
  type Parties,
  partMatches,
  type Placed,
  searchedTexts,
  storedTexts,
} from '#receivables';
import { type Corpus, csvOf } from './corpus';
import type { Found } from './judge';

const KEY = { version: 1, key: createSecretKey(Buffer.alloc(32, 7)) };

interface Read {
  readonly at: number;
  readonly claimKey: string;
  readonly compared: Compared;
  readonly parties: Parties;
}

/** Through the reader of files, so that keys are those of the product. */
export async function readCorpus({ truths, credited }: Corpus): Promise<Read[]> {
  const text = csvOf(truths.map(({ invoice }) => invoice));
  const readings = await readInvoices(Buffer.from(text));
  return readings.map(({ key, draft }, at): Read => {
    const truth = truths[at];
    if (!truth || key === null || draft?.number == null || draft.payableAmount === null)
      throw new Error(`invoice ${at} of the corpus cannot be read`);
    const { invoice } = truth;
    const supplierId = invoice.seller.id;
    return {
      at,
      claimKey: claimKeyOf({ supplierId, invoiceKey: key }),
      compared: {
        ...{ id: at.toString(), supplierId, debtorId: invoice.buyer.id, number: draft.number },
        ...{ issueDate: invoice.issueDate, dueDate: invoice.dueDate },
        amount: money(draft.payableAmount, invoice.currency),
        standing: credited.has(at) ? 'credited' : 'live',
      },
      parties: { seller: [`VAT:${supplierId}`], buyer: [`VAT:${invoice.buyer.id}`] },
    };
  });
}

export function detect(invoices: readonly Read[]): Found[] {
  const found: Found[] = [];
  const holders = new Map<string, number>();
  const known = new Map<string, Compared[]>();
  const pairs = new Map<string, Placed[]>();
  for (const { at, claimKey, compared, parties } of invoices) {
    const holder = holders.get(claimKey);
    if (holder !== undefined) {
      found.push({ at, class: 'exact', otherAts: [holder] });
      continue;
    }
    holders.set(claimKey, at);
    const candidates = searchedTexts(compared, parties).flatMap((text) => {
      const under = known.get(hexOf(text)) ?? [];
      return under.length > CROWD ? [] : under;
    });
    for (const match of pairMatches(compared, candidates)) found.push(foundOf(match));
    for (const text of storedTexts(compared, parties)) push(known, hexOf(text), compared);
    const { supplierId, debtorId, amount } = compared;
    push(pairs, `${supplierId} ${debtorId} ${amount.currency}`, { invoice: compared, place: at });
  }
  for (const placed of pairs.values()) found.push(...partMatches(placed, () => true).map(foundOf));
  return found;
}

const hexOf = (text: FingerprintText): string => fingerprintOf(text, KEY);

const foundOf = (match: ReturnType<typeof pairMatches>[number]): Found => ({
  at: Number(match.id),
  class: match.class,
  otherAts: match.otherIds.map(Number),
});

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
