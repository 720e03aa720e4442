// What the inbox refuses.
import { errorTable } from '#kernel';

export const errors = errorTable('inbox', {
  account_mail_needed: {
    kind: 'refused',
    message: {
      en: 'Mails about your account cannot be turned off.',
      zh: '有关账户安全的邮件不能关闭。',
    },
    fix: { en: 'Leave the group "account" at once.', zh: '请将“账户安全”一组保留为即时发送。' },
  },
  unsubscribe_unknown: {
    kind: 'not_found',
    message: { en: 'This link belongs to no mail.', zh: '该链接不属于任何邮件。' },
    fix: {
      en: 'Use the whole link of a newer mail, or sign in and choose what you are mailed.',
      zh: '请使用较新邮件中的完整链接，或登录后选择接收哪些邮件。',
    },
  },
  mail_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such mail.', zh: '未找到该邮件。' },
    fix: { en: 'Use the id of a mail in the list.', zh: '请使用列表中邮件的标识符。' },
  },
  mail_not_failed: {
    kind: 'conflict',
    message: { en: 'The mail has not failed: it is {state}.', zh: '该邮件未发送失败，当前状态为{state}。' },
    fix: { en: 'Load the list again.', zh: '请刷新列表。' },
  },
});
