// A search that is kept: whoever saved it is told when a filing comes to meet it, new or amended, by the rules by which a search finds.
import type { FieldError } from '#kernel';
import { fault } from './faults';
import { nameKey } from './party-key';

export const WATCHES = ['name', 'asset'] as const;
/** A grantor's name with those like it, or one asset. */
export type Watches = (typeof WATCHES)[number];

export interface SavedSearch {
  readonly id: string;
  readonly organisationId: string;
  readonly userId: string;
  readonly watches: Watches;
  /** The name or the asset key. */
  readonly term: string;
  readonly termKey: string;
  /** The client's own. */
  readonly reference: string | null;
  readonly savedAt: string;
  readonly endedAt: string | null;
  readonly version: number;
  /** How many filings met it. */
  readonly meetings: number;
}

/** An asset is compared letter by letter, a name as people mean it. */
export const termKeyOf = (watches: Watches, term: string): string =>
  watches === 'asset' ? term : nameKey(term);

export const savedFaults = (watches: Watches, term: string): FieldError[] =>
  termKeyOf(watches, term) === '' ? [fault('/term', 'term_missing')] : [];

/** Transactions that were under way when somebody looked may bring filings of a moment before. */
export const OVERLAP_MS = 600_000;
