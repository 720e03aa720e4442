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
