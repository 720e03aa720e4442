// Finds the header of a table of invoices, below titles if need be and over two rows if its cells are merged, and says
// which kind of table it makes. Names of files and sheets prove nothing.
import { errors } from '../../domain/errors';
import { isLedger, ledgerColumnNamed } from '../vat-ledger/ledger-columns';
import { columnNamed, INVOICE_COLUMNS } from './invoice-columns';
import type { TableRow } from './table-row';

/** Rows from the top in which a header may stand. */
export const HEADER_ROWS = 20;
/** A row that names fewer columns is a title or something else altogether. */
const ENOUGH = 3;

export interface Header {
  readonly kind: 'invoices' | 'vat_ledger';
  /** Position of each named column. */
  readonly columns: ReadonlyMap<string, number>;
  /** What the table itself calls them. */
  readonly headings: ReadonlyMap<string, string>;
  /** The whole header in one row. */
  readonly written: readonly string[];
  readonly width: number;
  /** How many rows it takes, with everything above it. */
  readonly rows: number;
}

type Naming = (heading: string) => string | null;

export const SEPARATORS = [',', ';', '\t'] as const;

/** The separator under which some line names most columns, if it names enough: then it is one of our tables. */
export function separatorOf(lines: readonly string[]): (typeof SEPARATORS)[number] | null {
  const counts = SEPARATORS.map((separator) => ({
    separator,
    count: Math.max(...lines.map((line) => namedIn(line.split(separator).map(withoutQuotes)))),
  }));
  const [best] = counts.toSorted((a, b) => b.count - a.count);
  return best !== undefined && best.count >= ENOUGH ? best.separator : null;
}

const withoutQuotes = (cell: string): string => cell.replace(/^[\s\ufeff]*"|"\s*$/gu, '');

/** Whether some kind of table has a column of this name. */
export const isNamed = (heading: string): boolean =>
  heading.length <= LONGEST_HEADING && (columnNamed(heading) ?? ledgerColumnNamed(heading)) !== null;
const LONGEST_HEADING = 64;

function namedIn(cells: readonly string[]): number {
  return new Set(cells.filter(isNamed)).size;
}

/**
 * The header among the first rows of a table; null when they have none.
 * @throws documents.table_column_missing and documents.table_column_twice for one that cannot be understood
 */
export function headerOf(rows: readonly TableRow[]): Header | null {
  const at = rows.findIndex(({ cells }) => namedIn(cells) >= ENOUGH);
  const [upper, lower] = [rows[at]?.cells, rows[at + 1]?.cells];
  if (upper === undefined) return null;
  const single = kindOf(upper);
  if (single !== null) return headerWith(single, upper, at + 1);
  const merged = mergedHeadings(upper, lower ?? []);
  const double = kindOf(merged);
  if (double !== null) return headerWith(double, merged, at + 2);
  throw errors.table_column_missing({ columns: lackingIn(columnsOf(upper, columnNamed)) });
}

function headerWith(
  kind: Pick<Header, 'kind' | 'columns'>,
  written: readonly string[],
  rows: number,
): Header {
  const headings = [...kind.columns].map(([name, at]) => [name, plainText(written[at] ?? name)] as const);
  return { ...kind, headings: new Map(headings), written, width: written.length, rows };
}

const plainText = (heading: string): string => heading.replace(/[\p{C}\s]+/gu, ' ').trim();

/** Null when the headings lack something of either kind. */
function kindOf(headings: readonly string[]): Pick<Header, 'kind' | 'columns'> | null {
  const invoices = columnsOf(headings, columnNamed);
  if (lackingIn(invoices) === '')
    return { kind: 'invoices', columns: unique(invoices, headings, columnNamed) };
  const ledger = columnsOf(headings, ledgerColumnNamed);
  if (invoices.has('currency') || !isLedger(ledger)) return null;
  return { kind: 'vat_ledger', columns: unique(ledger, headings, ledgerColumnNamed) };
}

function columnsOf(headings: readonly string[], naming: Naming): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  headings.forEach((heading, at) => {
    const name = heading.length <= LONGEST_HEADING ? naming(heading) : null;
    if (name !== null && !columns.has(name)) columns.set(name, at);
  });
  return columns;
}

function unique(
  columns: ReadonlyMap<string, number>,
  headings: readonly string[],
  naming: Naming,
): ReadonlyMap<string, number> {
  const twice = headings.find((heading, at) => {
    const name = heading.length <= LONGEST_HEADING ? naming(heading) : null;
    return name !== null && columns.get(name) !== at;
  });
  if (twice !== undefined) throw errors.table_column_twice({ columns: twice });
  return columns;
}

function lackingIn(columns: ReadonlyMap<string, number>): string {
  return INVOICE_COLUMNS.filter(({ name, required }) => required && !columns.has(name))
    .map(({ name, zh }) => `${name} (${zh})`)
    .join(', ');
}

/**
 * Headings over two rows: a heading merged downwards stands in the upper row alone; one merged sideways ("销售方")
 * stands before each heading below it ("名称").
 */
function mergedHeadings(upper: readonly string[], lower: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above, below] = [upper[at] ?? '', lower[at] ?? ''];
    if (above !== '') group = above;
    if (below === '') return above;
    const together = `${group}${below}`;
    return !isNamed(below) && isNamed(together) ? together : below;
  });
}
