// Reads a table of invoices from a stream, CSV or workbook, so that a file of a million rows needs no more memory than
// a small one. A bad row is refused by itself; only a header that cannot be understood refuses its table.
import { DomainError } from '#kernel';
import { errors, findingOf } from '../../domain/errors';
import { unreadable, type Reading } from '../../domain/reading';
import { LedgerTable } from '../vat-ledger/ledger-table';
import { openWorkbook } from '../xlsx/workbook-tables';
import { besides } from './besides';
import { csvRows } from './csv-rows';
import { type Header, HEADER_ROWS, headerOf } from './header';
import { InvoiceTable, type TableReader } from './invoice-table';
import { isBlank } from './row-cells';
import type { TableRow, TableSheet } from './table-row';

export interface ReadTableOptions {
  /** Identifier of the enterprise whose VAT ledger it is, where the table itself does not say. */
  readonly owner?: string;
  /** Rows with content, and as many blank ones; further ones refuse the rest. Unbounded when absent: memory stays flat. */
  readonly maxRows?: number;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * One reading an invoice, in the order of the table, each with the line it begins on. Never throws for what the table
 * contains: one that breaks off in the middle ends with a refused reading. Reads on only as its readings are taken.
 */
export async function* readTable(
  source: AsyncIterable<Uint8Array>,
  options: ReadTableOptions = {},
): AsyncGenerator<Reading> {
  try {
    for await (const readings of readBatches(source, options)) yield* readings;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    yield unreadable(findingOf(error));
  }
}

async function* readBatches(
  source: AsyncIterable<Uint8Array>,
  options: ReadTableOptions,
): AsyncGenerator<readonly Reading[]> {
  const { bytes, isZip } = await peeked(source);
  if (!isZip) {
    yield* readSheets([{ name: null, rows: csvRows(bytes) }], options);
    return;
  }
  const workbook = await openWorkbook(bytes);
  try {
    yield* readSheets(workbook.sheets(), options);
  } finally {
    await workbook.close();
  }
}

/** Whether the stream is a zip, by its first bytes, and the whole stream again. */
async function peeked(
  source: AsyncIterable<Uint8Array>,
): Promise<{ bytes: AsyncIterable<Uint8Array>; isZip: boolean }> {
  const iterator = source[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  while (size < ZIP.length) {
    const next = await iterator.next();
    if (next.done === true) break;
    held.push(next.value);
    size += next.value.length;
  }
  const start = Buffer.concat(held);
  async function* again(): AsyncGenerator<Uint8Array> {
    yield start;
    try {
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { bytes: again(), isZip: ZIP.every((byte, at) => start[at] === byte) };
}

async function* readSheets(
  sheets: Iterable<TableSheet> | AsyncIterable<TableSheet>,
  options: ReadTableOptions,
): AsyncGenerator<readonly Reading[]> {
  let tables = 0;
  let readings = 0;
  for await (const sheet of sheets) {
    const reading = new SheetReading(sheet.name, options);
    for await (const batch of reading.all(sheet.rows)) {
      readings += batch.length;
      yield batch;
    }
    if (!reading.isOther) tables += 1;
  }
  if (tables === 0) throw errors.format_unknown();
  if (readings === 0) throw errors.table_no_rows();
}

/** One sheet: first its header is looked for, then every row is read under it. */
class SheetReading {
  /** A sheet of a workbook that is no table of invoices, such as a guide. */
  isOther = false;
  private above: TableRow[] = [];
  private table: { readonly header: Header; readonly reader: TableReader } | null = null;
  private rows = 0;
  private blankRows = 0;

  constructor(
    private readonly name: string | null,
    private readonly options: ReadTableOptions,
  ) {}

  /** What was read before the table breaks off is handed out before the refusal. */
  async *all(batches: AsyncIterable<readonly TableRow[]>): AsyncGenerator<Reading[]> {
    let refusal: DomainError | null = null;
    try {
      for await (const rows of batches) {
        const readings = this.take(rows);
        if (readings.length > 0) yield readings;
        if (this.isOther) return;
        if (this.isFull) break;
      }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refusal = error;
    }
    const rest = this.end();
    if (rest.length > 0) yield rest;
    if (refusal !== null) throw refusal;
    if (this.isFull) throw errors.table_too_many_rows({ limit: this.options.maxRows });
  }

  private get isFull(): boolean {
    return Math.max(this.rows, this.blankRows) > (this.options.maxRows ?? Infinity);
  }

  private take(rows: readonly TableRow[]): Reading[] {
    if (this.table !== null) return this.read(this.table, rows);
    for (const row of rows) this.above.push(row);
    return this.above.length < HEADER_ROWS ? [] : this.begin();
  }

  private end(): Reading[] {
    const readings = this.table === null && !this.isOther ? this.begin() : [];
    this.table?.reader.end(readings);
    return readings;
  }

  private begin(): Reading[] {
    const rows = this.above.splice(0);
    const header = headerOf(rows.slice(0, HEADER_ROWS));
    if (header === null) {
      this.isOther = true;
      return [];
    }
    this.table = { header, reader: this.readerFor(header) };
    return this.read(this.table, rows.slice(header.rows));
  }

  private readerFor(header: Header): TableReader {
    if (header.kind === 'invoices') return new InvoiceTable(header, this.name);
    return new LedgerTable(header, this.name, this.options.owner ?? null);
  }

  private read({ header, reader }: { header: Header; reader: TableReader }, rows: readonly TableRow[]) {
    const readings: Reading[] = [];
    for (const row of rows) {
      const blank = isBlank(row);
      if (blank) this.blankRows += 1;
      else this.rows += 1;
      if (this.isFull) break;
      if (blank) continue;
      const note = besides(row, header);
      if (note === null) reader.take(row, readings);
      else {
        reader.end(readings);
        readings.push(unreadable(note, { line: row.line, sheet: this.name }));
      }
    }
    return readings;
  }
}
