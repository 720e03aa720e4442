// A name as a row of words: runs of Chinese characters, and words of other scripts without accents and punctuation.
import { nameKey } from '../party-key';

const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu;
const APOSTROPHES = /['’‘`´ʼ]/gu;
const WORDS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const SINGLE_LETTER = /^(?!\p{Script=Han})\p{L}$/u;
const HAN = /\p{Script=Han}/u;

/** Where accents and the letters below are found; most names have none. */
const ACCENTED = /[\u00c0-\u052f\u1e00-\u1fff]|\p{Mn}/u;

/** Letters that no accent makes out of another letter. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

export const isHan = (text: string): boolean => HAN.test(text);

/** Width, case, accents, punctuation and blanks make no difference; "&" is "and"; initials stand together. */
export function nameTokens(name: string): string[] {
  const key = nameKey(name);
  const plain = ACCENTED.test(key) ? withoutAccents(key) : key;
  return joinInitials(plain.replace(APOSTROPHES, '').replaceAll('&', ' and ').match(WORDS) ?? []);
}

const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(/[øłđðþæœı]/gu, (letter) => PLAIN[letter] ?? letter);

/** "l.l.c.", "l l c" and "llc" are one word. */
function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const initial = SINGLE_LETTER.test(word);
    const last = joined.length - 1;
    if (initial && open) joined[last] = `${joined[last] ?? ''}${word}`;
    else joined.push(word);
    open = initial;
  }
  return joined;
}
