import { money } from '#kernel';
import { rankAt } from '../priority/rank';
import {
  rankedStatement,
  registerTime,
  type Statement,
  statementFaults,
  type UnregisteredClaim,
} from './unregistered-claim';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const stated: Statement = {
  assetKey: 'invoice:1',
  kind: 'assignment',
  holder: '某保理公司',
  amount: money('100', 'CNY'),
  concludedAt: '2026-11-01T00:00:00Z',
  noticeArrivedAt: '2026-11-03T00:00:00Z',
  evidence: 'Contract 7; receipt of the courier',
};
const rules = (over: Partial<Statement>) =>
  statementFaults({ ...stated, ...over }, NOW).map(({ pointer, rule }) => `${pointer} ${rule}`);

describe('statementFaults', () => {
  it.each<[string, Partial<Statement>]>([
    ['with a notice', {}],
    ['without one', { noticeArrivedAt: null }],
    ['for all there is', { amount: null }],
    ['noticed at once', { noticeArrivedAt: stated.concludedAt }],
  ])('takes a claim %s', (_, over) => expect(rules(over)).toEqual([]));

  it.each<[string, Partial<Statement>]>([
    ['/assetKey registry.asset_key_malformed', { assetKey: ' a' }],
    ['/holder registry.name_missing', { holder: ' ' }],
    ['/amount/amount registry.amount_not_positive', { amount: money('0', 'CNY') }],
    ['/concludedAt registry.time_ahead', { concludedAt: '2026-11-23T00:00:00Z', noticeArrivedAt: null }],
    ['/concludedAt registry.time_before_register', { concludedAt: '1969-12-31T23:59:59Z' }],
    ['/noticeArrivedAt registry.time_ahead', { noticeArrivedAt: '2026-11-23T00:00:00Z' }],
    ['/noticeArrivedAt registry.notice_before_contract', { noticeArrivedAt: '2026-10-31T00:00:00Z' }],
  ])('refuses with %s', (expected, over) => expect(rules(over)).toContain(expected));
});

it('ranks by its notice, from its contract on until its holder ends it', () => {
  const claim: UnregisteredClaim = {
    ...{ ...stated, id: 'x' as UnregisteredClaim['id'], statedAt: '', endReason: null },
    concludedAt: registerTime(stated.concludedAt),
    noticeArrivedAt: registerTime('2026-11-03T00:00:00Z'),
    endedAt: registerTime('2026-11-20T00:00:00Z'),
  };
  const at = (text: string) => {
    const { standings, unranked } = rankAt([rankedStatement(claim)], BigInt(Date.parse(text)) * 1_000n);
    return standings[0]?.rule ?? unranked[0]?.reason;
  };
  expect(at('2026-10-31T23:59:59Z')).toBe('not_yet');
  expect(at('2026-11-02T00:00:00Z')).toBe('pro_rata');
  expect(at('2026-11-03T00:00:00Z')).toBe('noticed_earlier');
  expect(at('2026-11-20T00:00:00Z')).toBe('ended');
});
