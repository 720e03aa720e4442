// A search of the register. Codes are compared as people mean them; names also where they are written otherwise, and
// then each hit says by which rule. The statutory index knows grantors only (PBoC Order 2021 No. 7); assets are ours.
import { type FieldError, type Id, isId } from '#kernel';
import { fault } from './faults';
import { isPersonNumber } from './person/person-number';
import { parseRegistryNumber } from './filing-number';
import { type NameRule, NAME_RULES } from './name/name-match';
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
  /** And of those also the ones that only the archive has. */
  readonly includeArchived?: boolean;
  /** By name: only this name, and none like it. */
  readonly exactOnly: boolean;
  /** The register as it stood then; null is now. RFC 3339, UTC. */
  readonly at: string | null;
  /** Continues a search: `next` of the certificate before, whose time of search is then `at`. */
  readonly after: string | null;
}
type TermName = 'name' | 'identifier' | 'assetKey' | 'invoiceNumber' | 'debtorName' | 'number';

type CodeRule = 'grantor_identifier_exact' | 'asset_key_exact' | 'invoice_and_debtor_exact' | 'number_exact';
/** Why a filing was found. */
export type MatchRule = NameRule | CodeRule;

/** All but names are found by one rule. */
export const CODE_RULES: Readonly<Record<Exclude<SearchBy, 'name'>, CodeRule>> = Object.freeze({
  identifier: 'grantor_identifier_exact',
  asset: 'asset_key_exact',
  invoice: 'invoice_and_debtor_exact',
  number: 'number_exact',
});
export const MATCH_RULES: readonly MatchRule[] = [
  ...(Object.keys(NAME_RULES) as NameRule[]),
  ...Object.values(CODE_RULES),
];

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
  const ahead = [
    ...(terms.includeArchived === true && !terms.includeEnded
      ? [fault('/includeArchived', 'archive_of_ended')]
      : []),
    ...(terms.at !== null && Date.parse(terms.at) > now ? [fault('/at', 'time_ahead')] : []),
    ...afterFaults(terms),
  ];
  return found.length > 0 ? [...found, ...ahead] : [...numberFaults(terms), ...personFaults(terms), ...ahead];
}

const numberFaults = (terms: SearchTerms): FieldError[] =>
  terms.by === 'number' && !parseRegistryNumber(keyOfTerm(terms, 'number'))
    ? [fault('/number', 'number_mistyped')]
    : [];

/** A person's number would stand on the certificate and in the history; what the register shows of it finds nobody. */
const personFaults = ({ by, identifier }: SearchTerms): FieldError[] =>
  by === 'identifier' && isPersonNumber(identifier ?? '')
    ? [fault('/identifier', 'person_by_own_search')]
    : [];

const afterFaults = ({ after, at }: SearchTerms): FieldError[] => {
  if (after === null) return [];
  if (placeOf(after) === null) return [fault('/after', 'cursor_malformed')];
  return at === null ? [fault('/at', 'cursor_without_time')] : [];
};

/** A term in the form under which it is stored. */
function keyOfTerm(terms: SearchTerms, name: TermName): string {
  const value = terms[name] ?? '';
  if (name === 'assetKey') return value;
  return name === 'name' || name === 'debtorName' ? nameKey(value) : codeKey(value);
}

/** The keys to look for, in the order of what the kind of search needs. */
export const searchKeys = (terms: SearchTerms): string[] =>
  NEEDS[terms.by].map((name) => keyOfTerm(terms, name));

/** Where a hit stands: the surest names first, those alike together, then in the order of filing. */
export interface HitPlace {
  /** 0 to 1, decimal. */
  readonly score: string;
  /** Empty for exact hits, else the key of the name. */
  readonly group: string;
  /** RFC 3339, UTC, six decimals. */
  readonly filedAt: string;
  readonly id: string;
}
const SCORE = /^[01](\.\d{1,2})?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** A cursor that means nothing to its reader. */
export const cursorOf = ({ score, group, filedAt, id }: HitPlace): string =>
  Buffer.from(JSON.stringify([score, group, filedAt, id])).toString('base64url');

/** Reads what `cursorOf` wrote; null when it is something else. */
export function placeOf(cursor: string): HitPlace | null {
  const [score = '', group = '', filedAt = '', id = '', ...more] = textsOf(cursor);
  const sound = SCORE.test(score) && INSTANT.test(filedAt) && !Number.isNaN(Date.parse(filedAt)) && isId(id);
  return sound && more.length === 0 && !group.includes('\0') ? { score, group, filedAt, id } : null;
}

function textsOf(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts.filter((part) => typeof part === 'string') : [];
  } catch {
    return [];
  }
}

/** One recorded search, as the list shows it. */
export interface SearchSummary {
  readonly id: Id<'search'>;
  readonly number: string;
  /** RFC 3339, UTC, six decimals. */
  readonly searchedAt: string;
  readonly terms: SearchTerms;
  readonly hitCount: number;
  /** The client's own. */
  readonly reference: string | null;
}
