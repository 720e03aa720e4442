// Every pair of states, allowed and refused, and what each table must never allow.
import {
  DEAL_MOVES,
  DEAL_STATES,
  mayMove,
  moved,
  NOTICE_MOVES,
  NOTICE_STATES,
  OFFER_MOVES,
  OFFER_STATES,
  REQUEST_MOVES,
  REQUEST_STATES,
} from './states';

type Allowed = readonly (readonly [from: string, to: string])[];

const request: Allowed = [
  ['open', 'closed'],
  ['open', 'expired'],
  ['open', 'withdrawn'],
];
const offer: Allowed = [
  ['committed', 'live'],
  ['committed', 'lapsed'],
  ['committed', 'withdrawn'],
  ['live', 'accepted'],
  ['live', 'lapsed'],
  ['live', 'withdrawn'],
  ['live', 'rejected'],
];
const deal: Allowed = [
  ['accepted', 'funded'],
  ['funded', 'accepted'],
  ['funded', 'matured'],
  ['funded', 'recourse'],
  ['funded', 'settled'],
  ['matured', 'overdue'],
  ['matured', 'settled'],
  ['overdue', 'recourse'],
  ['overdue', 'settled'],
  ['overdue', 'written_off'],
  ['recourse', 'bought_back'],
  ['recourse', 'settled'],
  ['recourse', 'written_off'],
];
const notice: Allowed = [
  ['issued', 'arrived'],
  ['arrived', 'acknowledged'],
  ['arrived', 'objected'],
  ['objected', 'acknowledged'],
];

describe.each([
  { name: 'request', table: REQUEST_MOVES, states: REQUEST_STATES, allowed: request },
  { name: 'offer', table: OFFER_MOVES, states: OFFER_STATES, allowed: offer },
  { name: 'deal', table: DEAL_MOVES, states: DEAL_STATES, allowed: deal },
  { name: 'notice', table: NOTICE_MOVES, states: NOTICE_STATES, allowed: notice },
])('the states of a $name', ({ table, states, allowed }) => {
  const moves = table as Readonly<Record<string, readonly string[]>>;
  const pairs = states.flatMap((from) => states.map((to) => ({ from, to })));

  it.each(pairs)('from $from to $to', ({ from, to }) => {
    const expected = allowed.some(([a, b]) => a === from && b === to);
    expect(mayMove(moves, from, to)).toBe(expected);
    if (expected) expect(moved(moves, from, to)).toBe(to);
    else expect(() => moved(moves, from, to)).toThrow(`nothing leads from ${from} to ${to}`);
  });

  it('cannot be changed while running', () => {
    expect(Object.isFrozen(moves)).toBe(true);
    expect(Object.values(moves).every((targets) => Object.isFrozen(targets))).toBe(true);
  });
});
