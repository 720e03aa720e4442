// A certificate: what the register holds of one registration, event or search, stated once and signed, so that its
// holder proves it without asking the register again. It names both clocks, ours and the statutory one.
import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel';
import type { Category } from '../../domain/category';
import type { FilingState, Standing } from '../../domain/filing';
import type { MatchClass } from '../../domain/name/name-match';
import type { MatchRule, SearchTerms } from '../../domain/search';

export const CERTIFICATE_FORMAT = 'youquan/certificate/1';

export const CERTIFICATE_KINDS = [
  'registration',
  'amendment',
  'extension',
  'cancellation',
  'objection',
  'objection_withdrawal',
  'objection_lapse',
  'revocation',
  'search',
] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** What the statutory registry gave; the time is its own. */
export interface StatutoryStamp {
  readonly number: string;
  /** RFC 3339, UTC. */
  readonly registeredAt: string;
}
export interface PartyFacts {
  readonly legalName: string;
  readonly identifierScheme: string | null;
  /** Of a person's identity document no more than its mask. */
  readonly identifier: string | null;
}
export interface ItemFacts {
  readonly description: string;
  /** `CNY 100.00`. */
  readonly amount: string | null;
  readonly invoiceNumber: string | null;
  readonly debtorName: string | null;
}
export interface RegistrationFacts {
  readonly number: string;
  readonly category: Category;
  readonly filedAt: string;
  readonly termMonths: number;
  readonly expiresOn: string;
  readonly maximumAmount: string | null;
  readonly grantors: readonly PartyFacts[];
  readonly securedParties: readonly PartyFacts[];
  readonly collateral: readonly ItemFacts[];
}
/** One of `CHANGE_FIELDS`, and with a blank between the number of the line where there are several. */
export type ChangeField = (typeof CHANGE_FIELDS)[number];
export const CHANGE_FIELDS = ['grantor', 'securedParty', 'collateral', 'maximumAmount'] as const;
export interface ChangeFacts {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}
/** What an event did to the registration that the certificate states beside it. */
export interface EventFacts {
  /** Of the end of an objection: the number of the objection. */
  readonly objection?: string;
  /** Of an objection and of its end. */
  readonly objector?: string;
  readonly reason: string | null;
  readonly changes: readonly ChangeFacts[];
}
export interface HitFacts {
  readonly class: MatchClass;
  readonly rule: MatchRule;
  readonly score: number;
  readonly matchedName: string | null;
  readonly number: string;
  readonly category: Category;
  readonly state: FilingState;
  readonly filedAt: string;
  readonly expiresOn: string;
  readonly statutory: StatutoryStamp | null;
  readonly grantors: readonly string[];
  readonly securedParties: readonly string[];
  /** Those that stood; absent on certificates that were issued before objections were shown. */
  readonly objections?: readonly ObjectionFacts[];
}
export interface ObjectionFacts {
  readonly number: string;
  readonly filedAt: string;
  readonly objector: string;
  readonly proved: boolean;
}
export interface SearchFacts {
  readonly terms: SearchTerms;
  readonly termsHash: string;
  /** Base64; with it and the terms the hash can be recomputed. */
  readonly termsSalt: string;
  readonly hitCount: number;
  readonly complete: boolean;
  readonly hits: readonly HitFacts[];
  readonly nearMisses: readonly string[];
}

export interface CertificateContent {
  readonly kind: CertificateKind;
  /** That of the registration, event or search; all of them are drawn from one row of numbers. */
  readonly number: string;
  /** 1, and one more each time another statutory registration had become known. */
  readonly edition: number;
  /** The filing or the search, and its version in the log. */
  readonly subjectId: string;
  readonly subjectVersion: number;
  /** Our own clock; RFC 3339, UTC, six decimals. */
  readonly recordedAt: string;
  readonly standing: Standing;
  /** The other clock; null: nobody entered one. */
  readonly statutory: StatutoryStamp | null;
  readonly issuedAt: string;
  /** Where anyone may ask about this certificate. */
  readonly verifyAt: string;
  readonly registration: RegistrationFacts | null;
  readonly event: EventFacts | null;
  readonly search: SearchFacts | null;
}

export const contentHashOf = (content: CertificateContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');

const CODE_LENGTH = 16;
/**
 * Printed on the certificate: who gives it with the number has the certificate in hand. It is the start of the content's
 * hash, which holds ids that nobody can guess.
 */
export const codeOf = (contentHash: string): string => contentHash.slice(0, CODE_LENGTH);

/** The deed in the log that a certificate rests on. */
export interface LoggedDeed {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectVersion: number;
}

/** Null when the certificate rests on exactly the deed it speaks of; else what is wrong. */
export function refuteGround(content: CertificateContent, deeds: readonly LoggedDeed[]): string | null {
  const { kind, subjectId, subjectVersion } = content;
  const subjectType = kind === 'search' ? 'registry.search' : 'registry.filing';
  const [deed, ...others] = deeds;
  const rests =
    deed?.subjectType === subjectType &&
    deed.subjectId === subjectId &&
    deed.subjectVersion === subjectVersion &&
    others.length === 0;
  return rests ? null : 'it does not rest on the deed in the log that it speaks of';
}
