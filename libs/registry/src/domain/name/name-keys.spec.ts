import fc from 'fast-check';
import { hanTables } from '../../data/rows/han-tables';
import { hash, nameKeys, nameProbe } from './name-keys';
import { judgeLetters, judgeName, lettersOf, slipsOf } from './name-match';
import { nameProfile } from './name-profile';
import { toleranceOf } from './tolerance';

const profile = (name: string) => nameProfile(name, hanTables);
const bitCount = (bits: bigint) => bits.toString(2).replaceAll('0', '').length;

/** What the store's query does. */
function isCandidate(asked: string, stored: string): boolean {
  const probe = nameProbe(profile(asked));
  const wanted = new Set(probe.keys);
  return nameKeys(profile(stored)).some(
    ({ key, sketch }) =>
      wanted.has(key) &&
      (sketch === null ||
        probe.sketches.some((one) => bitCount(BigInt(one.sketch) ^ BigInt(sketch)) <= one.flips)),
  );
}

type Slip = {
  readonly kind: 'change' | 'drop' | 'add' | 'swap';
  readonly at: number;
  readonly letter: string;
};
const slips = (letters: readonly string[]) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom<Slip['kind'][]>('change', 'drop', 'add', 'swap'),
      at: fc.nat(30),
      letter: fc.constantFrom(...letters),
    }),
    { minLength: 1, maxLength: 2 },
  );

function mistyped(name: string, all: readonly Slip[]): string {
  const letters = Array.from(name);
  for (const { kind, at, letter } of all) {
    const place = at % letters.length;
    if (kind === 'change') letters[place] = letter;
    else if (kind === 'drop') letters.splice(place, 1);
    else if (kind === 'add') letters.splice(place, 0, letter);
    else letters.splice(place, 2, ...letters.slice(place, place + 2).reverse());
  }
  return letters.join('');
}

const LATIN = Array.from('qwrtplkjhzxvm7');
const HAN = Array.from('明远华东重工海川嘉禾瑞丰锦程');

describe('the keys of a name', () => {
  it.each([
    ['Latin', LATIN, 4, 24],
    ['Chinese', HAN, 3, 12],
  ])('let no name escape that is within its slips, wherever they are: %s', (_, letters, min, max) => {
    const name = fc
      .array(fc.constantFrom(...letters), { minLength: min, maxLength: max })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(name, slips(letters), (stored, all) => {
        const asked = mistyped(stored, all);
        fc.pre(asked !== '');
        const [one, other] = [profile(asked).cores[0], profile(stored).cores[0]];
        const { slips: count, forgiven } = slipsOf(lettersOf(one), lettersOf(other));
        fc.pre(count <= forgiven);
        expect(isCandidate(asked, stored)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leave nothing but the letters to judge where they share a part only', () => {
    const words = fc.constantFrom(
      ...'acme akme trading tradnig ltd limited one 1 一 明远 明近 科技 上海 有限公司 有限工司 (杭州)'.split(
        ' ',
      ),
    );
    const pair = fc
      .tuple(fc.array(words, { minLength: 2, maxLength: 4 }), fc.nat(3), words, fc.constantFrom('', ' '))
      .map(
        ([stored, at, other, blank]) =>
          [stored.with(at % stored.length, other).join(blank), stored.join(blank)] as const,
      );
    const seen = { judged: 0, apart: 0 };
    fc.assert(
      fc.property(pair, ([asked, stored]) => {
        const [one, other] = [profile(asked), profile(stored)];
        const wanted = new Set(nameProbe(one).keys);
        const shared = nameKeys(other).filter(({ key }) => wanted.has(key));
        const whole = shared.some(({ sketch }) => sketch === null);
        fc.pre(shared.length > 0 && !whole);
        const verdict = judgeName(one, other);
        seen[verdict === null ? 'apart' : 'judged']++;
        expect(judgeLetters(one.cores.map(lettersOf), other.cores.map(lettersOf))).toEqual(verdict);
      }),
      { numRuns: 200 },
    );
    expect(Math.min(seen.judged, seen.apart)).toBeGreaterThan(5);
  });

  it('tell most other names apart', () => {
    expect(isCandidate('杭州明远科技有限公司', '杭州华东重工有限公司')).toBe(false);
    expect(isCandidate('Acme Trading Ltd', 'Falkland Dairy Farm Ltd')).toBe(false);
  });

  it('are few: as many parts as slips are forgiven and one more, and at most five for the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (name) => {
        const one = profile(name);
        const parts = one.cores.reduce((sum, core) => sum + toleranceOf(core) + 1, 0);
        expect(nameKeys(one).length).toBeLessThanOrEqual(parts + 5);
        expect(nameKeys(one).length).toBeGreaterThan(0);
      }),
    );
  });

  it('are whole numbers that PostgreSQL and JavaScript both hold', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(Number.isSafeInteger(hash(text)) && hash(text) >= 0).toBe(true);
      }),
    );
    expect(hash('a')).not.toBe(hash('b'));
  });
});
