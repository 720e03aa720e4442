// Refused rows by invoice, what was typed over their cells, and the tables that are made of it to be uploaded again.
import type { View } from '../../../api/client';

export type RefusedSheet = View<'RefusedSheetView'>;
type RefusedRow = View<'RefusedRowView'>;

/** The rows of one refused invoice; most have one. */
export interface RefusedInvoice {
  readonly key: string;
  readonly sheet: RefusedSheet;
  readonly rows: readonly RefusedRow[];
}

/** What was typed, by the row and the place of the cell. */
export type Typed = Readonly<Record<string, string>>;

export const cellKey = (invoice: RefusedInvoice, line: number, at: number): string =>
  `${invoice.key} ${line} ${at}`;

export function invoicesOf(sheets: readonly RefusedSheet[]): RefusedInvoice[] {
  return sheets.flatMap((sheet, sheetAt) => {
    const invoices: (RefusedInvoice & { rows: RefusedRow[] })[] = [];
    for (const row of sheet.rows) {
      const last = invoices.at(-1);
      if (row.continues && last) last.rows.push(row);
      else invoices.push({ key: `${sheetAt} ${row.line}`, sheet, rows: [row] });
    }
    return invoices;
  });
}

export function isChanged({ key }: RefusedInvoice, typed: Typed): boolean {
  return Object.keys(typed).some((cell) => cell.startsWith(`${key} `));
}

/** A sum may be wrong in any of its parts, and who is meant stands in the identifiers. */
const LOOK_AT: Readonly<Record<string, readonly string[]>> = {
  'BR-CO-15': ['net_amount', 'tax_amount', 'gross_amount'],
  'BR-CO-16': ['gross_amount', 'prepaid_amount', 'payable_amount'],
  due_before_issue: ['issue_date', 'due_date'],
  'receivables.seller_is_not_uploader': ['seller_name', 'seller_id'],
  'receivables.buyer_unknown': ['buyer_name', 'buyer_id'],
  'receivables.buyer_ambiguous': ['buyer_name', 'buyer_id'],
  'receivables.buyer_is_seller': ['seller_id', 'buyer_id'],
};

/** The places of the cells that the reasons speak of; none where they speak of none. */
export function markedCells({ sheet, rows }: RefusedInvoice): ReadonlySet<number> {
  const fields = new Set(
    rows.flatMap(({ reasons }) => reasons.flatMap(({ rule, field }) => LOOK_AT[rule] ?? field ?? [])),
  );
  return new Set(sheet.columns.flatMap((column, at) => (column !== null && fields.has(column) ? [at] : [])));
}

export function numberOf({ sheet, rows }: RefusedInvoice): string {
  return rows[0]?.cells[sheet.columns.indexOf('number')] ?? '';
}

/** One table for each one that was corrected, of the corrected invoices alone, on whatever page they were shown. */
export function correctedFiles(invoices: readonly RefusedInvoice[], typed: Typed): File[] {
  const changed = invoices.filter((invoice) => isChanged(invoice, typed));
  const tables = new Map<string, RefusedInvoice[]>();
  for (const invoice of changed) {
    const { fileName, sheet, headings } = invoice.sheet;
    const table = JSON.stringify([fileName, sheet, headings]);
    tables.set(table, [...(tables.get(table) ?? []), invoice]);
  }
  return [...tables.values()].flatMap((own) => own.slice(0, 1).map(({ sheet }) => fileOf(sheet, own, typed)));
}

function fileOf(sheet: RefusedSheet, invoices: readonly RefusedInvoice[], typed: Typed): File {
  const rows = invoices.flatMap((invoice) =>
    invoice.rows.map(({ line, cells }) =>
      sheet.headings.map((_, at) => typed[cellKey(invoice, line, at)] ?? cells[at] ?? ''),
    ),
  );
  const text = [sheet.headings, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n');
  return new File([`\ufeff${text}\r\n`], correctedName(sheet), { type: 'text/csv' });
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const correctedName = ({ fileName, sheet }: RefusedSheet): string =>
  `${fileName.replace(/\.[^.]{1,5}$/u, '')}${sheet === null ? '' : ` ${sheet}`} corrected.csv`;
