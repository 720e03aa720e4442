// The arithmetic an invoice must satisfy (EN 16931-1, BR-CO-10 to BR-CO-17), precision and known codes. An operand an
// EN 16931 document leaves out breaks the rule, as in the official validation; the other sources state fewer sums.
import { Decimal, isCurrency, minorDigits } from '#kernel';
import { addUpTo, cents, decimalOf, decimalsOf, sumOf } from '../amounts';
import type { InvoiceDraft } from '../invoice-draft';
import { isKnownType } from './type-codes';
import { refusal, type Finding } from '../verdict';

const ASK_FOR_CORRECTION = {
  en: 'Ask the issuer for a corrected invoice.',
  zh: '请开票方提供更正后的发票。',
};

function broken(rule: string, en: string, zh: string): Finding {
  return refusal(rule, { en, zh }, ASK_FOR_CORRECTION);
}

interface SumRule {
  readonly rule: string;
  readonly en: string;
  readonly zh: string;
  readonly stated: (draft: InvoiceDraft) => string | null;
  /** Null when an operand is missing. */
  readonly computed: (draft: InvoiceDraft) => Decimal | null;
  /** Whether the sources without EN 16931 facts state enough for this rule. */
  readonly elsewhere: (draft: InvoiceDraft) => boolean;
  /** Whether the sum is exact to the cent, which needs no rounding to be seen: every row of a long table is asked. */
  readonly isExact?: (draft: InvoiceDraft) => boolean;
}

function isInCents(amount: string | null): amount is string {
  return amount !== null && decimalsOf(amount) <= 2;
}

const never = (): boolean => false;

const SUMS: readonly SumRule[] = [
  {
    rule: 'BR-CO-10',
    en: 'The sum of line amounts (BT-106)',
    zh: '行金额合计（BT-106）',
    stated: (d) => d.lineNetTotal,
    computed: (d) => sumOf(d.lines.map((line) => line.netAmount)),
    elsewhere: (d) => d.lines.some(({ netAmount }) => netAmount !== null),
  },
  {
    rule: 'BR-CO-11',
    en: 'The sum of allowances (BT-107)',
    zh: '折扣合计（BT-107）',
    stated: (d) => d.allowanceTotal ?? '0',
    computed: (d) => sumOf((d.en16931?.allowances ?? []).map((allowance) => allowance.amount)),
    elsewhere: never,
  },
  {
    rule: 'BR-CO-12',
    en: 'The sum of charges (BT-108)',
    zh: '附加费合计（BT-108）',
    stated: (d) => d.chargeTotal ?? '0',
    computed: (d) => sumOf((d.en16931?.charges ?? []).map((charge) => charge.amount)),
    elsewhere: never,
  },
  {
    rule: 'BR-CO-13',
    en: 'The total without tax (BT-109)',
    zh: '不含税金额（BT-109）',
    stated: (d) => d.netAmount,
    computed: (d) =>
      decimalOf(d.lineNetTotal)
        ?.minus(d.allowanceTotal ?? 0)
        .plus(d.chargeTotal ?? 0) ?? null,
    elsewhere: never,
  },
  {
    rule: 'BR-CO-14',
    en: 'The total tax (BT-110)',
    zh: '税额合计（BT-110）',
    stated: (d) => (d.en16931?.taxLines.length === 0 ? '0' : (d.taxAmount ?? '0')),
    computed: (d) => sumOf((d.en16931?.taxLines ?? []).map((line) => line.tax)),
    elsewhere: never,
  },
  {
    rule: 'BR-CO-15',
    en: 'The total with tax (BT-112)',
    zh: '价税合计（BT-112）',
    stated: (d) => d.grossAmount,
    computed: (d) => decimalOf(d.netAmount)?.plus(d.taxAmount ?? 0) ?? null,
    elsewhere: (d) => d.taxAmount !== null,
    isExact: (d) =>
      d.netAmount !== null && isInCents(d.grossAmount) && addUpTo(d.grossAmount, [d.netAmount, d.taxAmount]),
  },
  {
    rule: 'BR-CO-16',
    en: 'The amount due (BT-115)',
    zh: '应付金额（BT-115）',
    stated: (d) => d.payableAmount,
    computed: (d) =>
      decimalOf(d.grossAmount)
        ?.minus(d.prepaidAmount ?? 0)
        .plus(d.roundingAmount ?? 0) ?? null,
    elsewhere: () => true,
    isExact: (d) =>
      d.grossAmount !== null &&
      isInCents(d.payableAmount) &&
      addUpTo(d.payableAmount, [d.grossAmount, d.roundingAmount], d.prepaidAmount),
  },
];

