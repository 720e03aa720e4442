// The mails about an account, in both languages. The secret of a link stands behind #, so that it reaches no server's
// log, and its address is the one that the process was given: no request can name another.
interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
interface Link {
  readonly siteUrl: string;
  readonly token: string;
}

const SUBJECT = '右券 Youquan';
const lines = (...text: readonly string[]): string => text.join('\n');

export const verificationMail = (to: string, { siteUrl, token }: Link): Mail => ({
  to,
  subject: `${SUBJECT}: 验证邮箱 verify your address`,
  text: lines(
    '请打开以下链接，确认该邮箱属于您。链接仅可使用一次，三天内有效。',
    'Open this link to confirm that this address is yours. It works once, for three days.',
    '',
    `${siteUrl}/verify-email#${token}`,
  ),
});

export const resetMail = (to: string, { siteUrl, token }: Link): Mail => ({
  to,
  subject: `${SUBJECT}: 重置密码 new password`,
  text: lines(
    '有人为您的用户申请重置密码。链接仅可使用一次，30分钟内有效。如非本人操作，请忽略本邮件。',
    'Somebody asked for a new password of your user. The link works once, for 30 minutes. If it was not you, ignore this mail.',
    '',
    `${siteUrl}/reset-password#${token}`,
  ),
});

export const addressChangingMail = (to: string): Mail => ({
  to,
  subject: `${SUBJECT}: 邮箱变更 change of address`,
  text: lines(
    '您的用户已申请将邮箱改为另一地址。如非本人操作，请立即修改密码并联系管理员。',
    'Your user asked to move to another mail address. If it was not you, change your password and tell your administrator at once.',
  ),
});

export const passwordSetMail = (to: string): Mail => ({
  to,
  subject: `${SUBJECT}: 密码已重置 password set anew`,
  text: lines(
    '您的密码已通过一次性链接重置，全部会话已终止。如非本人操作，请立即联系管理员。',
    'Your password was set anew by a one-time link, and all your sessions ended. If it was not you, tell your administrator at once.',
  ),
});
