// The rows of a table as they were written, header included, for whoever hands refused rows back to their sender.
import { DomainError } from '#kernel';
import { piecesOf, startOf } from '../file-source';
import { openWorkbook } from '../xlsx/workbook-tables';
import { csvRows } from './csv-rows';
import { HEADER_ROWS, headerOf } from './header';
import { isBlank } from './row-cells';
import type { TableRow, TableSheet } from './table-row';

export interface WrittenRow {
  readonly sheet: string | null;
  readonly line: number;
  readonly cells: readonly string[];
  readonly isHeader: boolean;
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
  yield { sheet, line: last.line, cells: last.cells, isHeader: true };
  yield* written(sheet, rows.slice(header.rows));
}

function* written(sheet: string | null, rows: readonly TableRow[]): Generator<WrittenRow> {
  for (const row of rows)
    if (!isBlank(row)) yield { sheet, line: row.line, cells: row.cells, isHeader: false };
}
