// A search of the register. Whoever searches names what they look for exactly; names and codes are compared as
// people mean them. The statutory index knows grantors only (PBoC Order 2021 No. 7); assets are our addition.
import type { FieldError, Id } from '#kernel';
import { fault } from './faults';
import { parseRegistryNumber } from './filing-number';
import { codeKey, nameKey } from './party-key';

export type SearchBy = 'name' | 'identifier' | 'asset' | 'invoice' | 'number';
export const SEARCH_KINDS: readonly SearchBy[] = ['name', 'identifier', 'asset', 'invoice', 'number'];

export interface SearchTerms {
  readonly by: SearchBy;
  readonly name: string | null;
  readonly identifier: string | null;
  readonly assetKey: string | null;
  readonly invoiceNumber: string | null;
  readonly debtorName: string | null;
  readonly number: string | null;
  /** Also filings that have lapsed, or were cancelled or revoked. */
  readonly includeEnded: boolean;
  /** The register as it stood then; null is now. RFC 3339, UTC. */
  readonly at: string | null;
}
type TermName = 'name' | 'identifier' | 'assetKey' | 'invoiceNumber' | 'debtorName' | 'number';

/** Why a filing was found. */
export type MatchRule =
  | 'grantor_name_exact'
  | 'grantor_identifier_exact'
  | 'asset_key_exact'
  | 'invoice_and_debtor_exact'
  | 'number_exact';

export const MATCH_RULES: Readonly<Record<SearchBy, MatchRule>> = Object.freeze({
  name: 'grantor_name_exact',
  identifier: 'grantor_identifier_exact',
  asset: 'asset_key_exact',
  invoice: 'invoice_and_debtor_exact',
  number: 'number_exact',
});

const NEEDS: Readonly<Record<SearchBy, readonly TermName[]>> = {
  name: ['name'],
  identifier: ['identifier'],
  asset: ['assetKey'],
  invoice: ['invoiceNumber', 'debtorName'],
  number: ['number'],
};
const TERM_NAMES: readonly TermName[] = [
  'name',
  'identifier',
  'assetKey',
  'invoiceNumber',
  'debtorName',
  'number',
];

/** @param now epoch milliseconds: nobody can look into the register of tomorrow */
export function termsFaults(terms: SearchTerms, now: number): FieldError[] {
  const needed = NEEDS[terms.by];
  const found = TERM_NAMES.flatMap((name) => {
    const given = terms[name] !== null;
    if (needed.includes(name))
      return given && keyOfTerm(terms, name) !== '' ? [] : [fault(`/${name}`, 'term_missing')];
    return given ? [fault(`/${name}`, 'term_foreign')] : [];
  });
  const ahead = terms.at !== null && Date.parse(terms.at) > now ? [fault('/at', 'time_ahead')] : [];
  return found.length > 0 ? [...found, ...ahead] : [...numberFaults(terms), ...ahead];
}

const numberFaults = (terms: SearchTerms): FieldError[] =>
  terms.by === 'number' && !parseRegistryNumber(keyOfTerm(terms, 'number'))
    ? [fault('/number', 'number_mistyped')]
    : [];

/** A term in the form under which it is stored. */
function keyOfTerm(terms: SearchTerms, name: TermName): string {
  const value = terms[name] ?? '';
  if (name === 'assetKey') return value;
  return name === 'name' || name === 'debtorName' ? nameKey(value) : codeKey(value);
}

/** The keys to look for, in the order of what the kind of search needs. */
export const searchKeys = (terms: SearchTerms): string[] =>
  NEEDS[terms.by].map((name) => keyOfTerm(terms, name));

/** One recorded search, as the list shows it. */
export interface SearchSummary {
  readonly id: Id<'search'>;
  readonly number: string;
  /** RFC 3339, UTC, six decimals. */
  readonly searchedAt: string;
  readonly terms: SearchTerms;
  readonly hitCount: number;
}
