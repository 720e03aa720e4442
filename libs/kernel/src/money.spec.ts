import fc from 'fast-check';
import {
  addMoney,
  allocateMoney,
  AMOUNT_PATTERN,
  compareMoney,
  Decimal,
  decimalOf,
  isNegative,
  isPositive,
  isZero,
  minMoney,
  minorUnits,
  money,
  multiplyMoney,
  negateMoney,
  roundMoney,
  subtractMoney,
  sumMoney,
  zero,
  type Money,
  type Rounding,
} from './money';

const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;
const cny = (amount: string): Money => money(amount, 'CNY');

/** Amounts in minor units, and how a second, independent way of writing them looks. */
const units = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
const written = (cents: bigint): string => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const yuan = (cents: bigint): Money => cny(written(cents));

describe('money', () => {
  it.each([
    ['1234.56', 'CNY', '1234.56'],
    ['1234.5', 'CNY', '1234.50'],
    ['1234', 'CNY', '1234.00'],
    ['-0.10', 'CNY', '-0.10'],
    ['-0', 'CNY', '0.00'],
    ['-0.00', 'CNY', '0.00'],
    ['007', 'CNY', '7.00'],
    ['12.3400', 'CNY', '12.34'],
    ['12', 'JPY', '12'],
    ['12.00', 'JPY', '12'],
    ['1.234', 'KWD', '1.234'],
    ['999999999999999.99', 'CNY', '999999999999999.99'],
    ['0.50', 'HUF', '0.50'],
  ])('reads %s %s as %s', (amount, currency, canonical) => {
    expect(money(amount, currency)).toEqual({ amount: canonical, currency });
    expect(money(new Decimal(amount), currency)).toEqual({ amount: canonical, currency });
  });

  it.each([
    '',
    ' ',
    '1,234.56',
    '1e3',
    '+1',
    '--1',
    '.5',
    '5.',
    '1.23456',
    '1234567890123456',
    'NaN',
    'Infinity',
    '0x10',
    '１２',
    '12\n',
    '¥12',
    '9'.repeat(1_000_000),
  ])('refuses "%.20s" as malformed', (amount) => {
    expect(AMOUNT_PATTERN.test(amount)).toBe(false);
    expect(() => cny(amount)).toThrow(refusal('kernel.amount_malformed'));
  });

  it.each([
    ['0.001', 'CNY'],
    ['12.5', 'JPY'],
    ['1.2345', 'KWD'],
  ])('refuses %s %s as too precise', (amount, currency) => {
    expect(() => money(amount, currency)).toThrow(refusal('kernel.amount_too_precise'));
    expect(() => money(new Decimal(amount), currency)).toThrow(refusal('kernel.amount_too_precise'));
  });

  it('refuses an unknown currency before anything else', () => {
    expect(() => money('x', 'RMB')).toThrow(refusal('kernel.currency_unknown'));
    expect(() => zero('rmb')).toThrow(refusal('kernel.currency_unknown'));
  });

  it.each(['1e15', '-1e15', '1e40', 'NaN', 'Infinity'])('refuses the Decimal %s', (value) => {
    expect(() => money(new Decimal(value), 'CNY')).toThrow(refusal('kernel.amount_out_of_range'));
    expect(() => roundMoney(new Decimal(value), 'CNY', 'half_even')).toThrow(
      refusal('kernel.amount_out_of_range'),
    );
  });

  it('refuses a sum that outgrows the range, and one that rounding lifts over it', () => {
    expect(() => addMoney(cny('999999999999999.99'), cny('0.01'))).toThrow(
      refusal('kernel.amount_out_of_range'),
    );
    expect(() => roundMoney(new Decimal('999999999999999.995'), 'CNY', 'half_up')).toThrow(
      refusal('kernel.amount_out_of_range'),
    );
  });

  it('keeps every amount as written', () => {
    fc.assert(
      fc.property(units, (cents) => {
        const m = yuan(cents);
        expect(m.amount).toBe(written(cents));
        expect(AMOUNT_PATTERN.test(m.amount)).toBe(true);
        expect(decimalOf(m).times(100).toFixed(0)).toBe(cents.toString());
      }),
    );
  });
});

describe('sums', () => {
  it('agree with whole numbers of the minor unit', () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        expect(addMoney(yuan(a), yuan(b))).toEqual(yuan(a + b));
        expect(subtractMoney(yuan(a), yuan(b))).toEqual(yuan(a - b));
        expect(negateMoney(yuan(a))).toEqual(yuan(-a));
        expect(compareMoney(yuan(a), yuan(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(minMoney(yuan(a), yuan(b))).toEqual(yuan(a < b ? a : b));
        expect([isNegative(yuan(a)), isZero(yuan(a)), isPositive(yuan(a))]).toEqual([
          a < 0n,
          a === 0n,
          a > 0n,
        ]);
      }),
    );
  });

  it('run over a list, and an empty one gives zero', () => {
    fc.assert(
      fc.property(fc.array(units, { maxLength: 40 }), (list) => {
        expect(sumMoney(list.map(yuan), 'CNY')).toEqual(yuan(list.reduce((sum, cents) => sum + cents, 0n)));
      }),
    );
    expect(sumMoney([], 'JPY')).toEqual({ amount: '0', currency: 'JPY' });
    expect(zero('KWD')).toEqual({ amount: '0.000', currency: 'KWD' });
  });

  it('never mix currencies', () => {
    const yen = money('1', 'JPY');
    for (const mix of [addMoney, subtractMoney, compareMoney, minMoney]) {
      expect(() => mix(cny('1'), yen)).toThrow('invariant broken: CNY and JPY');
    }
    expect(() => sumMoney([yen], 'CNY')).toThrow('invariant');
  });

  it('stop at a record that holds no amount', () => {
    expect(() => addMoney(cny('1'), { amount: '1e9', currency: 'CNY' })).toThrow('invariant');
  });
});

