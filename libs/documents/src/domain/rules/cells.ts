// What the rules find in a row of a table, said of its cells: its sender fills in or corrects a cell, and has no issuer to
// ask for another table.
import type { Bilingual } from '#kernel';
import type { InvoiceDraft } from '../invoice-draft';
import type { Finding } from '../verdict';

const FILL_IN: Bilingual = {
  en: 'Fill in the cell as the invoice states it.',
  zh: '请按发票填写该单元格。',
};
const CORRECT: Bilingual = {
  en: 'Compare the row with the invoice and correct the cell.',
  zh: '请与发票核对并更正该单元格。',
};

/** The column to look at, and what to do there. */
const CELLS: Readonly<Record<string, readonly [field: string, fix: Bilingual]>> = {
  'BR-02': ['number', FILL_IN],
  'BR-03': ['issue_date', FILL_IN],
  'BR-05': ['currency', FILL_IN],
  'BR-06': ['seller_name', FILL_IN],
  'BR-07': ['buyer_name', FILL_IN],
  'BR-13': ['net_amount', FILL_IN],
  'BR-14': ['gross_amount', FILL_IN],
  'BR-15': ['payable_amount', FILL_IN],
  'BR-CO-26': ['seller_id', FILL_IN],
  'BR-CL-04': ['currency', CORRECT],
  due_before_issue: ['due_date', CORRECT],
  'BR-CO-10': ['line_amount', CORRECT],
  'BR-CO-15': ['gross_amount', CORRECT],
  'BR-CO-16': ['payable_amount', CORRECT],
};
/** What is owed is the total where the table does not say otherwise. */
const FOLLOWS: Readonly<Record<string, string>> = { payable_amount: 'gross_amount' };

/**
 * The findings of the rules beside the problems of single cells. What is missing only because its cell could not be read
 * is not said twice.
 */
export function atCells(
  { source }: InvoiceDraft,
  found: readonly Finding[],
  problems: readonly Finding[],
): readonly Finding[] {
  if (found.length === 0 || (source !== 'table' && source !== 'vat_ledger')) return found;
  const unread = new Set(problems.flatMap(({ flag, field }) => (flag === null ? (field ?? []) : [])));
  const placed = found.map((finding) => {
    const [field, fix] = CELLS[finding.rule] ?? [];
    return field === undefined || fix === undefined ? finding : { ...finding, field, fix };
  });
  const missing = new Set(placed.flatMap(({ field, fix }) => (fix === FILL_IN ? (field ?? []) : [])));
  return placed.filter(({ field, fix }) => {
    if (field === undefined || fix !== FILL_IN) return true;
    const cause = FOLLOWS[field];
    return !unread.has(field) && (cause === undefined || !(unread.has(cause) || missing.has(cause)));
  });
}
