// Which currencies exist and how many decimals they have. Intl knows the codes, but its digits follow CLDR, which
// drops the minor unit of HUF, IDR, COP and others; invoices follow ISO 4217, so the exceptions stand here.
import { kernelErrors } from './kernel-errors';

const USUAL_DIGITS = 2;

/** ISO 4217, table A.1: currencies whose minor unit is not 2; null where none applies. */
const OTHER_DIGITS = new Map<string, number | null>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(digits(0)),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map(digits(3)),
  ...'CLF UYW'.split(' ').map(digits(4)),
  ...'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' ').map(digits(null)),
]);

const CODES: ReadonlySet<string> = new Set(
  Intl.supportedValuesOf('currency').filter((code) => OTHER_DIGITS.get(code) !== null),
);

/** True for the three capital letters of a currency in which one can pay. */
export function isCurrency(code: string): boolean {
  return CODES.has(code);
}

/** Decimals of a currency: 2 for CNY, 0 for JPY; kernel.currency_unknown otherwise. */
export function minorDigits(currency: string): number {
  if (!isCurrency(currency)) throw kernelErrors.currency_unknown({ currency: currency.slice(0, 40) });
  return OTHER_DIGITS.get(currency) ?? USUAL_DIGITS;
}

function digits(count: number | null): (code: string) => [string, number | null] {
  return (code) => [code, count];
}
