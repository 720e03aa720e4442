// Worked examples of a receivable of 100,000.00 with an advance of 80,000.00 at 7.2 % ACT/360 for 60 days: its interest
// is 16.00 a day, 960.00 in all, and 19,040.00 of the reserve was promised back to the supplier.
import fc from 'fast-check';
import {
  addDays,
  addMoney,
  compareMoney,
  Decimal,
  isNegative,
  isZero,
  localDate,
  type Money,
  money,
  sumMoney,
  zero,
} from '#kernel';
import {
  accrue,
  type AccrualTerms,
  entitlementsOf,
  openingPosition,
  type Position,
  receive,
  shortfallOf,
  type Split,
} from './waterfall';

const cny = (amount: string) => money(amount, 'CNY');
const fundedOn = localDate('2026-03-02');
const due = addDays(fundedOn, 60);
const terms: AccrualTerms = {
  rateAnnual: '0.072',
  dayCount: 'ACT/360',
  settlesOn: due,
  lateRateAnnual: '0.108',
};
const start = openingPosition({
  amount: cny('100000'),
  advance: cny('80000'),
  interestUpFront: cny('0'),
  released: cny('19040'),
  fundedOn,
});

const PARTS = ['fees', 'interest', 'lateInterest', 'principal', 'reserve', 'surplus', 'overpaid'] as const;

function shown(split: Split): string {
  return PARTS.filter((part) => !isZero(split[part]))
    .map((part) => `${part} ${split[part].amount}`)
    .join(', ');
}

interface Payment {
  readonly day: number;
  readonly cash: string;
}

/** Each payment on its day after funding, split, and where the item stands in the end. */
function play(payments: readonly Payment[], change: Partial<Position> = {}, rates = terms) {
  let position: Position = { ...start, ...change };
  const splits = payments.map(({ day, cash }) => {
    const { split, after } = receive(accrue(position, rates, addDays(fundedOn, day)), cny(cash), 'supplier');
    position = after;
    return shown(split);
  });
  return { splits, position };
}

describe('worked examples', () => {
  test.each<[string, Payment[], Partial<Position>, string[]]>([
    [
      'paid in full when due',
      [{ day: 60, cash: '100000' }],
      {},
      ['interest 960.00, principal 80000.00, reserve 19040.00'],
    ],
    [
      'paid ten days early: ten days cost nothing',
      [{ day: 50, cash: '100000' }],
      {},
      ['interest 800.00, principal 80000.00, reserve 19040.00, surplus 160.00'],
    ],
    [
      'paid ten days late at 10.8 %: 24.00 a day',
      [{ day: 70, cash: '100000' }],
      {},
      ['interest 960.00, lateInterest 240.00, principal 80000.00, reserve 18800.00'],
    ],
    [
      'with a fee still open',
      [{ day: 60, cash: '100000' }],
      { fees: cny('300') },
      ['fees 300.00, interest 960.00, principal 80000.00, reserve 18740.00'],
    ],
    [
      'paid 500 too much',
      [{ day: 60, cash: '100500' }],
      {},
      ['interest 960.00, principal 80000.00, reserve 19040.00, overpaid 500.00'],
    ],
    [
      'paid in two parts on the day: the first covers costs first',
      [
        { day: 60, cash: '40000' },
        { day: 60, cash: '60000' },
      ],
      { fees: cny('300') },
      ['fees 300.00, interest 960.00, principal 38740.00', 'principal 41260.00, reserve 18740.00'],
    ],
    [
      'paid in two parts, thirty days apart: interest runs on what is still out',
      [
        { day: 30, cash: '50480' },
        { day: 60, cash: '49520' },
      ],
      {},
      [
        'interest 480.00, principal 50000.00',
        'interest 180.00, principal 30000.00, reserve 19040.00, surplus 300.00',
      ],
    ],
    [
      'paid a little: it does not even cover the interest',
      [{ day: 60, cash: '500' }],
      {},
      ['interest 500.00'],
    ],
    ['paid nothing', [{ day: 60, cash: '0' }], {}, ['']],
    [
      'with interest deducted up front',
      [{ day: 60, cash: '100000' }],
      { prepaidInterest: cny('900') },
      ['interest 60.00, principal 80000.00, reserve 19040.00, surplus 900.00'],
    ],
  ])('%s', (_, payments, change, expected) => expect(play(payments, change).splits).toEqual(expected));

  test('late without an agreed late rate goes on at the agreed rate', () => {
    const { splits } = play([{ day: 70, cash: '100000' }], {}, { ...terms, lateRateAnnual: null });
    expect(splits).toEqual(['interest 960.00, lateInterest 160.00, principal 80000.00, reserve 18880.00']);
  });

  test.each([
    ['supplier', { financier: '80960.00', supplier: '19040.00', payer: '5.00' }],
    ['financier', { financier: '100000.00', supplier: '0.00', payer: '5.00' }],
  ] as const)('surplus of %s, where no reserve was promised', (surplusTo, expected) => {
    const due60 = accrue({ ...start, reserve: cny('0') }, terms, due);
    const { split } = receive(due60, cny('100005'), surplusTo);
    expect(split.surplus.amount).toBe('19040.00');
    const { financier, supplier, payer } = entitlementsOf(split);
    expect({ financier: financier.amount, supplier: supplier.amount, payer: payer.amount }).toEqual(expected);
  });

  test('the release of a reserve is not surplus, even where the financier keeps that', () => {
    const { split } = receive(accrue(start, terms, addDays(due, -10)), cny('100000'), 'financier');
    expect(entitlementsOf(split)).toMatchObject({
      supplier: { amount: '19040.00' },
      financier: { amount: '80960.00' },
    });
  });

  test('what a receivable that shrank cannot bring is a shortfall', () => {
    const { position } = play([{ day: 60, cash: '70000' }], { claim: cny('70000') });
    expect(position.claim.amount).toBe('0.00');
    expect(shortfallOf(position).amount).toBe('10960.00');
    expect(shortfallOf(start).amount).toBe('0.00');
  });

  test('time does not run backwards', () => {
    const later = accrue(start, terms, due);
    expect(accrue(later, terms, fundedOn)).toEqual(later);
  });

  test('money is never less than nothing', () => {
    expect(() => receive(start, cny('-1'), 'supplier')).toThrow('invariant');
    expect(() => receive({ ...start, principal: cny('-1') }, cny('1'), 'supplier')).toThrow('invariant');
    expect(() => receive(start, money('1', 'USD'), 'supplier')).toThrow('invariant');
  });
});

