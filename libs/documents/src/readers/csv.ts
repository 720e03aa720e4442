// Reads our invoice CSV row by row from a stream, so that a file of 100,000 invoices needs no more memory than one.
// A bad row is refused by itself; only a header that cannot be understood refuses the whole file.
import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { CsvError, parse, type InfoRecord } from 'csv-parse';
import { DomainError } from '#kernel';
import { exampleRow } from '../csv-template';
import { errors, findingOf } from '../domain/errors';
import { unreadable, type Reading } from '../domain/reading';
import { CSV_COLUMNS, columnNamed, csvSeparator } from './csv-columns';
import { readRow } from './csv-row';
import { csvEncoding } from './decode-text';

export const MAX_CSV_ROWS = 100_000;
const MAX_RECORD = 65_536;
const ENOUGH_TO_JUDGE = 65_536;

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: Pick<InfoRecord, 'lines'>;
}

/** Decodes from the moment the encoding can be judged; until then plain ASCII reads the same in each of them. */
class TextFeed {
  private decoder: TextDecoder | null = null;
  private waiting: Uint8Array[] = [];
  private size = 0;

  push(chunk: Uint8Array): string {
    if (this.decoder !== null) return decode(this.decoder, chunk);
    this.waiting.push(chunk);
    this.size += chunk.length;
    if (this.size < ENOUGH_TO_JUDGE) return '';
    return hasLetterBeyondAscii(this.waiting) ? this.begin(false) : asciiOf(this.waiting.splice(0));
  }

  /** The rest; throws when the file ends inside a character. */
  end(): string {
    const rest = this.decoder === null ? this.begin(true) : '';
    return this.decoder === null ? rest : rest + decode(this.decoder, new Uint8Array(), true);
  }

  private begin(complete: boolean): string {
    const start = Buffer.concat(this.waiting.splice(0));
    this.decoder = new TextDecoder(csvEncoding(start, complete), { fatal: true });
    return decode(this.decoder, start);
  }
}

async function* textOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const feed = new TextFeed();
  for await (const chunk of stream) yield feed.push(chunk);
  yield feed.end();
}

function hasLetterBeyondAscii(chunks: readonly Uint8Array[]): boolean {
  return chunks.some((chunk) => chunk.some((byte) => byte > 0x7f));
}

function asciiOf(chunks: readonly Uint8Array[]): string {
  return Buffer.concat(chunks).toString('latin1');
}

function decode(decoder: TextDecoder, bytes: Uint8Array, complete = false): string {
  try {
    return decoder.decode(bytes, { stream: !complete });
  } catch {
    throw errors.encoding_unknown({ encoding: decoder.encoding });
  }
}

/** The text with everything up to its first line break, to judge the separator by. */
async function firstPart(texts: AsyncGenerator<string>): Promise<string> {
  let start = '';
  while (!hasWholeLine(start)) {
    if (start.length > MAX_RECORD) throw errors.format_unknown();
    const next = await texts.next();
    if (next.done === true) break;
    start += next.value;
  }
  return start;
}

/** In two steps, for one pattern of both would try every end for every start: an hour for a long hostile line. */
const hasWholeLine = (text: string): boolean => /[\r\n]/u.test(text.trimStart());

async function* joined(start: string, texts: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* texts;
}

async function* recordsOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRecord> {
  const texts = textOf(stream);
  const start = await firstPart(texts);
  const firstLine = start.trimStart().split(/[\r\n]/u, 1)[0] ?? '';
  const separator = csvSeparator(firstLine);
  if (separator === null) throw errors.format_unknown();
  const parser = parse({
    bom: true,
    delimiter: separator,
    info: true,
    max_record_size: MAX_RECORD,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const source = Readable.from(joined(start, texts));
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const record of source.pipe(parser) as AsyncIterable<CsvRecord>) yield record;
  } catch (error) {
    if (error instanceof CsvError) throw errors.csv_malformed({ line: lineOf(error) });
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function lineOf(error: CsvError): number {
  return typeof error.lines === 'number' ? error.lines : 0;
}

/** Position of each named column. */
function columnsOf(header: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  header.forEach((heading, at) => {
    const name = columnNamed(heading);
    if (name === null) return;
    if (columns.has(name)) throw errors.csv_column_twice({ columns: heading });
    columns.set(name, at);
  });
  const lacking = CSV_COLUMNS.filter(({ name, required }) => required && !columns.has(name));
  if (lacking.length > 0) {
    const columnsLacking = lacking.map(({ name, zh }) => `${name} (${zh})`).join(', ');
    throw errors.csv_column_missing({ columns: columnsLacking });
  }
  return columns;
}

const EXAMPLES = [exampleRow('en'), exampleRow('zh')];

function isExample(cells: readonly string[]): boolean {
  return EXAMPLES.some((row) => row.length === cells.length && row.every((cell, at) => cell === cells[at]));
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '');
}

/**
 * One reading an invoice, in file order, each with the line it begins on. Never throws for what the file contains: a
 * file that breaks off in the middle ends with a refused reading.
 */
export async function* readCsv(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Reading> {
  let columns: ReadonlyMap<string, number> | null = null;
  let width = 0;
  let rows = 0;
  let passedOver = 0;
  try {
    for await (const { record, info } of recordsOf(stream)) {
      if (columns === null) {
        columns = columnsOf(record);
        width = record.length;
        continue;
      }
      const counts = !isBlank(record) && !isExample(record);
      if (counts) rows += 1;
      else passedOver += 1;
      if (Math.max(rows, passedOver) > MAX_CSV_ROWS) throw errors.csv_too_many_rows({ limit: MAX_CSV_ROWS });
      if (!counts) continue;
      yield readRow(record, columns, width, info.lines);
    }
    if (rows === 0) throw errors.csv_no_rows();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    yield unreadable(findingOf(error));
  }
}
