// The columns of a Chinese VAT ledger: the list of all invoices an enterprise issued (销项) or received (进项), as tax
// and bookkeeping programs export it. It states no currency, for such a ledger is kept in renminbi.
import { plainHeading } from '../table/invoice-columns';

export type LedgerColumn =
  | 'owner'
  | 'owner_name'
  | 'code'
  | 'number'
  | 'digital_number'
  | 'issue_date'
  | 'seller_id'
  | 'seller_name'
  | 'buyer_id'
  | 'buyer_name'
  | 'net_amount'
  | 'tax_amount'
  | 'gross_amount'
  | 'status'
  | 'positive'
  | 'note'
  | 'unit_price';

const HEADINGS: Readonly<Record<LedgerColumn, readonly string[]>> = {
  owner: ['企业代号', '企业税号', '纳税人识别号', '企业识别号'],
  owner_name: ['企业名称', '纳税人名称'],
  code: ['发票代码'],
  number: ['发票号码', '发票号', '票号'],
  digital_number: ['数电发票号码', '数电票号码', '全电发票号码'],
  issue_date: ['开票日期', '开票日', '开具日期', '发票日期'],
  seller_id: [
    '销方单位代号',
    '销方识别号',
    '销方税号',
    '销方纳税人识别号',
    '销售方识别号',
    '销售方纳税人识别号',
  ],
  seller_name: ['销方名称', '销方单位名称', '销售方名称'],
  buyer_id: [
    '购方单位代号',
    '购方识别号',
    '购方税号',
    '购方纳税人识别号',
    '购买方识别号',
    '购买方纳税人识别号',
  ],
  buyer_name: ['购方名称', '购方单位名称', '购买方名称', '客户名称'],
  net_amount: ['金额', '不含税金额', '合计金额', '未税金额'],
  tax_amount: ['税额', '合计税额'],
  gross_amount: ['价税合计', '含税金额', '价税合计金额'],
  status: ['发票状态'],
  positive: ['是否正数发票'],
  note: ['备注'],
  unit_price: ['单价'],
};

const BY_HEADING: ReadonlyMap<string, LedgerColumn> = new Map(
  (Object.entries(HEADINGS) as [LedgerColumn, readonly string[]][]).flatMap(([name, headings]) =>
    headings.map((heading): [string, LedgerColumn] => [plainHeading(heading), name]),
  ),
);

export function ledgerColumnNamed(heading: string): LedgerColumn | null {
  return BY_HEADING.get(plainHeading(heading)) ?? null;
}

const ALWAYS: readonly LedgerColumn[] = ['issue_date', 'net_amount', 'gross_amount'];
const NUMBERS: readonly LedgerColumn[] = ['number', 'digital_number'];
const COUNTERPARTIES: readonly LedgerColumn[] = ['seller_id', 'seller_name', 'buyer_id', 'buyer_name'];

/** Whether these columns make a VAT ledger. */
export function isLedger(columns: ReadonlyMap<string, number>): boolean {
  const has = (name: LedgerColumn): boolean => columns.has(name);
  return ALWAYS.every(has) && NUMBERS.some(has) && COUNTERPARTIES.some(has);
}
