// The rows of a table as they were written, header included, for whoever hands refused rows back to their sender.
import { DomainError } from '#kernel';
import { piecesOf, startOf } from '../file-source';
import { openWorkbook } from '../xlsx/workbook-tables';
import { csvRows } from './csv-rows';
import { HEADER_ROWS, headerOf, type separatorOf, SEPARATORS } from './header';
import { isBlank } from './row-cells';
import type { TableRow, TableSheet } from './table-row';

export interface WrittenRow {
  readonly sheet: string | null;
  readonly line: number;
  readonly cells: readonly string[];
  readonly isHeader: boolean;
  /** Of the header of a table of invoices: which column we take each cell for, null where it is passed over. */
  readonly columns?: readonly (string | null)[];
}

const ZIP = 0x50;

/** Rows with content, from the header of each sheet on; ends where the table breaks off. */
export async function* tableCells(path: string): AsyncGenerator<WrittenRow> {
  const [first] = await startOf(path);
  try {
    if (first !== ZIP) {
      yield* rowsOf({ name: null, rows: csvRows(piecesOf(path)) });
      return;
    }
    const workbook = await openWorkbook(piecesOf(path));
    try {
      for (const sheet of workbook.sheets()) yield* rowsOf(sheet);
    } finally {
      await workbook.close();
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

/**
 * The rows of any table with content, the first being its header; of a workbook its first sheet. Ends where it breaks off.
 * @param headings what its columns are called; the separator of a CSV is the one under which most of them are found
 */
export async function* plainTable(path: string, headings: readonly string[]): AsyncGenerator<WrittenRow> {
  const [first] = await startOf(path);
  try {
    if (first !== ZIP) {
      yield* plainRows({ name: null, rows: csvRows(piecesOf(path), separatorFor(headings)) });
      return;
    }
    const workbook = await openWorkbook(piecesOf(path));
    try {
      for (const sheet of workbook.sheets()) {
        yield* plainRows(sheet);
        return;
      }
    } finally {
      await workbook.close();
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

const separatorFor =
  (headings: readonly string[]): typeof separatorOf =>
  ([line = '']) => {
    const counts = SEPARATORS.map((separator) => ({
      separator,
      count: line
        .split(separator)
        .filter((cell) => headings.includes(cell.replace(/^\s*\ufeff?"?|"?\s*$/gu, '').toLowerCase())).length,
    }));
    const [best] = counts.toSorted((a, b) => b.count - a.count);
    return best !== undefined && best.count > 1 ? best.separator : null;
  };

async function* plainRows({ name: sheet, rows }: TableSheet): AsyncGenerator<WrittenRow> {
  let isHeader = true;
  for await (const batch of rows)
    for (const row of written(sheet, batch)) {
      yield { ...row, isHeader };
      isHeader = false;
    }
}

async function* rowsOf({ name: sheet, rows }: TableSheet): AsyncGenerator<WrittenRow> {
  const above: TableRow[] = [];
  let isBelow = false;
  for await (const batch of rows) {
    if (isBelow) {
      yield* written(sheet, batch);
      continue;
    }
    above.push(...batch);
    if (above.length < HEADER_ROWS) continue;
    isBelow = true;
    yield* fromHeader(sheet, above.splice(0));
  }
  if (!isBelow) yield* fromHeader(sheet, above);
}

function* fromHeader(sheet: string | null, rows: readonly TableRow[]): Generator<WrittenRow> {
  const header = headerOf(rows.slice(0, HEADER_ROWS));
  const last = header === null ? undefined : rows[header.rows - 1];
  if (header === null || last === undefined) return;
  const columns: (string | null)[] = header.written.map(() => null);
  for (const [name, at] of header.columns) columns[at] = name;
  yield { sheet, line: last.line, cells: header.written, isHeader: true, columns };
  yield* written(sheet, rows.slice(header.rows));
}

function* written(sheet: string | null, rows: readonly TableRow[]): Generator<WrittenRow> {
  for (const row of rows)
    if (!isBlank(row)) yield { sheet, line: row.line, cells: row.cells, isHeader: false };
}
