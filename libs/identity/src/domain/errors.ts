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
  roles_not_apart: {
    kind: 'refused',
    message: {
      en: 'One person would both make and check the same thing.',
      zh: '同一人将同时承担经办与复核。',
    },
    fix: { en: 'Give the two roles to two people.', zh: '请将两个角色分配给不同的人员。' },
  },
  roles_unchanged: {
    kind: 'conflict',
    message: { en: 'The user has exactly these roles.', zh: '该用户的角色没有变化。' },
    fix: { en: 'Reload the user.', zh: '请刷新用户信息。' },
  },
  own_proposal: {
    kind: 'refused',
    message: { en: 'Nobody decides on their own roles.', zh: '不能审批自己的角色变更。' },
    fix: { en: 'Ask another administrator of your organisation.', zh: '请由本单位其他管理员审批。' },
  },
  proposal_pending: {
    kind: 'conflict',
    message: { en: 'A change of roles already awaits a decision.', zh: '已有待审批的角色变更。' },
    fix: { en: 'Have it decided first.', zh: '请先审批该变更。' },
  },
  proposal_not_found: {
    kind: 'not_found',
    message: { en: 'No change of roles awaits a decision.', zh: '没有待审批的角色变更。' },
    fix: { en: 'Reload the user.', zh: '请刷新用户信息。' },
  },
  proposal_outdated: {
    kind: 'conflict',
    message: { en: 'The user has changed since this was asked for.', zh: '申请提交后该用户已发生变更。' },
    fix: { en: 'Decline it and ask anew.', zh: '请驳回后重新申请。' },
  },
  password_common: {
    kind: 'refused',
    message: {
      en: 'This password is among those that attackers try first.',
      zh: '该密码属于常见的弱密码。',
    },
    fix: { en: 'Choose a longer phrase of your own.', zh: '请使用自己设计的较长短语。' },
  },
  client_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such machine client.', zh: '未找到该机器客户端。' },
    fix: { en: 'Use the id of a client that you may see.', zh: '请使用您有权查看的客户端标识符。' },
  },
  scopes_not_allowed: {
    kind: 'refused',
    message: {
      en: 'A machine client of this organisation cannot have: {permissions}.',
      zh: '该单位的机器客户端不能拥有以下权限：{permissions}。',
    },
    fix: {
      en: 'Choose permissions of your organisation’s business, none that make and check the same thing.',
      zh: '请选择本单位业务范围内的权限，且不得同时经办与复核。',
    },
  },
  key_unusable: {
    kind: 'refused',
    message: { en: 'This is no public key that can be used.', zh: '该公钥无法使用。' },
    fix: {
      en: 'Give the public half of a P-256 or Ed25519 key as JWK.',
      zh: '请提供P-256或Ed25519密钥的公钥（JWK）。',
    },
  },
  key_registered: {
    kind: 'conflict',
    message: { en: 'This key is registered already.', zh: '该公钥已登记。' },
    fix: { en: 'Make a new key pair.', zh: '请生成新的密钥对。' },
  },
  key_not_found: {
    kind: 'not_found',
    message: { en: 'The client has no such key in force.', zh: '该客户端没有此有效公钥。' },
    fix: { en: 'Reload the client.', zh: '请刷新客户端信息。' },
  },
  client_refused: {
    kind: 'unauthenticated',
    message: { en: 'The assertion of the client is not accepted.', zh: '客户端断言未通过验证。' },
    fix: {
      en: 'Sign a fresh JWT with a registered key: iss and sub the client’s id, aud as documented, exp within five minutes, a new jti.',
      zh: '请用已登记的密钥签发新的JWT：iss与sub为客户端标识，aud按文档填写，exp不超过五分钟，jti不重复。',
    },
  },
  grant_incomplete: {
    kind: 'invalid',
    message: { en: 'The request for a token lacks {missing}.', zh: '令牌请求缺少{missing}。' },
    fix: { en: 'Send the fields that the grant needs.', zh: '请提交该授权类型所需的字段。' },
  },
  scope_exceeded: {
    kind: 'refused',
    message: {
      en: 'The client does not have all of the scopes asked for.',
      zh: '申请的权限范围超出该客户端的权限。',
    },
    fix: { en: 'Ask for fewer scopes.', zh: '请缩小申请的权限范围。' },
  },
  refresh_refused: {
    kind: 'unauthenticated',
    message: { en: 'The refresh token is not valid.', zh: '刷新令牌无效。' },
    fix: { en: 'Sign in again.', zh: '请重新登录。' },
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
  organisation_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such organisation.', zh: '未找到该单位。' },
    fix: { en: 'Use the id of your own organisation.', zh: '请使用本单位的标识符。' },
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
  link_void: {
    kind: 'refused',
    message: { en: 'This link opens nothing (any more).', zh: '该链接无效或已失效。' },
    fix: { en: 'Ask for a new link.', zh: '请重新申请链接。' },
  },
  handover_wrong: {
    kind: 'refused',
    message: { en: 'The hand-over code is wrong.', zh: '交接码不正确。' },
    fix: { en: 'Ask for it whoever asked for your new password.', zh: '请向为您申请重置的管理员索取。' },
  },
  email_malformed: {
    kind: 'refused',
    message: { en: 'This cannot be a mail address.', zh: '邮箱地址格式不正确。' },
    fix: { en: 'Write it as name@company.example.', zh: '请按 name@company.example 的形式填写。' },
  },
  own_reset: {
    kind: 'refused',
    message: { en: 'Two other people give you a new password.', zh: '重置密码须由另外两人办理。' },
    fix: { en: 'Ask two administrators or operators.', zh: '请联系两名管理员或运营人员。' },
  },
  reset_alone: {
    kind: 'refused',
    message: { en: 'Whoever asked for it does not approve it.', zh: '申请人不能审批本人提出的申请。' },
    fix: { en: 'Ask another administrator or operator.', zh: '请由另一名管理员或运营人员审批。' },
  },
  reset_not_found: {
    kind: 'not_found',
    message: { en: 'No new password awaits a decision.', zh: '没有待审批的密码重置。' },
    fix: { en: 'Reload the user.', zh: '请刷新用户信息。' },
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
