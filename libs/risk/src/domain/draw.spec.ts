import fc from 'fast-check';
import { compareMoney, Decimal, type DomainError, money, newId, sumMoney } from '#kernel';
import { type Draw, lineFitting, wantedOf } from './draw';
import type { LimitLine } from './limit-line';

const cny = (amount: string) => money(amount, 'CNY');
const line = (limit: string, used: string): LimitLine => ({
  ...{ id: newId(1), financierId: newId(1), debtorId: 'd', currency: 'CNY' },
  ...{ limit: cny(limit), used: cny(used), excess: cny('0'), version: 1, setAt: new Date(0) },
});
const draw = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c'),
    fc.constantFrom('CNY', 'USD'),
    fc.integer({ min: 1, max: 100_000_000 }),
  )
  .map(([debtorId, currency, cents]): Draw => ({
    debtorId,
    amount: money(new Decimal(cents).div(100), currency),
  }));

const refusal = (work: () => unknown): DomainError | null => {
  try {
    work();
  } catch (error) {
    return error as DomainError;
  }
  return null;
};

describe('draws', () => {
  it('are summed per debtor and currency, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(draw, { maxLength: 30 }), (draws) => {
        const wanted = wantedOf(draws);
        expect(new Set(wanted.map(({ debtorId, currency }) => debtorId + currency)).size).toBe(wanted.length);
        for (const one of wanted) {
          const own = draws.filter(
            ({ debtorId, amount }) => debtorId === one.debtorId && amount.currency === one.currency,
          );
          expect(one.amount).toEqual(
            sumMoney(
              own.map(({ amount }) => amount),
              one.currency,
            ),
          );
        }
        const debtors = new Set(draws.map(({ debtorId, amount }) => debtorId + amount.currency));
        expect(wanted).toHaveLength(debtors.size);
      }),
    );
  });

  it.each(['0.00', '-1.00'])('of %s are a mistake of ours', (amount) => {
    expect(() => wantedOf([{ debtorId: 'a', amount: cny(amount) }])).toThrow('above zero');
  });
});

describe('a draw on a line', () => {
  const wanted = (amount: string) => ({ debtorId: 'd', currency: 'CNY', amount: cny(amount) });

  it.each([
    ['100.00', '0.00', '100.00'],
    ['100.00', '99.99', '0.01'],
  ])('of %s with %s in use takes %s', (limit, used, amount) => {
    const own = line(limit, used);
    expect(lineFitting(own, wanted(amount))).toBe(own);
  });

  it.each([
    ['100.00', '0.00', '100.01', '100.00'],
    ['100.00', '100.00', '0.01', '0.00'],
    ['50.00', '80.00', '0.01', '0.00'],
    ['0.00', '0.00', '0.01', '0.00'],
  ])('of %s with %s in use has no room for %s', (limit, used, amount, headroom) => {
    expect(refusal(() => lineFitting(line(limit, used), wanted(amount)))).toMatchObject({
      code: 'risk.limit_exceeded',
      kind: 'refused',
      details: {
        ...{ debtorId: 'd', currency: 'CNY', limit: cny(limit), used: cny(used) },
        ...{ headroom: cny(headroom), wanted: cny(amount) },
      },
    });
  });

  it('tells limit and use in its details only, not in its sentences', () => {
    const error = refusal(() => lineFitting(line('7777.00', '5555.00'), wanted('3333.00')));
    const sentences = [error?.text, error?.fix].flatMap((text) => [text?.en, text?.zh]).join();
    expect(sentences).toContain('3333.00');
    expect(sentences).not.toMatch(/7777|5555|2222/);
  });

  it('needs a line', () => {
    expect(refusal(() => lineFitting(undefined, wanted('0.01')))).toMatchObject({
      code: 'risk.limit_missing',
      kind: 'refused',
      details: { debtorId: 'd', currency: 'CNY', wanted: cny('0.01') },
    });
  });

  it('fits exactly when use and draw together reach no further than the limit', () => {
    const cents = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(cents, cents, cents, (limit, used, amount) => {
        const [l, u, a] = [limit, used, amount + 1].map((n) => cny(new Decimal(n).div(100).toFixed(2)));
        if (!l || !u || !a) throw new Error('three amounts');
        const fits = compareMoney(sumMoney([u, a], 'CNY'), l) <= 0;
        expect(refusal(() => lineFitting(line(l.amount, u.amount), wanted(a.amount))) === null).toBe(fits);
      }),
    );
  });
});
