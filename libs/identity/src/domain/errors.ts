// What identity refuses.
import { errorTable } from '#kernel';

export const errors = errorTable('identity', {
  sign_in_failed: {
    kind: 'unauthenticated',
    message: { en: 'The login or the password is wrong.', zh: '登录名或密码不正确。' },
    fix: {
      en: 'Check both and try again, or ask the operator for a new password.',
      zh: '请核对后重试，或联系平台运营方。',
    },
  },
  suspended: {
    kind: 'forbidden',
    message: { en: 'This user or organisation is suspended.', zh: '该用户或所属单位已被停用。' },
    fix: { en: 'Ask the operator why.', zh: '请联系平台运营方了解原因。' },
  },
  too_many_attempts: {
    kind: 'limited',
    retryable: true,
    message: { en: 'Too many attempts to sign in.', zh: '登录尝试次数过多。' },
    fix: { en: 'Wait {seconds} seconds and try again.', zh: '请等待{seconds}秒后重试。' },
  },
  totp_required: {
    kind: 'unauthenticated',
    message: { en: 'The password is right; a code is needed too.', zh: '密码正确，还需输入动态验证码。' },
    fix: {
      en: 'Send the challenge with the code of your authenticator, or with a recovery code.',
      zh: '请连同挑战值提交验证器上的动态验证码或恢复码。',
    },
  },
  challenge_over: {
    kind: 'unauthenticated',
    message: { en: 'The time for the code is over.', zh: '验证码输入已超时。' },
    fix: { en: 'Sign in again with your password.', zh: '请重新使用密码登录。' },
  },
  code_refused: {
    kind: 'unauthenticated',
    message: { en: 'The code is wrong or was used already.', zh: '验证码不正确或已被使用。' },
    fix: {
      en: 'Wait for the next code of your authenticator, or use a recovery code.',
      zh: '请等待验证器显示下一个验证码，或使用恢复码。',
    },
  },
  code_wrong: {
    kind: 'refused',
    message: { en: 'The code is wrong or was used already.', zh: '验证码不正确或已被使用。' },
    fix: { en: 'Wait for the next code of your authenticator.', zh: '请等待验证器显示下一个验证码。' },
  },
  totp_enrolled: {
    kind: 'conflict',
    message: { en: 'You already have an authenticator.', zh: '您已启用动态验证码。' },
    fix: { en: 'Remove it before you set up another.', zh: '请先停用现有验证器，再设置新的验证器。' },
  },
  totp_not_begun: {
    kind: 'conflict',
    message: { en: 'There is no authenticator to confirm.', zh: '没有待确认的验证器。' },
    fix: { en: 'Begin with the picture to scan.', zh: '请先扫描二维码。' },
  },
  totp_not_enrolled: {
    kind: 'conflict',
    message: { en: 'This user has no authenticator.', zh: '该用户未启用动态验证码。' },
    fix: { en: 'Reload the user.', zh: '请刷新用户信息。' },
  },
  session_over: {
    kind: 'unauthenticated',
    message: { en: 'The session is over.', zh: '会话已结束。' },
    fix: { en: 'Sign in again.', zh: '请重新登录。' },
  },
  session_not_found: {
    kind: 'not_found',
    message: { en: 'You have no such session.', zh: '未找到该会话。' },
    fix: { en: 'Reload the list of your sessions.', zh: '请刷新会话列表。' },
  },
  login_malformed: {
    kind: 'refused',
    message: { en: 'This cannot be a login.', zh: '登录名不符合要求。' },
    fix: {
      en: 'Use 3 to 80 letters, digits and . _ @ + -, beginning with a letter or digit.',
      zh: '请使用3至80个英文字母、数字及 . _ @ + -，以字母或数字开头。',
    },
  },
  login_taken: {
    kind: 'conflict',
    message: { en: 'Someone already has the login {login}.', zh: '登录名{login}已被使用。' },
    fix: { en: 'Choose another login.', zh: '请更换登录名。' },
  },
  name_malformed: {
    kind: 'refused',
    message: { en: 'This cannot be a name.', zh: '姓名不符合要求。' },
    fix: { en: 'Write the name in 1 to 100 characters.', zh: '请填写1至100个字符的姓名。' },
  },
  roles_missing: {
    kind: 'refused',
    message: { en: 'The user has no role.', zh: '未指定用户角色。' },
    fix: { en: 'Give at least one role.', zh: '请至少指定一个角色。' },
  },
  role_not_allowed: {
    kind: 'refused',
    message: {
      en: 'People of this organisation cannot be: {roles}.',
      zh: '该单位的人员不能担任以下角色：{roles}。',
    },
    fix: {
      en: 'Choose roles that go with what the organisation is here.',
      zh: '请选择与该单位业务身份相符的角色。',
    },
  },
  roles_conflict: {
    kind: 'refused',
    message: {
      en: 'A role that sees every organisation is not joined with one that acts for its own.',
      zh: '可查看全部单位的角色不能与仅代表本单位的角色兼任。',
    },
    fix: { en: 'Create two users.', zh: '请分别建立两个用户。' },
  },
  password_too_short: {
    kind: 'refused',
    message: { en: 'The password is too short.', zh: '密码过短。' },
    fix: { en: 'Use at least {shortest} characters.', zh: '请至少使用{shortest}个字符。' },
  },
  password_too_long: {
    kind: 'refused',
    message: { en: 'The password is too long.', zh: '密码过长。' },
    fix: { en: 'Use at most {longest} characters.', zh: '请最多使用{longest}个字符。' },
  },
  password_guessable: {
    kind: 'refused',
    message: {
      en: 'The password is the login or the organisation’s name.',
      zh: '密码不能与登录名或单位名称相同。',
    },
    fix: { en: 'Choose one that nobody can guess.', zh: '请设置他人无法猜到的密码。' },
  },
  password_wrong: {
    kind: 'refused',
    message: { en: 'The old password is wrong.', zh: '原密码不正确。' },
    fix: { en: 'Type the password you signed in with.', zh: '请输入您登录时使用的密码。' },
  },
  user_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such user.', zh: '未找到该用户。' },
    fix: { en: 'Use the id of a user that you may see.', zh: '请使用您有权查看的用户的标识符。' },
  },
  status_unchanged: {
    kind: 'conflict',
    message: { en: 'The user already is {status}.', zh: '该用户已处于{status}状态。' },
    fix: { en: 'Reload the user.', zh: '请刷新用户信息。' },
  },
  own_user: {
    kind: 'refused',
    message: { en: 'Nobody suspends themselves.', zh: '不能停用自己的用户。' },
    fix: { en: 'Ask another operator.', zh: '请由其他运营人员办理。' },
  },
  already_begun: {
    kind: 'conflict',
    message: {
      en: 'This platform already has an organisation: its first user exists.',
      zh: '平台已有单位入驻，首个用户已存在。',
    },
    fix: { en: 'Sign in as an operator and create users there.', zh: '请以运营人员登录后创建用户。' },
  },
});
