// The files that people carry to the tax bureau and back: one line a check, the result columns filled in by whoever
// looked. A file counts as a whole: one line that cannot be read, and nothing of it is taken.
import { parse } from 'csv-parse/sync';
import { csvLine, isId, isLocalDate, localDate, money, type Money } from '#kernel';
import { errors } from '../domain/tax/errors';
import type { TaxReply } from '../domain/tax/tax-bureau';
import type { RedLetter, TaxAnswer, TaxQuery } from '../domain/tax/tax-check';

export const MAX_RESULT_FILE_BYTES = 5 * 1024 * 1024;
const MAX_LINE_BYTES = 10_000;
const CURRENCY = 'CNY';

const QUERY_COLUMNS = ['check_id', 'invoice_code', 'invoice_number', 'issue_date', 'total_amount'] as const;
const RESULT_COLUMNS = [
  'result',
  'found_issue_date',
  'found_total_amount',
  'found_seller_id',
  'found_buyer_id',
  'red_number',
  'red_amount',
] as const;
export const TAX_FILE_COLUMNS = [...QUERY_COLUMNS, ...RESULT_COLUMNS] as const;
type Cells = Readonly<Record<string, string | undefined>>;

export interface ReadAnswer extends TaxReply {
  readonly checkId: string;
}

/** UTF-8 with a mark, which spreadsheet programs need; the result columns are empty. */
export function writeQueries(queries: readonly TaxQuery[]): string {
  const lines = queries.map(({ checkId, code, number, issueDate, total }) =>
    csvLine([checkId, code ?? '', number, issueDate, total.amount, ...RESULT_COLUMNS.map(() => '')]),
  );
  return `\uFEFF${csvLine(TAX_FILE_COLUMNS)}${lines.join('')}`;
}

/** Lines without a result are left out. @throws receivables.tax_file_too_large (413), tax_file_unreadable (422) */
export function readResults(bytes: Buffer): ReadAnswer[] {
  if (bytes.length > MAX_RESULT_FILE_BYTES)
    throw errors.tax_file_too_large({ limitMb: MAX_RESULT_FILE_BYTES / 1024 / 1024 });
  const rows = rowsOf(bytes);
  const seen = new Set<string>();
  return rows.flatMap((cells, index): ReadAnswer[] => {
    const line = index + 2;
    if ((cells['result'] ?? '') === '') return [];
    const checkId = (cells['check_id'] ?? '').toLowerCase();
    if (!isId(checkId) || seen.has(checkId)) throw unreadable(line, 'check_id');
    seen.add(checkId);
    const raw = TAX_FILE_COLUMNS.map((column) => cells[column] ?? '').join('\t');
    return [{ checkId, answer: answerOf(cells, line), raw }];
  });
}

const unreadable = (line: number, column: string) => errors.tax_file_unreadable({ line, column });

function rowsOf(bytes: Buffer): Cells[] {
  try {
    const rows = parse(bytes, {
      ...{ bom: true, columns: true, trim: true, skip_empty_lines: true, relax_column_count: true },
      max_record_size: MAX_LINE_BYTES,
    });
    const [first] = rows as Cells[];
    const missing = first && ['check_id', 'result'].find((column) => first[column] === undefined);
    if (missing !== undefined) throw unreadable(1, missing);
    return rows as Cells[];
  } catch (error) {
    if (error instanceof Error && 'lines' in error && typeof error.lines === 'number')
      throw unreadable(error.lines, 'CSV');
    throw error;
  }
}

function answerOf(cells: Cells, line: number): TaxAnswer {
  const { result = '' } = cells;
  switch (result) {
    case 'found':
    case 'void':
      return {
        ...{ status: 'found', isVoid: result === 'void', red: redOf(cells, line) },
        issueDate: localDate(dateIn(cells, 'found_issue_date', line)),
        total: moneyIn(cells, 'found_total_amount', line),
        sellerId: textIn(cells, 'found_seller_id', line),
        buyerId: textIn(cells, 'found_buyer_id', line),
      };
    case 'not_found':
      return { status: 'not_found' };
    case 'quota':
      return { status: 'unavailable', why: 'quota' };
    case 'unavailable':
      return { status: 'unavailable', why: 'failure' };
    default:
      throw unreadable(line, 'result');
  }
}

function redOf(cells: Cells, line: number): RedLetter | null {
  if ((cells['red_number'] ?? '') === '' && (cells['red_amount'] ?? '') === '') return null;
  const number = textIn(cells, 'red_number', line);
  return { number, amount: moneyIn(cells, 'red_amount', line) };
}

const CODE = /^[0-9A-Za-z-]{1,40}$/;
const AMOUNT = /^\d{1,15}(\.\d{1,2})?$/;

function textIn(cells: Cells, column: string, line: number): string {
  const text = cells[column] ?? '';
  if (!CODE.test(text)) throw unreadable(line, column);
  return text;
}

function dateIn(cells: Cells, column: string, line: number): string {
  const text = cells[column] ?? '';
  if (!isLocalDate(text)) throw unreadable(line, column);
  return text;
}

function moneyIn(cells: Cells, column: string, line: number): Money {
  const text = cells[column] ?? '';
  if (!AMOUNT.test(text) || /^0+(\.0+)?$/.test(text)) throw unreadable(line, column);
  return money(text, CURRENCY);
}
