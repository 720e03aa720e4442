// Every refusal of the token endpoint has a name of RFC 6749.
import fc from 'fast-check';
import { describable, tokenError } from './token-error';

it.each([
  [401, 'identity.client_refused', [], 'invalid_client'],
  [422, 'identity.scope_exceeded', [], 'invalid_scope'],
  [401, 'identity.refresh_refused', [], 'invalid_grant'],
  [400, 'identity.grant_incomplete', [], 'invalid_request'],
  [400, 'platform.invalid', ['/grant_type'], 'unsupported_grant_type'],
  [400, 'platform.invalid', ['/scope'], 'invalid_request'],
  [429, 'identity.too_many_attempts', [], 'temporarily_unavailable'],
  [503, 'platform.unavailable', [], 'temporarily_unavailable'],
  [500, 'platform.internal', [], 'server_error'],
])('%s %s %j is %s', (status, code, pointers, name) => {
  expect(tokenError({ status, code, pointers })).toBe(name);
});

it('describes in the characters of the standard alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(describable(text)).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/);
    }),
  );
  expect(describable('the client’s id')).toBe("the client's id");
});
