// Texts in, texts out: what is shown must be what was sent, digit for digit.
import fc from 'fast-check';
import { decimalTyped, groupDigits, percentOf, shiftPoint } from './amount-text';

const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.stringMatching(/^\d{0,4}$/))
  .map(([negative, whole, part]) => `${negative ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`);

describe('groupDigits', () => {
  it.each([
    ['0', '0'],
    ['999.00', '999.00'],
    ['1000', '1,000'],
    ['1234567.80', '1,234,567.80'],
    ['-1234.5', '−1,234.5'],
    ['123456789012345.6789', '123,456,789,012,345.6789'],
  ])('%s', (amount, shown) => expect(groupDigits(amount)).toBe(shown));

  it.each(['', 'n/a', '1e5', '1,000'])('leaves what is no decimal: "%s"', (text) =>
    expect(groupDigits(text)).toBe(text),
  );

  it('keeps every digit', () =>
    fc.assert(
      fc.property(decimals, (d) => expect(groupDigits(d).replace(/,/g, '').replace('−', '-')).toBe(d)),
    ));
});

describe('shiftPoint', () => {
  it.each([
    ['0.045', 2, '4.5'],
    ['1', 2, '100'],
    ['0', 2, '0'],
    ['4.5', -2, '0.045'],
    ['80', -2, '0.8'],
    ['100', -2, '1'],
    ['-0.5', -2, '-0.005'],
    ['0.123456', 2, '12.3456'],
  ])('%s by %i is %s', (decimal, places, moved) => expect(shiftPoint(decimal, places)).toBe(moved));

  it('there and back again is the same amount', () =>
    fc.assert(
      fc.property(decimals, fc.integer({ min: -4, max: 4 }), (d, places) => {
        expect(shiftPoint(shiftPoint(d, places), -places)).toBe(shiftPoint(d, 0));
      }),
    ));

  it('leaves what is no decimal', () => expect(shiftPoint('abc', 2)).toBe('abc'));
});

it.each([
  ['0.045', 2, '4.50%'],
  ['0.8', 0, '80%'],
  ['0.061234', 2, '6.1234%'],
])('percentOf %s', (fraction, places, shown) => expect(percentOf(fraction, places)).toBe(shown));

it.each([
  ['1,250.00', '1250.00'],
  ['１２５０．５', '1250.5'],
  ['¥ 3 000 元', '3000'],
  ['CNY 12', '12'],
  ['4.5%', '4.5'],
])('decimalTyped %s', (typed, decimal) => expect(decimalTyped(typed)).toBe(decimal));
