// The plan for an amount of cash, by the real solver, against every combination there is.
import fc from 'fast-check';
import { type CashNeed, type Choice, leftOutFor } from '../../domain/need/cash-need';
import { cheapestWay, type Solver } from '../../domain/need/cheapest-way';
import { solveProgramme } from './solve-programme';

const solve: Solver = (programme) => solveProgramme({ programme, seconds: 10 });
const RUNS = 60;

interface Best {
  readonly cost: bigint;
  readonly netCash: bigint;
  readonly isReached: boolean;
}

/** A second, slower model of its own: every subset, by what it says of itself. */
function exhaustive({ wanted, choices, headrooms }: CashNeed): Best {
  let best: Best = { cost: 0n, netCash: 0n, isReached: wanted <= 0n };
  for (let subset = 0; subset < 2 ** choices.length; subset += 1) {
    const taken = choices.filter((_, at) => Math.floor(subset / 2 ** at) % 2 === 1);
    const receivables = taken.flatMap(({ covers }) => covers);
    if (new Set(receivables).size < receivables.length) continue;
    const drawn = new Map<string, bigint>();
    for (const { limit, amount } of taken.flatMap(({ draws }) => draws))
      drawn.set(limit, (drawn.get(limit) ?? 0n) + amount);
    if ([...drawn].some(([limit, amount]) => amount > (headrooms.get(limit) ?? 0n))) continue;
    const netCash = taken.reduce((sum, one) => sum + one.netCash, 0n);
    const cost = taken.reduce((sum, one) => sum + one.cost, 0n);
    const isReached = netCash >= wanted;
    const isBetter =
      isReached !== best.isReached ? isReached : isReached ? cost < best.cost : netCash > best.netCash;
    if (isBetter) best = { cost, netCash, isReached };
  }
  return best;
}

const cents = (most: number) => fc.bigInt({ min: 0n, max: BigInt(most) });
const someChoice = (id: number): fc.Arbitrary<Choice> =>
  fc.record({
    id: fc.constant(String(id)),
    netCash: cents(10_000_000_000).map((amount) => amount + 1n),
    cost: cents(900_000_000),
    covers: fc.uniqueArray(fc.constantFrom('R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9'), {
      minLength: 1,
      maxLength: 3,
    }),
    draws: fc.array(fc.record({ limit: fc.constantFrom('L1', 'L2'), amount: cents(10_000_000_000) }), {
      maxLength: 2,
    }),
  });
const someNeed: fc.Arbitrary<CashNeed> = fc.record({
  wanted: cents(30_000_000_000).map((amount) => amount + 1n),
  choices: fc
    .integer({ min: 0, max: 15 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, id) => someChoice(id)))),
  headrooms: fc
    .record({ L1: cents(20_000_000_000), L2: cents(20_000_000_000) })
    .map((all) => new Map(Object.entries(all))),
});

it('costs what the best of all combinations costs, to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(someNeed, async (need) => {
      const way = await cheapestWay(need, solve);
      const best = exhaustive(need);
      expect(way?.isReached).toBe(best.isReached);
      if (best.isReached) expect(way?.cost).toBe(best.cost);
      else expect(way?.netCash).toBe(best.netCash);
      expect(way?.gap).toBe(0);
    }),
    { numRuns: RUNS },
  );
}, 60_000);

const choice = (id: string, netCash: bigint, cost: bigint, given: Partial<Choice> = {}): Choice => ({
  ...{ id, netCash, cost, covers: [id], draws: [] },
  ...given,
});
const need = (wanted: bigint, choices: readonly Choice[], limit = 0n): CashNeed => ({
  ...{ wanted, choices },
  headrooms: new Map([['L', limit]]),
});
const namesOf = ({ choices }: CashNeed, taken: readonly boolean[] | undefined) =>
  choices.filter((_, at) => taken?.[at]).map(({ id }) => id);

it.each<[string, CashNeed, string[], boolean]>([
  ['takes the cheaper one', need(100n, [choice('a', 100n, 5n), choice('b', 120n, 4n)]), ['b'], true],
  [
    'takes two small ones rather than a dear large one',
    need(100n, [choice('a', 60n, 2n), choice('b', 50n, 2n), choice('c', 500n, 9n)]),
    ['a', 'b'],
    true,
  ],
  [
    'takes one of two offers on the same receivable',
    need(150n, [
      choice('a', 100n, 1n, { covers: ['R'] }),
      choice('b', 100n, 2n, { covers: ['R', 'S'] }),
      choice('c', 50n, 9n),
    ]),
    ['a', 'c'],
    true,
  ],
  [
    'keeps within a limit that two of them draw on',
    need(
      150n,
      [
        choice('a', 100n, 1n, { draws: [{ limit: 'L', amount: 100n }] }),
        choice('b', 100n, 1n, { draws: [{ limit: 'L', amount: 100n }] }),
        choice('c', 100n, 9n),
      ],
      100n,
    ),
    ['a', 'c'],
    true,
  ],
  [
    'gives the most there is when it is not enough',
    need(100n, [choice('a', 40n, 1n), choice('b', 30n, 1n)]),
    ['a', 'b'],
    false,
  ],
  ['is nothing where nothing is offered', need(100n, []), [], false],
])('%s', async (_what, given, names, isReached) => {
  const way = await cheapestWay(given, solve);
  const found = namesOf(given, way?.taken);
  expect({ names: names.length === found.length ? found.sort() : found, isReached: way?.isReached }).toEqual({
    names,
    isReached,
  });
});

it('says why an offer is left out', () => {
  const given = need(
    100n,
    [
      choice('a', 100n, 1n, { covers: ['R'], draws: [{ limit: 'L', amount: 100n }] }),
      choice('b', 100n, 2n, { covers: ['R'] }),
      choice('c', 100n, 2n, { draws: [{ limit: 'L', amount: 1n }] }),
      choice('d', 100n, 2n),
    ],
    100n,
  );
  const taken = [true, false, false, false];
  expect([1, 2, 3].map((column) => leftOutFor(given, taken, column))).toEqual([
    'receivable_taken',
    'limit_used_up',
    'dearer',
  ]);
});

it('asks again for what a solver missed by a hair, and takes no answer that does not hold', async () => {
  const given = need(100n, [choice('a', 99n, 1n), choice('b', 101n, 2n)]);
  const asked: (bigint | null | undefined)[] = [];
  const careless: Solver = (programme) => {
    asked.push(programme.rows[0]?.least);
    return Promise.resolve({ taken: [asked.length === 1, asked.length > 1], isImpossible: false, bound: 2 });
  };
  expect((await cheapestWay(given, careless))?.taken).toEqual([false, true]);
  expect(asked).toEqual([100n, 101n]);
  const wrong: Solver = () => Promise.resolve({ taken: [true, false], isImpossible: false, bound: 1 });
  expect(await cheapestWay(given, wrong)).toBeNull();
});
