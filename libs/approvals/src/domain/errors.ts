// What approvals refuse.
import { errorTable } from '#kernel';

export const errors = errorTable('approvals', {
  approval_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such approval.', zh: '未找到该审批。' },
    fix: { en: 'Choose one from the list of approvals.', zh: '请从审批列表中选择。' },
  },
  approval_ended: {
    kind: 'conflict',
    message: { en: 'This approval has ended: it is {state}.', zh: '该审批已结束，当前状态为{state}。' },
    fix: { en: 'If the deed is still wanted, ask for it anew.', zh: '如仍需办理，请重新提交。' },
  },
  approval_expired: {
    kind: 'conflict',
    message: { en: 'Nobody decided in time.', zh: '审批已超过期限。' },
    fix: { en: 'If the deed is still wanted, ask for it anew.', zh: '如仍需办理，请重新提交。' },
  },
  approval_stale: {
    kind: 'conflict',
    message: {
      en: 'What the deed was based on has changed since: {changes}. The approval has ended.',
      zh: '提交以来所依据的内容已变化：{changes}。该审批已结束。',
    },
    fix: {
      en: 'Have the maker look at the present state and ask anew.',
      zh: '请经办人查看最新内容后重新提交。',
    },
  },
  maker_is_checker: {
    kind: 'refused',
    message: { en: 'Whoever asked for the deed cannot decide on it.', zh: '经办人不能复核自己的操作。' },
    fix: {
      en: 'Leave the decision to a colleague, or withdraw it.',
      zh: '请由同事复核，或自行撤回。',
    },
  },
  checker_may_not: {
    kind: 'refused',
    message: {
      en: 'Only who may do the deed may approve it: you lack {permission}.',
      zh: '只有具备该操作权限的人员才能复核：缺少权限{permission}。',
    },
    fix: { en: 'Ask a colleague who holds it.', zh: '请由具备该权限的同事复核。' },
  },
  maker_may_not: {
    kind: 'refused',
    message: {
      en: 'Who asked for the deed may no longer do it.',
      zh: '经办人已不具备该操作权限。',
    },
    fix: { en: 'Decline it; somebody else may ask anew.', zh: '请予退回，由其他人员重新提交。' },
  },
  not_the_maker: {
    kind: 'refused',
    message: { en: 'Only who asked for the deed withdraws it.', zh: '只有经办人本人可以撤回。' },
    fix: { en: 'Decline it instead.', zh: '请改为退回。' },
  },
  reason_missing: {
    kind: 'refused',
    message: { en: 'A decline needs a reason.', zh: '退回须填写原因。' },
    fix: { en: 'Say in a sentence why.', zh: '请简要说明原因。' },
  },
  command_unknown: {
    kind: 'refused',
    message: {
      en: 'There is no deed {command} that could be marked.',
      zh: '没有可设置复核的操作{command}。',
    },
    fix: { en: 'Choose one from the list of marks.', zh: '请从列表中选择。' },
  },
  threshold_unfit: {
    kind: 'refused',
    message: { en: 'This deed has no amount to compare.', zh: '该操作没有可比较的金额。' },
    fix: { en: 'Leave the threshold out: then each waits.', zh: '请不填写金额：每笔均须复核。' },
  },
  mark_changed: {
    kind: 'conflict',
    message: { en: 'Somebody else set this mark at the same moment.', zh: '他人刚刚修改了该设置。' },
    fix: { en: 'Look at it and decide again.', zh: '请刷新后重新设置。' },
  },
  nobody_to_check: {
    kind: 'refused',
    message: {
      en: 'Nobody could approve: fewer than two active people of your organisation hold {permission}.',
      zh: '无人可以复核：本单位持有权限{permission}的在用人员不足两名。',
    },
    fix: {
      en: 'Have a second person given this permission first.',
      zh: '请先为另一名人员开通该权限。',
    },
  },
});
