// Which traces meet, and which say nothing.
import fc from 'fast-check';
import { comparable, TRACE_KINDS, type TraceKind } from './trace';

it.each<[TraceKind, string, string]>([
  ['phone', '+86 138-0013-8000', '13800138000'],
  ['phone', '0086 (138) 0013 8000', '１３８００１３８０００'],
  ['phone', '010-66554433', '(010) 6655 4433'],
  ['email_domain', 'wang@Huadong.CN', 'huadong.cn'],
  ['email_domain', 'li@huadong.cn.', 'zhao@huadong.cn'],
  ['postal_address', '上海市 浦东新区，世纪大道 100 号', '上海市浦东新区世纪大道１００号'],
  ['address', '::ffff:203.0.113.7', '203.0.113.7'],
  ['address', '2001:DB8::1', '2001:db8::1'],
])('%s: "%s" meets "%s"', (kind, one, other) => {
  expect(comparable({ kind, value: one })).not.toBe('');
  expect(comparable({ kind, value: one })).toBe(comparable({ kind, value: other }));
});

it.each<[TraceKind, string, string]>([
  ['phone', '13800138000', '13800138001'],
  ['phone', '8613800', '13800'],
  ['email_domain', 'a@huadong.cn', 'a@nanfang.cn'],
  ['email_domain', 'a@mail.huadong.cn', 'a@huadong.cn'],
  ['postal_address', '世纪大道100号', '世纪大道10号'],
  ['address', '203.0.113.7', '203.0.113.8'],
  ['device', 'abc', 'ABC'],
])('%s: "%s" does not meet "%s"', (kind, one, other) => {
  expect(comparable({ kind, value: one })).not.toBe(comparable({ kind, value: other }));
});

it.each<[TraceKind, string]>([
  ['email_domain', 'someone@QQ.com'],
  ['email_domain', 'someone@gmail.com'],
  ['address', '127.0.0.1'],
  ['address', '::ffff:127.0.0.1'],
  ['address', '::1'],
  ['phone', 'none'],
  ['postal_address', ' - '],
])('%s: "%s" says nothing about who is behind it', (kind, value) => {
  expect(comparable({ kind, value })).toBe('');
});

it('leaves a compared form as it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TRACE_KINDS), fc.string({ unit: 'binary' }), (kind, value) => {
      const once = comparable({ kind, value });
      // A stripped country code may uncover another one, in a number that no network has.
      if (kind !== 'phone') expect(comparable({ kind, value: once })).toBe(once);
    }),
  );
});
