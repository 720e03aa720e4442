import { DomainError } from '#kernel';
import { readForm } from './form-body';

it.each([
  ['', {}],
  ['grant_type=refresh_token&refresh_token=a%2Bb', { grant_type: 'refresh_token', refresh_token: 'a+b' }],
  ['scope=a.b+c.d', { scope: 'a.b c.d' }],
])('reads %j', (text, fields) => expect(readForm(text)).toEqual(fields));

it('takes no field twice', () => expect(() => readForm('a=1&a=2')).toThrow(DomainError));
it('makes a name of the prototype a field like any other', () =>
  expect(Object.keys(readForm('__proto__=1'))).toEqual(['__proto__']));
