import fc from 'fast-check';
import { addDays, daysBetween, localDate } from './local-date';
import { addMoney, compareMoney, Decimal, isZero, money, type Rounding } from './money';
import { DAY_COUNTS, dayCountDays, dayCountFraction, isRate, simpleInterest, type DayCount } from './rate';

const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;
const someDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(localDate('2000-01-01'), days));
const someCount = fc.constantFrom(...DAY_COUNTS);

describe('rate', () => {
  it.each(['0', '0.045', '1', '12.5', '0.0000000001', '9999'])('accepts %s', (text) => {
    expect(isRate(text)).toBe(true);
  });

  it.each(['', '-0.01', '4.5%', '.045', '4.', '1e-2', '10000', '0.00000000001', '0.045 ', '０.1'])(
    'refuses "%s"',
    (text) => {
      expect(isRate(text)).toBe(false);
      expect(() =>
        simpleInterest(
          money('1', 'CNY'),
          text,
          localDate('2026-01-01'),
          localDate('2026-02-01'),
          'ACT/360',
          'half_even',
        ),
      ).toThrow(refusal('kernel.rate_malformed'));
    },
  );
});

describe('day counts', () => {
  it.each<[string, string, DayCount, number]>([
    ['2026-01-01', '2026-01-01', 'ACT/360', 0],
    ['2026-01-01', '2027-01-01', 'ACT/360', 365],
    ['2024-01-01', '2025-01-01', 'ACT/365', 366],
    ['2026-01-01', '2027-01-01', '30/360', 360],
    ['2007-01-15', '2007-01-30', '30/360', 15],
    ['2007-01-15', '2007-02-15', '30/360', 30],
    ['2007-09-30', '2008-03-31', '30/360', 180],
    ['2007-09-30', '2007-10-31', '30/360', 30],
    ['2007-09-30', '2008-09-30', '30/360', 360],
    ['2007-01-15', '2007-01-31', '30/360', 16],
    ['2007-01-31', '2007-02-28', '30/360', 28],
    ['2007-02-28', '2007-03-31', '30/360', 33],
    ['2006-08-31', '2007-02-28', '30/360', 178],
    ['2007-02-28', '2007-08-31', '30/360', 183],
    ['2008-02-29', '2008-03-30', '30/360', 31],
    ['2007-02-26', '2008-02-29', '30/360', 363],
    ['2007-12-31', '2008-01-01', '30/360', 1],
    ['2007-10-30', '2007-10-31', '30/360', 0],
  ])('from %s to %s by %s are %i days', (from, to, dayCount, days) => {
    expect(dayCountDays(localDate(from), localDate(to), dayCount)).toBe(days);
    const year = dayCount === 'ACT/365' ? 365 : 360;
    expect(dayCountFraction(localDate(from), localDate(to), dayCount).eq(new Decimal(days).div(year))).toBe(
      true,
    );
  });

  it('refuse a period that ends before it starts', () => {
    for (const dayCount of DAY_COUNTS) {
      expect(() => dayCountFraction(localDate('2026-01-02'), localDate('2026-01-01'), dayCount)).toThrow(
        refusal('kernel.period_reversed'),
      );
    }
  });

  it('are never negative, and 30/360 stays within 2 days a month end and 6 a year of the true days', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 4000 }), someCount, (from, length, dayCount) => {
        const to = addDays(from, length);
        const days = dayCountDays(from, to, dayCount);
        expect(days).toBeGreaterThanOrEqual(0);
        if (dayCount === '30/360') {
          expect(Math.abs(days - length)).toBeLessThanOrEqual(3 + Math.ceil(length / 365) * 6);
        } else {
          expect(days).toBe(daysBetween(from, to));
        }
      }),
    );
  });
});

