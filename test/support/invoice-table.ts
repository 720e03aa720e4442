// A long table of invoices of one supplier of the cast, for tests that are about how much comes and not about what.
import { addDays, type LocalDate } from '#kernel';
import { castOrganisation } from '../../apps/demonstration/cast';
import type { UploadFile } from '../../apps/demonstration/client';

export const TABLE_HEAD =
  'number,issue_date,due_date,currency,net_amount,gross_amount,seller_name,seller_id,buyer_name,buyer_id';

/** Sound invoices from mingyuan to huadong under numbers that begin with the prefix, and below them those of `more`. */
export function invoiceTable(
  today: LocalDate,
  prefix: string,
  rows: number,
  more: readonly string[] = [],
): UploadFile {
  const numbers = Array.from({ length: rows }, (_, index) => `${prefix}${index * 7919 + 100_000}`);
  const lines = [...numbers, ...more].map((number, index) => row(today, number, index));
  const text = [TABLE_HEAD, ...lines].join('\r\n');
  return { name: 'long.csv', bytes: new TextEncoder().encode(text) };
}

/** Amounts of which hardly any resembles another or is a sum of others. */
function row(today: LocalDate, number: string, index: number): string {
  const [seller, buyer] = [castOrganisation('mingyuan'), castOrganisation('huadong')];
  const amount = (((index + 11) * 9973 + 4000) / 100).toFixed(2);
  const dates = [addDays(today, -(index % 300) - 1), addDays(today, 90)];
  const parties = [seller.legalName, seller.uscc, buyer.legalName, buyer.uscc];
  return [number, ...dates, 'CNY', amount, amount, ...parties].join(',');
}
