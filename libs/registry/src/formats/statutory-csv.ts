// The table that people carry to the statutory registry and back: one line a registration, the last columns filled in by
// whoever filed it there. It counts as a whole: one line that cannot be read, and nothing of it is taken.
import { parse } from 'csv-parse/sync';
import { csvLine, DomainError } from '#kernel';
import type { DueFiling } from '../data/certificates/statutory.store';
import { errors } from '../domain/errors';
import { instantText, microsOf } from '../domain/filing-time';

const COLUMNS = [
  'registration_number',
  'filed_at',
  'grantor',
  'statutory_number',
  'statutory_time',
  'reason',
] as const;
const MAX_LINE_BYTES = 10_000;
/** As the registry prints it, in the time of Shanghai, or RFC 3339. */
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;

export interface CarriedLine {
  /** As a spreadsheet counts: the header is line 1. */
  readonly line: number;
  readonly filingNumber: string;
  readonly number: string;
  /** RFC 3339, UTC. */
  readonly registeredAt: string;
  readonly reason: string | null;
}

/** UTF-8 with a mark, which spreadsheet programs need; the last three columns are empty. */
export function writeDue(filings: readonly DueFiling[]): string {
  // A number of 18 digits is more than a spreadsheet can count: an apostrophe keeps it a text.
  const lines = filings.map(({ number, filedAt, grantor }) =>
    csvLine([`'${number}`, filedAt, grantor, '', '', '']),
  );
  return `\uFEFF${csvLine(COLUMNS)}${lines.join('')}`;
}

/** Lines without a statutory number are left out. @throws registry.statutory_csv_unreadable (422) with line and column */
export function readCarried(text: string): CarriedLine[] {
  const seen = new Set<string>();
  return rowsOf(text).flatMap((cells, index): CarriedLine[] => {
    const line = index + 2;
    const cell = (column: (typeof COLUMNS)[number]) => (cells[column] ?? '').replace(/^'/, '').trim();
    const number = cell('statutory_number');
    if (number === '') return [];
    if (number.length > 64) throw unreadable(line, 'statutory_number');
    const filingNumber = cell('registration_number');
    if (!/^\d{18}$/.test(filingNumber) || seen.has(filingNumber))
      throw unreadable(line, 'registration_number');
    seen.add(filingNumber);
    const registeredAt = timeOf(cell('statutory_time'));
    if (registeredAt === null) throw unreadable(line, 'statutory_time');
    const reason = cell('reason').slice(0, 500);
    return [{ line, filingNumber, number, registeredAt, reason: reason === '' ? null : reason }];
  });
}

function timeOf(text: string): string | null {
  const [, day, time] = LOCAL_TIME.exec(text) ?? [];
  const written = day !== undefined && time !== undefined ? `${day}T${time}+08:00` : text;
  const at = RFC_3339.test(written) ? new Date(written) : null;
  const isInstant = at !== null && at.getTime() >= 0;
  return isInstant ? instantText(microsOf(at)) : null;
}

const unreadable = (line: number, column: string) => errors.statutory_csv_unreadable({ line, column });

type Cells = Readonly<Record<string, string | undefined>>;

function rowsOf(text: string): Cells[] {
  try {
    const rows = parse(text, {
      ...{ bom: true, columns: true, trim: true, skip_empty_lines: true, relax_column_count: true },
      max_record_size: MAX_LINE_BYTES,
    });
    const [first] = rows as Cells[];
    const missing = first && COLUMNS.slice(0, 5).find((column) => first[column] === undefined);
    if (missing !== undefined) throw unreadable(1, missing);
    return rows as Cells[];
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    throw unreadable(line, 'CSV');
  }
}
