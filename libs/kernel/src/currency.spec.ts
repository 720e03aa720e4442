import { isCurrency, minorDigits } from './currency';

describe('minorDigits', () => {
  it.each([
    ['CNY', 2],
    ['USD', 2],
    ['EUR', 2],
    ['HKD', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['VND', 0],
    ['ISK', 0],
    ['UGX', 0],
    ['KWD', 3],
    ['TND', 3],
    ['IQD', 3],
    ['HUF', 2],
    ['IDR', 2],
    ['COP', 2],
    ['PKR', 2],
    ['MMK', 2],
    ['TWD', 2],
  ])('of %s is %i, as ISO 4217 has it', (code, digits) => {
    expect(isCurrency(code)).toBe(true);
    expect(minorDigits(code)).toBe(digits);
  });

  it.each([
    '',
    'cny',
    'ＣＮＹ',
    'RMB',
    'CN',
    'CNYX',
    'XXX',
    'XAU',
    'XDR',
    'constructor',
    'C'.repeat(100_000),
  ])('refuses "%.20s"', (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(() => minorDigits(code)).toThrow(
      expect.objectContaining({ code: 'kernel.currency_unknown', kind: 'invalid' }) as Error,
    );
  });
});
