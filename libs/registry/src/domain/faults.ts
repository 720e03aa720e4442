// What can be wrong with a field of a filing or a search, as the person who filled it in reads it.
import type { Bilingual, FieldError } from '#kernel';

type FaultTexts = readonly [message: Bilingual, fix: Bilingual];

const texts = (message: [string, string], fix: [string, string]): FaultTexts => [
  { en: message[0], zh: message[1] },
  { en: fix[0], zh: fix[1] },
];

const FAULTS = {
  party_missing: texts(
    ['At least one is needed.', '至少填写一方。'],
    ['Name one grantor and one secured party or more.', '请填写至少一名担保人和一名担保权人。'],
  ),
  party_on_both_sides: texts(
    ['This party is also a grantor.', '该方同时又是担保人。'],
    [
      'Nobody secures a claim against themselves: remove one of the two.',
      '担保人与担保权人不得为同一方，请删除其一。',
    ],
  ),
  party_twice: texts(
    ['This party is named twice.', '该方重复填写。'],
    ['Name each party once.', '每一方只填写一次。'],
  ),
  name_missing: texts(
    ['The legal name is missing.', '缺少法定名称。'],
    ['Write the name as it is registered.', '请填写登记注册的名称。'],
  ),
  identifier_incomplete: texts(
    ['A scheme and an identifier go together.', '标识类型与标识代码须同时填写。'],
    ['Give both, or neither.', '请同时填写，或同时留空。'],
  ),
  category_unknown: texts(
    ['There is no such category.', '登记类型不存在。'],
    ['Choose one of the seven categories.', '请在七类登记类型中选择。'],
  ),
  collateral_missing: texts(
    ['The collateral is missing.', '缺少担保财产。'],
    ['Describe at least one item.', '请至少描述一项担保财产。'],
  ),
  line_unknown: texts(
    ['The registration has no such line, or it is named twice.', '登记中没有该项，或该项重复。'],
    ['Load the registration again; leave the number out for a new line.', '请重新加载登记；新增项不填序号。'],
  ),
  collateral_widened: texts(
    ['This line would take more than it took, with its old rank.', '该项的范围被扩大，不得沿用原顺位。'],
    [
      'Take the line out and add a new one: it counts from the amendment.',
      '请删除该项并新增一项，新增项自变更登记时起算。',
    ],
  ),
  item_incomplete: texts(
    [
      'An invoice needs its number, a receivable its debtor, a receipt its key.',
      '发票须填号码，应收账款须填债务人，仓单须填资产标识。',
    ],
    ['Fill it in, or choose no kind.', '请补充该项，或不选择种类。'],
  ),
  description_vague: texts(
    ['The description does not identify anything.', '描述不足以识别担保财产。'],
    [
      'Say what it is, for example contract, invoice number, debtor or serial number.',
      '请写明合同、发票号码、债务人或序列号等，使他人能够合理识别。',
    ],
  ),
  amount_not_positive: texts(
    ['The amount must be more than zero.', '金额须大于零。'],
    ['Correct the amount.', '请更正金额。'],
  ),
  amount_above_payable: texts(
    ['More is taken than is payable.', '登记金额超过应付金额。'],
    ['Take at most the payable amount.', '登记金额不得超过应付金额。'],
  ),
  currency_differs: texts(
    ['Amount and payable are in different currencies.', '登记金额与应付金额币种不一致。'],
    ['Use one currency for one item.', '同一项财产请使用同一币种。'],
  ),
  claim_incomplete: texts(
    ['An exclusive claim needs asset key, amount and payable.', '排他性登记须填写资产标识、金额和应付金额。'],
    ['Give all three.', '请补充这三项内容。'],
  ),
  asset_key_malformed: texts(
    ['This is not an asset key.', '资产标识格式不正确。'],
    ['Use 1 to 300 characters without blanks at the ends.', '请填写1至300个字符，首尾不含空格。'],
  ),
  invoice_number_malformed: texts(
    ['This is not an invoice number.', '发票号码格式不正确。'],
    ['Write the number as it stands on the invoice.', '请按发票所载填写号码。'],
  ),
  term_missing: texts(
    ['This search needs the field.', '该查询方式须填写此项。'],
    ['Fill it in, or search by something else.', '请填写此项，或改用其他查询方式。'],
  ),
  term_foreign: texts(
    ['This field does not belong to this kind of search.', '该查询方式不使用此项。'],
    ['Remove it.', '请删除此项。'],
  ),
  person_by_own_search: texts(
    ['This looks like the number of a natural person.', '这似乎是自然人的证件号码。'],
    [
      'Use the search for a person: the number is neither kept nor shown.',
      '请使用自然人查询：该查询不保存、不显示证件号码。',
    ],
  ),
  person_number_short: texts(
    ['This is no number of an identity document.', '证件号码格式不正确。'],
    ['Write the whole number as it stands in the document.', '请按证件所载填写完整号码。'],
  ),
  number_mistyped: texts(
    ['The check digits do not fit: a digit is mistyped.', '校验码不符，登记编号可能有误。'],
    ['Compare the 18 digits with the certificate.', '请与登记证明上的18位编号核对。'],
  ),
  time_ahead: texts(
    ['This moment has not come yet.', '该时间尚未到来。'],
    [
      'Search at a moment that has passed, or leave it out for now.',
      '请填写已过去的时间；留空即按当前时间查询。',
    ],
  ),
  time_before_register: texts(
    ['No register reaches so far back.', '该时间过早，登记系统不予受理。'],
    ['Give a time from 1970 on.', '请填写1970年以后的时间。'],
  ),
  notice_before_contract: texts(
    ['The notice cannot arrive before the contract is concluded.', '通知到达时间不得早于合同订立时间。'],
    ['Compare both times with the papers.', '请与合同及通知记录核对两个时间。'],
  ),
  cursor_malformed: texts(
    ['This is not the place where a certificate ended.', '续查标记格式不正确。'],
    ['Send `next` of the certificate as it stands.', '请原样使用上一份查询证明中的续查标记（next）。'],
  ),
  archive_of_ended: texts(
    ['The archive holds ended registrations only.', '归档中只有已终止的登记。'],
    ['Set includeEnded too, or leave includeArchived out.', '请同时选择包括已终止的登记，或不查询归档。'],
  ),
  cursor_without_time: texts(
    ['A search that is continued needs its time.', '续查须填写原查询时间。'],
    ['Send the time of the first certificate as `at`.', '请将首份查询证明的查询时间填入 at。'],
  ),
} as const;

