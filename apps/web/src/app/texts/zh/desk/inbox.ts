// 待办：等待本人处理的事项，以及告知的事实。
import { kinds } from './inbox-kinds';

export const inbox = {
  title: '待办与消息',
  about: '等待您处理的事项和应当知悉的事实。事项办结后自动关闭。',
  empty: '没有等待您处理的事项。',
  nothing: '暂无内容。',
  urgent: '优先办理',
  urgentAbout: '最多显示十项，最先到期的在前；其余事项见下方列表。',
  everything: '全部事项与最新动态',
  all: '全部',
  state: '状态',
  what: '事项',
  number: '编号',
  due: '期限',
  since: '开始时间',
  mails: '邮件提醒',
  markRead: '全部标为已读',
  states: { open: '待办', overdue: '已逾期', done: '已办结', void: '已失效', told: '告知' },
  kinds,
};
