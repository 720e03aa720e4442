// How long a deal is registered, and how its advance spreads over debtors.
import fc from 'fast-check';
import { addDays, addMonths, daysBetween, localDate, money, sumMoney } from '#kernel';
import { registrationTermMonths, startedMonths, sumByDebtor } from './deal';

describe('the months of a registration', () => {
  it.each([
    ['2026-06-01', '2026-06-01', 0],
    ['2026-06-01', '2026-06-02', 1],
    ['2026-06-01', '2026-07-01', 1],
    ['2026-06-01', '2026-07-02', 2],
    ['2026-06-30', '2026-07-01', 1],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-03-01', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-02-29', '2025-03-01', 13],
  ])('from %s to %s: %d started', (from, to, months) => {
    expect(startedMonths(localDate(from), localDate(to))).toBe(months);
  });

  it('are the fewest that reach the day', () => {
    const start = localDate('2024-01-01');
    const days = fc.integer({ min: 0, max: 1500 });
    fc.assert(
      fc.property(days, days, (first, more) => {
        const from = addDays(start, first);
        const to = addDays(from, more);
        const months = startedMonths(from, to);
        expect(daysBetween(to, addMonths(from, months))).toBeGreaterThanOrEqual(0);
        if (months > 0) expect(daysBetween(to, addMonths(from, months - 1))).toBeLessThan(0);
      }),
    );
  });

  it.each([
    ['2026-06-01', '2026-08-31', 6, 9],
    ['2026-06-01', '2026-06-01', 0, 1],
    ['2026-06-01', '2090-06-01', 6, 360],
  ])('from %s to %s and %d more: a term of %d', (from, to, extra, term) => {
    expect(registrationTermMonths(localDate(from), localDate(to), extra)).toBe(term);
  });
});

describe('one sum for each debtor', () => {
  const draw = (debtorId: string, amount: string) => ({ debtorId, amount: money(amount, 'CNY') });

  it('comes in the order in which limits are locked', () => {
    expect(sumByDebtor([draw('b', '1'), draw('a', '2'), draw('b', '0.5')])).toEqual([
      draw('a', '2'),
      draw('b', '1.5'),
    ]);
    expect(sumByDebtor([])).toEqual([]);
  });

  it('loses nothing', () => {
    const draws = fc.array(
      fc.record({ debtorId: fc.constantFrom('a', 'b', 'c'), cents: fc.integer({ min: 0, max: 10_000 }) }),
    );
    fc.assert(
      fc.property(draws, (given) => {
        const all = given.map(({ debtorId, cents }) => draw(debtorId, (cents / 100).toFixed(2)));
        const amounts = (list: typeof all) =>
          sumMoney(
            list.map(({ amount }) => amount),
            'CNY',
          );
        expect(amounts([...sumByDebtor(all)])).toEqual(amounts(all));
      }),
    );
  });
});
