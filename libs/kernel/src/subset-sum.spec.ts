import fc from 'fast-check';
import { combinationOf } from './subset-sum';

describe('a combination', () => {
  it.each([
    ['two of three', [3n, 5n, 9n], 12n, {}, { positions: [0, 2], unique: true }],
    ['one alone', [3n, 5n], 5n, {}, { positions: [1], unique: true }],
    ['two ways', [3n, 5n, 8n], 8n, {}, { positions: [0, 1], unique: false }],
    ['as many as are allowed', [1n, 2n, 4n], 7n, { mostParts: 3 }, { positions: [0, 1, 2], unique: true }],
  ] as const)('of %s', (_, values, target, bounds, expected) =>
    expect(combinationOf(values, target, bounds)).toEqual(expected),
  );

  it.each([
    ['no sum fits', [3n, 5n], 7n, {}],
    ['more parts are needed than allowed', [1n, 2n, 4n], 7n, { mostParts: 2 }],
    ['nothing is asked for', [3n], 0n, {}],
    ['there is nothing', [], 3n, {}],
  ] as const)('is not found where %s', (_, values, target, bounds) =>
    expect(combinationOf(values, target, bounds)).toBeNull(),
  );

  it('is not called the only one when the search was cut short', () => {
    const values = Array.from({ length: 30 }, () => 1n);
    expect(combinationOf([5n, ...values], 5n, { mostSteps: 1 })?.unique).not.toBe(true);
  });

  it('sums to what was asked, and is found wherever there is one', () => {
    const values = fc.array(fc.bigInt({ min: 1n, max: 1000n }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(values, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (list, chosen) => {
        const target = list.reduce((sum, value, index) => (chosen[index] ? sum + value : sum), 0n);
        const found = combinationOf(list, target);
        if (target === 0n) return expect(found).toBeNull();
        const sum = found?.positions.reduce((all, position) => all + (list[position] ?? 0n), 0n);
        expect(sum).toBe(target);
      }),
    );
  });
});
