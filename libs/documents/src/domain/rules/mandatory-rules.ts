// Fields that must be there (EN 16931-1, BR-01 to BR-55). The rules about addresses, lines and the VAT breakdown
// hold for EN 16931 documents only; an e-fapiao or a CSV row has none of these.
import type { DraftLine, DraftParty, DraftPeriod, En16931Facts, InvoiceDraft } from '../invoice-draft';
import { sellerId } from '../invoice-draft';
import { refusal, type Finding } from '../verdict';

interface MandatoryRule<Subject> {
  readonly rule: string;
  readonly en: string;
  readonly zh: string;
  readonly holds: (subject: Subject) => boolean;
}

/** A VAT ledger may name its parties by their codes alone. */
function isNamed({ source }: InvoiceDraft, { name, taxId }: DraftParty): boolean {
  return name !== null || (source === 'vat_ledger' && taxId !== null);
}

const ANY_SOURCE: readonly MandatoryRule<InvoiceDraft>[] = [
  { rule: 'BR-02', en: 'invoice number (BT-1)', zh: '发票号码', holds: (d) => d.number !== null },
  { rule: 'BR-03', en: 'issue date (BT-2)', zh: '开票日期', holds: (d) => d.issueDate !== null },
  { rule: 'BR-04', en: 'type code (BT-3)', zh: '发票类型代码', holds: (d) => d.typeCode !== null },
  { rule: 'BR-05', en: 'currency (BT-5)', zh: '币种', holds: (d) => d.currency !== null },
  { rule: 'BR-06', en: 'seller name (BT-27)', zh: '销售方名称', holds: (d) => isNamed(d, d.seller) },
  { rule: 'BR-07', en: 'buyer name (BT-44)', zh: '购买方名称', holds: (d) => isNamed(d, d.buyer) },
  { rule: 'BR-13', en: 'total without tax (BT-109)', zh: '不含税金额', holds: (d) => d.netAmount !== null },
  { rule: 'BR-14', en: 'total with tax (BT-112)', zh: '价税合计', holds: (d) => d.grossAmount !== null },
  { rule: 'BR-15', en: 'amount due (BT-115)', zh: '应付金额', holds: (d) => d.payableAmount !== null },
  {
    rule: 'BR-CO-26',
    en: 'identifier of the seller (BT-29, BT-30 or BT-31)',
    zh: '销售方识别号',
    holds: (d) => sellerId(d) !== null || d.seller.ids.length > 0,
  },
];

const EN16931: readonly MandatoryRule<InvoiceDraft>[] = [
  { rule: 'BR-08', en: 'seller address (BG-5)', zh: '销售方地址', holds: (d) => d.seller.hasAddress },
  {
    rule: 'BR-09',
    en: 'seller country (BT-40)',
    zh: '销售方国家',
    holds: (d) => d.seller.country !== null,
  },
  { rule: 'BR-10', en: 'buyer address (BG-8)', zh: '购买方地址', holds: (d) => d.buyer.hasAddress },
  { rule: 'BR-11', en: 'buyer country (BT-55)', zh: '购买方国家', holds: (d) => d.buyer.country !== null },
  {
    rule: 'BR-12',
    en: 'sum of line amounts (BT-106)',
    zh: '行金额合计',
    holds: (d) => d.lineNetTotal !== null,
  },
  { rule: 'BR-16', en: 'invoice line (BG-25)', zh: '发票明细行', holds: (d) => d.lines.length > 0 },
  {
    rule: 'BR-17',
    en: 'payee name (BT-59)',
    zh: '收款方名称',
    holds: (d) => d.payee === null || d.payee.name !== null,
  },
];

const FACTS: readonly MandatoryRule<En16931Facts>[] = [
  {
    rule: 'BR-01',
    en: 'specification identifier (BT-24)',
    zh: '规范标识',
    holds: (f) => f.specification !== null,
  },
  {
    rule: 'BR-18',
    en: 'name of the tax representative (BT-62)',
    zh: '税务代表名称',
    holds: (f) => f.representative === null || f.representative.name !== null,
  },
  {
    rule: 'BR-19',
    en: 'address of the tax representative (BG-12)',
    zh: '税务代表地址',
    holds: (f) => f.representative === null || f.representative.hasAddress,
  },
  {
    rule: 'BR-20',
    en: 'country of the tax representative (BT-69)',
    zh: '税务代表国家',
    holds: (f) => f.representative === null || f.representative.country !== null,
  },
  {
    rule: 'BR-31',
    en: 'amount of an allowance (BT-92)',
    zh: '折扣金额',
    holds: (f) => f.allowances.every((a) => a.amount !== null),
  },
  {
    rule: 'BR-32',
    en: 'VAT category of an allowance (BT-95)',
    zh: '折扣的税种类别',
    holds: (f) => f.allowances.every((a) => a.taxCategory !== null),
  },
  {
    rule: 'BR-33',
    en: 'reason of an allowance (BT-97 or BT-98)',
    zh: '折扣原因',
    holds: (f) => f.allowances.every((a) => a.reason !== null),
  },
  {
    rule: 'BR-36',
    en: 'amount of a charge (BT-99)',
    zh: '附加费金额',
    holds: (f) => f.charges.every((c) => c.amount !== null),
  },
  {
    rule: 'BR-37',
    en: 'VAT category of a charge (BT-102)',
    zh: '附加费的税种类别',
    holds: (f) => f.charges.every((c) => c.taxCategory !== null),
  },
  {
    rule: 'BR-38',
    en: 'reason of a charge (BT-104 or BT-105)',
    zh: '附加费原因',
    holds: (f) => f.charges.every((c) => c.reason !== null),
  },
  {
    rule: 'BR-45',
    en: 'taxable amount of a VAT line (BT-116)',
    zh: '税目的计税金额',
    holds: (f) => f.taxLines.every((t) => t.taxable !== null),
  },
  {
    rule: 'BR-46',
    en: 'tax amount of a VAT line (BT-117)',
    zh: '税目的税额',
    holds: (f) => f.taxLines.every((t) => t.tax !== null),
  },
  {
    rule: 'BR-47',
    en: 'category of a VAT line (BT-118)',
    zh: '税目的类别',
    holds: (f) => f.taxLines.every((t) => t.category !== null),
  },
  { rule: 'BR-CO-18', en: 'VAT breakdown (BG-23)', zh: '税额明细', holds: (f) => f.taxLines.length > 0 },
];

