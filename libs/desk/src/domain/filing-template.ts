// The table to fill in: the columns, and one registration as an example, whose second line adds an invoice. Its lines
// are passed over as long as nobody changed them.
import { csvLine } from '#kernel';
import { FILING_COLUMNS, type FilingColumn, type TableLine } from './filing-table';

/** So that spreadsheet programs read the text as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

const EXAMPLE: readonly Readonly<Partial<Record<FilingColumn, string>>>[] = [
  {
    reference: 'EXAMPLE-1',
    category: 'receivables_pledge',
    term_months: '12',
    maximum_amount: '1500000.00',
    currency: 'CNY',
    grantor_name: '示例供应商有限公司',
    grantor_scheme: 'LOCAL',
    grantor_identifier: 'EXAMPLE-GRANTOR',
    description: '2026年1月向示例采购商供货形成的应收账款',
    amount: '800000.00',
    payable: '800000.00',
    invoice_number: 'EXAMPLE-INVOICE-1',
    debtor_name: '示例采购商有限公司',
  },
  {
    reference: 'EXAMPLE-1',
    description: '2026年2月向示例采购商供货形成的应收账款',
    amount: '700000.00',
    payable: '700000.00',
    invoice_number: 'EXAMPLE-INVOICE-2',
    debtor_name: '示例采购商有限公司',
  },
];

export const filingTemplate = (): string =>
  BYTE_ORDER_MARK +
  csvLine(FILING_COLUMNS) +
  EXAMPLE.map((cells) => csvLine(FILING_COLUMNS.map((column) => cells[column] ?? ''))).join('');

export const isExample = ({ cells }: TableLine): boolean =>
  EXAMPLE.some((example) => FILING_COLUMNS.every((column) => cells[column] === (example[column] ?? '')));
