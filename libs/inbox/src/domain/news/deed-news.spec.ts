// What deeds ask and tell, and that the doer is not told of their own doing.
import { ENTRY_RULES, TASK_KINDS } from '../entry';
import { DEED_NEWS, isNews, newsOf } from './deed-news';
import type { DeedDone } from './news';

const deed = (given: Partial<DeedDone> & Pick<DeedDone, 'action'>): DeedDone => ({
  ...{ id: 'deed', subjectId: 'it', userId: 'doer', organisationId: 'us', visibleTo: [], details: {} },
  ...given,
});

describe('an answer of the first person', () => {
  const proposed = deed({
    action: 'receivables.answer_proposed',
    details: { channel: 'portal', receivableId: 'bill' },
  });

  it('asks a colleague, and not its maker', () =>
    expect(newsOf(proposed).wishes).toEqual([
      { organisationId: 'us', kind: 'answer_to_check', subjectId: 'it', notFor: 'doer' },
    ]));

  it('asks nobody when it is a line of a file, which is checked as a whole', () =>
    expect(isNews({ ...proposed, details: { channel: 'file' } })).toBe(false));

  it('is closed by the second person', () =>
    expect(newsOf({ ...proposed, action: 'receivables.answer_approved' }).endings).toEqual([
      { kind: 'answer_to_check', subjectId: 'it', state: 'done' },
    ]));
});

it('asks the supplier to compare, by the time the first offer ends, on its request', () => {
  const details = { requestId: 'request', validUntil: '2026-12-01T00:00:00.000Z' };
  const made = deed({ action: 'factoring.offer_made', visibleTo: ['supplier'], details });
  expect(newsOf(made).wishes).toEqual([
    {
      ...{ organisationId: 'supplier', kind: 'offers_to_compare', subjectId: 'request' },
      dueAt: new Date(details.validUntil),
    },
  ]);
});

it('tells both sides of a payout that came back, and asks the financier to instruct it anew', () => {
  const back = deed({
    action: 'settlement.payout_returned',
    ...{ userId: null, organisationId: null, visibleTo: ['supplier', 'bank'], details: { dealId: 'deal' } },
  });
  expect(newsOf(back).wishes).toEqual([
    { organisationId: 'supplier', kind: 'payout_failed', subjectId: 'it' },
    { organisationId: 'bank', kind: 'payout_failed', subjectId: 'it' },
    { organisationId: 'bank', kind: 'payout_to_instruct', subjectId: 'deal' },
  ]);
});

it('lets a payment that the platform matched fall away, and one that a person allocated be done', () => {
  const ending = (userId: string | null) =>
    newsOf(deed({ action: 'settlement.payment_allocated', userId })).endings[0]?.state;
  expect([ending('clerk'), ending(null)]).toEqual(['done', 'void']);
});

it('asks the operators, whichever they are, to verify an account, and tells its holder the outcome', () => {
  expect(newsOf(deed({ action: 'parties.account_proposed' })).wishes).toMatchObject([
    { organisationId: null, kind: 'account_to_verify' },
  ]);
  const verified = deed({ action: 'parties.account_verified', visibleTo: ['holder'] });
  expect(newsOf(verified).wishes).toMatchObject([{ organisationId: 'holder', kind: 'account_verified' }]);
});

it('tells a person that their password was changed, themselves too', () => {
  const changed = deed({ action: 'identity.password_changed', subjectId: 'doer' });
  expect(newsOf(changed).wishes).toMatchObject([{ organisationId: 'us', personId: 'doer' }]);
});

it('tells nothing of a deed that it does not know, nor of a registration that comes with a deal', () => {
  expect(isNews(deed({ action: 'nobody.knows_this' }))).toBe(false);
  const filed = deed({ action: 'registry.filing_made', visibleTo: ['other'], details: { origin: 'deal' } });
  expect(isNews(filed)).toBe(false);
  expect(isNews({ ...filed, details: { origin: 'user' } })).toBe(true);
});

it('ends every task that it asks for, and ends nothing that is not a task', () => {
  const whole = Object.keys(DEED_NEWS).map((action) =>
    newsOf(deed({ action, visibleTo: ['a', 'b'], details: { userId: 'u', holderId: 'h' } })),
  );
  const asked = whole
    .flatMap(({ wishes }) => wishes.map(({ kind }) => kind))
    .filter((kind) => ENTRY_RULES[kind].task);
  const ended = new Set(whole.flatMap(({ endings }) => endings.map(({ kind }) => kind)));
  expect([...new Set(asked)].filter((kind) => !ended.has(kind))).toEqual([]);
  expect([...ended].filter((kind) => !TASK_KINDS.includes(kind))).toEqual([]);
});
