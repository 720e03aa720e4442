// Turns written values into dates and amounts and remembers each one that is neither, so that a refusal names them all.
import type { Bilingual, LocalDate } from '#kernel';
import { readAmount } from '../domain/amounts';
import { errors, findingOf } from '../domain/errors';
import type { Finding } from '../domain/verdict';
import { plainDay } from './written/day';

const MAX_TEXT = 1000;
const SHOWN = 40;

/** A value that is spoken of: its field, what its document calls that, and as much of it as a sentence bears. */
export interface AboutCell {
  readonly field: string;
  readonly heading: string;
  readonly value: string;
}

export class Fields {
  readonly problems: Finding[] = [];

  /** @param headings what a table calls its columns */
  constructor(private readonly headings?: ReadonlyMap<string, string>) {}

  about(field: string, written: string): AboutCell {
    const value = written.length > SHOWN ? `${written.slice(0, SHOWN)}…` : written;
    return { field, heading: this.headings?.get(field) ?? field, value };
  }

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
    const day = plainDay(written);
    if (day !== null) return day;
    this.reject(field, written, { en: 'a date', zh: '有效日期' });
    return null;
  }

  private reject(field: string, written: string, expected: Bilingual): void {
    this.problems.push(findingOf(errors.value_malformed({ ...this.about(field, written), expected })));
  }
}
