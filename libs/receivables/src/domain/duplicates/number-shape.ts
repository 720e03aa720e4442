// How the number of an invoice is compared with another when a person typed it again: without width, prefix and leading
// zeros, with letters that look like digits read as digits, and by one slip of the hand.

/** Letters that a scanner or a tired eye takes for digits. */
const LOOKALIKE: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  S: '5',
  B: '8',
  Z: '2',
};
/** Words that only say "invoice number", in front of any number. */
const GENERIC = [
  'INVOICE',
  'INV',
  'NUMBER',
  'NUM',
  'NO',
  'NR',
  'BILL',
  'RECHNUNG',
  'RG',
  'RE',
  'FACTURE',
  'FAKTURA',
  '发票',
  '号码',
  '票号',
  '号',
];
const LETTERS_IN_FRONT = /^\p{L}+(?=\d)/u;

export interface NumberShape {
  /** Half width, upper case, letters and digits only. */
  readonly plain: string;
  /** The letters in front that tell one series from another; empty when there are none. */
  readonly prefix: string;
  /** All digits, letters that look like them read so. */
  readonly digits: string;
  /** The digits without leading zeros; the plain form where there are none. */
  readonly folded: string;
}

export function numberShape(text: string): NumberShape {
  const segments = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((segment) => segment !== '');
  const plain = segments.join('');
  const read = segments.map(segmentShape);
  const digits = read.map((part) => part.digits).join('');
  const prefix = read.map((part) => withoutGeneric(part.prefix)).find((word) => word !== '') ?? '';
  return { plain, prefix, digits, folded: digits.replace(/^0+/, '') || plain };
}

/** A segment without any digit is a word; the letters in front of digits are one too, but for the last that look like digits. */
function segmentShape(segment: string): { prefix: string; digits: string } {
  if (!/\d/.test(segment)) return { prefix: segment, digits: '' };
  const [front = ''] = LETTERS_IN_FRONT.exec(segment) ?? [];
  let word = front.length;
  while (word > 0 && LOOKALIKE[front[word - 1] ?? ''] !== undefined) word -= 1;
  const rest = look(segment.slice(word));
  return { prefix: front.slice(0, word), digits: rest.replace(/[^\d]/g, '') };
}

function withoutGeneric(word: string): string {
  const known = GENERIC.find((generic) => word.startsWith(generic));
  return known === undefined ? word : withoutGeneric(word.slice(known.length));
}

/**
 * `same`: the same digits behind no or the same prefix. `other_prefix`: the same digits behind two prefixes, as two series
 * have them. `slip`: one digit wrong, missing, doubled or swapped with its neighbour; `neighbour_slip`: the same, and so close that honest
 * invoices of one day may be as close. `series`: one follows the other, or lies in the same stretch of numbers.
 */
export type NumberRelation = 'same' | 'other_prefix' | 'slip' | 'neighbour_slip' | 'series' | 'other';

/** Numbers of so few digits are too alike by nature. */
const SHORTEST = 4;
const NEXT_IN_SERIES = 2n;
const NEIGHBOURHOOD = 100n;

export function relationOf(a: NumberShape, b: NumberShape): NumberRelation {
  if (a.plain === b.plain) return 'same';
  const digits = Math.min(a.digits.length, b.digits.length);
  if (digits === 0) return 'other';
  const hasOnePrefix = look(a.prefix) === look(b.prefix);
  if (a.folded === b.folded && digits >= SHORTEST - 1)
    return hasOnePrefix || a.prefix === '' || b.prefix === '' ? 'same' : 'other_prefix';
  return relationByDigits(a, b, hasOnePrefix);
}

/** Of numbers whose digits differ. */
function relationByDigits(a: NumberShape, b: NumberShape, hasOnePrefix: boolean): NumberRelation {
  const gap = gapOf(a, b);
  if (gap <= NEXT_IN_SERIES) return 'series';
  const isNear = gap < NEIGHBOURHOOD && hasOnePrefix;
  const isLong = Math.min(a.digits.length, b.digits.length) >= SHORTEST;
  if (!isLong || !isOneSlip(a.folded, b.folded)) return isNear ? 'series' : 'other';
  return a.digits.length === b.digits.length && isNear ? 'neighbour_slip' : 'slip';
}

/** Letters that look alike are the same. */
const look = (text: string): string => text.replace(/[A-Z]/g, (letter) => LOOKALIKE[letter] ?? letter);

const MOST_DIGITS = 60;
function gapOf(a: NumberShape, b: NumberShape): bigint {
  const [first, second] = [BigInt(a.digits.slice(0, MOST_DIGITS)), BigInt(b.digits.slice(0, MOST_DIGITS))];
  return first > second ? first - second : second - first;
}

/** One character replaced, left out, added, or swapped with the next. */
function isOneSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && long[start] === short[start]) start += 1;
  if (long.length > short.length) return long.slice(start + 1) === short.slice(start);
  if (long.slice(start + 1) === short.slice(start + 1)) return true;
  const isSwapped = long[start] === short[start + 1] && long[start + 1] === short[start];
  return isSwapped && long.slice(start + 2) === short.slice(start + 2);
}
