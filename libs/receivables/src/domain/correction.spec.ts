import fc from 'fast-check';
import { addMoney, compareMoney, localDate, money, sumMoney, zero } from '#kernel';
import { reduce, spread } from './correction';
import { canBecome, RECEIVABLE_STATES } from './receivable';
import { receivableForTest } from './receivable-for-test';

const cny = (amount: string) => money(amount, 'CNY');
const asked = { listedAt: new Date('2026-02-01T00:00:00Z'), answerBy: localDate('2026-03-03') };
const answeredAt = new Date('2026-01-25T00:00:00Z');

describe('a correction', () => {
  it.each([
    ['listed', null, '0', 'listed', '700.00', null, false],
    ['draft', null, '0', 'draft', '700.00', null, false],
    ['confirmed', '1000.00', '0', 'listed', '700.00', null, true],
    ['part_disputed', '700.00', '0', 'confirmed', '700.00', '700.00', false],
    ['part_disputed', '600.00', '0', 'part_disputed', '700.00', '600.00', false],
    ['part_disputed', '900.00', '0', 'listed', '700.00', null, true],
    ['confirmed', '1000.00', '200', 'frozen', '700.00', '700.00', false],
    ['confirmed', '1000.00', '900', 'frozen', '900.00', '900.00', false],
    ['frozen', '1000.00', '0', 'frozen', '700.00', '700.00', false],
    ['rejected', '0', '0', 'rejected', '700.00', '0.00', false],
    ['settled', '1000.00', '0', 'settled', '1000.00', '1000.00', false],
  ] as const)(
    'of 300 on 1000 %s (confirmed %s, claimed %s)',
    (state, confirmed, claimed, next, payable, kept, supersedes) => {
      const before = receivableForTest({
        ...{ state, confirmed: confirmed === null ? null : cny(confirmed) },
        answeredAt: confirmed === null ? null : answeredAt,
      });
      const { receivable, ...said } = reduce(before, cny('300'), cny(claimed), asked);
      expect(receivable).toMatchObject({ state: next, payable: cny(payable), version: 2 });
      expect(receivable.confirmed).toEqual(kept === null ? null : cny(kept));
      expect(said.supersedes).toBe(supersedes);
      expect(addMoney(said.applied, said.excess)).toEqual(cny('300'));
    },
  );

  it('of everything voids what nobody financed', () => {
    const { receivable, excess } = reduce(receivableForTest(), cny('1200'), cny('0'), asked);
    expect(receivable).toMatchObject({ state: 'void', payable: cny('0') });
    expect(excess).toEqual(cny('200'));
  });

  it('never takes what is claimed, loses nothing, and moves only as states may', () => {
    const cents = (most: number) =>
      fc.integer({ min: 1, max: most }).map((units) => cny((units / 100).toFixed(2)));
    fc.assert(
      fc.property(
        fc.constantFrom(...RECEIVABLE_STATES),
        cents(200_000),
        cents(100_000),
        (state, amount, claimed) => {
          const before = receivableForTest({ state, confirmed: cny('1000'), answeredAt });
          const { receivable, applied, excess } = reduce(before, amount, claimed, asked);
          expect(compareMoney(receivable.payable, claimed)).toBeGreaterThanOrEqual(0);
          expect(addMoney(applied, excess)).toEqual(amount);
          expect(addMoney(receivable.payable, applied)).toEqual(before.payable);
          const isMove = receivable.state !== state && state !== 'draft' && state !== 'rejected';
          if (isMove) expect(canBecome(state, receivable.state)).toBe(true);
        },
      ),
    );
  });

  it('is spread over what it names without a remainder', () => {
    const payables = [cny('100'), cny('250'), cny('50')];
    expect(spread(cny('300'), payables)).toEqual([cny('100'), cny('200'), cny('0')]);
    expect(sumMoney(spread(cny('999.99'), payables), 'CNY')).toEqual(cny('999.99'));
    expect(spread(zero('CNY'), [])).toEqual([]);
  });
});