describe('any item and any payments', () => {
  const cents = (max: number) =>
    fc.integer({ min: 0, max }).map((value) => money(new Decimal(value).div(100), 'CNY'));
  const position: fc.Arbitrary<Position> = fc.record({
    claim: cents(2_000_000),
    fees: cents(5_000),
    interest: cents(20_000),
    lateInterest: cents(5_000),
    principal: cents(1_500_000),
    prepaidInterest: cents(9_000),
    reserve: cents(300_000),
    accruedTo: fc.constant(fundedOn),
  });
  const surplusTo = fc.constantFrom('supplier' as const, 'financier' as const);
  const history = fc.array(fc.record({ days: fc.nat(40), cash: cents(900_000) }), { maxLength: 8 });
  const total = (amounts: readonly Money[]) => sumMoney(amounts, 'CNY');

  test('cash in = fees + interest + principal + reserve + surplus + overpaid, and nothing is negative', () => {
    fc.assert(
      fc.property(position, history, surplusTo, (opening, payments, to) => {
        let now = opening;
        let day = fundedOn;
        const used = new Map(PARTS.map((part) => [part, zero('CNY')]));
        for (const { days, cash } of payments) {
          day = addDays(day, days);
          const { split, after } = receive(accrue(now, terms, day), cash, to);
          expect(total(PARTS.map((part) => split[part]))).toEqual(cash);
          const { financier, supplier, payer } = entitlementsOf(split);
          expect(total([financier, supplier, payer])).toEqual(cash);
          for (const part of PARTS) {
            expect(isNegative(split[part])).toBe(false);
            used.set(part, addMoney(used.get(part) ?? zero('CNY'), split[part]));
          }
          for (const open of [after.claim, after.fees, after.interest, after.principal, after.reserve])
            expect(isNegative(open)).toBe(false);
          if (!isZero(split.surplus)) expect(isZero(after.principal) && isZero(after.reserve)).toBe(true);
          if (!isZero(split.overpaid)) expect(isZero(after.claim)).toBe(true);
          now = after;
        }
        const principal = addMoney(now.principal, used.get('principal') ?? zero('CNY'));
        expect(principal).toEqual(opening.principal);
        const collected = PARTS.filter((part) => part !== 'overpaid').map(
          (part) => used.get(part) ?? zero('CNY'),
        );
        expect(addMoney(now.claim, total(collected))).toEqual(opening.claim);
      }),
      { numRuns: 1000 },
    );
  });

  test('two payments on one day do what their sum does', () => {
    fc.assert(
      fc.property(position, cents(900_000), cents(900_000), surplusTo, (opening, one, two, to) => {
        const first = receive(opening, one, to);
        const second = receive(first.after, two, to);
        const both = receive(opening, addMoney(one, two), to);
        expect(second.after).toEqual(both.after);
        for (const part of PARTS)
          expect(addMoney(first.split[part], second.split[part])).toEqual(both.split[part]);
      }),
      { numRuns: 500 },
    );
  });

  test('more money never leaves anybody with less', () => {
    fc.assert(
      fc.property(position, cents(900_000), cents(9_000), surplusTo, (opening, cash, more, to) => {
        const low = entitlementsOf(receive(opening, cash, to).split);
        const high = entitlementsOf(receive(opening, addMoney(cash, more), to).split);
        for (const who of ['financier', 'supplier', 'payer'] as const)
          expect(compareMoney(high[who], low[who])).not.toBe(-1);
      }),
      { numRuns: 300 },
    );
  });
});
