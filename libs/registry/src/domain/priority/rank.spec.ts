import fc from 'fast-check';
import { addMoney, money, sumMoney } from '#kernel';
import type { ClaimEvent, ClaimKind, RankedClaim, Subordination } from './claim';
import { flowDown } from './flow';
import { rankAt } from './rank';
import { rankIf } from './what-if';

const DAY = 86_400_000_000n;
const event = (kind: ClaimEvent['kind'], at: bigint, until: bigint | null = null): ClaimEvent => ({
  kind,
  at,
  until,
});
const registered = (at: bigint, until = 1_000n) => event('registered', at, until);
const claim = (id: string, kind: ClaimKind, ...events: ClaimEvent[]): RankedClaim => ({
  ...{ id, kind, events },
  amount: money('100', 'CNY'),
  deliveredAt: null,
});
const said = (claims: readonly RankedClaim[], at: bigint, subordinations: readonly Subordination[] = []) =>
  rankAt(claims, at, subordinations).standings.map(
    ({ claim: { id }, rank, rule }) => `${rank} ${id} ${rule}`,
  );

describe('rankAt', () => {
  it.each<[string, RankedClaim[], bigint, string[]]>([
    [
      'of two factorings the earlier registered (768)',
      [claim('b', 'factoring', registered(5n)), claim('a', 'factoring', registered(9n))],
      10n,
      ['1 b registered_earlier', '2 a registered_earlier'],
    ],
    [
      'registered before noticed, however early the notice (768)',
      [claim('a', 'factoring', event('notice_arrived', 1n)), claim('b', 'factoring', registered(9n))],
      10n,
      ['1 b registered_earlier', '2 a noticed_earlier'],
    ],
    [
      'the first notice, where nobody registered (768)',
      [
        claim('a', 'factoring', event('notice_arrived', 4n)),
        claim('b', 'assignment', event('notice_arrived', 3n)),
      ],
      10n,
      ['1 b noticed_earlier', '2 a noticed_earlier'],
    ],
    [
      'in proportion, where there is neither (768)',
      [claim('a', 'factoring'), claim('b', 'factoring')],
      10n,
      ['1 a pro_rata', '1 b pro_rata'],
    ],
    [
      'factoring, pledge and assignment in one order (interpretation on security 66)',
      [
        claim('a', 'assignment', registered(3n)),
        claim('b', 'pledge', registered(2n)),
        claim('c', 'factoring', registered(4n)),
      ],
      10n,
      ['1 b registered_earlier', '2 a registered_earlier', '3 c registered_earlier'],
    ],
    [
      'nothing for a pledge that is not registered (445)',
      [claim('a', 'pledge', event('notice_arrived', 1n)), claim('b', 'factoring')],
      10n,
      ['1 b pro_rata'],
    ],
    [
      'purchase money within ten days of delivery before all others (416)',
      [
        claim('a', 'mortgage', registered(1n, 100n * DAY)),
        { ...claim('b', 'purchase_money', registered(9n * DAY, 100n * DAY)), deliveredAt: 1n },
      ],
      20n * DAY,
      ['1 b purchase_money', '2 a registered_earlier'],
    ],
    [
      'purchase money after ten days like any other (416)',
      [
        claim('a', 'mortgage', registered(1n, 100n * DAY)),
        { ...claim('b', 'purchase_money', registered(12n * DAY, 100n * DAY)), deliveredAt: 1n },
      ],
      20n * DAY,
      ['1 a registered_earlier', '2 b registered_earlier'],
    ],
    [
      'without what has lapsed, from the very instant',
      [claim('a', 'factoring', registered(1n, 10n)), claim('b', 'factoring', registered(2n))],
      10n,
      ['1 b registered_earlier'],
    ],
    [
      'with the first time after an extension before the end',
      [
        claim('a', 'factoring', registered(1n, 10n), event('extended', 9n, 30n)),
        claim('b', 'factoring', registered(2n)),
      ],
      20n,
      ['1 a registered_earlier', '2 b registered_earlier'],
    ],
    [
      'with a new time after a lapse, for an extension comes too late',
      [
        claim('a', 'factoring', registered(1n, 10n), event('extended', 11n, 30n), registered(12n)),
        claim('b', 'factoring', registered(2n)),
      ],
      20n,
      ['1 b registered_earlier', '2 a registered_earlier'],
    ],
    ['not what comes later', [claim('a', 'factoring', registered(11n))], 10n, []],
    ['not what was given up', [claim('a', 'factoring', registered(1n), event('released', 5n))], 10n, []],
  ])('puts %s', (_, claims, at, expected) => {
    expect(said(claims, at)).toEqual(expected);
  });

  it('lets a junior stand behind its senior from the day of the agreement, and nobody else worse', () => {
    const claims = ['a', 'b', 'c'].map((id, index) => claim(id, 'factoring', registered(BigInt(index + 1))));
    const agreed = [{ junior: 'a', senior: 'b', at: 5n, until: 9n }];
    expect(said(claims, 4n, agreed)[0]).toBe('1 a registered_earlier');
    expect(said(claims, 5n, agreed)).toEqual([
      '1 b registered_earlier',
      '2 a subordinated',
      '3 c registered_earlier',
    ]);
    expect(said(claims, 8n, agreed)).toEqual(said(claims, 5n, agreed));
    expect(said(claims, 9n, agreed)).toEqual(said(claims, 9n));
    const needless = [{ junior: 'c', senior: 'a', at: 1n, until: null }];
    expect(said(claims, 5n, needless)).toEqual(said(claims, 5n));
  });

  it('takes agreements in the order of their times, however they are given', () => {
    const claims = ['a', 'b', 'c'].map((id, index) => claim(id, 'factoring', registered(BigInt(index + 1))));
    const first = { junior: 'a', senior: 'b', at: 5n, until: null };
    const second = { junior: 'b', senior: 'c', at: 6n, until: null };
    expect(said(claims, 7n, [second, first])).toEqual(said(claims, 7n, [first, second]));
    expect(said(claims, 7n, [first, second])[0]).toBe('1 a subordinated');
  });

  it('has no place for a claim before it arose', () => {
    const claims = [claim('a', 'assignment', event('arose', 5n)), claim('b', 'pledge', event('arose', 2n))];
    expect(said(claims, 4n)).toEqual([]);
    expect(said(claims, 5n)).toEqual(['1 a pro_rata']);
    expect(rankAt(claims, 4n).unranked.map(({ reason }) => reason)).toEqual([
      'not_yet',
      'pledge_unregistered',
    ]);
  });

  it('lets a junior go behind what its senior was when they agreed, and not behind a later raise', () => {
    const raised = (at: bigint) => ({ ...claim('b', 'factoring', registered(at)), isRaise: true });
    const parts = [claim('a', 'factoring', registered(1n)), claim('b', 'factoring', registered(2n))];
    const others = [raised(3n), claim('c', 'factoring', registered(4n)), raised(6n)];
    const agreed = [{ junior: 'a', senior: 'b', at: 5n, until: null }];
    expect(said([...parts, ...others], 10n, agreed)).toEqual([
      '1 b registered_earlier',
      '2 b raised_later',
      '3 a subordinated',
      '4 c registered_earlier',
      '5 b raised_later',
    ]);
    const turned = [{ junior: 'b', senior: 'c', at: 5n, until: null }];
    expect(said([...parts, ...others], 10n, turned)).toEqual([
      '1 a registered_earlier',
      '2 c registered_earlier',
      '3 b subordinated',
      '4 b subordinated',
      '5 b raised_later',
    ]);
  });

  it('answers what would be: registered now, ended, released, extended, subordinated', () => {
    const claims = [claim('a', 'factoring', registered(1n, 50n)), claim('b', 'factoring', registered(2n))];
    const history = { claims, subordinations: [] };
    const ids = (...supposed: Parameters<typeof rankIf>[1]) =>
      rankIf(history, supposed, 60n).standings.map(({ claim: { id } }) => id);
    expect(ids()).toEqual(['b']);
    expect(ids({ kind: 'extend', claimId: 'a', at: 49n, until: 99n })).toEqual(['a', 'b']);
    expect(ids({ kind: 'register', claim: claim('c', 'pledge', registered(3n)) })).toEqual(['b', 'c']);
    expect(ids({ kind: 'end', claimId: 'b', at: 20n })).toEqual([]);
    expect(ids({ kind: 'release', claimId: 'b', at: 61n })).toEqual(['b']);
    const agreement = { junior: 'a', senior: 'b', at: 3n, until: null };
    const extended = { kind: 'extend', claimId: 'a', at: 49n, until: 99n } as const;
    expect(ids(extended, { kind: 'subordinate', agreement })).toEqual(['b', 'a']);
  });
});

