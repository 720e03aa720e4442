// The cells of one row by the names of their columns, and whether the row can be trusted at all. Cells that a
// spreadsheet would run as a formula are refused, for exports carry them on to the next program.
import type { DomainError, LocalDate } from '#kernel';
import { readAmount } from '../../domain/amounts';
import { errors, findingOf } from '../../domain/errors';
import { EMPTY_PARTY, type DraftParty } from '../../domain/invoice-draft';
import { valueErrors } from '../../domain/value-errors';
import { type Finding, warning } from '../../domain/verdict';
import { type AboutCell, Fields } from '../fields';
import { isOneOrThousand, writtenAmount } from '../written/amount';
import { currencyOf } from '../written/currency';
import { plainDay, writtenDay } from '../written/day';
import type { Header } from './header';
import type { TableRow } from './table-row';

const FORMULA_STARTS = '=+-@|%\t\r';
/** Never part of a name or a note, and refused by PostgreSQL. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
/** An amount with its sign runs nothing: at most a number comes of it. */
const NUMBER = /^[+-]?\s?[¥￥$€£]?\s?[\d.,]+(?:[eE][+-]?\d+)?$/u;
/** ="0012" and '0012 keep a spreadsheet program from making a number of it. */
const KEPT_AS_TEXT = /^(?:="([\p{L}\p{N}][^"=]*)"|'([\p{L}\p{N}].*))$/u;
const RENMINBI = 'CNY';

export class RowCells {
  readonly fields: Fields;
  private readonly columns: ReadonlyMap<string, number>;

  constructor(
    readonly row: TableRow,
    { columns, headings }: Pick<Header, 'columns' | 'headings'>,
  ) {
    this.columns = columns;
    this.fields = new Fields(headings);
  }

  cell(name: string): string | null {
    const at = this.columns.get(name);
    const cell = at === undefined ? '' : (this.row.cells[at] ?? '');
    if (cell === '') return null;
    const first = cell.charCodeAt(0);
    return first === EQUALS || first === APOSTROPHE ? keptText(cell) : cell;
  }

  text(name: string): string | null {
    return this.fields.text(name, this.cell(name));
  }

  amount(name: string): string | null {
    const cell = this.cell(name);
    if (cell === null) return null;
    const plain = readAmount(cell);
    if (plain !== null && !(hasThreeDecimals(cell) && this.isOneOrThousand(name, cell))) return plain;
    const written = plain === null ? writtenAmount(cell, this.currency()) : AMBIGUOUS;
    if ('amount' in written) return written.amount;
    const about = { ...this.fields.about(name, cell), currency: this.currency() ?? '' };
    if (written.fault === 'separators') return this.refuse(valueErrors.amount_separators(about));
    if (written.fault === 'other_currency') return this.refuse(valueErrors.amount_currency(about));
    return this.fields.amount(name, cell);
  }

  date(name: string): LocalDate | null {
    const cell = this.cell(name);
    if (cell === null) return null;
    const plain = plainDay(cell);
    if (plain !== null) return plain;
    const written = writtenDay(cell, this.row.is1904 === true);
    if ('day' in written) {
      if (written.isSerial === true)
        this.fields.problems.push(readAsDay(this.fields.about(name, cell), written.day));
      return written.day;
    }
    if (written.fault === 'order')
      return this.refuse(valueErrors.date_order({ ...this.fields.about(name, cell) }));
    return this.fields.date(name, cell);
  }

  /** A table without the column is a ledger of renminbi. */
  currency(): string | null {
    if (!this.columns.has('currency')) return RENMINBI;
    const cell = this.text('currency');
    return cell === null ? null : currencyOf(cell);
  }

  private isOneOrThousand(name: string, cell: string): boolean {
    return name.endsWith('_amount') && isOneOrThousand(cell, this.currency());
  }

  private refuse(error: DomainError): null {
    this.fields.problems.push(findingOf(error));
    return null;
  }

  party(name: string | null, taxId: string | null): DraftParty {
    return name === null && taxId === null ? EMPTY_PARTY : { ...EMPTY_PARTY, name, taxId };
  }
}

const [APOSTROPHE, POINT, EQUALS] = [0x27, 0x2e, 0x3d];
const hasThreeDecimals = (cell: string): boolean => cell.charCodeAt(cell.length - 4) === POINT;
const AMBIGUOUS = { fault: 'separators' } as const;

function keptText(cell: string): string {
  const [, quoted, marked] = KEPT_AS_TEXT.exec(cell) ?? [];
  return quoted ?? marked ?? cell;
}

function readAsDay({ field, heading, value }: AboutCell, day: LocalDate): Finding {
  return {
    ...warning(
      'documents.day_as_number',
      {
        en: `${heading}: the number ${value} is read as the day ${day}, as spreadsheet programs count days.`,
        zh: `${heading}：数字 ${value} 按电子表格的日期序号读作 ${day}。`,
      },
      {
        en: 'Compare it with the invoice; format the column as a date before saving.',
        zh: '请与发票核对；保存前请将该列设为日期格式。',
      },
    ),
    field,
  };
}

export function isBlank({ cells, faults }: TableRow): boolean {
  return faults === null && cells.every((cell) => cell === '');
}

/** Why nothing of the row is read, or null. */
export function distrust(
  { cells, faults, line }: TableRow,
  { columns, headings, width }: Header,
): Finding | null {
  if (cells.some((cell) => CONTROL.test(cell))) return findingOf(errors.table_control({ line }));
  for (const [column, at] of columns) {
    if (isFormula(cells[at] ?? '')) return formulaAt(line, column, headings);
    const fault = faults?.find((one) => one.column === at);
    if (fault !== undefined) return fault.finding;
  }
  const beyond = cells.length > width && cells.slice(width).some((cell) => cell !== '');
  if (beyond || (faults?.some(({ column }) => column >= width) ?? false))
    return findingOf(errors.table_cells({ line }));
  return null;
}

function formulaAt(line: number, column: string, headings: ReadonlyMap<string, string>): Finding {
  return findingOf(errors.table_formula({ line, column, heading: headings.get(column) ?? column }));
}

/** A negative amount is none. */
function isFormula(cell: string): boolean {
  return (
    cell !== '' && FORMULA_STARTS.includes(cell.charAt(0)) && !NUMBER.test(cell) && !KEPT_AS_TEXT.test(cell)
  );
}
