// The columns of our invoice table, as CSV or as a workbook: the header in English or Chinese, in any order. Columns that
// are not named here are passed over, so an export of a bookkeeping program can be uploaded with its other columns.

interface InvoiceColumn {
  readonly name: string;
  readonly zh: string;
  readonly required: boolean;
  /** The cell of the example row in the template. */
  readonly example: string;
  readonly exampleZh?: string;
  /** Other spellings that exports use. */
  readonly aliases: readonly string[];
}

function column(
  name: string,
  zh: string,
  required: boolean,
  example: string,
  aliases: readonly string[] = [],
  exampleZh?: string,
): InvoiceColumn {
  return { name, zh, required, example, aliases, ...(exampleZh === undefined ? {} : { exampleZh }) };
}

const NUMBERS = [
  ...['invoice number', 'invoice no', 'inv no', 'invoice #'],
  ...['数电发票号码', '数电票号码', '全电发票号码', '发票号', '票号'],
];
const SELLERS = ['seller', 'supplier', 'supplier name', '销方名称', '供应商名称', '卖方名称'];
const SELLER_IDS = [
  ...['seller tax id', 'supplier tax id', 'seller vat id'],
  ...['销售方纳税人识别号', '销方识别号', '销方税号', '销售方税号', '销方纳税人识别号', '供应商税号'],
  ...['销售方统一社会信用代码', '供应商统一社会信用代码'],
];
const BUYERS = ['buyer', 'customer', 'customer name', '购方名称', '客户名称', '买方名称'];
const BUYER_IDS = [
  ...['buyer tax id', 'customer tax id', 'buyer vat id'],
  ...['购买方纳税人识别号', '购方识别号', '购方税号', '购买方税号', '购方纳税人识别号', '客户税号'],
  ...['购买方统一社会信用代码', '客户统一社会信用代码'],
];

/** One row an invoice, unless a column of its lines is filled. */
const HEAD_COLUMNS = [
  column('number', '发票号码', true, 'EXAMPLE-0001', NUMBERS),
  column('code', '发票代码', false, '', ['invoice code', '票据代码']),
  column('type', '发票类型代码', false, '380', ['type code']),
  column('issue_date', '开票日期', true, '2026-01-15', [
    'issue date',
    'invoice date',
    'date of issue',
    '开票日',
    '开具日期',
    '发票日期',
  ]),
  column('due_date', '到期日', false, '2026-04-15', [
    'due date',
    'payment due date',
    'maturity date',
    '付款到期日',
    '到期日期',
    '应付日期',
  ]),
  column('payment_terms', '付款条件', false, '90 days net', ['payment terms'], '月结90天'),
  column('currency', '币种', true, 'CNY', ['currency code', '货币', '币别', '货币代码']),
  column('seller_name', '销售方名称', true, 'Example Supplier', SELLERS, '示例供应商'),
  column('seller_id', '销售方识别号', true, '91000000EXAMPLE001', SELLER_IDS),
  column('buyer_name', '购买方名称', true, 'Example Buyer', BUYERS, '示例采购方'),
  column('buyer_id', '购买方识别号', false, '91000000EXAMPLE002', BUYER_IDS),
  column('payee_name', '收款方名称', false, '', ['payee']),
  column('net_amount', '不含税金额', true, '100000.00', [
    'net',
    'amount excluding tax',
    '金额',
    '合计金额',
    '不含税金额合计',
    '未税金额',
  ]),
  column('tax_amount', '税额', false, '13000.00', ['tax', 'vat amount', '税金']),
  column('gross_amount', '价税合计', true, '113000.00', [
    'gross',
    'total amount',
    'amount including tax',
    '含税金额',
    '价税合计金额',
    '含税总额',
  ]),
  column('prepaid_amount', '已付金额', false, '0.00', ['prepaid']),
  column('payable_amount', '应付金额', false, '113000.00', ['payable']),
  column('preceding_invoice', '原发票号码', false, '', ['preceding invoice']),
  column('status', '发票状态', false, 'normal', ['状态'], '正常'),
  column('note', '备注', false, 'Delete this row', ['notes'], '请删除本行'),
] as const;

/** One row a line: rows of the same number below each other are one invoice. */
export const LINE_COLUMNS = [
  column('line_id', '行号', false, '', ['line number']),
  column('line_item', '项目名称', false, '', ['item name', '货物或应税劳务名称']),
  column('line_quantity', '数量', false, '', ['quantity']),
  column('line_unit', '单位', false, '', ['unit']),
  column('line_price', '单价', false, '', ['price']),
  column('line_amount', '行金额', false, '', ['line net amount']),
] as const;

export const INVOICE_COLUMNS: readonly InvoiceColumn[] = [...HEAD_COLUMNS, ...LINE_COLUMNS];

/** Facts the status column can state; an empty cell is an ordinary invoice. */
export const INVOICE_STATUS: ReadonlyMap<string, 'normal' | 'void' | 'reversed' | 'paid'> = new Map([
  ['', 'normal'],
  ['normal', 'normal'],
  ['正常', 'normal'],
  ['有效', 'normal'],
  ['有效发票', 'normal'],
  ['void', 'void'],
  ['作废', 'void'],
  ['已作废', 'void'],
  ['作废发票', 'void'],
  ['reversed', 'reversed'],
  ['红冲', 'reversed'],
  ['已红冲', 'reversed'],
  ['已全额红冲', 'reversed'],
  ['已部分红冲', 'reversed'],
  ['已红冲-全额', 'reversed'],
  ['已红冲-部分', 'reversed'],
  ['paid', 'paid'],
  ['已付', 'paid'],
  ['已付款', 'paid'],
]);

/** A unit that is the one we read anyway, as "金额(元)". */
const UNIT = /\s?\((?:元|人民币|人民币元|rmb|cny|¥|yyyy-mm-dd)\)$/u;

/** As headings are compared: half width, lower case, without the marks of a column that must be filled. */
export function plainHeading(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\ufeff*]/gu, '')
    .replace(/[\s_]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/[.:]$/u, '')
    .replace(UNIT, '');
}

const BY_HEADING: ReadonlyMap<string, string> = new Map(
  INVOICE_COLUMNS.flatMap(({ name, zh, aliases }) =>
    [name, zh, ...aliases].map((heading): [string, string] => [plainHeading(heading), name]),
  ),
);

/** The column a heading names, or null. */
export function columnNamed(heading: string): string | null {
  return BY_HEADING.get(plainHeading(heading)) ?? null;
}
