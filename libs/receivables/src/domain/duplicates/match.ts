// What two invoices are to each other when they are compared: the class of the match, and the fields that agree.
import type { LocalDate, Money } from '#kernel';

export const MATCH_CLASSES = ['exact', 'near', 'split', 'merged', 'reissued'] as const;
export type MatchClass = (typeof MATCH_CLASSES)[number];

export const MATCH_FIELDS = [
  'seller',
  'buyer',
  'number',
  'amount',
  'currency',
  'issue_date',
  'due_date',
] as const;
export type MatchField = (typeof MATCH_FIELDS)[number];

/** `open` holds the receivable out of financing until somebody else than its supplier clears it. */
export const MATCH_STATES = ['open', 'cleared', 'allowed'] as const;
export type MatchState = (typeof MATCH_STATES)[number];

export const MATCH_TRANSITIONS: Readonly<Record<MatchState, readonly MatchState[]>> = Object.freeze({
  open: ['cleared'],
  cleared: [],
  allowed: [],
});

/** An invoice as it is compared: as it was registered, whatever was credited since. */
export interface Compared {
  readonly id: string;
  readonly supplierId: string;
  readonly debtorId: string;
  readonly number: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate | null;
  readonly amount: Money;
  /** `gone` was rejected or is void and stands in nobody's way; `credited` is void because it was credited in full. */
  readonly standing: 'live' | 'gone' | 'credited';
}

export interface Match {
  readonly class: Exclude<MatchClass, 'exact'>;
  /** The one that is held when the class asks for it. */
  readonly id: string;
  readonly otherIds: readonly string[];
  readonly fields: readonly MatchField[];
}

/** A new invoice with the content of one that was credited is what a reissue is meant to be. */
export const stateOf = ({ class: found }: Pick<Match, 'class'>): MatchState =>
  found === 'reissued' ? 'allowed' : 'open';
