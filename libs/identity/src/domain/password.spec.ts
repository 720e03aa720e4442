import { DomainError } from '#kernel';
import { assertPassword, canonicalPassword } from './password';

const NAMES = ['anna.li@example.com', '杭州明远科技股份有限责任公司', 'North Star Trading Company'];

function codeOf(password: string): string {
  try {
    assertPassword(password, NAMES, (guess) => ['qwerty123456', 'password'].includes(guess));
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'accepted';
}

it.each([
  ['twelve chars', 'accepted'],
  ['correct horse battery staple', 'accepted'],
  ['一二三四五六七八九十百千', 'accepted'],
  ['密码很长也好记'.repeat(28), 'accepted'],
  ['𠮷野家在东京的旧街上开了', 'accepted'],
  ['anna.li@example.com!', 'accepted'],
  ['qwerty 654321 qwerty', 'accepted'],
  ['Qwerty123456', 'identity.password_common'],
  ['passwordpassword', 'identity.password_common'],
  ['aaaaaaaaaaaa', 'identity.password_common'],
  ['123412341234', 'identity.password_common'],
  ['', 'identity.password_too_short'],
  ['eleven char', 'identity.password_too_short'],
  ['𠮷'.repeat(11), 'identity.password_too_short'],
  ['x'.repeat(201), 'identity.password_too_long'],
  ['anna.li@example.com', 'identity.password_guessable'],
  ['ANNA.LI@example.com', 'identity.password_guessable'],
  ['ａｎｎａ.li@example.com', 'identity.password_guessable'],
  ['杭州明远科技股份 有限责任公司', 'identity.password_guessable'],
  ['northstartradingcompany', 'identity.password_guessable'],
])('%j: %s', (password, code) => expect(codeOf(password)).toBe(code));

it('is the same from another keyboard', () =>
  expect(canonicalPassword('ｐａｓｓ é')).toBe(canonicalPassword('pass e\u0301')));
