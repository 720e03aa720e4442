// The cells of one row by the names of their columns, and whether the row can be trusted at all. Cells that a
// spreadsheet would run as a formula are refused, for exports carry them on to the next program.
import type { LocalDate } from '#kernel';
import { errors, findingOf } from '../../domain/errors';
import { EMPTY_PARTY, type DraftParty } from '../../domain/invoice-draft';
import type { Finding } from '../../domain/verdict';
import { Fields } from '../fields';
import type { Header } from './header';
import type { TableRow } from './table-row';

const FORMULA_STARTS = '=+-@|%\t\r';
/** Never part of a name or a note, and refused by PostgreSQL. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
const NUMBER = /^[+-]?[\d.]+(?:[eE][+-]?\d+)?$/;

export class RowCells {
  readonly fields = new Fields();

  constructor(
    readonly row: TableRow,
    private readonly columns: ReadonlyMap<string, number>,
  ) {}

  cell(name: string): string | null {
    const at = this.columns.get(name);
    const cell = at === undefined ? '' : (this.row.cells[at] ?? '');
    return cell === '' ? null : cell;
  }

  text(name: string): string | null {
    return this.fields.text(name, this.cell(name));
  }

  amount(name: string): string | null {
    return this.fields.amount(name, this.cell(name));
  }

  date(name: string): LocalDate | null {
    return this.fields.date(name, this.cell(name));
  }

  party(name: string | null, taxId: string | null): DraftParty {
    return name === null && taxId === null ? EMPTY_PARTY : { ...EMPTY_PARTY, name, taxId };
  }
}

export function isBlank({ cells, faults }: TableRow): boolean {
  return faults === null && cells.every((cell) => cell === '');
}

/** Why nothing of the row is read, or null. */
export function distrust({ cells, faults, line }: TableRow, { columns, width }: Header): Finding | null {
  if (cells.some((cell) => CONTROL.test(cell))) return findingOf(errors.table_control({ line }));
  for (const [column, at] of columns) {
    if (isFormula(cells[at] ?? '')) return findingOf(errors.table_formula({ line, column }));
    const fault = faults?.find((one) => one.column === at);
    if (fault !== undefined) return fault.finding;
  }
  const beyond = cells.length > width && cells.slice(width).some((cell) => cell !== '');
  if (beyond || (faults?.some(({ column }) => column >= width) ?? false))
    return findingOf(errors.table_cells({ line }));
  return null;
}

/** A negative amount is none. */
function isFormula(cell: string): boolean {
  return cell !== '' && FORMULA_STARTS.includes(cell.charAt(0)) && !NUMBER.test(cell);
}