export type FaultRule = keyof typeof FAULTS;

export function fault(pointer: string, rule: FaultRule): FieldError {
  const [message, fix] = FAULTS[rule];
  return { pointer, rule: `registry.${rule}`, message, fix };
}

/** PBoC Order 2021 No. 7: one month to thirty years; the figures in force are given. */
export const termFault = (pointer: string, minimum: number, maximum: number): FieldError => ({
  pointer,
  rule: 'registry.term_out_of_range',
  message: {
    en: `The term is ${minimum} to ${maximum} months.`,
    zh: `登记期限为${minimum}至${maximum}个月。`,
  },
  fix: {
    en: 'Choose a term in this range; it can be extended before it ends.',
    zh: '请在该范围内填写；到期前可以展期。',
  },
});

export const identifierFault = (pointer: string, reason: Bilingual): FieldError => ({
  pointer,
  rule: 'registry.identifier_wrong',
  message: reason,
  fix: {
    en: 'Copy the identifier from the licence or the register.',
    zh: '请按营业执照或登记机关公示的代码填写。',
  },
});

/** A refusal of the kernel (an amount too precise for its currency, for example), at its place in the body. */
export const valueFault = (
  pointer: string,
  rule: string,
  message: Bilingual,
  fix: Bilingual,
): FieldError => ({
  pointer,
  rule,
  message,
  fix,
});
