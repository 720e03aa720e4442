// Turns written values into dates and amounts and remembers each one that is neither, so that a refusal names them all.
import { type Bilingual, isLocalDate, type LocalDate } from '#kernel';
import { readAmount } from '../domain/amounts';
import { errors, findingOf } from '../domain/errors';
import type { Finding } from '../domain/verdict';

const MAX_TEXT = 1000;
const SHOWN = 40;

/** The day at the start of an ISO 8601 date or date-time, with or without a zone. */
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[ T].{0,40}|Z|[+-]\d{2}:\d{2})?$/u;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/u;
/** As Chinese exports write a day; year first, so day and month cannot be mistaken. */
const SLASH_DAY = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?: .{0,40})?$/u;
const CHINESE_DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})日(?:.{0,40})$/u;

export class Fields {
  readonly problems: Finding[] = [];

  /** Short text such as a number, a code or a name. */
  text(field: string, written: string | null): string | null {
    if (written === null || written === '') return null;
    if (written.length <= MAX_TEXT) return written;
    this.reject(field, written, {
      en: `a text of at most ${MAX_TEXT} characters`,
      zh: `不超过 ${MAX_TEXT} 字的文本`,
    });
    return null;
  }

  amount(field: string, written: string | null): string | null {
    if (written === null || written === '') return null;
    const amount = readAmount(written);
    if (amount === null) this.reject(field, written, { en: 'a plain decimal amount', zh: '普通小数金额' });
    return amount;
  }

  date(field: string, written: string | null): LocalDate | null {
    if (written === null || written === '') return null;
    const [, year, month, day] =
      ISO_DAY.exec(written) ??
      SLASH_DAY.exec(written) ??
      COMPACT_DAY.exec(written) ??
      CHINESE_DAY.exec(written) ??
      [];
    const iso = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
    if (isLocalDate(iso)) return iso;
    this.reject(field, written, { en: 'a date', zh: '有效日期' });
    return null;
  }

  private reject(field: string, written: string, expected: Bilingual): void {
    const value = written.length > SHOWN ? `${written.slice(0, SHOWN)}…` : written;
    this.problems.push(findingOf(errors.value_malformed({ field, value, expected })));
  }
}