function judge(sum: SumRule, draft: InvoiceDraft): Finding[] {
  if (draft.en16931 === null && !sum.elsewhere(draft)) return [];
  return sum.isExact?.(draft) === true ? [] : judgeRounded(sum, draft);
}

function judgeRounded({ rule, en, zh, stated, computed }: SumRule, draft: InvoiceDraft): Finding[] {
  const amount = decimalOf(stated(draft));
  const sum = computed(draft);
  if (amount === null || sum === null) {
    if (draft.en16931 === null) return [];
    return [broken(rule, `${en} cannot be checked: an amount is missing.`, `${zh}缺少金额，无法核对。`)];
  }
  const expected = cents(sum);
  if (expected.equals(amount)) return [];
  return [
    broken(
      rule,
      `${en} is ${amount.toFixed()}, but its parts make ${expected.toFixed()}.`,
      `${zh}为 ${amount.toFixed()}，但各项合计为 ${expected.toFixed()}。`,
    ),
  ];
}

/** BR-CO-15 also wants one VAT total in the currency of the document: a second one would contradict the first. */
function taxTotalFindings(draft: InvoiceDraft): Finding[] {
  const facts = draft.en16931;
  if (facts === null || draft.currency === null) return [];
  const needed = draft.source === 'ubl' ? 1 : 0;
  if (facts.taxTotals >= needed && facts.taxTotals <= 1) return [];
  return [
    broken(
      'BR-CO-15',
      'The invoice must state exactly one tax total in its currency.',
      '发票须以其币种载明且仅载明一个税额合计。',
    ),
  ];
}

/** BR-CO-17 tolerates one unit of the currency, as the official validation does. */
function taxLineFindings(draft: InvoiceDraft): Finding[] {
  const wrong = draft.en16931?.taxLines.some(({ taxable, tax, rate }) => {
    if (taxable === null || tax === null || rate === null) return false;
    const expected = new Decimal(taxable).times(rate).dividedBy(100);
    return cents(expected.abs()).minus(new Decimal(tax).abs()).abs().greaterThan(1);
  });
  if (!wrong) return [];
  return [
    broken(
      'BR-CO-17',
      'The tax of a VAT line (BT-117) is not its taxable amount times its rate.',
      '某一税目的税额不等于计税金额乘以税率。',
    ),
  ];
}

/** The amounts that become money, with the EN 16931 rule on their decimals. */
const MONEY_FIELDS = [
  ['BR-DEC-09', 'lineNetTotal'],
  ['BR-DEC-10', 'allowanceTotal'],
  ['BR-DEC-11', 'chargeTotal'],
  ['BR-DEC-12', 'netAmount'],
  ['BR-DEC-13', 'taxAmount'],
  ['BR-DEC-14', 'grossAmount'],
  ['BR-DEC-16', 'prepaidAmount'],
  ['BR-DEC-17', 'roundingAmount'],
  ['BR-DEC-18', 'payableAmount'],
] as const satisfies readonly (readonly [string, keyof InvoiceDraft])[];

function codeFindings(draft: InvoiceDraft): Finding[] {
  const findings: Finding[] = [];
  if (draft.typeCode !== null && !isKnownType(draft.typeCode)) {
    findings.push(
      broken(
        'BR-CL-01',
        `The type code ${draft.typeCode} is not an invoice type of UNTDID 1001.`,
        `类型代码 ${draft.typeCode} 不是 UNTDID 1001 的发票类型。`,
      ),
    );
  }
  if (draft.currency !== null && !isCurrency(draft.currency)) {
    findings.push(
      broken(
        'BR-CL-04',
        `The currency ${draft.currency} is not in ISO 4217.`,
        `币种 ${draft.currency} 不在 ISO 4217 之列。`,
      ),
    );
  }
  return findings;
}

function precisionFindings(draft: InvoiceDraft): Finding[] {
  const { currency } = draft;
  if (currency === null || !isCurrency(currency)) return [];
  const digits = minorDigits(currency);
  return MONEY_FIELDS.filter(([, field]) => {
    const amount = draft[field];
    return amount !== null && decimalsOf(amount) > digits;
  }).map(([rule]) =>
    broken(
      rule,
      `An amount has more than the ${digits} decimals of ${currency}.`,
      `金额的小数位超过 ${currency} 的 ${digits} 位。`,
    ),
  );
}

export function sumFindings(draft: InvoiceDraft): Finding[] {
  const hasTotals = draft.en16931?.hasTotals ?? true;
  return [
    ...codeFindings(draft),
    ...precisionFindings(draft),
    ...(hasTotals ? SUMS.flatMap((rule) => judge(rule, draft)) : []),
    ...taxTotalFindings(draft),
    ...taxLineFindings(draft),
  ];
}
