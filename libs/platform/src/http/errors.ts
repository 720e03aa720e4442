// What can be wrong with a request before any rule of the business is asked.
import { errorTable } from '#kernel';

export const errors = errorTable('platform', {
  input_invalid: {
    kind: 'invalid',
    message: { en: 'Some fields are missing or malformed.', zh: '部分字段缺失或格式不正确。' },
    fix: {
      en: 'Correct the fields listed under "errors" and send again.',
      zh: '请按 errors 中所列字段更正后重新提交。',
    },
  },
  malformed: {
    kind: 'invalid',
    message: { en: 'The request could not be read: {reason}', zh: '无法读取请求：{reason}' },
    fix: {
      en: 'Send well-formed JSON with the content type application/json.',
      zh: '请以 application/json 发送格式正确的 JSON。',
    },
  },
  id_malformed: {
    kind: 'invalid',
    message: { en: 'This is not an id: {id}', zh: '标识符格式不正确：{id}' },
    fix: {
      en: 'Use the id exactly as a list or a view returned it.',
      zh: '请使用列表或详情返回的标识符原文。',
    },
  },
  key_missing: {
    kind: 'invalid',
    message: {
      en: 'This deed moves money or title and needs the header Idempotency-Key.',
      zh: '该操作涉及资金或权属，必须携带 Idempotency-Key 请求头。',
    },
    fix: {
      en: 'Send a key of your own, 1 to 255 characters, the same for each retry of one deed.',
      zh: '请自行生成 1 至 255 个字符的键；同一操作重试时使用同一键。',
    },
  },
  key_malformed: {
    kind: 'invalid',
    message: { en: 'The Idempotency-Key is malformed.', zh: 'Idempotency-Key 格式不正确。' },
    fix: { en: 'Use 1 to 255 printable ASCII characters.', zh: '请使用 1 至 255 个可打印 ASCII 字符。' },
  },
  key_reused: {
    kind: 'refused',
    message: {
      en: 'This Idempotency-Key was already used for another request.',
      zh: '该 Idempotency-Key 已用于另一请求。',
    },
    fix: { en: 'Use a new key for a new request.', zh: '新的请求请使用新的键。' },
  },
  key_in_progress: {
    kind: 'conflict',
    retryable: true,
    message: {
      en: 'A request with this Idempotency-Key is still in progress.',
      zh: '携带相同 Idempotency-Key 的请求仍在处理中。',
    },
    fix: { en: 'Send the same request again in a few seconds.', zh: '请数秒后以相同内容重试。' },
  },
  busy: {
    kind: 'conflict',
    retryable: true,
    message: { en: 'Others are changing the same records right now.', zh: '相同记录正被他人修改。' },
    fix: { en: 'Send the same request again.', zh: '请以相同内容重试。' },
  },
  unavailable: {
    kind: 'unavailable',
    retryable: true,
    message: { en: 'The service is not ready right now.', zh: '服务暂时不可用。' },
    fix: { en: 'Send the same request again in a few seconds.', zh: '请数秒后以相同内容重试。' },
  },
  value_unstorable: {
    kind: 'invalid',
    message: { en: 'A value cannot be stored.', zh: '有字段值无法保存。' },
    fix: {
      en: 'Remove control characters and keep numbers and dates in range.',
      zh: '请去除控制字符，并使数值与日期处于合理范围。',
    },
  },
  signed_out: {
    kind: 'unauthenticated',
    message: { en: 'You are not signed in, or the session has ended.', zh: '尚未登录或会话已失效。' },
    fix: { en: 'Sign in and send the request again.', zh: '请登录后重试。' },
  },
  cross_site: {
    kind: 'forbidden',
    message: { en: 'The request came from another site.', zh: '请求来自其他站点。' },
    fix: { en: 'Use the application itself, or an access token.', zh: '请在本系统内操作，或使用访问令牌。' },
  },
  permission_missing: {
    kind: 'forbidden',
    message: { en: 'Your role lacks the permission "{permission}".', zh: '您的角色没有“{permission}”权限。' },
    fix: {
      en: 'Ask an administrator of your organisation for the role.',
      zh: '请向本单位管理员申请相应角色。',
    },
  },
  route_unknown: {
    kind: 'not_found',
    message: { en: 'There is nothing at this address.', zh: '该地址不存在。' },
    fix: { en: 'See /api/docs for the addresses that exist.', zh: '可用地址见 /api/docs。' },
  },
  route_undeclared: {
    kind: 'forbidden',
    message: {
      en: 'This route declares no permission and stays closed.',
      zh: '该接口未声明权限，不予开放。',
    },
    fix: { en: 'Report this to the operator.', zh: '请告知平台运营方。' },
  },
  too_large: {
    kind: 'too_large',
    message: { en: 'The request is larger than allowed.', zh: '请求超出允许大小。' },
    fix: { en: 'Send fewer or smaller items at a time.', zh: '请减少单次提交的数量或大小。' },
  },
});
