// The numbers of receivables that a rule can change.
import { defineParameter } from '#platform';

/** Days within which a debtor must answer, counted from the day the receivable was put before it. */
export const answerDays = defineParameter({
  name: 'receivables.answer_days',
  kind: 'integer',
  text: {
    en: 'Days a debtor has to answer a request for confirmation',
    zh: '债务人答复确权请求的期限（天）',
  },
  initial: [
    { value: '30', effectiveFrom: '2020-09-01', source: '保障中小企业款项支付条例 (2020) Art. 14' },
    { value: '30', effectiveFrom: '2025-06-01', source: '保障中小企业款项支付条例 (2025) Art. 16' },
  ],
});

/** After so many days from its approval a signing key is to be made anew. */
export const signingKeyDays = defineParameter({
  name: 'receivables.signing_key_days',
  kind: 'integer',
  text: { en: 'Days for which an approved signing key may sign', zh: '签名密钥获批后的有效期（天）' },
  initial: [{ value: '730', effectiveFrom: '2020-01-01', source: 'House rule of the platform' }],
});

/** How often the tax bureau answers about one invoice on one day. */
export const taxChecksPerDay = defineParameter({
  name: 'receivables.tax_checks_per_day',
  kind: 'integer',
  text: { en: 'Tax checks of one invoice a day at most', zh: '单张发票每日查验次数上限' },
  initial: [{ value: '5', effectiveFrom: '2000-01-01', source: '全国增值税发票查验平台' }],
});

/** For how long after its issue the tax bureau answers about an invoice. */
export const taxCheckYears = defineParameter({
  name: 'receivables.tax_check_years',
  kind: 'integer',
  text: { en: 'Years for which an invoice can be checked', zh: '可查验发票的开票年限（年）' },
  initial: [{ value: '5', effectiveFrom: '2000-01-01', source: '全国增值税发票查验平台' }],
});

/** How soon a financed invoice is checked again. */
export const taxRecheckDays = defineParameter({
  name: 'receivables.tax_recheck_days',
  kind: 'integer',
  text: { en: 'Days after which a financed invoice is checked again', zh: '已融资发票的复查间隔（天）' },
  initial: [{ value: '7', effectiveFrom: '2000-01-01', source: 'House rule' }],
});

/** How old the check may be on which money is paid out. */
export const taxFreshHours = defineParameter({
  name: 'receivables.tax_fresh_hours',
  kind: 'integer',
  text: { en: 'Hours for which a tax check carries a payout', zh: '放款所依据查验结果的有效时长（小时）' },
  initial: [{ value: '24', effectiveFrom: '2000-01-01', source: 'House rule' }],
});
