// What parties refuses.
import { errorTable } from '#kernel';

export const errors = errorTable('parties', {
  organisation_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such organisation.', zh: '未找到该单位。' },
    fix: {
      en: 'Use the id of an organisation that you may see.',
      zh: '请使用您有权查看的单位的标识符。',
    },
  },
  legal_name_malformed: {
    kind: 'refused',
    message: { en: 'This is not a legal name.', zh: '法定名称不符合要求。' },
    fix: {
      en: 'Write the registered name, 1 to 200 characters with at least one letter or digit.',
      zh: '请填写登记的法定名称，1至200个字符，至少含一个文字或数字。',
    },
  },
  capabilities_missing: {
    kind: 'refused',
    message: { en: 'The organisation has no capability.', zh: '未指定单位的业务身份。' },
    fix: { en: 'Say at least once what it may be here.', zh: '请至少选择一项业务身份。' },
  },
  identifiers_missing: {
    kind: 'refused',
    message: { en: 'An organisation has 1 to {most} identifiers.', zh: '单位标识号码应为1至{most}个。' },
    fix: {
      en: 'Give the USCC or LEI, or the local registration number.',
      zh: '请填写统一社会信用代码、LEI或本地登记编号。',
    },
  },
  identifier_invalid: {
    kind: 'refused',
    message: { en: 'An identifier is wrong: {reason}', zh: '标识号码有误：{reason}' },
    fix: {
      en: 'Correct the identifiers listed under "errors".',
      zh: '请更正 errors 中列出的标识号码。',
    },
  },
  identifier_taken: {
    kind: 'conflict',
    message: {
      en: 'Another organisation already has the identifier {values}.',
      zh: '标识号码{values}已属于另一单位。',
    },
    fix: {
      en: 'Search for the identifier: the organisation may be here already.',
      zh: '请先按该号码查询，该单位可能已经入驻。',
    },
  },
  status_unchanged: {
    kind: 'conflict',
    message: { en: 'The organisation already is {status}.', zh: '该单位已处于{status}状态。' },
    fix: { en: 'Reload the organisation.', zh: '请刷新单位信息。' },
  },
  own_organisation: {
    kind: 'refused',
    message: {
      en: 'An operator cannot suspend its own organisation.',
      zh: '运营方不能停用本单位。',
    },
    fix: { en: 'Ask another operator organisation.', zh: '请由其他运营单位办理。' },
  },
  account_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such bank account.', zh: '未找到该银行账户。' },
    fix: { en: 'Use an id from the list of accounts.', zh: '请使用账户列表中的标识符。' },
  },
  account_malformed: {
    kind: 'refused',
    message: { en: 'The bank account is not complete: {field}.', zh: '银行账户信息不符合要求：{field}。' },
    fix: {
      en: 'Give 4 to 34 digits and letters as account number, the 12 digits of the CNAPS code, a currency and a purpose.',
      zh: '账号为4至34位数字或字母，联行号为12位数字，并填写币种与用途。',
    },
  },
  account_decided: {
    kind: 'conflict',
    message: { en: 'The account is {state} already.', zh: '该账户已处于{state}状态。' },
    fix: { en: 'Propose a new account for a change.', zh: '如需变更，请重新申报账户。' },
  },
  account_own: {
    kind: 'refused',
    message: {
      en: 'Nobody verifies an account that they, or their organisation, proposed.',
      zh: '不得审核本人或本单位申报的账户。',
    },
    fix: { en: 'Ask another operator.', zh: '请由其他运营人员审核。' },
  },
  account_reason_missing: {
    kind: 'refused',
    message: { en: 'A refusal needs its reason.', zh: '拒绝账户须说明理由。' },
    fix: { en: 'Say why the account was refused.', zh: '请填写拒绝理由。' },
  },
  contact_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such contact.', zh: '未找到该联系人。' },
    fix: { en: 'Use an id from the list of contacts.', zh: '请使用联系人列表中的标识符。' },
  },
  contact_malformed: {
    kind: 'refused',
    message: { en: 'The contact is not complete: {field}.', zh: '联系人信息不符合要求：{field}。' },
    fix: {
      en: 'Give a name, a mail address such as name@example.cn and a telephone number.',
      zh: '请填写姓名、电子邮箱（如 name@example.cn）和电话号码。',
    },
  },
  contact_own: {
    kind: 'refused',
    message: {
      en: 'Nobody verifies or retires a contact of their own organisation.',
      zh: '不得核实或停用本单位的联系人。',
    },
    fix: { en: 'Ask another operator organisation.', zh: '请由其他运营单位办理。' },
  },
  contact_retired: {
    kind: 'conflict',
    message: { en: 'The contact is retired already.', zh: '该联系人已停用。' },
    fix: { en: 'Reload the contacts.', zh: '请刷新联系人列表。' },
  },
});
