// Splits CSV text into rows (RFC 4180). Our own, because reading a table is bound by it: unquoted lines, nearly all
// of a long file, are cut by the engine's own search instead of character by character.
import { DomainError } from '#kernel';
import { errors } from '../../domain/errors';
import type { TableRow } from './table-row';

/** Longest row, in UTF-16 units: a quote that is never closed must not swallow the whole file. */
export const MAX_RECORD = 65_536;

interface Cut {
  readonly cells: string[];
  /** Where the next row begins. */
  readonly next: number;
}

interface CutCell {
  readonly value: string;
  readonly next: number;
}

export class CsvRecords {
  /** What is left of a row that has not come to its end. */
  private rest = '';
  private line = 1;
  private broken: DomainError | null = null;

  constructor(private readonly separator: ',' | ';' | '\t') {}

  /**
   * The rows that this text completes. Throws documents.csv_malformed with the line of a row that is too long or whose
   * quotes do not close, once the rows before it were handed out.
   */
  push(text: string): TableRow[] {
    return this.soundRows(this.rest + text, false);
  }

  end(): TableRow[] {
    return this.soundRows(this.rest, true);
  }

  private soundRows(text: string, complete: boolean): TableRow[] {
    if (this.broken !== null) throw this.broken;
    const rows: TableRow[] = [];
    try {
      this.take(text, complete, rows);
    } catch (error) {
      if (!(error instanceof DomainError) || rows.length === 0) throw error;
      this.broken = error;
    }
    return rows;
  }

  private take(text: string, complete: boolean, rows: TableRow[]): void {
    const quotes = new Finder(text, '"');
    const breaks = new LineBreaks(text, complete);
    let at = 0;
    while (at < text.length) {
      const end = breaks.from(at) ?? (complete ? text.length : null);
      const isQuoted = quotes.from(at) < (end ?? text.length);
      const cut = isQuoted ? this.quoted(text, at, complete) : this.unquoted(text, at, end);
      if (cut === null) break;
      this.refuseLongerThanAny(cut.next - at);
      if (cut.cells.length > 1 || cut.cells[0] !== '')
        rows.push({ line: this.line, cells: cut.cells, faults: null });
      this.line += isQuoted ? lineBreaksIn(text.slice(at, cut.next)) : 1;
      at = cut.next;
    }
    this.rest = text.slice(at);
    this.refuseLongerThanAny(this.rest.length);
    if (complete && this.rest !== '') throw errors.csv_malformed({ line: this.line });
  }

  private refuseLongerThanAny(length: number): void {
    if (length > MAX_RECORD) throw errors.csv_malformed({ line: this.line });
  }

  private unquoted(text: string, at: number, end: number | null): Cut | null {
    if (end === null) return null;
    const cells = text.slice(at, end).split(this.separator);
    for (let index = 0; index < cells.length; index += 1) cells[index] = trimmed(cells[index] ?? '');
    return { cells, next: afterBreak(text, end) };
  }

  /** A row with at least one quote in it; null when it goes on in text that has not come yet. */
  private quoted(text: string, start: number, complete: boolean): Cut | null {
    const cells: string[] = [];
    let at = start;
    for (;;) {
      const cell = this.cell(text, at, complete);
      if (cell === null) return null;
      cells.push(cell.value);
      at = cell.next;
      if (text[at] !== this.separator) break;
      at += 1;
    }
    if (text[at] === '\r' && at + 1 === text.length && !complete) return null;
    return { cells, next: at === text.length ? at : afterBreak(text, at) };
  }

  /** One cell; `next` is at the separator, the line break or the end behind it. */
  private cell(text: string, start: number, complete: boolean): CutCell | null {
    const at = afterBlanks(text, start);
    const cell = text[at] === '"' ? this.cellInQuotes(text, at + 1) : this.plainCell(text, at);
    return cell === null || (cell.next >= text.length && !complete) ? null : cell;
  }

  private plainCell(text: string, start: number): CutCell {
    let at = start;
    while (at < text.length && !this.endsCell(text[at])) at += 1;
    return { value: trimmed(text.slice(start, at)), next: at };
  }

  private cellInQuotes(text: string, start: number): CutCell | null {
    const close = closingQuote(text, start);
    if (close === null) return null;
    const next = afterBlanks(text, close + 1);
    if (next < text.length && !this.endsCell(text[next])) throw errors.csv_malformed({ line: this.line });
    return { value: trimmed(text.slice(start, close).replaceAll('""', '"')), next };
  }

  private endsCell(character: string | undefined): boolean {
    return character === this.separator || character === '\n' || character === '\r';
  }
}

/** Finds one string again and again, each time from further on, and searches no part of the text twice. */
class Finder {
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly wanted: string,
  ) {}

  /** Infinity when there is none. */
  from(at: number): number {
    if (this.found < at) {
      const found = this.text.indexOf(this.wanted, at);
      this.found = found < 0 ? Infinity : found;
    }
    return this.found;
  }
}

/** Ends of lines: \n, \r\n, and the lone \r of old programs. */
class LineBreaks {
  private readonly feeds: Finder;
  private readonly returns: Finder;

  constructor(
    private readonly text: string,
    private readonly complete: boolean,
  ) {
    this.feeds = new Finder(text, '\n');
    this.returns = new Finder(text, '\r');
  }

  /** Null when the line does not end in this text, or ends in a \r whose \n may still come. */
  from(at: number): number | null {
    const end = Math.min(this.feeds.from(at), this.returns.from(at));
    if (end === Infinity) return null;
    const isLast = end === this.text.length - 1;
    return isLast && this.text[end] === '\r' && !this.complete ? null : end;
  }
}

function afterBreak(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at += 1;
  return at;
}

function closingQuote(text: string, from: number): number | null {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? null : at;
}

function lineBreaksIn(record: string): number {
  return record.match(/\r\n|\n|\r/g)?.length ?? 0;
}

const SPACE = 32;
const DELETE = 127;

/** Most cells have nothing to trim: their first and last characters are printable ASCII. */
function trimmed(cell: string): string {
  if (cell === '') return cell;
  return isPrintable(cell.charCodeAt(0)) && isPrintable(cell.charCodeAt(cell.length - 1))
    ? cell
    : cell.trim();
}

function isPrintable(code: number): boolean {
  return code > SPACE && code < DELETE;
}
