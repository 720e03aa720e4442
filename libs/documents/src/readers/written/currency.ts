// Currencies as people write them in a table: a code in any case, a Chinese word, or a sign beside an amount.
import { isCurrency } from '#kernel';

const WORDS: ReadonlyMap<string, string> = new Map([
  ...['RMB', '人民币', '人民币元', '元', '圆', '元整'].map((word) => [word, 'CNY'] as const),
  ...['美元', 'US$'].map((word) => [word, 'USD'] as const),
  ...['欧元', '€'].map((word) => [word, 'EUR'] as const),
  ...['港元', '港币', 'HK$'].map((word) => [word, 'HKD'] as const),
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
]);
/** Signs that several currencies share say only which ones it can be. */
const SIGNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['¥', ['CNY', 'JPY']],
  ['$', ['USD', 'HKD', 'AUD', 'CAD', 'NZD', 'SGD', 'TWD']],
  ['£', ['GBP']],
]);

const CODE = /^[A-Z]{3}$/;

const plain = (written: string): string => written.normalize('NFKC').replace(/\s/gu, '').toUpperCase();

/** The code that is meant; what is none stays as it was written, for the rules to refuse. */
export function currencyOf(written: string): string {
  if (CODE.test(written) && written !== 'RMB') return written;
  const word = plain(written);
  return WORDS.get(word) ?? (isCurrency(word) ? word : written);
}

/** Whether an amount of this currency may bear the sign. Without a known currency no sign contradicts it. */
export function maySign(sign: string, currency: string | null): boolean {
  const several = SIGNS.get(plain(sign));
  if (several !== undefined) return currency === null || several.includes(currency);
  const code = currencyOf(sign);
  return isCurrency(code) && (currency === null || currency === code);
}
