// The searches that strangers would run for a grantor: people who read the name off a stamp, remember it without its
// legal form or place, or slip. Whether each of them would find the filing is found out by the rules of the search.
import type { HanTables } from '../name/han-tables';
import { withoutLegalForm } from '../name/legal-forms';
import { judgeName } from '../name/name-match';
import { nameProfile } from '../name/name-profile';
import { nameTokens } from '../name/name-tokens';
import { withoutRegion } from '../name/regions';

export const STRANGERS = [
  'own_name',
  'without_legal_form',
  'without_place',
  'letter_missing',
  'letters_exchanged',
  'former_name',
] as const;
export type Stranger = (typeof STRANGERS)[number];

export interface Trial {
  readonly stranger: Stranger;
  readonly searchedFor: string;
  readonly found: boolean;
  /** The rule by which it would be found; null when it would not. */
  readonly rule: string | null;
}

/** @param formerNames under which the same identifier was filed before */
export function trialsOf(legalName: string, formerNames: readonly string[], han: HanTables): Trial[] {
  const filed = nameProfile(legalName, han);
  return [...strangersTo(legalName), ...formerNames.map((name) => ['former_name', name] as const)].map(
    ([stranger, searchedFor]): Trial => {
      const verdict = judgeName(nameProfile(searchedFor, han), filed);
      const rule = verdict && 'match' in verdict ? verdict.match.rule : null;
      return { stranger, searchedFor, found: rule !== null, rule };
    },
  );
}

function strangersTo(legalName: string): (readonly [Stranger, string])[] {
  const { form, rest } = withoutLegalForm(nameTokens(legalName));
  const elsewhere = withoutRegion(rest);
  const letters = Array.from(rest.join(' '));
  const middle = Math.floor(letters.length / 2);
  const [before, after] = [letters.slice(0, middle).join(''), letters.slice(middle + 1).join('')];
  const missing = `${before}${after}`;
  const exchanged = `${letters.slice(0, middle - 1).join('')}${letters[middle] ?? ''}${letters[middle - 1] ?? ''}${after}`;
  return [
    ['own_name', legalName],
    ...(form === '' ? [] : [['without_legal_form', rest.join(' ')] as const]),
    ...(elsewhere === null ? [] : [['without_place', elsewhere.join(' ')] as const]),
    ...(letters.length < 2
      ? []
      : [['letter_missing', missing] as const, ['letters_exchanged', exchanged] as const]),
  ];
}
