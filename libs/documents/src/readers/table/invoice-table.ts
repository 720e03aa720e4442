// Rows of our invoice table become readings: one row an invoice, or several where each states a line of it. Lines of
// one invoice stand below each other, so no more than one invoice waits in memory.
import { errors, findingOf } from '../../domain/errors';
import type { DraftLine, InvoiceDraft } from '../../domain/invoice-draft';
import { judged, unreadable, type Reading } from '../../domain/reading';
import type { Finding } from '../../domain/verdict';
import { exampleRow } from '../../templates/csv-template';
import { readAmount } from '../../domain/amounts';
import type { Header } from './header';
import { INVOICE_COLUMNS, LINE_COLUMNS } from './invoice-columns';
import { draftOf, hasLine, lineOf } from './invoice-row';
import { distrust, RowCells } from './row-cells';
import type { TableRow } from './table-row';

export const MAX_LINES = 10_000;

/** Turns the rows of one table into readings, in order. */
export interface TableReader {
  /** Appends what this row completes. */
  take(row: TableRow, out: Reading[]): void;
  end(out: Reading[]): void;
}

interface Waiting {
  readonly first: RowCells;
  readonly draft: InvoiceDraft;
  readonly lines: DraftLine[];
  readonly problems: Finding[];
  /** It has said that it takes no more lines. */
  isFull: boolean;
}

const LINE_NAMES: ReadonlySet<string> = new Set(LINE_COLUMNS.map(({ name }) => name));

export class InvoiceTable implements TableReader {
  private waiting: Waiting | null = null;
  private readonly mayHaveLines: boolean;
  /** The columns that every row of an invoice repeats or leaves empty. */
  private readonly headNames: readonly string[];

  constructor(
    private readonly header: Header,
    private readonly sheet: string | null,
  ) {
    this.mayHaveLines = [...LINE_NAMES].some((name) => header.columns.has(name));
    this.headNames = [...header.columns.keys()].filter((name) => !LINE_NAMES.has(name));
  }

  take(row: TableRow, out: Reading[]): void {
    const place = { line: row.line, sheet: this.sheet };
    const cells = new RowCells(row, this.header);
    if (isExample(cells)) return;
    const finding = distrust(row, this.header);
    if (finding !== null) {
      this.end(out);
      out.push(unreadable(finding, place));
    } else if (!this.mayHaveLines || !hasLine(cells)) {
      this.end(out);
      out.push(judged(draftOf(cells), cells.fields.problems, place));
    } else if (this.waiting !== null && this.continues(this.waiting.first, cells)) {
      this.addLine(this.waiting, cells);
    } else {
      this.end(out);
      const draft = draftOf(cells);
      const { problems } = cells.fields;
      this.waiting = { first: cells, draft, lines: [lineOf(cells)], problems, isFull: false };
    }
  }

  end(out: Reading[]): void {
    if (this.waiting === null) return;
    const { first, draft, lines, problems } = this.waiting;
    this.waiting = null;
    // The table states no allowances and charges, so the sum of the lines is the total without tax.
    const whole = { ...draft, lines, lineCount: lines.length, lineNetTotal: draft.netAmount };
    out.push(judged(whole, problems, { line: first.row.line, sheet: this.sheet }));
  }

  private continues(first: RowCells, next: RowCells): boolean {
    const number = next.cell('number');
    if (number === null) return true;
    const isSame = (name: string): boolean =>
      next.cell(name) === null || next.cell(name) === first.cell(name);
    return number === first.cell('number') && isSame('code') && isSame('seller_id') && isSame('type');
  }

  private addLine(waiting: Waiting, next: RowCells): void {
    const { first, lines, problems } = waiting;
    const { line } = next.row;
    if (waiting.isFull) return;
    if (lines.length === MAX_LINES) {
      waiting.isFull = true;
      problems.push(findingOf(errors.table_too_many_lines({ line, limit: MAX_LINES })));
      return;
    }
    const column = this.headNames.find((name) => {
      const cell = next.cell(name);
      return cell !== null && cell !== first.cell(name);
    });
    if (column !== undefined) problems.push(findingOf(errors.table_lines_differ({ line, column })));
    lines.push(lineOf(next));
    problems.push(...next.fields.problems);
  }
}

const EXAMPLES = (['en', 'zh'] as const).map((language) => {
  const row = exampleRow(language);
  return new Map(INVOICE_COLUMNS.map(({ name }, at) => [name, row[at] ?? '']));
});
const EXAMPLE_NUMBER = EXAMPLES[0]?.get('number') ?? '';

/** The example of the template while nobody has changed it. */
function isExample(cells: RowCells): boolean {
  if (cells.cell('number') !== EXAMPLE_NUMBER) return false;
  return EXAMPLES.some((example) =>
    [...example].every(([name, value]) => isSameCell(cells.cell(name) ?? '', value)),
  );
}

/** A workbook keeps 100000.00 as 100000. */
function isSameCell(cell: string, example: string): boolean {
  return (
    cell === example || (cell !== '' && readAmount(cell) !== null && readAmount(cell) === readAmount(example))
  );
}
