// The statutory registration of a filing: what the national registry gave for it, by which way we learned of it, and
// whether a second person has checked it. Our own clock is never touched by it.
import type { DomainError } from '#kernel';
import { errors } from '../errors';

export const STATUTORY_SOURCES = ['manual', 'file', 'docked'] as const;
/** By a person, from a file that the registry gave, or from the registry itself. */
export type StatutorySource = (typeof STATUTORY_SOURCES)[number];
export const CHECK_DECISIONS = ['approve', 'decline'] as const;
export type CheckDecision = (typeof CHECK_DECISIONS)[number];

/** What is entered of one filing. */
export interface StatutoryFacts {
  readonly filingId: string;
  readonly number: string;
  /** RFC 3339, UTC: the registry's own time. */
  readonly registeredAt: string;
  /** SHA-256 of the registry's certificate, which whoever entered it keeps. */
  readonly certificateSha256: string | null;
  readonly reason: string | null;
}
/** A line of the book, with its check where it has one. */
export interface StatutoryEntry extends StatutoryFacts {
  readonly id: string;
  readonly source: StatutorySource;
  readonly needsCheck: boolean;
  /** Null: the registry itself. */
  readonly enteredBy: string | null;
  readonly enteredByOrganisation: string | null;
  readonly enteredAt: string;
  readonly filingNumber?: string;
  readonly decision?: CheckDecision | null;
  readonly checkReason?: string | null;
  readonly checkedBy?: string | null;
  readonly checkedAt?: string | null;
}
export interface StatutoryCheck {
  readonly entryId: string;
  readonly enteredBy: string | null;
  readonly decision: CheckDecision;
  readonly reason: string | null;
  readonly checkedBy: string;
  readonly checkedAt: string;
}
export type EntryState = 'waiting' | 'in_force' | 'declined';
export const ENTRY_STATES: readonly EntryState[] = ['waiting', 'in_force', 'declined'];

export function entryState({
  needsCheck,
  decision,
}: Pick<StatutoryEntry, 'needsCheck' | 'decision'>): EntryState {
  if (!needsCheck || decision === 'approve') return 'in_force';
  return decision === 'decline' ? 'declined' : 'waiting';
}

interface CheckAsked {
  readonly checkerId: string;
  readonly decision: CheckDecision;
  readonly reason: string | null;
}

/** Why a person may not check an entry so; null when they may. */
export function refuseCheck(
  entry: StatutoryEntry,
  { checkerId, decision, reason }: CheckAsked,
): DomainError | null {
  if (entryState(entry) !== 'waiting') return errors.statutory_not_open();
  if (entry.enteredBy === checkerId) return errors.statutory_maker_is_checker();
  return decision === 'decline' && reason === null ? errors.statutory_reason_missing() : null;
}

export interface Known {
  readonly number: string;
  readonly registeredAt: string;
}
export type Comparison = 'new' | 'same' | 'different';

/** How what arrives stands to what counts now; times are compared as instants. */
export function compare(known: Known | null, given: Known): Comparison {
  if (known === null) return 'new';
  const same =
    known.number === given.number && Date.parse(known.registeredAt) === Date.parse(given.registeredAt);
  return same ? 'same' : 'different';
}

const SHA_256 = /^[0-9a-f]{64}$/;

/** The first whole millisecond that is not before it: the book keeps microseconds, the clock none. */
const upperMillis = (instant: string): number =>
  Date.parse(instant) + (/\.\d{3}\d*[1-9]/.test(instant) ? 1 : 0);

/** Null when it may be entered. @param now epoch milliseconds */
export function refuseEntry(
  given: StatutoryFacts,
  about: { readonly known: Known | null; readonly waiting: boolean; readonly now: number },
): DomainError | null {
  if (given.certificateSha256 !== null && !SHA_256.test(given.certificateSha256))
    return errors.statutory_hash_malformed();
  if (upperMillis(given.registeredAt) > about.now)
    return errors.statutory_time_ahead({ registeredAt: given.registeredAt });
  if (about.waiting) return errors.statutory_waiting();
  const comparison = compare(about.known, given);
  if (comparison === 'same') return errors.statutory_known();
  return comparison === 'different' && given.reason === null ? errors.statutory_reason_missing() : null;
}
