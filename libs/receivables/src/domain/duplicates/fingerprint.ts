// What of an invoice is fingerprinted: combinations of normalised fields, one row each. Everything in them is public to
// whoever holds the invoice and means the same everywhere, so that institutions that share a key can compare
// fingerprints without showing invoices.
import type { LocalDate } from '#kernel';
import { bandOf, bandsAround } from './amount-shape';
import type { Compared } from './match';
import { numberShape } from './number-shape';
import { NEAR_DAYS, REISSUE_DAYS, swappedDate } from './score';

/**
 * `number`: seller and folded number. `content`: seller, buyer, amount, month. `band`: the same with the band of the
 * amount. `presented`: buyer, amount, month, whoever presents it.
 */
export const FINGERPRINT_KINDS = ['number', 'content', 'band', 'presented'] as const;
export type FingerprintKind = (typeof FINGERPRINT_KINDS)[number];

/** A text to be fingerprinted. Lines never contain a line break, so different fields never make one text. */
export interface FingerprintText {
  readonly kind: FingerprintKind;
  readonly text: string;
}

/** `SCHEME:VALUE` of each identifier of the parties, the best first. */
export interface Parties {
  readonly seller: readonly string[];
  readonly buyer: readonly string[];
}

type Content = Pick<Compared, 'number' | 'issueDate' | 'amount'>;

/** What is stored: one of each kind, by the best identifiers. */
export function storedTexts(invoice: Content, { seller, buyer }: Parties): FingerprintText[] {
  const [by = '', to = ''] = [seller[0], buyer[0]];
  const { amount } = invoice.amount;
  const month = monthOf(invoice.issueDate);
  return [
    textOf('number', by, numberShape(invoice.number).folded),
    textOf('content', by, to, plainAmount(amount), month),
    textOf('band', by, to, bandOf(amount), month),
    textOf('presented', to, plainAmount(amount), month),
  ];
}

/** What is searched: by every identifier, since a better one may have been added, and in neighbouring months and bands. */
export function searchedTexts(invoice: Content, { seller, buyer }: Parties): FingerprintText[] {
  const { issueDate } = invoice;
  const amount = plainAmount(invoice.amount.amount);
  const months = monthsAround(issueDate, 0);
  const longAgo = [...new Set([...monthsAround(issueDate, REISSUE_MONTHS), ...monthSwapped(issueDate)])];
  const texts = seller.flatMap((by) => [
    textOf('number', by, numberShape(invoice.number).folded),
    ...buyer.flatMap((to) => [
      ...longAgo.map((month) => textOf('content', by, to, amount, month)),
      ...bandsAround(invoice.amount.amount).flatMap((band) =>
        months.map((month) => textOf('band', by, to, band, month)),
      ),
    ]),
  ]);
  return [...texts, ...buyer.flatMap((to) => months.map((month) => textOf('presented', to, amount, month)))];
}

const textOf = (kind: FingerprintKind, ...fields: readonly string[]): FingerprintText => ({
  kind,
  text: [kind, ...fields].join('\n'),
});

const monthOf = (date: LocalDate): string => date.slice(0, 7);
/** A reissue is looked for so many months back. */
const REISSUE_MONTHS = Math.ceil(REISSUE_DAYS / 31);
const SHORTEST_MONTH = 28;

/** The month, its neighbours where the date lies near them, and some before. */
function monthsAround(date: LocalDate, before: number): string[] {
  const day = Number(date.slice(8));
  const first = day <= NEAR_DAYS ? Math.max(before, 1) : before;
  const last = day + NEAR_DAYS > SHORTEST_MONTH ? 1 : 0;
  return Array.from({ length: first + last + 1 }, (_, index) => monthShifted(date, index - first));
}

/** The month of day and month swapped, where there is such a month. */
function monthSwapped(date: LocalDate): string[] {
  return date.slice(8) <= '12' ? [swappedDate(date).slice(0, 7)] : [];
}

function monthShifted(date: LocalDate, by: number): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + by;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return `${year.toString().padStart(4, '0')}-${month.toString().padStart(2, '0')}`;
}

/** Without trailing zeros, so that the minor digits of a currency do not count. */
const plainAmount = (amount: string): string =>
  amount.includes('.') ? amount.replace(/0+$/, '').replace(/\.$/, '') : amount;
