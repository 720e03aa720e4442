// The rows of a worksheet (ECMA-376, 18.3.1) from the stream of its XML.
import { errors, findingOf } from '../../domain/errors';
import type { Finding } from '../../domain/verdict';
import type { CellFault, TableRow } from '../table/table-row';
import { isDangerousFormula, numberText, serialDate, unescaped } from './cell-text';
import { MAX_CELL_TEXT, RichText, type StringTable } from './string-table';
import { type Attributes, utf8Pieces, XmlEvents, type XmlHandler } from './xml-events';

/** The last row a worksheet can have. */
const MAX_ROWS = 1_048_576;
/** Columns that are kept; one text further right refuses its row. */
const MAX_COLUMNS = 256;
const MAX_FORMULA = 8192;

/** What the cells of every sheet refer to. */
export interface Book {
  readonly strings: StringTable;
  /** By the style of a cell: whether its numbers are days. */
  readonly dateStyles: readonly boolean[];
  readonly is1904: boolean;
}

export async function* sheetRows(
  bytes: AsyncIterable<Uint8Array>,
  book: Book,
): AsyncGenerator<readonly TableRow[]> {
  const handler = new SheetHandler(book);
  const events = new XmlEvents(handler);
  for await (const text of utf8Pieces(bytes)) {
    events.write(text);
    yield handler.taken();
  }
  events.end();
  yield handler.taken();
}

class SheetHandler implements XmlHandler {
  private rows: TableRow[] = [];
  private count = 0;
  private line = 0;
  private cells: string[] = [];
  private faults: CellFault[] | null = null;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value: string | null = null;
  private formula: string | null = null;
  private isIn: 'v' | 'f' | 'is' | null = null;
  private readonly rich = new RichText();

  constructor(private readonly book: Book) {}

  taken(): readonly TableRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.beginCell(attributes);
    else if (name === 'v') [this.isIn, this.value] = ['v', ''];
    else if (name === 'f') [this.isIn, this.formula] = ['f', ''];
    else if (name === 'is') this.isIn = 'is';
    else if (name === 'row') this.beginRow(attributes);
    else if (this.isIn === 'is') this.rich.open(name);
  }

  text(text: string): void {
    if (this.isIn === 'v') this.value = bounded((this.value ?? '') + text, MAX_CELL_TEXT);
    else if (this.isIn === 'f') this.formula = bounded((this.formula ?? '') + text, MAX_FORMULA);
    else if (this.isIn === 'is') this.rich.add(text);
  }

  close(name: string): void {
    if (name === 'c') this.endCell();
    else if (name === 'v' || name === 'f') this.isIn = null;
    else if (name === 'is') [this.isIn, this.value] = [null, this.rich.take()];
    else if (name === 'row') this.endRow();
    else if (this.isIn === 'is') this.rich.close(name);
  }

  private beginRow({ r }: Attributes): void {
    this.count += 1;
    if (this.count > MAX_ROWS) throw errors.workbook_too_large();
    this.line = r !== undefined && /^\d{1,7}$/.test(r) ? Number(r) : this.line + 1;
    this.cells = [];
    this.faults = null;
    this.column = -1;
  }

  private endRow(): void {
    if (this.cells.length === 0 && this.faults === null) return;
    const row = { line: this.line, cells: this.cells, faults: this.faults };
    this.rows.push(this.book.is1904 ? { ...row, is1904: true } : row);
  }

  private beginCell({ r, t, s }: Attributes): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    this.type = t ?? 'n';
    this.style = s === undefined ? 0 : Number(s);
    this.value = null;
    this.formula = null;
  }

  private endCell(): void {
    const finding = this.formulaFault();
    if (finding !== null) this.fault(finding);
    else if (this.value !== null) this.put(this.read(this.value.trim()));
  }

  /** A formula counts by the value it last had, if it has one and only computes. */
  private formulaFault(): Finding | null {
    if (this.formula === null) return null;
    const [line, column] = [this.line, nameOfColumn(this.column)];
    if (isDangerousFormula(this.formula))
      return findingOf(errors.table_formula({ line, column, heading: column }));
    return this.value === null ? findingOf(errors.workbook_formula({ line, column })) : null;
  }

  private put(text: string): void {
    if (text === '') return;
    if (this.column >= MAX_COLUMNS) {
      this.fault(findingOf(errors.table_cells({ line: this.line })));
      return;
    }
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private fault(finding: Finding): void {
    this.faults ??= [];
    if (this.faults.length < MAX_COLUMNS) this.faults.push({ column: this.column, finding });
  }

  private read(value: string): string {
    switch (this.type) {
      case 'n':
        return this.number(value);
      case 's': {
        const text = /^\d{1,8}$/.test(value) ? this.book.strings.at(Number(value)) : null;
        if (text === null) throw errors.workbook_malformed();
        return unescaped(text).trim();
      }
      case 'e':
        this.fault(
          findingOf(errors.workbook_error({ line: this.line, column: nameOfColumn(this.column), value })),
        );
        return '';
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      default:
        return unescaped(value).trim();
    }
  }

  private number(value: string): string {
    if (value === '') return '';
    const date = this.book.dateStyles[this.style] === true ? serialDate(value, this.book.is1904) : null;
    if (date !== null) return date;
    const number = numberText(value);
    if (number === null) return value;
    if (number.hasLostDigits) {
      const column = nameOfColumn(this.column);
      this.fault(findingOf(errors.workbook_digits({ line: this.line, column })));
    }
    return number.text;
  }
}

function bounded(text: string, limit: number): string {
  if (text.length > limit) throw errors.workbook_too_large();
  return text;
}

const A = 64;

/** "AB12" is column 27, A being 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - A;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column === 0) throw errors.workbook_malformed();
  return column - 1;
}

function nameOfColumn(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(A + 1 + (column % 26));
  return rest === 0 ? letter : nameOfColumn(rest - 1) + letter;
}
