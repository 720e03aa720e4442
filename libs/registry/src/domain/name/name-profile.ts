// Everything that comparing a name needs, worked out once: its letters, its core without legal form, the core without
// the place, how it sounds, and its words in one order.
import { nameKey } from '../party-key';
import type { HanTables } from './han-tables';
import { withoutLegalForm } from './legal-forms';
import { isHan, nameTokens } from './name-tokens';
import { withoutRegion } from './regions';

export interface NameProfile {
  /** The form under which the register finds it exactly. */
  readonly key: string;
  /** Its letters in order; the legal form by its code, so that "Ltd." and "Limited" are one. */
  readonly letters: string;
  /** The same in simplified characters and plain digits. */
  readonly script: string;
  /** Letters without legal form; a second one where a long form seems mistyped. Never empty unless the name is. */
  readonly cores: readonly [string, ...string[]];
  /** The core without the place; null when it names none. */
  readonly bare: string | null;
  /** Its syllables, with the sounds joined that are often mixed up; a name in Latin letters is taken for Pinyin. */
  readonly sound: string;
  /** The words of the core in alphabetical order; null for less than two. */
  readonly words: string | null;
}

const NUMERALS: Readonly<Record<string, string>> = Object.fromEntries(
  ['0零〇', '1一壹', '2二贰', '3三叁', '4四肆', '5五伍', '6六陆', '7七柒', '8八捌', '9九玖'].flatMap(
    ([digit = '', ...written]) => written.map((one) => [one, digit]),
  ),
);
const NUMERAL = new RegExp(`[${Object.keys(NUMERALS).join('')}]`, 'gu');
const JOINED_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/([zcs])h/gu, '$1'],
  [/ng/gu, 'n'],
  [/[vü]/gu, 'u'],
];
const FILLERS: ReadonlySet<string> = new Set(['and', 'the']);
const FILLER_LETTERS = /and|the|&/u;

export function nameProfile(name: string, han: HanTables): NameProfile {
  const plain = name.normalize('NFKC');
  const simplified = Array.from(plain, han.simplified).join('');
  const tokens = nameTokens(simplified);
  const strict = withoutLegalForm(tokens);
  const loose = withoutLegalForm(tokens, true);
  const words = coreWords(strict.rest);
  const core = words.join('');
  const looseCore = coreWords(loose.rest).join('');
  const written = simplified === plain ? strict : withoutLegalForm(nameTokens(name));
  const elsewhere = withoutRegion(loose.rest);
  return {
    key: nameKey(name),
    letters: `${written.rest.join('')}|${written.form}`,
    script: `${digits(strict.rest.join(''))}|${strict.form}`,
    cores: looseCore === core ? [core] : [core, looseCore],
    bare: elsewhere && coreWords(elsewhere).join(''),
    sound: soundOf(loose.rest.join(''), han),
    words: words.length < 2 ? null : [...words].sort().join(' '),
  };
}

/** False where certainly no filler stands, not even without blanks around it. */
export const mayHoldFiller = (key: string): boolean => FILLER_LETTERS.test(key);

/** Fillers are left out, unless the name has nothing else. */
function coreWords(rest: readonly string[]): string[] {
  const telling = rest.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : rest).map(digits);
}

const digits = (text: string): string =>
  text.replace(NUMERAL, (character) => NUMERALS[character] ?? character);

function soundOf(core: string, han: HanTables): string {
  const spoken = isHan(core)
    ? Array.from(core, (character) => han.syllable(character) ?? character).join('')
    : core;
  return JOINED_SOUNDS.reduce((text, [from, to]) => text.replace(from, to), spoken);
}
