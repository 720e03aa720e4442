import { DomainError } from '#kernel';
import {
  algorithmOf,
  assertScopes,
  type ClientKey,
  grantedScopes,
  inForce,
  isClientTokenShaped,
} from './client';

const NOW = new Date('2026-11-22T08:00:00Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'accepted';
};

it.each<[string, readonly string[], readonly string[], string]>([
  ['its business', ['supplier'], ['receivable.read', 'request.create'], 'accepted'],
  ['two kinds of business', ['supplier', 'bank'], ['receivable.read', 'offer.create'], 'accepted'],
  ['nothing', ['supplier'], [], 'identity.scopes_not_allowed'],
  ['another’s business', ['supplier'], ['offer.create'], 'identity.scopes_not_allowed'],
  ['no permission at all', ['supplier'], ['root'], 'identity.scopes_not_allowed'],
  ['making people', ['supplier'], ['user.create'], 'identity.scopes_not_allowed'],
  ['making programs', ['supplier'], ['client.manage'], 'identity.scopes_not_allowed'],
  ['the platform’s business', ['operator'], ['parameter.set'], 'identity.scopes_not_allowed'],
  ['making', ['core_enterprise'], ['confirmation.propose'], 'accepted'],
  [
    'making and checking',
    ['core_enterprise'],
    ['confirmation.propose', 'confirmation.check'],
    'identity.scopes_not_allowed',
  ],
])('a program may be given %s', (_, capabilities, permissions, code) =>
  expect(codeOf(() => assertScopes(permissions, capabilities))).toBe(code),
);

it.each([
  [undefined, ['a.b', 'c.d']],
  ['', ['a.b', 'c.d']],
  ['a.b', ['a.b']],
  ['c.d  a.b c.d', ['c.d', 'a.b']],
])('asked for %j, a token has %j', (asked, scopes) =>
  expect(grantedScopes(asked, ['a.b', 'c.d'])).toEqual(scopes),
);
it('has no scope that the client has not', () =>
  expect(codeOf(() => grantedScopes('a.b e.f', ['a.b']))).toBe('identity.scope_exceeded'));

const KEY: ClientKey = {
  kid: 'k',
  jwk: { kty: 'OKP', crv: 'Ed25519', x: 'x' },
  ...{ validFrom: NOW, validUntil: at(10), addedAt: NOW, retiredAt: null },
};
it.each([
  ['before', KEY, -1, false],
  ['from the first moment', KEY, 0, true],
  ['at its end', KEY, 10, false],
  ['without an end', { ...KEY, validUntil: null }, 10_000, true],
  ['retired', { ...KEY, retiredAt: NOW }, 1, false],
])('a key is in force %s', (_, key, minutes, expected) => expect(inForce(key, at(minutes))).toBe(expected));

it('takes the algorithm from the key', () => {
  expect(algorithmOf({ crv: 'P-256' })).toBe('ES256');
  expect(algorithmOf({ crv: 'Ed25519' })).toBe('EdDSA');
});

it.each([
  [`yqc_${'A'.repeat(43)}`, true],
  ['A'.repeat(43), false],
  [`yqc_${'A'.repeat(42)}`, false],
])('%s has the form of a client’s token: %s', (token, shaped) =>
  expect(isClientTokenShaped(token)).toBe(shaped),
);
