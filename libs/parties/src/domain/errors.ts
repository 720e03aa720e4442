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
  business_open: {
    kind: 'conflict',
    message: { en: 'Business of the organisation is open: {open}.', zh: '该单位仍有未了结业务：{open}。' },
    fix: {
      en: 'End its deals and receivables first, or suspend it.',
      zh: '请先了结其交易与应收账款，或改为停用。',
    },
  },
  test_sent: {
    kind: 'conflict',
    message: { en: 'The one-cent test was sent already.', zh: '一分钱验证款已发出。' },
    fix: { en: 'Wait for the answer, or refuse the account.', zh: '请等待对方回填，或拒绝该账户。' },
  },
  test_closed: {
    kind: 'conflict',
    message: { en: 'No one-cent test awaits an answer here.', zh: '该账户没有待回填的一分钱验证。' },
    fix: { en: 'Propose the account again after a failed test.', zh: '验证失败的，请重新申报账户。' },
  },
  test_not_passed: {
    kind: 'refused',
    message: { en: 'The one-cent test is not passed.', zh: '一分钱验证尚未通过。' },
    fix: { en: 'Wait for the right answer, or refuse the account.', zh: '请等待正确回填，或拒绝该账户。' },
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
  person_supplies_only: {
    kind: 'refused',
    message: { en: 'A natural person takes part as a supplier only.', zh: '自然人只能以供应商身份参与。' },
    fix: { en: 'Ask for the capability supplier alone.', zh: '业务身份请只选择供应商。' },
  },
  resident_number_misplaced: {
    kind: 'refused',
    message: {
      en: 'A natural person has a resident’s ID number, and nobody else has one.',
      zh: '自然人须填写居民身份证号码，其他单位不得填写。',
    },
    fix: {
      en: 'Give the ID number for a natural person, and leave it out otherwise.',
      zh: '请为自然人填写身份证号码，其他单位请删除该项。',
    },
  },
  capability_not_requestable: {
    kind: 'refused',
    message: {
      en: 'These capabilities were not asked for or cannot be: {capabilities}.',
      zh: '下列业务身份未申请或不可申请：{capabilities}。',
    },
    fix: { en: 'Choose among those that can be applied for.', zh: '请在可申请的业务身份中选择。' },
  },
  too_many_applications: {
    kind: 'limited',
    retryable: true,
    message: {
      en: 'More than {most} applications came from this address within an hour.',
      zh: '该网络地址一小时内提交的申请已超过{most}份。',
    },
    fix: { en: 'Try again in an hour.', zh: '请一小时后再试。' },
  },
  application_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such application.', zh: '未找到该入驻申请。' },
    fix: { en: 'Use an id from the list of applications.', zh: '请使用申请列表中的标识符。' },
  },
  application_decided: {
    kind: 'conflict',
    message: { en: 'The application is {state} already.', zh: '该申请已处于{state}状态。' },
    fix: { en: 'Reload the application.', zh: '请刷新申请信息。' },
  },
  checks_open: {
    kind: 'refused',
    message: { en: 'These checks are not passed: {checks}.', zh: '下列核验尚未通过：{checks}。' },
    fix: {
      en: 'Make the checks and write them down, or refuse the application.',
      zh: '请完成并登记核验，或拒绝该申请。',
    },
  },
  decision_reason_missing: {
    kind: 'refused',
    message: { en: 'A refusal needs its reason.', zh: '拒绝申请须说明理由。' },
    fix: { en: 'Say why; the applicant is told.', zh: '请填写理由，并将告知申请人。' },
  },
  invitation_malformed: {
    kind: 'refused',
    message: { en: 'The invitation needs a name and a mail address.', zh: '邀请须有名称和电子邮箱。' },
    fix: { en: 'Write an address such as name@example.cn.', zh: '请填写形如 name@example.cn 的邮箱。' },
  },
  invitation_side: {
    kind: 'refused',
    message: {
      en: 'A supplier invites its buyers, and a core enterprise its suppliers.',
      zh: '供应商只能邀请买方，核心企业只能邀请供应商。',
    },
    fix: { en: 'Choose the other side.', zh: '请选择另一方。' },
  },
  invitation_void: {
    kind: 'refused',
    message: {
      en: 'This link opens nothing: it is unknown, used or too old.',
      zh: '该链接无效：不存在、已使用或已过期。',
    },
    fix: { en: 'Ask whoever invited you for a new one.', zh: '请联系邀请方重新发送。' },
  },
  record_own: {
    kind: 'refused',
    message: {
      en: 'Nobody records what is known of their own organisation.',
      zh: '不得登记本单位的信息。',
    },
    fix: { en: 'Ask another operator organisation.', zh: '请由其他运营单位办理。' },
  },
  name_unchanged: {
    kind: 'conflict',
    message: { en: 'The organisation has this name already.', zh: '该单位现用名称即为此名称。' },
    fix: { en: 'Reload the organisation.', zh: '请刷新单位信息。' },
  },
  name_change_misdated: {
    kind: 'refused',
    message: {
      en: 'A name changes today at the latest, and not before the change before it.',
      zh: '名称变更日期不得晚于今天，也不得早于上一次变更。',
    },
    fix: { en: 'Take the day from the register.', zh: '请按登记机关记载的日期填写。' },
  },
  relation_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such trading relation.', zh: '未找到该贸易关系。' },
    fix: { en: 'Use an id from the list of trading relations.', zh: '请使用贸易关系列表中的标识符。' },
  },
  partner_unknown: {
    kind: 'refused',
    message: { en: 'No organisation here has this number.', zh: '平台上没有使用该号码的单位。' },
    fix: {
      en: 'Give the whole number, or invite the partner first.',
      zh: '请填写完整号码，或先邀请对方入驻。',
    },
  },
  relation_side: {
    kind: 'refused',
    message: {
      en: 'A trading relation joins a supplier and another organisation that is a core enterprise.',
      zh: '贸易关系的双方须为一家供应商和另一家核心企业。',
    },
    fix: { en: 'Choose the other side, or another partner.', zh: '请改选己方身份或另选对方。' },
  },
  relation_misdated: {
    kind: 'refused',
    message: { en: 'Trade and contract begin today at the latest.', zh: '合作起始日和签订日不得晚于今天。' },
    fix: { en: 'Correct the dates.', zh: '请更正日期。' },
  },
  relation_known: {
    kind: 'conflict',
    message: {
      en: 'A trading relation under this contract number is stated or confirmed already.',
      zh: '该合同编号的贸易关系已申报或已确认。',
    },
    fix: { en: 'Look for it in the list of trading relations.', zh: '请在贸易关系列表中查看。' },
  },
  relation_decided: {
    kind: 'conflict',
    message: { en: 'The trading relation is {state} already.', zh: '该贸易关系已处于{state}状态。' },
    fix: { en: 'Reload the trading relations.', zh: '请刷新贸易关系列表。' },
  },
  relation_own: {
    kind: 'refused',
    message: {
      en: 'The side that stated a trading relation does not confirm it.',
      zh: '申报方不得自行确认贸易关系。',
    },
    fix: { en: 'Wait for the other side.', zh: '请等待对方答复。' },
  },
  relation_reason_missing: {
    kind: 'refused',
    message: { en: 'Whoever declines says why.', zh: '不予确认须说明理由。' },
    fix: { en: 'Write the reason.', zh: '请填写理由。' },
  },
  fact_malformed: {
    kind: 'refused',
    message: { en: 'This is no value of {kind}.', zh: '{kind}的取值不符合要求。' },
    fix: {
      en: 'Size: large, medium, small or micro. Industry: section letter and 2 to 4 digits (GB/T 4754-2017), such as C13. Region: six digits (GB/T 2260), such as 310115.',
      zh: '规模：large、medium、small、micro；行业：门类字母加2至4位数字（GB/T 4754-2017），如C13；地区：六位数字（GB/T 2260），如310115。',
    },
  },
  fact_in_future: {
    kind: 'refused',
    message: { en: 'A fact holds from today or an earlier day.', zh: '生效日期不得晚于今天。' },
    fix: { en: 'Record it on the day it comes true.', zh: '请在生效当日或之后登记。' },
  },
  contact_retired: {
    kind: 'conflict',
    message: { en: 'The contact is retired already.', zh: '该联系人已停用。' },
    fix: { en: 'Reload the contacts.', zh: '请刷新联系人列表。' },
  },
});
