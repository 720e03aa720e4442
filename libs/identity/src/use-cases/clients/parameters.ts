// To whom a client's assertion must be addressed.
import { defineParameter } from '#platform';

export const tokenAudience = defineParameter({
  name: 'identity.token_audience',
  kind: 'text',
  text: {
    en: 'What a machine client writes into "aud" of its assertion',
    zh: '机器客户端断言中的受众（aud）',
  },
  initial: [
    {
      value: 'urn:youquan:token',
      effectiveFrom: '2026-01-01',
      source: 'RFC 7523, section 3: the authorization server as it names itself',
    },
  ],
});
