// One row of the invoice CSV becomes a draft. Cells that a spreadsheet would run as a formula are refused.
import { owed } from '../domain/amounts';
import { errors, findingOf } from '../domain/errors';
import { EMPTY_PARTY, type DraftParty, type InvoiceDraft } from '../domain/invoice-draft';
import { judged, unreadable, type Reading } from '../domain/reading';
import { CSV_STATUS } from './csv-columns';
import { Fields } from './fields';

const FORMULA = /^[=+\-@|%\t\r]/u;
/** Never part of a name or a note, and refused by PostgreSQL. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const NUMBER = /^[+-]?[\d.]+$/u;
const ORDINARY_INVOICE = '380';

class Row {
  constructor(
    private readonly cells: readonly string[],
    private readonly columns: ReadonlyMap<string, number>,
    private readonly fields: Fields,
  ) {}

  cell(name: string): string | null {
    const at = this.columns.get(name);
    const cell = at === undefined ? '' : (this.cells[at] ?? '');
    return cell === '' ? null : cell;
  }

  text(name: string): string | null {
    return this.fields.text(name, this.cell(name));
  }

  amount(name: string): string | null {
    return this.fields.amount(name, this.cell(name));
  }

  date(name: string): InvoiceDraft['issueDate'] {
    return this.fields.date(name, this.cell(name));
  }

  party(role: 'seller' | 'buyer'): DraftParty {
    return { ...EMPTY_PARTY, name: this.text(`${role}_name`), taxId: this.text(`${role}_id`) };
  }

  /** The first column whose cell looks like a formula; a negative amount does not. */
  formula(): string | null {
    for (const [name, at] of this.columns) {
      const cell = this.cells[at] ?? '';
      if (FORMULA.test(cell) && !NUMBER.test(cell)) return name;
    }
    return null;
  }
}

export function readRow(
  cells: readonly string[],
  columns: ReadonlyMap<string, number>,
  width: number,
  line: number,
): Reading {
  const fields = new Fields();
  const row = new Row(cells, columns, fields);
  if (cells.some((cell) => CONTROL.test(cell)))
    return unreadable(findingOf(errors.csv_malformed({ line })), line);
  const column = row.formula();
  if (column !== null) return unreadable(findingOf(errors.csv_formula({ line, column })), line);
  if (cells.slice(width).some((cell) => cell !== ''))
    return unreadable(findingOf(errors.csv_cells({ line })), line);
  const status = CSV_STATUS.get((row.cell('status') ?? '').normalize('NFKC').toLowerCase());
  if (status === undefined) fields.problems.push(findingOf(errors.csv_status({ line })));
  return judged(draftOf(row, status ?? 'normal'), fields.problems, line);
}

/** Every field is written out: copying an empty draft first costs more than reading the row. */
function draftOf(row: Row, status: 'normal' | 'void' | 'reversed' | 'paid'): InvoiceDraft {
  const payee = row.text('payee_name');
  const note = row.cell('note');
  const preceding = row.text('preceding_invoice');
  const grossAmount = row.amount('gross_amount');
  const prepaidAmount = row.amount('prepaid_amount');
  const stated = row.cell('payable_amount');
  return {
    source: 'csv',
    number: row.text('number'),
    code: row.text('code'),
    typeCode: row.text('type') ?? ORDINARY_INVOICE,
    issueDate: row.date('issue_date'),
    dueDate: row.date('due_date'),
    paymentTerms: row.text('payment_terms'),
    currency: row.text('currency'),
    seller: row.party('seller'),
    buyer: row.party('buyer'),
    payee: payee === null ? null : { ...EMPTY_PARTY, name: payee },
    notes: note === null ? [] : [note],
    precedingInvoices: preceding === null ? [] : [preceding],
    lineNetTotal: null,
    allowanceTotal: null,
    chargeTotal: null,
    netAmount: row.amount('net_amount'),
    taxAmount: row.amount('tax_amount'),
    grossAmount,
    prepaidAmount,
    payableAmount: stated === null ? owed(grossAmount, prepaidAmount) : row.amount('payable_amount'),
    roundingAmount: null,
    lines: [],
    lineCount: null,
    isCreditNote: false,
    isVoid: status === 'void',
    isReversed: status === 'reversed',
    isPaid: status === 'paid',
    isAssigned: false,
    en16931: null,
  };
}
