import fc from 'fast-check';
import type { PartyRef } from './filing';
import { codeKey, nameKey, partyKey, sameParty } from './party-key';

const party = (over: Partial<PartyRef>): PartyRef => ({
  organisationId: null,
  legalName: '杭州明远科技有限公司',
  identifierScheme: null,
  identifier: null,
  ...over,
});

describe('nameKey', () => {
  it.each([
    ['杭州明远科技有限公司', '杭州明远科技有限公司'],
    ['杭州 明远　科技有限公司', '杭州明远科技有限公司'],
    ['明远（杭州）有限公司', '明远(杭州)有限公司'],
    ['ＡＣＭＥ  Trading　LTD', 'acme trading ltd'],
    ['Acme\u200b Trading\u00a0Ltd', 'acme trading ltd'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    [' \u3000 ', ''],
  ])('"%s" is found as "%s"', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it.each([
    ['Acme Trading', 'AcmeTrading'],
    ['杭州明远', '杭州明元'],
    ['Acme Ltd', 'Acme Ltd.'],
  ])('"%s" and "%s" stay two names', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it('is the same for its own result, and whatever the case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
        expect(nameKey(name.toUpperCase())).toBe(nameKey(name));
      }),
    );
  });
});

describe('codeKey', () => {
  it.each([
    ['9111 0000-8021 0043 3b', '91110000802100433B'],
    ['０１２３', '0123'],
    [' - ', ''],
  ])('"%s" is found as "%s"', (code, key) => {
    expect(codeKey(code)).toBe(key);
  });
});

describe('partyKey', () => {
  it('prefers the identifier to the name', () => {
    expect(partyKey(party({ identifierScheme: 'USCC', identifier: '91110000802100433B' }))).toBe(
      'USCC:91110000802100433B',
    );
    expect(partyKey(party({ legalName: ' ACME  Ltd' }))).toBe('NAME:acme ltd');
  });
});

describe('sameParty', () => {
  const byUscc = party({ identifierScheme: 'USCC', identifier: '91110000802100433B' });
  it.each([
    [
      'one organisation',
      party({ organisationId: 'a', legalName: 'x' }),
      party({ organisationId: 'a' }),
      true,
    ],
    ['one identifier', byUscc, { ...byUscc, legalName: 'other' }, true],
    ['one name, no identifiers', party({}), party({ legalName: '杭州明远 科技有限公司' }), true],
    ['one name, one identifier', party({}), byUscc, true],
    ['one name, two identifiers', byUscc, { ...byUscc, identifier: '9144030071526726XG' }, false],
    ['two names', party({}), party({ legalName: 'x' }), false],
    ['no organisation on either side', party({ legalName: 'a' }), party({ legalName: 'b' }), false],
  ])('%s', (_, a, b, same) => {
    expect(sameParty(a, b)).toBe(same);
    expect(sameParty(b, a)).toBe(same);
  });
});