const MOST = 12n;
interface Walker {
  readonly id: string;
  readonly kind: ClaimKind;
  since: bigint | null;
  until: bigint;
  ever: boolean;
  noticed: bigint | null;
  gone: boolean;
}
/** What each event does to the state of a claim, as a clerk would note it. */
const NOTED: Readonly<Record<ClaimEvent['kind'], (walker: Walker, one: ClaimEvent) => void>> = {
  registered: (walker, { at, until }) => {
    if (walker.since === null) [walker.since, walker.until] = [at, until ?? MOST * 9n];
    walker.ever = true;
  },
  extended: (walker, { until }) => {
    if (walker.since !== null) walker.until = until ?? walker.until;
  },
  cancelled: (walker) => {
    walker.since = null;
  },
  released: (walker) => {
    walker.gone = true;
  },
  notice_arrived: (walker, { at }) => {
    walker.noticed ??= at;
  },
  // That it is there: the walk sees by its events whether it is there yet.
  arose: () => undefined,
};

function walk({ id, kind, events }: RankedClaim, at: bigint): Walker {
  const walker: Walker = { id, kind, since: null, until: 0n, ever: false, noticed: null, gone: false };
  for (let now = 0n; now <= at; now++) {
    if (now >= walker.until) walker.since = null;
    for (const one of events) if (one.at === now) NOTED[one.kind](walker, one);
    walker.gone ||= now === at && events.length > 0 && events.every((one) => one.at > at);
  }
  return walker;
}