describe('simpleInterest', () => {
  it.each<[string, string, string, string, DayCount, Rounding, string]>([
    ['1000000.00 CNY', '0.045', '2026-01-01', '2026-07-01', 'ACT/360', 'half_even', '22625.00'],
    ['1000000.00 CNY', '0.045', '2026-01-01', '2026-07-01', 'ACT/365', 'half_even', '22315.07'],
    ['1000000.00 CNY', '0.045', '2026-01-01', '2026-07-01', '30/360', 'half_even', '22500.00'],
    ['800000.00 CNY', '0.0365', '2024-02-28', '2024-03-01', 'ACT/365', 'half_even', '160.00'],
    ['100.00 CNY', '0.18', '2026-01-01', '2026-01-02', 'ACT/360', 'half_even', '0.05'],
    ['1.00 CNY', '0.018', '2026-01-01', '2026-04-11', 'ACT/360', 'half_even', '0.00'],
    ['1.00 CNY', '0.018', '2026-01-01', '2026-04-11', 'ACT/360', 'half_up', '0.01'],
    ['3.00 CNY', '0.018', '2026-01-01', '2026-04-11', 'ACT/360', 'half_even', '0.02'],
    ['1.00 CNY', '0.018', '2026-01-01', '2026-04-11', 'ACT/360', 'up', '0.01'],
    ['1.99 CNY', '0.36', '2026-01-01', '2026-01-11', 'ACT/360', 'down', '0.01'],
    ['1000000 JPY', '0.01', '2026-01-01', '2026-01-02', 'ACT/365', 'half_even', '27'],
    ['500.00 CNY', '0', '2026-01-01', '2026-07-01', 'ACT/360', 'up', '0.00'],
    ['500.00 CNY', '0.1', '2026-01-01', '2026-01-01', 'ACT/360', 'up', '0.00'],
  ])('on %s at %s from %s to %s (%s, %s) is %s', (principal, rate, from, to, count, round, expected) => {
    const [amount = '', currency = ''] = principal.split(' ');
    expect(
      simpleInterest(money(amount, currency), rate, localDate(from), localDate(to), count, round),
    ).toEqual(money(expected, currency));
  });

  it('refuses a period that ends before it starts', () => {
    expect(() =>
      simpleInterest(
        money('1', 'CNY'),
        '0.1',
        localDate('2026-01-02'),
        localDate('2026-01-01'),
        '30/360',
        'half_even',
      ),
    ).toThrow(refusal('kernel.period_reversed'));
  });

  it('agrees with whole-number arithmetic, rounded down', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 14n }),
        fc.bigInt({ min: 0n, max: 10n ** 5n }),
        someDay,
        fc.integer({ min: 0, max: 400 }),
        (cents, rateMillionths, from, days) => {
          const principal = money(new Decimal(cents.toString()).div(100), 'CNY');
          const rate = new Decimal(rateMillionths.toString()).div(1_000_000).toFixed();
          const interest = simpleInterest(principal, rate, from, addDays(from, days), 'ACT/360', 'down');
          const expected = (cents * rateMillionths * BigInt(days)) / 360_000_000n;
          expect(interest.amount.replace('.', '')).toBe(expected.toString().padStart(3, '0'));
        },
      ),
    );
  });

  it('of two adjoining periods is that of the whole, to within a cent, and grows with time', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom<DayCount>('ACT/360', 'ACT/365'),
        (from, first, second, dayCount) => {
          const principal = money('1234567.89', 'CNY');
          const middle = addDays(from, first);
          const to = addDays(middle, second);
          const whole = simpleInterest(principal, '0.0617', from, to, dayCount, 'half_even');
          const early = simpleInterest(principal, '0.0617', from, middle, dayCount, 'half_even');
          const late = simpleInterest(principal, '0.0617', middle, to, dayCount, 'half_even');
          expect(new Decimal(addMoney(early, late).amount).minus(whole.amount).abs().lte('0.01')).toBe(true);
          expect(compareMoney(early, whole)).not.toBe(1);
          expect(isZero(early)).toBe(first === 0);
        },
      ),
    );
  });
});
