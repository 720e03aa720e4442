// One row of our invoice table becomes a draft, without the lines that further rows may add to it.
import { owed } from '../../domain/amounts';
import { errors, findingOf } from '../../domain/errors';
import { EMPTY_PARTY, type DraftLine, type InvoiceDraft } from '../../domain/invoice-draft';
import { INVOICE_STATUS, LINE_COLUMNS } from './invoice-columns';
import type { RowCells } from './row-cells';

const ORDINARY_INVOICE = '380';

type Status = 'normal' | 'void' | 'reversed' | 'paid';

/** What the status cell of a row says; a word we do not know is a problem of the row. */
export function statusOf(row: RowCells): Status {
  const cell = row.cell('status');
  const status = cell === null ? 'normal' : INVOICE_STATUS.get(cell.normalize('NFKC').toLowerCase());
  if (status === undefined) row.fields.problems.push(findingOf(errors.table_status({ line: row.row.line })));
  return status ?? 'normal';
}

/** Every field is written out: copying an empty draft first costs more than reading the row. */
export function draftOf(row: RowCells): InvoiceDraft {
  const status = statusOf(row);
  const payee = row.text('payee_name');
  const note = row.cell('note');
  const preceding = row.text('preceding_invoice');
  const grossAmount = row.amount('gross_amount');
  const prepaidAmount = row.amount('prepaid_amount');
  const stated = row.cell('payable_amount');
  return {
    source: 'table',
    number: row.text('number'),
    code: row.text('code'),
    typeCode: row.text('type') ?? ORDINARY_INVOICE,
    issueDate: row.date('issue_date'),
    dueDate: row.date('due_date'),
    paymentTerms: row.text('payment_terms'),
    currency: row.currency(),
    seller: row.party(row.text('seller_name'), row.text('seller_id')),
    buyer: row.party(row.text('buyer_name'), row.text('buyer_id')),
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

export function hasLine(row: RowCells): boolean {
  return LINE_COLUMNS.some(({ name }) => row.cell(name) !== null);
}

export function lineOf(row: RowCells): DraftLine {
  return {
    id: row.text('line_id'),
    quantity: row.amount('line_quantity'),
    unit: row.text('line_unit'),
    netAmount: row.amount('line_amount'),
    itemName: row.text('line_item'),
    netPrice: row.amount('line_price'),
    grossPrice: null,
    taxCategory: null,
    taxAmount: null,
    taxRate: null,
    period: null,
  };
}
