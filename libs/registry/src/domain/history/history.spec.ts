// Filings at any past instant, against a second model that keeps a whole copy after every event and never replays.
import { invariant } from '#kernel';
import type { CollateralItem } from '../filing';
import { changesBetween, type FilingContent, firstContent } from './content';
import { eventRefusal, type FilingAt, filingAt, type FilingEvent } from './history';

const EVENTS = Number(process.env['SIZE'] ?? 2_000);
const SEED = 20_261_123;

const line = (description: string): CollateralItem => ({
  assetKey: null,
  description,
  amount: null,
  payable: null,
  invoiceNumber: null,
  debtorName: null,
});
const content = (...descriptions: string[]): FilingContent =>
  firstContent({
    grantors: [],
    securedParties: [],
    collateral: descriptions.map(line),
    maximumAmount: null,
  });
const initial: FilingEvent = { kind: 'initial', at: 10n, content: content('机床'), expiresAt: 100n };
const amended = (at: bigint, before: FilingContent, after: FilingContent): FilingEvent => ({
  kind: 'amended',
  at,
  changes: changesBetween(before, after),
});
const stands = (events: readonly FilingEvent[], at: bigint): FilingAt => {
  const found = filingAt([initial, ...events], at);
  invariant(found, 'the filing was made by then');
  return found;
};

describe('a filing at an instant', () => {
  it('is nothing before it was made, lives from its time on and lapses with its term', () => {
    expect(filingAt([initial], 9n)).toBeNull();
    expect(stands([], 10n)).toMatchObject({ state: 'live', endedAt: null });
    expect(stands([], 99n).state).toBe('live');
    expect(stands([], 100n)).toMatchObject({ state: 'lapsed', endedAt: 100n });
  });

  it('lives on when it was extended before its term ended', () => {
    const extended: FilingEvent = { kind: 'extended', at: 99n, expiresAt: 200n };
    expect(stands([extended], 150n)).toMatchObject({ state: 'live', expiresAt: 200n });
    expect(stands([extended], 98n).expiresAt).toBe(100n);
  });

  it.each(['cancelled', 'revoked'] as const)('ends at the instant it is %s', (kind) => {
    expect(stands([{ kind, at: 50n }], 49n).state).toBe('live');
    expect(stands([{ kind, at: 50n }], 50n)).toMatchObject({ state: kind, endedAt: 50n });
  });

  it('counts collateral added later from its own time, and forgets what was taken out', () => {
    const [one, two, other] = [content('机床'), content('机床', '货车'), content('机床', '铣床')];
    const events = [amended(20n, one, two), amended(30n, two, one), amended(40n, one, other)];
    expect([...stands(events, 25n).since]).toEqual([
      [1, 10n],
      [2, 20n],
    ]);
    expect([...stands(events, 35n).since]).toEqual([[1, 10n]]);
    expect([...stands(events, 45n).since]).toEqual([
      [1, 10n],
      [2, 40n],
    ]);
  });
});

describe('what cannot happen', () => {
  const objection = (kind: 'objection_filed' | 'objection_lapsed', at = 20n): FilingEvent => ({
    kind,
    at,
    objection: 'a',
  });
  it.each<[string, readonly FilingEvent[], FilingEvent]>([
    ['filing_ended', [], { kind: 'extended', at: 100n, expiresAt: 200n }],
    ['filing_ended', [{ kind: 'cancelled', at: 20n }], { kind: 'revoked', at: 30n }],
    ['filing_ended', [], objection('objection_filed', 100n)],
    ['term_not_longer', [], { kind: 'extended', at: 30n, expiresAt: 100n }],
    ['objection_unknown', [], objection('objection_lapsed')],
    ['objection_known', [objection('objection_filed')], objection('objection_filed', 30n)],
  ])('%s', (refusal, before, event) => {
    expect(eventRefusal(stands(before, event.at), event)).toBe(refusal);
    expect(() => stands([...before, event], event.at)).toThrow('could happen');
  });

  it('an objection may still be withdrawn when the filing has ended', () => {
    const events: FilingEvent[] = [objection('objection_filed'), { kind: 'cancelled', at: 30n }];
    expect(eventRefusal(stands(events, 40n), objection('objection_lapsed', 40n))).toBeNull();
  });
});

interface Copy {
  readonly at: bigint;
  readonly lines: readonly (readonly [no: number, description: string, since: bigint])[];
  readonly expiresAt: bigint;
  readonly state: string;
  readonly objections: readonly string[];
}

/** Numbers below `below`, the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What the copy after an event says, worked out on the lines themselves. */
function move(last: Copy, at: bigint, draw: (below: number) => number): readonly [Copy, FilingEvent] {
  const whole = (lines: Copy['lines']): FilingContent => ({
    ...content(),
    collateral: lines.map(([no, description]) => ({ no, value: line(description) })),
  });
  const amend = (lines: Copy['lines']): readonly [Copy, FilingEvent] => [
    { ...last, at, lines },
    amended(at, whole(last.lines), whole(lines)),
  ];
  const [no, kept] = [Math.max(0, ...last.lines.map(([used]) => used)) + 1, draw(10)];
  const choice = draw(6);
  if (choice === 0 && last.lines.length < 12) return amend([...last.lines, [no, `added at ${at}`, at]]);
  if (choice === 1) return amend(last.lines.filter((_, index) => index !== kept));
  if (choice === 2)
    return amend(last.lines.map(([n, text, since], i) => [n, i === kept ? `said at ${at}` : text, since]));
  if (choice === 3) {
    const expiresAt = last.expiresAt + BigInt(1 + draw(5));
    return [
      { ...last, at, expiresAt },
      { kind: 'extended', at, expiresAt },
    ];
  }
  const [objection] = last.objections;
  if (choice === 4 && objection !== undefined)
    return [
      { ...last, at, objections: last.objections.slice(1) },
      { kind: draw(2) === 0 ? 'objection_lapsed' : 'objection_withdrawn', at, objection },
    ];
  const filed = `objection of ${at}`;
  return [
    { ...last, at, objections: [...last.objections, filed] },
    { kind: 'objection_filed', at, objection: filed },
  ];
}

it(`replays ${EVENTS} random events to the same filing as the copies, at any instant`, () => {
  const draw = seeded(SEED);
  const expiresAt = BigInt(EVENTS) * 3n;
  const events: FilingEvent[] = [{ ...initial, at: 1n, expiresAt }];
  const copies: Copy[] = [{ at: 1n, lines: [[1, '机床', 1n]], expiresAt, state: 'live', objections: [] }];
  for (let last = copies[0]; last && events.length < EVENTS; last = copies.at(-1)) {
    const [copy, event] = move(last, last.at + BigInt(1 + draw(2)), draw);
    copies.push(copy);
    events.push(event);
  }
  const end = copies.at(-1);
  invariant(end, 'there are copies');
  copies.push({ ...end, at: end.at + 1n, state: 'cancelled' });
  events.push({ kind: 'cancelled', at: end.at + 1n });
  expect(events).toHaveLength(EVENTS + 1);
  for (let asked = 0; asked < 100; asked++) {
    const instant = asked === 0 ? end.at + 5n : BigInt(1 + draw(Number(end.at)));
    const copy = copies.findLast(({ at }) => at <= instant);
    const found = filingAt(events, instant);
    const said = found?.content.collateral.map(({ no, value }) => [
      no,
      value.description,
      found.since.get(no),
    ]);
    expect(said).toEqual(copy?.lines);
    expect(found).toMatchObject({
      state: copy?.state,
      expiresAt: copy?.expiresAt,
      objections: copy?.objections,
    });
  }
});
