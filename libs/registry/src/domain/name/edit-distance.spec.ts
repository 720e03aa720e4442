import fc from 'fast-check';
import { editDistance } from './edit-distance';

/** The definition itself, without a table. */
function byDefinition(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const ways = [
    byDefinition(restA, restB) + (a[0] === b[0] ? 0 : 1),
    byDefinition(restA, b) + 1,
    byDefinition(a, restB) + 1,
  ];
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(...ways, ...(swapped ? [byDefinition(a.slice(2), b.slice(2)) + 1] : []));
}
const word = fc.array(fc.constantFrom('a', 'b', '明'), { maxLength: 6 });

describe('editDistance', () => {
  it('is what its definition says, as far as it counts', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 6 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(byDefinition(a, b), most + 1));
      }),
    );
  });

  it.each([
    ['明远', '名远', 1],
    ['acme', 'amce', 1],
    ['acme', 'acme', 0],
    ['', 'ab', 2],
    ['abc', 'xyz', 3],
  ])('%s and %s: %d', (a, b, slips) => {
    expect(editDistance(Array.from(a), Array.from(b), 3)).toBe(slips);
  });
});
