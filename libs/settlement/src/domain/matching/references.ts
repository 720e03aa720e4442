// Finds the numbers of invoices in what payers write: full or half width, any case, with or without separators and
// leading zeros. Numbers are compared token by token, so that 123 is never found inside 91234.

/** `exact` is the reference as it is; `tolerant` differs in leading zeros or in spaces put between its parts. */
export type Likeness = 'exact' | 'tolerant';

export interface Candidate {
  readonly key: string;
  readonly loose: string;
  /** How many tokens of the text were joined to it. */
  readonly tokens: number;
  readonly spaced: boolean;
}

const TOKEN = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const WORD = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[-/._](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
const LONG_NUMBER = /\d{8}/;
const MAX_SLIPS = 2;
const MAX_TOKENS = 200;
const MAX_JOINED = 6;
const MAX_GAP = 3;
const MAX_KEY = 64;
const STRONG_LENGTH = 6;
const STRONG_DIGITS = 3;

function folded(text: string): string {
  return text.normalize('NFKC').toUpperCase();
}

/** Letters and digits only; Chinese characters around a number are not part of it. */
export function referenceKey(reference: string): string {
  return tokensOf(reference).join('').slice(0, MAX_KEY);
}

/** Without the leading zeros of each part, which spreadsheets and people lose. */
export function looseKey(reference: string): string {
  return tokensOf(reference).map(withoutZeros).join('').slice(0, MAX_KEY);
}

export function tokenCount(reference: string): number {
  return tokensOf(reference).length;
}

function tokensOf(text: string): string[] {
  return folded(text).match(TOKEN) ?? [];
}

function withoutZeros(token: string): string {
  return token.replace(/(?<!\d)0+(?=\d)/gu, '');
}

/** Long enough not to stand in a text by chance. */
export function isStrong(key: string): boolean {
  return key.length >= STRONG_LENGTH && digitsIn(key) >= STRONG_DIGITS;
}

/** Names and accounts of payers are compared by their letters and digits alone. */
export function plainName(name: string): string {
  return folded(name).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Every token of the text, and runs of up to six that stand close together. */
export function candidatesIn(text: string): Candidate[] {
  const plain = folded(text);
  const tokens = [...plain.matchAll(TOKEN)].slice(0, MAX_TOKENS);
  return tokens.flatMap((token, from) => {
    const found = [candidate(token[0])];
    let end = token.index + token[0].length;
    for (const next of tokens.slice(from + 1, from + MAX_JOINED)) {
      const gap = plain.slice(end, next.index);
      const last = found.at(-1);
      if (last === undefined || last.key.length >= MAX_KEY) break;
      if (gap.length > MAX_GAP || /\p{Script=Han}|\n/u.test(gap)) break;
      end = next.index + next[0].length;
      found.push(joined(last, next[0], /\s/u.test(gap)));
    }
    return found;
  });
}

function candidate(token: string): Candidate {
  return {
    key: token.slice(0, MAX_KEY),
    loose: withoutZeros(token).slice(0, MAX_KEY),
    tokens: 1,
    spaced: false,
  };
}

function joined(last: Candidate, token: string, spaced: boolean): Candidate {
  const { key, loose } = candidate(token);
  return {
    key: (last.key + key).slice(0, MAX_KEY),
    loose: (last.loose + loose).slice(0, MAX_KEY),
    tokens: last.tokens + 1,
    spaced: last.spaced || spaced,
  };
}

/** Words that look like the number of some document, with separators inside left out; dates and amounts are none. */
export function identifiersIn(text: string): string[] {
  return (folded(text).match(WORD) ?? [])
    .slice(0, MAX_TOKENS)
    .filter((word) => !/^\d+\.\d{1,2}$/.test(word))
    .map(referenceKey)
    .filter((key) => isStrong(key) && digitsIn(key) >= 4 && !isDay(key));
}

function digitsIn(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}

function isDay(key: string): boolean {
  return /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(key);
}

/**
 * A slip of typing: one or two characters too many, or too few, or two neighbours swapped. A wrong digit is not one,
 * because invoice numbers follow each other and the neighbour is another invoice; nor is anything in a short number,
 * where 1 and 11 may both exist.
 */
export function isSlip(written: string, reference: string): boolean {
  if (!LONG_NUMBER.test(reference) || written === reference) return false;
  const longer = written.length - reference.length;
  if (longer === 0) return isSwapped(written, reference);
  if (Math.abs(longer) > MAX_SLIPS) return false;
  return longer > 0 ? isWithin(reference, written) : isWithin(written, reference);
}

/** Whether `whole` is `part` with characters put in. */
function isWithin(part: string, whole: string): boolean {
  let found = 0;
  for (const character of whole) if (character === part[found]) found += 1;
  return found === part.length;
}

function isSwapped(a: string, b: string): boolean {
  const at = Array.from(a).findIndex((character, place) => character !== b[place]);
  const turned = a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2);
  return turned === b;
}
