// What the screen of ranks works out by itself: where each bar begins, and the order of everything that happened.
import type { View } from '../../../api/client';
import { momentsOf, partsOf, suppositionOf } from './ranks-shown';

type Answer = View<'PriorityView'>;
type Rank = Answer['ranks'][number];
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const rank = (number: string, over: Partial<Rank> = {}): Rank => ({
  ...{ rank: 1, rule: 'registered_earlier', article: '', since: null, share: null, secures: null },
  ...{ origin: 'registered', kind: 'factoring', number, securedParties: ['A'], statutory: null, events: [] },
  ...over,
});

it('lets each bar begin where the one before ended', () => {
  const ranks = ['600.00', '200.00', '0.00'].map((amount, index) =>
    rank(String(index), { share: yuan(amount) }),
  );
  expect(partsOf({ ranks, payable: yuan('900.00') })).toEqual([
    { from: 0, width: 66.67 },
    { from: 66.67, width: 22.22 },
    { from: 88.89, width: 0 },
  ]);
  expect(partsOf({ ranks, payable: null })[0]).toEqual({ from: 0, width: 0 });
});

it('puts everything in time to the microsecond, the asked moment after what happened at it', () => {
  const at = (micros: string) => `2026-11-22T08:00:00.${micros}Z`;
  const answer: Answer = {
    ...{ at: at('000002'), standing: 'registered_here_only', unranked: [], payable: null, rest: null },
    ...{ filingCount: 2, complete: true },
    ranks: [
      rank('1', {
        events: [{ kind: 'registered', at: at('000002'), until: '2027-11-22T16:00:00.000000Z' }],
        statutory: { number: 'ZD', registeredAt: '2026-11-22T08:00:00Z' },
      }),
      rank('2', {
        events: [
          { kind: 'registered', at: at('000001'), until: '2027-11-22T16:00:00.000000Z' },
          { kind: 'cancelled', at: at('000003'), until: null },
        ],
      }),
    ],
    agreements: [{ juniorNumber: '1', seniorNumber: '2', from: at('000004'), until: null }],
  };
  expect(momentsOf(answer).map(({ word, of }) => `${word} ${of}`)).toEqual([
    'statutory A · 1',
    'registered A · 2',
    'registered A · 1',
    'here ',
    'cancelled A · 2',
    'agreed ',
    'ends A · 1',
  ]);
});

it('tells a raised maximum amount as such, and what befell the whole registration once', () => {
  const empty = {
    ...{ standing: 'registered_here_only' as const, unranked: [], agreements: [], payable: null, rest: null },
    ...{ filingCount: 1, complete: true },
  };
  const end = '2027-01-01T00:00:00.000000Z';
  const registered = (at: string) => ({ kind: 'registered' as const, at, until: end });
  const ranks = [
    rank('1', { events: [registered('2026-01-01T00:00:00.000000Z')] }),
    rank('1', { rule: 'raised_later', events: [registered('2026-03-01T00:00:00.000000Z')] }),
  ];
  const at = '2026-06-01T00:00:00Z';
  const words = momentsOf({ ...empty, ranks, at }).map(({ word }) => word);
  expect(words).toEqual(['registered', 'raised', 'here', 'ends']);
});

it('asks what would be only when all of it is chosen', () => {
  expect(suppositionOf({ kind: 'nothing', ended: '1' })).toEqual({});
  expect(suppositionOf({ kind: 'registered' })).toEqual({ registered: 'now' });
  expect(suppositionOf({ kind: 'released' })).toEqual({});
  expect(suppositionOf({ kind: 'released', released: '1' })).toEqual({ released: '1' });
  expect(suppositionOf({ kind: 'subordinated', junior: '1' })).toEqual({});
  expect(suppositionOf({ kind: 'subordinated', junior: '1', senior: '1' })).toEqual({});
  expect(suppositionOf({ kind: 'subordinated', junior: '1', senior: '2' })).toEqual({
    junior: '1',
    senior: '2',
  });
});
