import fc from 'fast-check';
import { Decimal, money } from '#kernel';
import { countingFrom, type Tranche, tranchesOf } from './tranches';

const part = (since: string, amount: string | null, currency = 'CNY'): Tranche => ({
  since,
  amount: amount === null ? null : money(amount, currency),
});

describe('tranchesOf', () => {
  it.each<[string, Tranche[], Tranche[]]>([
    ['one that never changed', [part('1', '100')], [part('1', '100')]],
    [
      'raised: the raise counts from then',
      [part('1', '100'), part('3', '250')],
      [part('1', '100'), part('3', '150')],
    ],
    ['lowered: the rank stays', [part('1', '100'), part('3', '60')], [part('1', '60')]],
    [
      'lowered and raised again: what was given up does not come back',
      [part('1', '100'), part('3', '60'), part('5', '100')],
      [part('1', '60'), part('5', '40')],
    ],
    [
      'lowered after two raises: the youngest goes first',
      [part('1', '100'), part('3', '200'), part('5', '300'), part('7', '150')],
      [part('1', '100'), part('3', '50')],
    ],
    ['without limit from a day on', [part('1', '100'), part('3', null)], [part('1', '100'), part('3', null)]],
    ['limited after all', [part('1', null), part('3', '100')], [part('1', '100')]],
    ['without limit all along', [part('1', null), part('3', null)], [part('1', null)]],
    ['in another currency', [part('1', '100'), part('3', '100', 'USD')], [part('3', '100', 'USD')]],
  ])('%s', (_, steps, parts) => {
    expect(tranchesOf(steps)).toEqual(parts);
  });

  it('lets an amount keep the rank of a time just as far as the maximum never fell below it since', () => {
    const amount = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 9 }), (maxima) => {
        const steps = maxima.map((one, index) => part(String(index), one === null ? null : String(one)));
        const parts = tranchesOf(steps);
        maxima.forEach((_, since) => {
          const least = Math.min(...maxima.slice(since).map((one) => one ?? Infinity));
          const ranked = parts.filter((one) => Number(one.since) <= since);
          const sum = ranked.reduce((all, one) => all.plus(one.amount?.amount ?? Infinity), new Decimal(0));
          expect(sum.toNumber()).toBe(least);
        });
      }),
    );
  });
});

describe('countingFrom', () => {
  const parts = [part('1', '100'), part('3', '50'), part('5', null)];
  it.each<[string, Tranche[]]>([
    ['0', parts],
    ['1', parts],
    ['4', [part('4', '150'), part('5', null)]],
    ['6', [part('6', null)]],
  ])('from %s', (since, counted) => {
    expect(countingFrom(parts, since)).toEqual(counted);
  });
});
