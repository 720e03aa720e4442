// What is refused about groups of connected clients.
import { errorTable } from '#kernel';

export const errors = errorTable('parties', {
  group_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such group of connected clients.', zh: '未找到该关联客户组。' },
    fix: { en: 'Use an id from the list of groups.', zh: '请使用关联客户组列表中的标识符。' },
  },
  group_not_own: {
    kind: 'refused',
    message: {
      en: 'Only whoever stated a group says who belongs to it.',
      zh: '只有登记该组的单位可以变更其成员。',
    },
    fix: { en: 'State a group of your own.', zh: '请另行登记本单位的关联客户组。' },
  },
  group_size: {
    kind: 'refused',
    message: {
      en: 'A group has 2 to {most} different members.',
      zh: '关联客户组须有2至{most}个不同成员。',
    },
    fix: { en: 'Name each organisation once.', zh: '请逐一填写成员，且不重复。' },
  },
  group_misdated: {
    kind: 'refused',
    message: { en: 'Somebody belongs to a group from today or an earlier day.', zh: '生效日不得晚于今天。' },
    fix: { en: 'Record it on the day it comes true.', zh: '请在生效当日或之后登记。' },
  },
  member_unknown: {
    kind: 'refused',
    message: {
      en: 'No organisation here has the number {number}.',
      zh: '平台上没有使用号码{number}的单位。',
    },
    fix: { en: 'Give a whole number of each member.', zh: '请填写各成员的完整号码。' },
  },
  membership_unchanged: {
    kind: 'conflict',
    message: {
      en: 'On that day the group has it so already.',
      zh: '该日该组的成员情况已是如此。',
    },
    fix: { en: 'Reload the group.', zh: '请刷新关联客户组。' },
  },
});
