import fc from 'fast-check';
import { leiCheckDigits } from '#kernel';
import { type Identifier, identifierFault, identifierKey } from './identifier';

const USCC = '91110000802100433B';
const LEI = `5493001KJTIIGC8Y1R${leiCheckDigits('5493001KJTIIGC8Y1R')}`;

describe('identifierFault', () => {
  it.each<Identifier>([
    { scheme: 'USCC', value: USCC },
    { scheme: 'LEI', value: LEI },
    { scheme: 'VAT', value: 'DE 811-907 980' },
    { scheme: 'VAT', value: USCC },
    { scheme: 'LOCAL', value: 'HRB 1234' },
    { scheme: 'LOCAL', value: '沪工商注字（2001）第8号' },
  ])('accepts %j', (identifier) => expect(identifierFault(identifier)).toBeNull());

  it.each<Identifier>([
    { scheme: 'USCC', value: '91110000802100433C' },
    { scheme: 'USCC', value: USCC.toLowerCase() },
    { scheme: 'USCC', value: ` ${USCC}` },
    { scheme: 'LEI', value: `${LEI.slice(0, 19)}${LEI.endsWith('0') ? '1' : '0'}` },
    { scheme: 'VAT', value: 'DE1' },
    { scheme: 'VAT', value: 'D€811907980' },
    { scheme: 'LOCAL', value: ' - ' },
    { scheme: 'LOCAL', value: 'HRB<1234>' },
    { scheme: 'LOCAL', value: `1${' '.repeat(80)}` },
  ])('refuses %j in both languages', (identifier) =>
    expect(identifierFault(identifier)).toEqual({
      en: expect.stringMatching(/\S/) as string,
      zh: expect.stringMatching(/\p{Script=Han}/u) as string,
    }),
  );
});

describe('identifierKey', () => {
  it.each([
    ['de 811-907 980', 'DE811907980'],
    ['ＤＥ８１１', 'DE811'],
    ['hrb　1234', 'HRB1234'],
  ])('%j is compared as %j', (value, key) => expect(identifierKey(value)).toBe(key));

  it('is the same for itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (value) =>
        expect(identifierKey(identifierKey(value))).toBe(identifierKey(value)),
      ),
    );
  });
});
