// Worked examples of the true cost, and the identities that hold for every offer.
import fc from 'fast-check';
import {
  addMoney,
  compareMoney,
  DAY_COUNTS,
  Decimal,
  isNegative,
  localDate,
  money,
  type Money,
  sumMoney,
  WorkingCalendar,
} from '#kernel';
import { type PricedTerms, priceOffer } from './pricing';

const cny = (amount: string) => money(amount, 'CNY');
const holiday = { date: localDate('2026-10-01'), kind: 'off' as const, name: null };
const calendar = new WorkingCalendar([holiday], [2026]);
const today = localDate('2026-06-01');
/** Monday, 91 days later. */
const monday = localDate('2026-08-31');

const terms = (over: Partial<PricedTerms> = {}): PricedTerms => ({
  advanceRate: '0.8',
  rateAnnual: '0.06',
  dayCount: 'ACT/360',
  fees: [],
  surplusTo: 'supplier',
  ...over,
});
const item = (amount: string, dueDate = monday) => ({ amount: cny(amount), dueDate });

describe('the price of an offer', () => {
  it.each([
    {
      // 80 000 x 6 % x 91 / 360 = 1 213.333...; taken from the reserve of 20 000.
      what: 'interest from the reserve, surplus to the supplier',
      given: terms(),
      price: {
        advance: '80000.00',
        reserve: '20000.00',
        interest: '1213.33',
        interestUpFront: '0.00',
        released: '18786.67',
        forgone: '0.00',
        netCash: '80000.00',
        totalCost: '1213.33',
        simpleRate: '0.060833',
        allInRate: '0.062236',
      },
    },
    {
      what: 'a fee as well',
      given: terms({ fees: [cny('500')] }),
      price: {
        advance: '80000.00',
        reserve: '20000.00',
        interest: '1213.33',
        interestUpFront: '0.00',
        released: '18786.67',
        forgone: '0.00',
        netCash: '79500.00',
        totalCost: '1713.33',
        simpleRate: '0.086442',
        allInRate: '0.089287',
      },
    },
    {
      what: 'the surplus stays with the financier',
      given: terms({ surplusTo: 'financier' }),
      price: {
        advance: '80000.00',
        reserve: '20000.00',
        interest: '1213.33',
        interestUpFront: '0.00',
        released: '0.00',
        forgone: '18786.67',
        netCash: '80000.00',
        totalCost: '20000.00',
        simpleRate: '1.002747',
        allInRate: '1.447400',
      },
    },
    {
      // Nothing is held back, so 100 000 x 6 % x 91 / 360 = 1 516.67 is deducted at once.
      what: 'everything advanced: interest up front',
      given: terms({ advanceRate: '1' }),
      price: {
        advance: '100000.00',
        reserve: '0.00',
        interest: '1516.67',
        interestUpFront: '1516.67',
        released: '0.00',
        forgone: '0.00',
        netCash: '98483.33',
        totalCost: '1516.67',
        simpleRate: '0.061770',
        allInRate: '0.063217',
      },
    },
    {
      // 99 500 x 6 % x 91 / 360 = 1 509.083...; 500 of it from the reserve, the rest up front.
      what: 'a reserve that carries a part of the interest',
      given: terms({ advanceRate: '0.995' }),
      price: {
        advance: '99500.00',
        reserve: '500.00',
        interest: '1509.08',
        interestUpFront: '1009.08',
        released: '0.00',
        forgone: '0.00',
        netCash: '98490.92',
        totalCost: '1509.08',
        simpleRate: '0.061456',
        allInRate: '0.062889',
      },
    },
    {
      what: 'no interest and no fee: free',
      given: terms({ rateAnnual: '0' }),
      price: {
        advance: '80000.00',
        reserve: '20000.00',
        interest: '0.00',
        interestUpFront: '0.00',
        released: '20000.00',
        forgone: '0.00',
        netCash: '80000.00',
        totalCost: '0.00',
        simpleRate: '0.000000',
        allInRate: '0.000000',
      },
    },
  ])('$what', ({ given, price }) => {
    const found = priceOffer(given, [item('100000')], today, calendar);
    expect({
      advance: found.advance.amount,
      reserve: found.reserve.amount,
      interest: found.interest.amount,
      interestUpFront: found.interestUpFront.amount,
      released: found.released.amount,
      forgone: found.forgone.amount,
      netCash: found.netCash.amount,
      totalCost: found.totalCost.amount,
      simpleRate: found.simpleRate,
      allInRate: found.allInRate,
    }).toEqual(price);
    expect(found.days).toBe('91.00');
  });

  it('accrues to the next working day', () => {
    const saturday = priceOffer(terms(), [item('100000', localDate('2026-08-29'))], today, calendar);
    expect(saturday.items[0]?.settlesOn).toBe(monday);
    expect(saturday.interest.amount).toBe('1213.33');
    const onHoliday = priceOffer(terms(), [item('100000', localDate('2026-10-01'))], today, calendar);
    expect(onHoliday.items[0]?.settlesOn).toBe('2026-10-02');
    expect(onHoliday.calendarPublished).toBe(true);
    const nextYear = priceOffer(terms(), [item('100000', localDate('2027-03-01'))], today, calendar);
    expect(nextYear.calendarPublished).toBe(false);
  });

  it('rounds the advance of each item half-even', () => {
    const found = priceOffer(terms({ advanceRate: '0.5' }), [item('0.01'), item('0.03')], today, calendar);
    expect(found.items.map(({ advance }) => advance.amount)).toEqual(['0.00', '0.02']);
  });

  it('weighs the days of several items by amount and dates the receipts', () => {
    const items = [item('30000', localDate('2026-09-30')), item('10000', localDate('2026-07-01'))];
    const found = priceOffer(terms(), items, today, calendar);
    expect(found.days).toBe('98.25');
    expect(found.receipts.map(({ date, amount }) => [date, amount.amount])).toEqual([
      ['2026-06-01', '32000.00'],
      ['2026-07-01', '1960.00'],
      ['2026-09-30', '5516.00'],
    ]);
  });

  it('has no rate when the fees eat the advance', () => {
    const found = priceOffer(terms({ fees: [cny('80000')] }), [item('100000')], today, calendar);
    expect(found).toMatchObject({ simpleRate: null, allInRate: null, noRate: 'no_net_cash' });
  });

  it('is never asked for an item that is due already', () => {
    expect(() => priceOffer(terms(), [item('100', today)], today, calendar)).toThrow('before it falls due');
    expect(() => priceOffer(terms(), [], today, calendar)).toThrow('at least one item');
  });
});

