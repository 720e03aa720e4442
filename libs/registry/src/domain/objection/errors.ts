// Refusals of objections and revocations, with their way out.
import { errorTable } from '#kernel';

export const errors = errorTable('registry', {
  objection_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such objection.', zh: '未找到该异议。' },
    fix: { en: 'Use an id from your list of objections.', zh: '请使用异议列表中的标识符。' },
  },
  objection_number_unknown: {
    kind: 'refused',
    message: { en: 'No registration has the number {number}.', zh: '没有编号为{number}的登记。' },
    fix: {
      en: 'Copy the 18 digits from a search or a certificate.',
      zh: '请从查询结果或证明上抄录 18 位登记编号。',
    },
  },
  objection_to_own: {
    kind: 'refused',
    message: {
      en: 'Whoever filed a registration, or is secured by it, does not object to it.',
      zh: '登记办理人或担保权人不得对该登记提出异议。',
    },
    fix: { en: 'Cancel it, or ask who filed it to cancel it.', zh: '请注销该登记，或联系办理人注销。' },
  },
  objection_too_late: {
    kind: 'conflict',
    message: { en: 'This registration has ended.', zh: '该登记已终止。' },
    fix: { en: 'Nothing is left to object to.', zh: '无需再提出异议。' },
  },
  objection_stands: {
    kind: 'conflict',
    message: {
      en: 'Your organisation objects to this registration already.',
      zh: '贵单位对该登记的异议尚在有效期内。',
    },
    fix: {
      en: 'See your objections; withdraw that one before you make another.',
      zh: '请查看异议列表；重新提出前请先撤回原异议。',
    },
  },
  objected_by_another: {
    kind: 'refused',
    message: {
      en: 'Only who objected may withdraw or prove the objection.',
      zh: '仅异议人可以撤回异议或提交起诉、仲裁证明。',
    },
    fix: {
      en: 'Ask the objector; to be rid of a wrong objection, go to court.',
      zh: '请联系异议人；如异议不当，请通过司法途径解决。',
    },
  },
  objection_not_open: {
    kind: 'conflict',
    message: { en: 'The objection no longer takes this.', zh: '该异议当前状态不允许此操作。' },
    fix: { en: 'Load the list again.', zh: '请重新加载列表。' },
  },
  day_ahead: {
    kind: 'refused',
    message: { en: '{day} is in the future.', zh: '{day} 是未来日期。' },
    fix: { en: 'Give the day printed on the document.', zh: '请填写文书所载日期。' },
  },
  document_hash_malformed: {
    kind: 'refused',
    message: { en: 'The SHA-256 is not 64 hexadecimal digits.', zh: '摘要不是 64 位十六进制数字。' },
    fix: { en: 'Choose the file again.', zh: '请重新选择文件。' },
  },
  evidence_incomplete: {
    kind: 'refused',
    message: {
      en: 'The name of the evidence and its SHA-256 go together.',
      zh: '证据文件名与摘要须同时填写。',
    },
    fix: { en: 'Choose the file again, or leave both out.', zh: '请重新选择文件，或均不填写。' },
  },
  revocation_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such revocation.', zh: '未找到该撤销申请。' },
    fix: { en: 'Use an id from the list.', zh: '请使用列表中的标识符。' },
  },
  revocation_waiting: {
    kind: 'conflict',
    message: {
      en: 'A revocation of this registration waits for its second person.',
      zh: '该登记已有一项撤销待第二人复核。',
    },
    fix: { en: 'Let a colleague decide that one.', zh: '请由其他同事复核该项撤销。' },
  },
  revocation_decided: {
    kind: 'conflict',
    message: { en: 'This revocation has been decided.', zh: '该撤销已复核。' },
    fix: { en: 'Load the list again.', zh: '请重新加载列表。' },
  },
  revocation_maker_decides: {
    kind: 'refused',
    message: { en: 'Whoever asked for it does not decide it.', zh: '发起人不得复核本人发起的撤销。' },
    fix: { en: 'Let a colleague decide it.', zh: '请由其他同事复核。' },
  },
  revocation_reason_missing: {
    kind: 'refused',
    message: { en: 'Whoever declines says why.', zh: '退回须说明理由。' },
    fix: { en: 'Give the reason.', zh: '请填写理由。' },
  },
});
