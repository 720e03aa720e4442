// The warnings of the linter, as the person who files reads them.
import type { Bilingual, FieldError } from '#kernel';

export interface Warning extends FieldError {
  /** Registrations it is about. */
  readonly numbers: readonly string[];
}

type Texts = readonly [message: Bilingual, fix: Bilingual];
const texts = (message: [string, string], fix: [string, string]): Texts => [
  { en: message[0], zh: message[1] },
  { en: fix[0], zh: fix[1] },
];

const WARNINGS = {
  identifier_missing: texts(
    [
      'Without an identifier, a search by code does not find this filing.',
      '未填写证件号码，按代码查询将查不到本登记。',
    ],
    ['Give the USCC or LEI of the grantor.', '请填写担保人的统一社会信用代码或LEI。'],
  ),
  name_differs: texts(
    ['This identifier was filed under another name.', '该证件号码曾以其他名称登记。'],
    [
      'Compare with the licence: after a change of name, earlier filings are amended within four months.',
      '请与营业执照核对；名称变更的，应在四个月内办理变更登记。',
    ],
  ),
  identifier_differs: texts(
    ['This name was filed with another identifier.', '该名称曾以其他证件号码登记。'],
    ['Compare name and identifier with the licence.', '请将名称与证件号码同营业执照核对。'],
  ),
  name_like_another: texts(
    ['Nobody filed under this name, but under similar ones.', '该名称尚无登记，但存在近似名称的登记。'],
    ['Compare the name letter by letter with the licence.', '请逐字与营业执照核对名称。'],
  ),
  name_one_slip: texts(
    [
      'You wrote “{given}”; the register knows {known}, one letter away.',
      '您填写的是“{given}”，登记系统中已有{known}，仅一字之差。',
    ],
    [
      'Did you mean that one? Compare letter by letter with the licence.',
      '是否应为该名称？请逐字与营业执照核对。',
    ],
  ),
  not_found_by_strangers: texts(
    ['Some likely searches would not find this filing.', '部分可能的查询方式将查不到本登记。'],
    [
      'See which in the trials; a short name is found by its exact letters only.',
      '请查看试查结果；过短的名称仅能按原名查到。',
    ],
  ),
  legal_form_missing: texts(
    [
      'By its code this is an enterprise, and its name is given without the legal form.',
      '按代码该担保人为企业，但名称缺少组织形式。',
    ],
    ['Give the full name of the licence, such as “… Co., Ltd.”.', '请按营业执照填写全称，例如“……有限公司”。'],
  ),
  described_elsewhere: texts(
    [
      'The description points to a list that is not in the register; nobody who searches can see it.',
      '描述引用了登记系统之外的清单，查询人无法看到。',
    ],
    [
      'Write the items themselves, each with its number or key.',
      '请逐项填写担保财产，并注明编号或资产标识。',
    ],
  ),
  amounts_above_maximum: texts(
    ['The items come to more than the maximum amount.', '各项金额合计超过最高债权额。'],
    [
      'Beyond the maximum amount others rank before you: correct one of them.',
      '超出最高额的部分不享有优先顺位，请核对更正。',
    ],
  ),
  term_short: texts(
    ['The term may end before the debt is paid.', '登记期限可能早于债务清偿。'],
    [
      'Choose a term beyond the due date; after its end the rank is lost.',
      '请选择晚于履行期限的登记期限；期满后顺位丧失。',
    ],
  ),
  amount_missing: texts(
    ['No amount is stated.', '未填写金额。'],
    ['Security for a maximum amount must state it.', '最高额担保应填写最高债权额。'],
  ),
  asset_not_searchable: texts(
    ['A search by asset does not find this item.', '按资产查询将查不到此项财产。'],
    [
      'Give the asset key, or the invoice number with its debtor.',
      '请填写资产标识，或同时填写发票号码与债务人。',
    ],
  ),
  earlier_claim: texts(
    [
      'Another party registered a claim on this asset before and ranks first.',
      '他人已就该资产在先登记，其顺位在先。',
    ],
    ['Look these registrations up and agree on ranks before you pay.', '请查询所列登记，放款前商定顺位。'],
  ),
  duplicate_filing: texts(
    ['You registered a claim on this asset already.', '贵方已就该资产办理登记。'],
    [
      'Extend or amend that registration instead: it keeps its time.',
      '请办理展期或变更登记，以保留原登记时间。',
    ],
  ),
} as const;

export type WarningRule = keyof typeof WARNINGS;

/** @param named what stands in the place of `{name}` in the sentences */
export function warning(
  pointer: string,
  rule: WarningRule,
  numbers: readonly string[] = [],
  named: Readonly<Record<string, string>> = {},
): Warning {
  const [message, fix] = WARNINGS[rule];
  const fill = ({ en, zh }: Bilingual): Bilingual => ({ en: filled(en, named), zh: filled(zh, named) });
  return { pointer, rule: `registry.${rule}`, message: fill(message), fix: fill(fix), numbers };
}

const filled = (sentence: string, named: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/gu, (place, name: string) => named[name] ?? place);