describe('whatever is offered', () => {
  const amounts = fc
    .integer({ min: 100, max: 100_000_000 })
    .map((cents) => cny(new Decimal(cents).div(100).toFixed(2)));
  const dueDates = fc.integer({ min: 8, max: 360 }).map((days) => {
    const due = new Date(Date.UTC(2026, 5, 1 + days)).toISOString().slice(0, 10);
    return localDate(due);
  });
  const items = fc.array(fc.record({ amount: amounts, dueDate: dueDates }), { minLength: 1, maxLength: 4 });
  const fraction = (most: number) =>
    fc.integer({ min: 0, max: most }).map((parts) => new Decimal(parts).div(10_000).toFixed(4));
  const anyTerms = fc.record({
    advanceRate: fc
      .integer({ min: 5000, max: 10_000 })
      .map((parts) => new Decimal(parts).div(10_000).toFixed(4)),
    rateAnnual: fraction(3600),
    dayCount: fc.constantFrom(...DAY_COUNTS),
    fees: fc.array(
      fc.integer({ min: 1, max: 20 }).map((cents) => cny(new Decimal(cents).div(100).toFixed(2))),
      { maxLength: 2 },
    ),
    surplusTo: fc.constantFrom('supplier' as const, 'financier' as const),
  });
  const runs = { numRuns: 80 };
  const plus = (all: readonly Money[]) => sumMoney(all, 'CNY');

  it('nothing is lost: receipts + cost = amount, item by item and in all', () => {
    fc.assert(
      fc.property(anyTerms, items, (given, list) => {
        const price = priceOffer(given, list, today, calendar);
        const receipts = plus(price.receipts.map(({ amount }) => amount));
        expect(addMoney(receipts, price.totalCost)).toEqual(price.amount);
        expect(addMoney(price.advance, price.reserve)).toEqual(price.amount);
        expect(plus([price.interest, price.fees, price.forgone])).toEqual(price.totalCost);
        for (const one of price.items) {
          const carried = plus([one.interest, one.released, one.forgone]);
          expect(carried).toEqual(addMoney(one.reserve, one.interestUpFront));
          expect([one.advance, one.reserve, one.interest, one.released, one.forgone].some(isNegative)).toBe(
            false,
          );
        }
      }),
      runs,
    );
  });

  it('a higher annual rate never costs less and never pays more', () => {
    fc.assert(
      fc.property(anyTerms, items, fraction(2000), (given, list, more) => {
        const dear = { ...given, rateAnnual: new Decimal(given.rateAnnual).plus(more).toFixed(4) };
        expectDearer(priceOffer(given, list, today, calendar), priceOffer(dear, list, today, calendar));
      }),
      runs,
    );
  });

  it('another fee costs exactly the fee, and raises the rates', () => {
    fc.assert(
      fc.property(anyTerms, items, (given, list) => {
        const fee = cny('0.05');
        const cheap = priceOffer(given, list, today, calendar);
        const dear = priceOffer({ ...given, fees: [...given.fees, fee] }, list, today, calendar);
        expect(dear.totalCost).toEqual(addMoney(cheap.totalCost, fee));
        expectDearer(cheap, dear);
      }),
      runs,
    );
  });

  function expectDearer(cheap: ReturnType<typeof priceOffer>, dear: ReturnType<typeof priceOffer>): void {
    expect(compareMoney(dear.totalCost, cheap.totalCost)).toBeGreaterThanOrEqual(0);
    expect(compareMoney(dear.netCash, cheap.netCash)).toBeLessThanOrEqual(0);
    if (dear.allInRate === null) return;
    expect(new Decimal(dear.allInRate).gte(cheap.allInRate ?? '10000')).toBe(true);
    expect(new Decimal(dear.simpleRate ?? '0').gte(cheap.simpleRate ?? '0')).toBe(true);
  }
});