const LINES: readonly MandatoryRule<DraftLine>[] = [
  { rule: 'BR-21', en: 'identifier of a line (BT-126)', zh: '明细行编号', holds: (l) => l.id !== null },
  { rule: 'BR-22', en: 'quantity of a line (BT-129)', zh: '明细行数量', holds: (l) => l.quantity !== null },
  { rule: 'BR-23', en: 'unit of a line (BT-130)', zh: '明细行单位', holds: (l) => l.unit !== null },
  { rule: 'BR-24', en: 'amount of a line (BT-131)', zh: '明细行金额', holds: (l) => l.netAmount !== null },
  { rule: 'BR-25', en: 'item name of a line (BT-153)', zh: '商品名称', holds: (l) => l.itemName !== null },
  { rule: 'BR-26', en: 'net price of a line (BT-146)', zh: '净单价', holds: (l) => l.netPrice !== null },
  {
    rule: 'BR-CO-04',
    en: 'VAT category of a line (BT-151)',
    zh: '明细行税种类别',
    holds: (l) => l.taxCategory !== null,
  },
];

function missing<Subject>(rules: readonly MandatoryRule<Subject>[], subjects: readonly Subject[]): Finding[] {
  return rules
    .filter(({ holds }) => !subjects.every(holds))
    .map(({ rule, en, zh }) =>
      refusal(
        rule,
        { en: `The ${en} is missing or cannot be read.`, zh: `缺少${zh}或无法读取。` },
        { en: 'Ask the issuer for an invoice that states it.', zh: '请开票方提供载明该项的发票。' },
      ),
    );
}

function endsBeforeStart(period: DraftPeriod | null): boolean {
  return period !== null && period.start !== null && period.end !== null && period.end < period.start;
}

function isNegative(amount: string | null): boolean {
  return amount?.startsWith('-') ?? false;
}

interface ValueRule {
  readonly rule: string;
  readonly en: string;
  readonly zh: string;
  readonly broken: (draft: InvoiceDraft, facts: En16931Facts) => boolean;
}

const VALUES: readonly ValueRule[] = [
  {
    rule: 'BR-27',
    en: 'A net price (BT-146) is negative.',
    zh: '净单价为负数。',
    broken: (d) => d.lines.some((l) => isNegative(l.netPrice)),
  },
  {
    rule: 'BR-28',
    en: 'A gross price (BT-148) is negative.',
    zh: '毛单价为负数。',
    broken: (d) => d.lines.some((l) => isNegative(l.grossPrice)),
  },
  {
    rule: 'BR-29',
    en: 'The invoicing period ends before it starts.',
    zh: '开票期间的结束日早于开始日。',
    broken: (_, f) => endsBeforeStart(f.period),
  },
  {
    rule: 'BR-30',
    en: 'The period of a line ends before it starts.',
    zh: '明细行期间的结束日早于开始日。',
    broken: (d) => d.lines.some((l) => endsBeforeStart(l.period)),
  },
];

export function mandatoryFindings(draft: InvoiceDraft): Finding[] {
  const always = missing(ANY_SOURCE, [draft]);
  const facts = draft.en16931;
  if (facts === null) return always;
  const values = VALUES.filter(({ broken }) => broken(draft, facts)).map(({ rule, en, zh }) =>
    refusal(
      rule,
      { en, zh },
      { en: 'Ask the issuer for a corrected invoice.', zh: '请开票方提供更正后的发票。' },
    ),
  );
  return [
    ...always,
    ...missing(EN16931, [draft]),
    ...missing(FACTS, [facts]),
    ...missing(LINES, draft.lines),
    ...values,
  ];
}

/** True when a payee is named who is not the seller: another name, whatever its case, spaces or width. */
export function isAnotherParty(payee: DraftParty, seller: DraftParty): boolean {
  if (payee.name === null) return false;
  const name = plainName(payee.name);
  return ![seller.name, seller.tradingName].some((own) => own !== null && plainName(own) === name);
}

function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
