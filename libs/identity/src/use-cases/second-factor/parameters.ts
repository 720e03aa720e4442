// Whether those who decide for others must have a second factor: a dated number that an operator may change.
import { defineParameter } from '#platform';

export const totpOfWeightyRoles = defineParameter({
  name: 'identity.totp_of_weighty_roles',
  kind: 'integer',
  text: {
    en: 'Operators, checkers and risk officers must have an authenticator (1) or may (0)',
    zh: '运营、复核与风控人员是否必须启用动态验证码（1为必须，0为可选）',
  },
  initial: [
    {
      value: '0',
      effectiveFrom: '2026-01-01',
      source: 'OWASP ASVS 5.0, 6.3.3; each platform sets the day from which it holds',
    },
  ],
});