describe('rounding', () => {
  it.each<[string, Rounding, string]>([
    ['2.345', 'half_even', '2.34'],
    ['2.355', 'half_even', '2.36'],
    ['2.345', 'half_up', '2.35'],
    ['-2.345', 'half_up', '-2.35'],
    ['2.349', 'down', '2.34'],
    ['-2.349', 'down', '-2.34'],
    ['2.341', 'up', '2.35'],
    ['-2.341', 'up', '-2.35'],
    ['-0.001', 'down', '0.00'],
    ['-0.001', 'half_even', '0.00'],
    ['2.3450000000000000000000001', 'half_even', '2.35'],
  ])('%s %s is %s', (amount, rounding, expected) => {
    expect(roundMoney(new Decimal(amount), 'CNY', rounding)).toEqual(cny(expected));
  });

  it.each<[string, string, string, Rounding, string]>([
    ['100.00', 'CNY', '0.8', 'half_even', '80.00'],
    ['0.05', 'CNY', '0.5', 'half_even', '0.02'],
    ['0.05', 'CNY', '0.5', 'up', '0.03'],
    ['-0.05', 'CNY', '0.5', 'half_up', '-0.03'],
    ['3', 'JPY', '0.5', 'half_even', '2'],
    ['100.00', 'CNY', '-1.5', 'down', '-150.00'],
    ['999999999999999.99', 'CNY', '0.000000000000000000000000000001', 'up', '0.01'],
  ])('%s %s times %s %s is %s', (amount, currency, factor, rounding, expected) => {
    expect(multiplyMoney(money(amount, currency), factor, rounding)).toEqual(money(expected, currency));
    expect(multiplyMoney(money(amount, currency), new Decimal(factor), rounding)).toEqual(
      money(expected, currency),
    );
  });

  it('rounds a product once: what 50 digits would make a tie is none', () => {
    const factor = new Decimal(`0.5${'0'.repeat(48)}1`);
    expect(factor.times('2.01').eq('1.005')).toBe(true);
    expect(multiplyMoney(cny('2.01'), factor, 'half_even')).toEqual(cny('1.01'));
    expect(multiplyMoney(cny('2.01'), '0.5', 'half_even')).toEqual(cny('1.00'));
  });

  it.each(['', '1e3', 'x', '1/3', `0.${'1'.repeat(31)}`])('refuses the factor "%s"', (factor) => {
    expect(() => multiplyMoney(cny('1'), factor, 'down')).toThrow('invariant');
  });
});

describe('allocateMoney', () => {
  it.each([
    ['100.00', ['1', '1', '1'], ['33.34', '33.33', '33.33']],
    ['0.05', ['3', '7'], ['0.02', '0.03']],
    ['0.05', ['0', '1', '1'], ['0.00', '0.03', '0.02']],
    ['-0.05', ['0', '1', '1'], ['0.00', '-0.03', '-0.02']],
    ['0.00', ['1', '2'], ['0.00', '0.00']],
    ['10.00', ['0.5', '0.25', '0.25'], ['5.00', '2.50', '2.50']],
    ['0.10', ['33.33', '33.33', '33.34'], ['0.03', '0.03', '0.04']],
    ['1.00', ['5'], ['1.00']],
  ])('%s by %j is %j', (whole, weights, parts) => {
    expect(allocateMoney(cny(whole), weights)).toEqual(parts.map(cny));
  });

  it('loses nothing, gives each its share to within one unit, and nothing to a weight of zero', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        units,
        weights.filter((list) => list.some((weight) => weight > 0)),
        (cents, list) => {
          const texts = list.map((weight) => new Decimal(weight).div(1000).toFixed());
          const parts = allocateMoney(yuan(cents), texts);
          expect(sumMoney(parts, 'CNY')).toEqual(yuan(cents));
          const total = list.reduce((sum, weight) => sum + weight, 0);
          parts.forEach((part, i) => {
            const exact = new Decimal(cents.toString()).times(list[i] ?? 0).div(total);
            expect(decimalOf(part).times(100).minus(exact).abs().lt(1)).toBe(true);
            expect(list[i] === 0 && !isZero(part)).toBe(false);
          });
        },
      ),
    );
  });

  it('splits yen without fractions', () => {
    expect(allocateMoney(money('10', 'JPY'), ['1', '1', '1']).map((part) => part.amount)).toEqual([
      '4',
      '3',
      '3',
    ]);
  });

  it.each([[[]], [['0', '0']], [['1', '-1']], [['-0.1', '1']], [['x']], [['1e9']]])(
    'refuses the weights %j',
    (weights: string[]) => {
      expect(() => allocateMoney(cny('1'), weights)).toThrow('invariant');
    },
  );
});

describe('minor units', () => {
  it.each([
    ['1234.56', 'CNY', 123456n],
    ['-12', 'JPY', -12n],
    ['0.5', 'EUR', 50n],
  ] as const)('of %s %s', (amount, currency, units) =>
    expect(minorUnits(money(amount, currency))).toBe(units),
  );
});
