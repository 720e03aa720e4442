// Turns what a camt message states into dates and amounts, and remembers each place that states neither, so that a
// refusal names them all.
import { Decimal, isCurrency, isLocalDate, minorDigits, type LocalDate } from '#kernel';
import { first, textAt, type XmlElement } from '#platform/xml';
import type { StatementFinding } from '../domain/statement';
import { errors, findingOf, type Place } from './errors';

/** ActiveOrHistoricCurrencyAndAmount: never negative, at most 18 digits of which 5 may be decimals. */
const AMOUNT = /^\+?(?:\d{1,18}(?:\.\d{0,5})?|\.\d{1,5})$/;
const CURRENCY = /^[A-Z]{3}$/;
const DAY = /^(\d{4}-\d{2}-\d{2})(?:T.{0,40}|Z|[+-]\d{2}:\d{2})?$/;
const SHOWN = 40;
const MAX_PROBLEMS = 20;

/** Signed: what was debited is negative. */
export interface Stated {
  readonly value: Decimal;
  readonly currency: string;
}

/** Decimal text with at least the minor digits of a known currency: 8.85 EUR, -2700 JPY. */
export function amountText(value: Decimal, currency: string): string {
  const digits = isCurrency(currency) ? minorDigits(currency) : 0;
  return value.isZero() ? new Decimal(0).toFixed(digits) : value.toFixed(Math.max(digits, value.dp()));
}

export class CamtFields {
  readonly problems: StatementFinding[] = [];

  /** Nothing was wrong so far. */
  isSound(): boolean {
    return this.problems.length === 0;
  }

  reject(error: unknown, place: Place): void {
    const finding = findingOf(error, place);
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(finding);
  }

  missing(field: string, place: Place): null {
    this.reject(errors.value_missing({ field }), place);
    return null;
  }

  malformed(field: string, value: string, expected: string, expectedZh: string, place: Place): null {
    const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
    const wanted = { en: expected, zh: expectedZh };
    this.reject(errors.value_malformed({ field, value: shown, expected: wanted }), place);
    return null;
  }

  /** The amount without its direction, of an element such as `Amt`. */
  unsigned(amount: XmlElement): Stated | null {
    const currency = amount.attributes.Ccy ?? '';
    if (!CURRENCY.test(currency))
      return this.malformed('Amt/@Ccy', currency, 'a currency code', '币种代码', amount);
    if (!AMOUNT.test(amount.text ?? ''))
      return this.malformed('Amt', amount.text ?? '', 'a plain amount', '普通金额', amount);
    return { value: new Decimal(amount.text ?? ''), currency };
  }

  /** The direct `Amt` of an element, signed by its `CdtDbtInd`. */
  signed(parent: XmlElement): Stated | null {
    const amount = first(parent, 'Amt');
    if (amount === undefined) return this.missing('Amt', parent);
    const stated = this.unsigned(amount);
    const sign = this.sign(parent);
    return stated === null || sign === null ? null : { ...stated, value: stated.value.times(sign) };
  }

  sign(parent: XmlElement): 1 | -1 | null {
    const written = textAt(parent, 'CdtDbtInd');
    if (written === 'CRDT') return 1;
    if (written === 'DBIT') return -1;
    if (written === null) return this.missing('CdtDbtInd', parent);
    return this.malformed('CdtDbtInd', written, 'CRDT or DBIT', 'CRDT 或 DBIT', parent);
  }

  /** The day at a path, a date or a date-time of which the day as written counts; null when there is none. */
  day(parent: XmlElement | undefined, ...paths: readonly string[]): LocalDate | null {
    const written = textAt(parent, ...paths);
    if (written === null || parent === undefined) return null;
    const day = DAY.exec(written)?.[1] ?? '';
    if (isLocalDate(day)) return day;
    return this.malformed(paths[0] ?? '', written, 'a date', '有效日期', parent);
  }
}
