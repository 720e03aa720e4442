// A CSV stream as a table: its encoding, its separator and then its rows, in the pieces in which they arrive.
import { errors } from '../../domain/errors';
import { csvText } from './csv-text';
import { CsvRecords, MAX_RECORD } from './csv-records';
import { separatorOf } from './header';
import type { TableRow } from './table-row';

/** Lines above the header, as titles and dates of exports, by which the separator may be judged. */
const LINES_TO_JUDGE = 20;

/** @param judge finds the separator by the first lines; null: it is none of the tables that are looked for */
export async function* csvRows(
  stream: AsyncIterable<Uint8Array>,
  judge: typeof separatorOf = separatorOf,
): AsyncGenerator<readonly TableRow[]> {
  const texts = csvText(stream);
  try {
    const start = await firstPart(texts);
    const separator = judge(start.split(/\r\n|\n|\r/u, LINES_TO_JUDGE));
    if (separator === null) throw errors.format_unknown();
    const records = new CsvRecords(separator);
    yield records.push(start);
    for await (const text of texts) yield records.push(text);
    yield records.end();
  } finally {
    await texts.return(undefined);
  }
}

/** The text up to the first line break at least; a line that does not end is not a header. */
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