/** Tier and time as one number; null has no rank. */
function weight({ kind, since, noticed, ever, gone }: Walker): bigint | null {
  if (gone) return null;
  if (since !== null) return since;
  if (kind === 'pledge') return null;
  if (noticed !== null) return 1_000n + noticed;
  return ever ? null : 2_000n;
}

/** A second model: goes through time one microsecond after the other and keeps the state of each claim. */
const byWalking = (claims: readonly RankedClaim[], at: bigint): string[] =>
  claims
    .map((one) => ({ id: one.id, place: weight(walk(one, at)) }))
    .filter(({ place }) => place !== null)
    .sort((a, b) => Number((a.place ?? 0n) - (b.place ?? 0n)) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

const someEvent = fc.record({
  kind: fc.constantFrom<ClaimEvent['kind'][]>(
    'arose',
    'registered',
    'notice_arrived',
    'extended',
    'cancelled',
    'released',
  ),
  at: fc.bigInt(0n, MOST),
  until: fc.bigInt(1n, MOST).map((length) => length + 3n),
});
const someClaims = fc
  .array(
    fc.record({
      kind: fc.constantFrom<ClaimKind[]>('factoring', 'pledge', 'assignment'),
      events: fc.uniqueArray(someEvent, { maxLength: 5, selector: ({ at }) => at }),
      amount: fc.integer({ min: 1, max: 500 }),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ kind, events, amount }, index): RankedClaim => ({
      ...{ id: String.fromCharCode(97 + index), kind, deliveredAt: null },
      amount: money(String(amount), 'CNY'),
      events: events.map((one) => ({
        ...one,
        until: one.kind === 'registered' || one.kind === 'extended' ? one.at + one.until : null,
      })),
    })),
  );

describe('a random history', () => {
  it('is ranked as a walk through time ranks it, at every moment', () => {
    fc.assert(
      fc.property(someClaims, fc.bigInt(0n, MOST * 2n), (claims, at) => {
        expect(rankAt(claims, at).standings.map(({ claim: { id } }) => id)).toEqual(byWalking(claims, at));
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives every claim a rank or a reason, and only one', () => {
    fc.assert(
      fc.property(someClaims, fc.bigInt(0n, MOST * 2n), (claims, at) => {
        const { standings, unranked } = rankAt(claims, at);
        const ids = [...standings, ...unranked].map(({ claim: { id } }) => id);
        expect(ids.sort()).toEqual(claims.map(({ id }) => id));
      }),
    );
  });

  it('lets an amount flow down without losing a fen, the first ranks before the last', () => {
    fc.assert(
      fc.property(someClaims, fc.integer({ min: 0, max: 2_000 }), (claims, amount) => {
        const available = money(String(amount), 'CNY');
        const { standings } = rankAt(claims, MOST);
        const { shares, rest } = flowDown(standings, available);
        const taken = sumMoney(
          shares.map((share) => share.amount),
          'CNY',
        );
        expect(addMoney(taken, rest)).toEqual(available);
        for (const share of shares) {
          const full = standings.find((one) => one.claim.id === share.claimId)?.claim.amount;
          const later = shares.filter((one) => one.rank > share.rank);
          if (share.amount.amount !== full?.amount)
            expect(later.every((one) => one.amount.amount === '0.00')).toBe(true);
        }
      }),
    );
  });
});
