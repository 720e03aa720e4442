// Amounts as people write them in a table: with thousands separated, with the sign of the currency, in full width. What
// could also mean another amount is refused instead of guessed, for a thousandth of an invoice is an invoice too.
import { readAmount } from '../../domain/amounts';
import { maySign } from './currency';

export type WrittenAmount =
  { readonly amount: string } | { readonly fault: 'no_amount' | 'separators' | 'other_currency' };

const LONGEST = 60;
/** Digits with a minus and a sign before them or a sign behind them. */
const PARTS = /^([+-])?([^\d\s.,()+-]{1,4})?([+-])?([\d.,]+)([^\d\s.,()+-]{1,4})?$/u;
/** As bookkeepers write what is negative. */
const IN_BRACKETS = /^\(([^()+-]*)\)$/u;
const PLAIN = /^(?:\d+(?:\.\d*)?|\.\d+)$/;
const GROUPS_AND_DECIMALS = /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/;
const SEVERAL_GROUPS = /^[1-9]\d{0,2}(?:,\d{3}){2,}$/;
const ONE_GROUP = /^[1-9]\d{0,2},\d{3}$/;
const ONE_GROUP_BY_POINT = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
/** Where these are used, a comma never stands before decimals. */
const WITHOUT_DECIMAL_COMMA: ReadonlySet<string> = new Set(['CNY', 'HKD', 'JPY']);

interface Parts {
  readonly minus: string;
  readonly signs: readonly string[];
  readonly digits: string;
}

/** @param currency of the row; null where it states none */
export function writtenAmount(cell: string, currency: string | null): WrittenAmount {
  const parts = cell.length > LONGEST ? null : partsOf(cell);
  if (parts === null) return { fault: 'no_amount' };
  const fault = signFault(parts.signs, currency);
  if (fault !== null) return { fault };
  const plain = withoutGroups(parts.digits, currency);
  if (plain === null) return { fault: 'separators' };
  const amount = readAmount(parts.minus + plain);
  return amount === null ? { fault: 'no_amount' } : { amount };
}

function partsOf(cell: string): Parts | null {
  const text = cell.normalize('NFKC').replace(/\s/gu, '').replaceAll('\u2212', '-');
  const bracketed = IN_BRACKETS.exec(text)?.[1];
  const [, before = '', sign, after = '', digits, tail] = PARTS.exec(bracketed ?? text) ?? [];
  if (digits === undefined || (before !== '' && after !== '')) return null;
  const signs = [sign, tail].flatMap((one) => one ?? []);
  return { minus: bracketed === undefined ? before + after : '-', signs, digits };
}

function signFault(signs: readonly string[], currency: string | null) {
  if (signs.some((one) => !maySign(one, null))) return 'no_amount' as const;
  return signs.some((one) => !maySign(one, currency)) ? ('other_currency' as const) : null;
}

/** "1.000" in a currency that people also group by points: one, or one thousand. */
export function isOneOrThousand(cell: string, currency: string | null): boolean {
  return !hasCommaForThousands(currency) && ONE_GROUP_BY_POINT.test(cell);
}

function withoutGroups(digits: string, currency: string | null): string | null {
  const isGrouped =
    GROUPS_AND_DECIMALS.test(digits) ||
    SEVERAL_GROUPS.test(digits) ||
    (hasCommaForThousands(currency) && ONE_GROUP.test(digits));
  if (isGrouped) return digits.replaceAll(',', '');
  return PLAIN.test(digits) ? digits : null;
}

const hasCommaForThousands = (currency: string | null): boolean =>
  currency !== null && WITHOUT_DECIMAL_COMMA.has(currency);
