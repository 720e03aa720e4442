// The effective annual rate against figures known from elsewhere, and against its own definition.
import fc from 'fast-check';
import { addDays, Decimal, localDate, money } from '#kernel';
import { annualRate } from './annual-rate';

const start = localDate('2026-01-01');
const flow = (date: string, amount: string) => ({ date: localDate(date), amount: money(amount, 'CNY') });
const after = (days: number, amount: string) => ({
  date: addDays(start, days),
  amount: money(amount, 'CNY'),
});

describe('the annual rate of dated flows', () => {
  it.each([
    { what: 'a year at 10 %', flows: [after(0, '1000'), after(365, '-1100')], rate: '0.100000' },
    { what: 'two years at 10 %', flows: [after(0, '1000'), after(730, '-1210')], rate: '0.100000' },
    { what: 'no cost', flows: [after(0, '1000'), after(90, '-1000')], rate: '0.000000' },
    { what: 'a gain', flows: [after(0, '1000'), after(365, '-900')], rate: '-0.100000' },
    // (1 / 0.98) ^ (365 / 30) - 1 = 0.278643...
    { what: '2 % for 30 days', flows: [after(0, '98'), after(30, '-100')], rate: '0.278643' },
    // The published example of the spreadsheet function XIRR, with its signs turned: 0.373362535.
    {
      what: 'four instalments',
      flows: [
        flow('2008-01-01', '10000'),
        flow('2008-03-01', '-2750'),
        flow('2008-10-30', '-4250'),
        flow('2009-02-15', '-3250'),
        flow('2009-04-01', '-2750'),
      ],
      rate: '0.373363',
    },
    {
      what: 'flows of one day in any order',
      flows: [after(365, '-600'), after(0, '400'), after(0, '600'), after(365, '-500')],
      rate: '0.100000',
    },
  ])('$what: $rate', ({ flows, rate }) => {
    expect(annualRate(flows)).toEqual({ rate, reason: null });
  });

  it.each([
    { what: 'no flow', flows: [], reason: 'no_net_cash' },
    { what: 'nothing received first', flows: [after(0, '0'), after(30, '-100')], reason: 'no_net_cash' },
    { what: 'paid to get nothing', flows: [after(0, '-5'), after(30, '-100')], reason: 'no_net_cash' },
    { what: 'nothing owed later', flows: [after(0, '100'), after(30, '0')], reason: 'no_time' },
    { what: 'all on one day', flows: [after(0, '100'), after(0, '-90')], reason: 'no_time' },
    { what: 'half the money for a week', flows: [after(0, '50'), after(7, '-100')], reason: 'beyond_scale' },
    { what: 'almost all given back', flows: [after(0, '100'), after(7, '-0.01')], reason: 'beyond_scale' },
  ])('has none: $what', ({ flows, reason }) => {
    expect(annualRate(flows)).toEqual({ rate: null, reason });
  });

  it('is a mistake of ours when money comes later', () => {
    expect(() => annualRate([after(0, '100'), after(30, '1')])).toThrow('only the first date brings money');
  });

  it('discounts the later flows to the first one', () => {
    const dues = fc.array(
      fc.record({ days: fc.integer({ min: 7, max: 400 }), cents: fc.integer({ min: 1, max: 1_000_000 }) }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(dues, fc.integer({ min: 0, max: 20 }), (owed, costPercent) => {
        const cents = owed.reduce((sum, { cents: part }) => sum + part, 0);
        const got = new Decimal(cents)
          .times(100 - costPercent)
          .div(10_000)
          .toDecimalPlaces(2, Decimal.ROUND_DOWN);
        fc.pre(got.gt(1));
        const given = owed.map(({ days, cents: part }) => ({
          date: addDays(start, days),
          amount: money(new Decimal(-part).div(100), 'CNY'),
        }));
        const found = annualRate([{ date: start, amount: money(got, 'CNY') }, ...given]);
        if (found.rate === null) return found.reason === 'beyond_scale';
        const worth = (rate: Decimal) =>
          owed.reduce(
            (sum, { days, cents: part }) =>
              sum.plus(new Decimal(part).div(100).div(rate.plus(1).pow(new Decimal(days).div(365)))),
            new Decimal(0),
          );
        const rate = new Decimal(found.rate);
        const half = '0.00000051';
        return worth(rate.minus(half)).gte(got) && worth(rate.plus(half)).lte(got);
      }),
      { numRuns: 60 },
    );
  });
});
