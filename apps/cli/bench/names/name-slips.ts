// How people write a name otherwise than it was filed: each family takes a name and gives it back as somebody might
// search for it, or null where the name offers no occasion.
import { HOMOPHONES, pick } from './name-maker';

type Random = () => number;
export type Slip = (name: string, random: Random) => string | null;

const HAN = /\p{Script=Han}/u;
const HAN_LETTERS = Array.from('丁万东丽义乐云亚京伟佑余佰');
const LATIN_LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
const TRADITIONAL: ReadonlyMap<string, string> = new Map(
  Array.from(
    '远遠华華丰豐达達兴興龙龍锦錦锐銳鸣鳴铭銘润潤腾騰飞飛贸貿恒恆创創义義亿億电電机機实實业業'.matchAll(
      /(.)(.)/gu,
    ),
    (pair) => [pair[1] ?? '', pair[2] ?? ''],
  ),
);
const SUFFIX = /(集团有限公司|股份有限公司|有限责任公司|有限公司| Co\., Ltd\.| Pte\. Ltd\.| \S+)$/u;
const PLACE_LENGTH = 2;

const places = (name: string, fits: (letter: string) => boolean): number[] =>
  Array.from(name, (letter, index) => (fits(letter) ? index : -1)).filter((index) => index >= 0);

/** Changes the letters around one place, anywhere in the name, the first letter and the legal form among them. */
const atOnePlace =
  (change: (letters: readonly string[], place: number, random: Random) => readonly string[]): Slip =>
  (name, random) => {
    const letters = Array.from(name);
    const place = pick(
      random,
      places(name, (letter) => /[\p{L}]/u.test(letter)),
    );
    return change(letters, place, random).join('');
  };
const otherLetter = (letter: string, random: Random): string =>
  pick(
    random,
    (HAN.test(letter) ? HAN_LETTERS : LATIN_LETTERS).filter((one) => one !== letter.toLowerCase()),
  );

const typo = atOnePlace((letters, place, random) =>
  letters.with(place, otherLetter(letters[place] ?? '', random)),
);
const withoutSuffix: Slip = (name) => name.replace(SUFFIX, '');

export const SLIPS: Readonly<Record<string, Slip>> = {
  'letter changed': typo,
  'letter missing': atOnePlace((letters, place) => letters.toSpliced(place, 1)),
  'letter added': atOnePlace((letters, place, random) =>
    letters.toSpliced(place, 0, otherLetter(letters[place] ?? '', random)),
  ),
  'letter doubled': atOnePlace((letters, place) => letters.toSpliced(place, 0, letters[place] ?? '')),
  'letters exchanged': atOnePlace((letters, place) =>
    /\p{L}/u.test(letters[place + 1] ?? '')
      ? letters.toSpliced(place, 2, letters[place + 1] ?? '', letters[place] ?? '')
      : letters,
  ),
  'legal form missing': withoutSuffix,
  'legal form missing, letter changed': (name, random) => typo(withoutSuffix(name, random) ?? name, random),
  'place missing': (name) => (HAN.test(name) ? name.slice(PLACE_LENGTH) : null),
  'full width': (name) =>
    name
      .replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
      .replaceAll(' ', '\u3000'),
  'blanks and punctuation': (name) =>
    HAN.test(name) ? Array.from(name).join(' ') : name.replace(/[.,]/g, '').replaceAll(' ', '  '),
  'upper case': (name) => (HAN.test(name) ? null : name.toUpperCase()),
  traditional: (name) => {
    const other = Array.from(name, (letter) => TRADITIONAL.get(letter) ?? letter).join('');
    return other === name ? null : other;
  },
  homophones: (name, random) => {
    if (!HAN.test(name)) return null;
    const other = Array.from(name, (letter) => {
      const group = HOMOPHONES.find((one) => one.includes(letter));
      return group === undefined ? letter : pick(random, Array.from(group));
    }).join('');
    return other === name ? null : other;
  },
};
