// What a person reads when a field is wrong: one sentence and one fix per kind of field, in both languages.
import type { Bilingual } from '#kernel';

export interface FieldText {
  readonly rule: string;
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

const text = (rule: string, message: [string, string], fix: [string, string]): FieldText => ({
  rule,
  message: { en: message[0], zh: message[1] },
  fix: { en: fix[0], zh: fix[1] },
});

export const fieldTexts = {
  text: (max: number) =>
    text(
      'text',
      ['This must be text.', '此处应为文本。'],
      [`Give 1 to ${max} characters.`, `请填写 1 至 ${max} 个字符。`],
    ),
  amount: text(
    'amount',
    ['This is not an amount.', '金额格式不正确。'],
    [
      'Write a decimal string such as "1250.00", without separators.',
      '请填写十进制字符串，如 "1250.00"，不带千分位。',
    ],
  ),
  currency: text(
    'currency',
    ['This is not a currency code.', '币种代码不正确。'],
    ['Use an ISO 4217 code such as CNY.', '请使用 ISO 4217 代码，如 CNY。'],
  ),
  rate: text(
    'rate',
    ['This is not a rate.', '利率或比例格式不正确。'],
    ['Write a decimal fraction as a string: "0.045" is 4.5 %.', '请以小数字符串填写："0.045" 表示 4.5%。'],
  ),
  date: text(
    'date',
    ['This is not a date.', '日期不正确。'],
    ['Write an existing day as YYYY-MM-DD.', '请按 YYYY-MM-DD 填写真实日期。'],
  ),
  instant: text(
    'instant',
    ['This is not a point in time.', '时间不正确。'],
    ['Write it in UTC as 2026-01-31T08:00:00Z.', '请按 UTC 格式填写，如 2026-01-31T08:00:00Z。'],
  ),
  id: text(
    'id',
    ['This is not an id.', '标识符格式不正确。'],
    ['Use the id exactly as a list or a view returned it.', '请使用列表或详情返回的标识符原文。'],
  ),
  integer: (min: number, max: number) =>
    text(
      'integer',
      ['This is not a whole number in range.', '应为范围内的整数。'],
      [`Give a whole number from ${min} to ${max}.`, `请填写 ${min} 至 ${max} 的整数。`],
    ),
  code: (values: readonly string[]) =>
    text(
      'code',
      ['This is not one of the allowed values.', '不是允许的取值。'],
      [`Choose one of: ${values.join(', ')}.`, `可选值：${values.join('、')}。`],
    ),
  codes: (values: readonly string[]) =>
    text(
      'codes',
      ['This is not a list of different allowed values.', '此处应为互不重复的允许取值列表。'],
      [`Choose from: ${values.join(', ')}.`, `可选值：${values.join('、')}。`],
    ),
  flag: text(
    'flag',
    ['This must be true or false.', '应为 true 或 false。'],
    ['Send true or false.', '请填写 true 或 false。'],
  ),
  list: (max: number) =>
    text(
      'list',
      ['This is not a list of the right length.', '列表长度不正确。'],
      [`Send a list of 1 to ${max} items.`, `请提供 1 至 ${max} 项的列表。`],
    ),
  object: text(
    'object',
    ['This must be an object.', '应为对象。'],
    ['See /api/docs for its fields.', '字段说明见 /api/docs。'],
  ),
  unknown: text(
    'unknown',
    ['This field does not exist.', '该字段不存在。'],
    ['Remove it; see /api/docs for the fields.', '请删除该字段；字段说明见 /api/docs。'],
  ),
} as const;
