// The refusals of the kernel itself: text from outside that is not an amount, a rate or a date.
import { errorTable } from './errors';

export const kernelErrors = errorTable('kernel', {
  amount_malformed: {
    kind: 'invalid',
    message: { en: '"{amount}" is not an amount.', zh: '“{amount}”不是有效的金额。' },
    fix: {
      en: 'Write digits with a point, at most 15 before it and 4 after it, no separators: 1234.56.',
      zh: '请填写数字和小数点，整数最多15位，小数最多4位，不带千分位：1234.56。',
    },
  },
  amount_too_precise: {
    kind: 'invalid',
    message: {
      en: '{amount} has more decimals than {currency} has ({digits}).',
      zh: '{amount}的小数位数超过{currency}的最小单位（{digits}位）。',
    },
    fix: {
      en: 'Give the amount with at most {digits} decimals.',
      zh: '请将金额填写到小数点后不超过{digits}位。',
    },
  },
  amount_out_of_range: {
    kind: 'refused',
    message: {
      en: 'The amount in {currency} has more than 15 digits before the point.',
      zh: '以{currency}计的金额整数部分超过15位。',
    },
    fix: {
      en: 'Check the amounts, or work on fewer of them at a time.',
      zh: '请核对各项金额，或减少一次处理的笔数。',
    },
  },
  currency_unknown: {
    kind: 'invalid',
    message: { en: '"{currency}" is not a currency code.', zh: '“{currency}”不是货币代码。' },
    fix: {
      en: 'Use the three capital letters of ISO 4217, such as CNY.',
      zh: '请使用ISO 4217的三位大写字母代码，例如CNY。',
    },
  },
  rate_malformed: {
    kind: 'invalid',
    message: { en: '"{rate}" is not an annual rate.', zh: '“{rate}”不是有效的年利率。' },
    fix: {
      en: 'Write the rate as a decimal fraction per year with at most 10 decimals: 0.045 for 4.5 %.',
      zh: '请以每年的小数填写，小数最多10位：4.5%写作0.045。',
    },
  },
  period_reversed: {
    kind: 'refused',
    message: {
      en: 'The period ends ({to}) before it starts ({from}).',
      zh: '期间的结束日（{to}）早于开始日（{from}）。',
    },
    fix: { en: 'Correct one of the two dates.', zh: '请更正其中一个日期。' },
  },
  date_malformed: {
    kind: 'invalid',
    message: { en: '"{date}" is not a date.', zh: '“{date}”不是有效的日期。' },
    fix: {
      en: 'Write a day that exists as YYYY-MM-DD: 2026-02-28.',
      zh: '请按YYYY-MM-DD填写真实存在的日期：2026-02-28。',
    },
  },
  date_out_of_range: {
    kind: 'refused',
    message: { en: 'The date lies outside the years 1 to 9999.', zh: '日期超出公元1年至9999年。' },
    fix: { en: 'Use a shorter period.', zh: '请使用较短的期间。' },
  },
});
