// A name that is one slip away from one that the register knows is more often mistyped than another firm: nobody corrects it
// afterwards, and a search for the right name finds it as a similar one only.
import { editDistance } from '../name/edit-distance';
import { nameKey } from '../party-key';

export interface KnownName {
  readonly legalName: string;
  /** Of the registration that bears it. */
  readonly number: string;
  /** It is a grantor of a secured party of the draft. */
  readonly isOurs: boolean;
}
export interface OneSlip {
  readonly legalName: string;
  readonly numbers: readonly string[];
}

/** Of two letters half would be a slip. */
const LEAST_LETTERS = 3;

/**
 * One letter changed, missing, added, or exchanged with its neighbour; width, case and blanks are no slips. Other digits are
 * none either: they tell branches apart.
 */
export function isOneSlip(one: string, other: string): boolean {
  const [a, b] = [Array.from(nameKey(one)), Array.from(nameKey(other))];
  if (Math.min(a.length, b.length) < LEAST_LETTERS || digitsOf(a) !== digitsOf(b)) return false;
  return editDistance(a, b, 1) === 1;
}

const digitsOf = (letters: readonly string[]): string =>
  letters.filter((letter) => /\d/u.test(letter)).join('');

/** Each name once, those of the draft's own secured parties first, then by name. */
export function oneSlipFrom(legalName: string, known: readonly KnownName[]): OneSlip[] {
  const near = known.filter((one) => isOneSlip(legalName, one.legalName));
  const ours = new Set(near.filter(({ isOurs }) => isOurs).map((one) => nameKey(one.legalName)));
  const byKey = new Map<string, OneSlip>();
  for (const { legalName: name, number } of near) {
    const before = byKey.get(nameKey(name));
    const numbers = new Set([...(before?.numbers ?? []), number]);
    byKey.set(nameKey(name), { legalName: before?.legalName ?? name, numbers: [...numbers].sort() });
  }
  const rank = (key: string) => `${ours.has(key) ? 0 : 1}${key}`;
  return [...byKey].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1)).map(([, one]) => one);
}
