// How long a session lasts: dated parameters that an operator may change.
import { defineParameter } from '#platform';

const source = 'OWASP ASVS 5.0, 7.3: time limits by risk; a platform on which title changes hands';

export const sessionIdleMinutes = defineParameter({
  name: 'identity.session_idle_minutes',
  kind: 'integer',
  text: { en: 'A session ends after this many minutes without use', zh: '会话闲置超时（分钟）' },
  initial: [{ value: '30', effectiveFrom: '2026-01-01', source }],
});

export const sessionAbsoluteHours = defineParameter({
  name: 'identity.session_absolute_hours',
  kind: 'integer',
  text: { en: 'A session ends after this many hours in any case', zh: '会话最长时长（小时）' },
  initial: [{ value: '12', effectiveFrom: '2026-01-01', source }],
});
