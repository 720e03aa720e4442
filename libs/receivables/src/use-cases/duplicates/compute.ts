// What screening computes in another thread: fingerprints of invoices, and sums among them. It knows no database.
import {
  type FingerprintText,
  type Parties,
  searchedTexts,
  storedTexts,
} from '../../domain/duplicates/fingerprint';
import type { Compared } from '../../domain/duplicates/match';
import { fingerprintOf, type FingerprintVersion } from '#platform/fingerprint';

export { sumsAmong } from '../../domain/duplicates/sums-among';

export interface PrintsWanted {
  readonly invoices: readonly (Pick<Compared, 'number' | 'issueDate' | 'amount'> & {
    /** Which of the parties. */
    readonly between: number;
  })[];
  readonly parties: readonly Parties[];
  /** The newest first, at least one. */
  readonly versions: readonly FingerprintVersion[];
}

/** Of one invoice. */
export interface PrintTexts {
  /** Under the newest key, in the order of the kinds. */
  readonly stored: readonly string[];
  /** Under every key. */
  readonly searched: readonly string[];
}

export function printsOf({ invoices, parties, versions }: PrintsWanted): PrintTexts[] {
  const printers = versions.map(printerOf);
  return invoices.map(({ between, ...invoice }) => {
    const sides = parties[between] ?? { seller: [], buyer: [] };
    const searched = searchedTexts(invoice, sides);
    return {
      stored: printers.slice(0, 1).flatMap((print) => storedTexts(invoice, sides).map(print)),
      searched: printers.flatMap((print) => searched.map(print)),
    };
  });
}

/** Invoices of one pair share texts, and most of what is searched is stored as well: each is fingerprinted once. */
function printerOf(version: FingerprintVersion): (text: FingerprintText) => string {
  const made = new Map<string, string>();
  return (text) => {
    const known = made.get(text.text);
    if (known !== undefined) return known;
    const fingerprint = fingerprintOf(text, version);
    made.set(text.text, fingerprint);
    return fingerprint;
  };
}
