import fc from 'fast-check';
import { fewPartsOf } from './few-parts';

const any = () => true;

/** Every choice of so many positions. */
function choices(of: number, parts: number, from = 0): number[][] {
  if (parts === 0) return [[]];
  return Array.from({ length: Math.max(of - from, 0) }, (_, step) => from + step).flatMap((first) =>
    choices(of, parts - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

describe('few parts', () => {
  it.each([
    ['two', [3, 5, 9], 12, 5, [0, 2]],
    ['one', [7, 100], 7, 5, [0]],
    ['three', [1, 2, 4, 100], 7, 3, [0, 1, 2]],
    ['four', [1, 2, 4, 8, 100], 15, 4, [0, 1, 2, 3]],
    ['five', [1, 2, 4, 8, 16], 31, 5, [0, 1, 2, 3, 4]],
    ['values that come twice', [5, 5, 5], 10, 2, [0, 1]],
  ])('are %s', (_, values, target, most, expected) =>
    expect([...(fewPartsOf(values, target, most, any) ?? [])].sort((a, b) => a - b)).toEqual(expected),
  );

  it.each([
    ['nothing fits', [3, 5], 7, 5],
    ['one would be taken twice', [5, 3], 10, 5],
    ['there are too many of them', [1, 2, 4], 7, 2],
    ['nothing is asked for', [3], 0, 5],
    ['there is nothing', [], 7, 5],
  ])('are none where %s', (_, values, target, most) =>
    expect(fewPartsOf(values, target, most, any)).toBeNull(),
  );

  it('are others where the first are not accepted', () => {
    const found = fewPartsOf([1, 4, 2, 3], 5, 2, (positions) => positions.includes(2));
    expect([...(found ?? [])].sort()).toEqual([2, 3]);
  });

  it('are found wherever trying every choice finds some, and sum to the target', () => {
    const values = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 2, max: 120 }),
        fc.integer({ min: 2, max: 5 }),
        (list, target, most) => {
          const sumOf = (positions: readonly number[]) =>
            positions.reduce((sum, position) => sum + (list[position] ?? 0), 0);
          const isThere = [1, 2, 3, 4, 5].some(
            (parts) => parts <= most && choices(list.length, parts).some((one) => sumOf(one) === target),
          );
          const found = fewPartsOf(list, target, most, any);
          expect(found !== null).toBe(isThere);
          if (!found) return;
          expect(new Set(found).size).toBe(found.length);
          expect(found.length).toBeLessThanOrEqual(most);
          expect(sumOf(found)).toBe(target);
        },
      ),
    );
  });
});
