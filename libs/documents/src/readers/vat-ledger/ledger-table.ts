// Rows of a VAT ledger become readings, one an invoice. A ledger of sales (销项) lists what others owe its owner; a
// ledger of purchases (进项) lists what its owner owes, which is not the owner's to finance.
import { errors, findingOf } from '../../domain/errors';
import { signOf } from '../../domain/amounts';
import type { DraftParty, InvoiceDraft } from '../../domain/invoice-draft';
import { judged, unreadable, type Reading } from '../../domain/reading';
import { flagging, type Finding, warning } from '../../domain/verdict';
import type { Header } from '../table/header';
import { statusOf } from '../table/invoice-row';
import type { TableReader } from '../table/invoice-table';
import { distrust, RowCells } from '../table/row-cells';
import type { TableRow } from '../table/table-row';

const ORDINARY_INVOICE = '380';
const CREDIT_NOTE = '381';
const RENMINBI = 'CNY';
/** Digits of a whole number with so many digits written: 8 of an older VAT invoice, 20 of a fully digital one. */
const numberLength = (written: number): number | null => (written <= 8 ? 8 : written === 20 ? 20 : null);
/** Digits of a whole code: 10 of a special invoice, 12 of an ordinary one, which may begin with one zero. */
const codeLength = (written: number): number | null =>
  written === 10 ? 10 : written === 11 || written === 12 ? 12 : null;

const PURCHASE = flagging(
  'purchase',
  {
    en: 'This is a line of a purchase ledger: the enterprise whose ledger it is owes the amount.',
    zh: '这是进项（采购）明细：该企业是付款方，不是收款方。',
  },
  {
    en: 'Upload the sales ledger to have invoices financed.',
    zh: '如需融资，请上传销项（销售）明细。',
  },
);

export class LedgerTable implements TableReader {
  constructor(
    private readonly header: Header,
    private readonly sheet: string | null,
    /** Identifier of the enterprise whose ledger it is, where the table itself does not say. */
    private readonly owner: string | null,
  ) {
    // Several rows an invoice, with amounts of lines: read as invoices they would all be wrong.
    if (header.columns.has('unit_price')) throw errors.ledger_by_line();
  }

  take(row: TableRow, out: Reading[]): void {
    const place = { line: row.line, sheet: this.sheet };
    const finding = distrust(row, this.header);
    if (finding !== null) {
      out.push(unreadable(finding, place));
      return;
    }
    const cells = new RowCells(row, this.header);
    const { problems } = cells.fields;
    const parties = this.parties(cells);
    const draft = draftOf(cells, parties);
    if (parties.isPurchase) problems.push(PURCHASE);
    out.push(judged(draft, problems, place));
  }

  end(): void {
    // Every row is complete by itself.
  }

  /** The side that the ledger leaves out is its owner's. */
  private parties(row: RowCells): Parties {
    const { columns } = this.header;
    const own = row.party(row.text('owner_name'), row.text('owner') ?? this.owner);
    const states = (role: 'seller' | 'buyer') => columns.has(`${role}_id`) || columns.has(`${role}_name`);
    const seller = states('seller') ? row.party(row.text('seller_name'), row.text('seller_id')) : own;
    const buyer = states('buyer') ? row.party(row.text('buyer_name'), row.text('buyer_id')) : own;
    const ownsBuyer = own.taxId !== null && own.taxId === buyer.taxId && own.taxId !== seller.taxId;
    return { seller, buyer, isPurchase: !states('buyer') || (states('seller') && ownsBuyer) };
  }
}

interface Parties {
  readonly seller: DraftParty;
  readonly buyer: DraftParty;
  readonly isPurchase: boolean;
}

function draftOf(row: RowCells, { seller, buyer }: Parties): InvoiceDraft {
  const status = statusOf(row);
  const note = row.cell('note');
  const netAmount = row.amount('net_amount');
  const grossAmount = row.amount('gross_amount');
  const isRed = signOf(grossAmount) === -1 || row.cell('positive') === '否';
  return {
    source: 'vat_ledger',
    number: numberOf(row),
    code: restored(row, 'code', codeLength, '10 / 12'),
    typeCode: isRed ? CREDIT_NOTE : ORDINARY_INVOICE,
    issueDate: row.date('issue_date'),
    dueDate: null,
    paymentTerms: null,
    currency: RENMINBI,
    seller,
    buyer,
    payee: null,
    notes: note === null ? [] : [note],
    precedingInvoices: [],
    lineNetTotal: null,
    allowanceTotal: null,
    chargeTotal: null,
    netAmount,
    taxAmount: row.amount('tax_amount'),
    grossAmount,
    prepaidAmount: null,
    roundingAmount: null,
    payableAmount: grossAmount,
    lines: [],
    lineCount: null,
    isCreditNote: isRed,
    isVoid: status === 'void',
    isReversed: status === 'reversed',
    isPaid: status === 'paid',
    isAssigned: false,
    en16931: null,
  };
}

/** A fully digital invoice may have a paper number beside its own. */
function numberOf(row: RowCells): string | null {
  const column = row.cell('digital_number') === null ? 'number' : 'digital_number';
  return restored(row, column, numberLength, '8 / 20');
}

/**
 * Numbers and codes have known lengths, and spreadsheet programs drop the zeros they begin with. The zeros are put
 * back and the row says so; what can be no number at all is a problem of the row.
 */
function restored(
  row: RowCells,
  column: string,
  wholeLength: (written: number) => number | null,
  digits: string,
): string | null {
  const written = row.text(column);
  if (written === null) return null;
  const length = /^\d+$/.test(written) ? wholeLength(written.length) : null;
  if (length === null) {
    const expected = { en: `a number of ${digits} digits`, zh: `${digits} 位数字` };
    row.fields.problems.push(
      findingOf(errors.value_malformed({ ...row.fields.about(column, written), expected })),
    );
    return written;
  }
  if (written.length === length) return written;
  const whole = written.padStart(length, '0');
  row.fields.problems.push(zerosRestored(written, whole));
  return whole;
}

function zerosRestored(written: string, whole: string): Finding {
  return warning(
    'documents.zeros_restored',
    {
      en: `"${written}" has lost the zeros it begins with; it is read as ${whole}.`,
      zh: `“${written}”丢失了开头的零，按 ${whole} 读取。`,
    },
    {
      en: 'Compare it with the invoice; format such columns as text before saving.',
      zh: '请与发票核对；保存前请将该列设为文本格式。',
    },
  );
}
