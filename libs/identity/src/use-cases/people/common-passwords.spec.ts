import { isCommonPassword } from './common-passwords';

it.each([
  ['password', true],
  ['qwerty123456', true],
  ['1qaz2wsx3edc', true],
  ['correcthorsebatterystaple-2026', false],
  ['tally-halves-meet', false],
])('%s is tried first: %s', (password, common) => expect(isCommonPassword(password)).toBe(common));
