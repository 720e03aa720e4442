// The tax of a Chinese invoice line: its rate is written as 0.06, as 6%, or in words such as 免税 (exempt), and an
// exempt line prints asterisks where its tax would stand.
import { Decimal } from '#kernel';
import { readAmount } from '../../domain/amounts';

/** As a fraction of one; null when no number is stated. A number above one can only be meant in per cent. */
export function taxRateOf(written: string | null): string | null {
  const [, number = '', sign] = /^([\d.]{1,12})\s*([%％]?)$/u.exec(written ?? '') ?? [];
  const rate = readAmount(number);
  if (rate === null) return null;
  const isPerCent = sign !== '' || new Decimal(rate).greaterThan(1);
  return isPerCent ? new Decimal(rate).dividedBy(100).toFixed() : rate;
}

export function taxOf(written: string | null): string | null {
  return written !== null && /^[*]+$/u.test(written) ? null : written;
}
