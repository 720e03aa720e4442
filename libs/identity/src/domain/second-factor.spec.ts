import { assert, property, uint8Array } from 'fast-check';
import { isFresh, isTotpShaped, mustHaveSecondFactor, readRecoveryCode, recoveryCode } from './second-factor';

it.each([
  ['123456', true],
  ['012345', true],
  ['12345', false],
  ['1234567', false],
  ['12345a', false],
  ['１２３４５６', false],
])('%s has the form of a code of an authenticator: %s', (code, shaped) =>
  expect(isTotpShaped(code)).toBe(shaped),
);

it('reads every recovery code it makes, however it is typed', () =>
  assert(
    property(uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const code = recoveryCode(bytes);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
      const plain = code.replaceAll('-', '');
      for (const typed of [code, plain, code.toLowerCase(), ` ${code.replaceAll('-', ' ')} `])
        expect(readRecoveryCode(typed)).toBe(plain);
    }),
  ));

it('reads letters that look like digits as these', () =>
  expect(readRecoveryCode('oOiI-lL00-0000-0000')).toBe('0011110000000000'));

it.each([
  '',
  '123456',
  '0000-0000-0000-000',
  '0000-0000-0000-00000',
  '0000-0000-0000-000U',
  '0000/0000/0000/0000',
])('does not take %j for a recovery code', (typed) => expect(readRecoveryCode(typed)).toBeNull());

it.each([
  [null, 0, true],
  [10, 11, true],
  [10, 10, false],
  [10, 9, false],
])('after step %s, step %i may be taken: %s', (lastStep, step, fresh) =>
  expect(isFresh({ lastStep }, step)).toBe(fresh),
);

it.each([
  [['supplier'], false, false, false],
  [['supplier'], true, false, false],
  [['supplier'], false, true, true],
  [['operator'], false, false, false],
  [['operator'], true, false, true],
  [['relationship_officer', 'risk_officer'], true, false, true],
  [['debtor_checker'], true, false, true],
  [['debtor_maker'], true, false, false],
])(
  'roles %j, weighty roles %s, organisation %s: must have one %s',
  (roles, ofWeightyRoles, ofOrganisation, must) =>
    expect(mustHaveSecondFactor(roles, { ofWeightyRoles, ofOrganisation })).toBe(must),
);
