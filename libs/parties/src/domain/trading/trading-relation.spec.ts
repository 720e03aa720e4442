// Who may state that two trade, and who may answer.
import { DomainError, localDate } from '#kernel';
import type { OrganisationSummary } from '../organisation';
import {
  assertRelation,
  assertRelationDecision,
  RELATION_STATES,
  RELATION_TRANSITIONS,
} from './trading-relation';

const today = localDate('2026-06-01');
const firm = (id: string, ...capabilities: OrganisationSummary['capabilities'][number][]) =>
  ({ id, legalName: id, capabilities, identifiers: [], status: 'active' }) as const;
const terms = (since: string, signedOn: string) => ({
  ...{ contractNumber: ' HT-1 ', paymentTermDays: 60, noAssignmentClause: true },
  ...{ since: localDate(since), signedOn: localDate(signedOn) },
});
const supplier = firm('s', 'supplier');
const debtor = firm('d', 'core_enterprise', 'supplier');
const codeOf = (call: () => unknown): unknown => {
  try {
    call();
    return 'done';
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
};

it('takes terms as they are, today at the latest', () => {
  expect(assertRelation(terms('2026-06-01', '2020-01-01'), supplier, debtor, today)).toMatchObject({
    contractNumber: 'HT-1',
  });
});

it.each([
  ['trade to come', terms('2026-06-02', '2026-01-01'), supplier, debtor, 'relation_misdated'],
  ['a contract to come', terms('2026-01-01', '2026-06-02'), supplier, debtor, 'relation_misdated'],
  ['itself', terms('2026-01-01', '2026-01-01'), debtor, debtor, 'relation_side'],
  ['no supplier', terms('2026-01-01', '2026-01-01'), firm('x', 'bank'), debtor, 'relation_side'],
  ['no debtor', terms('2026-01-01', '2026-01-01'), supplier, firm('x', 'supplier'), 'relation_side'],
])('refuses %s', (_, wish, one, other, code) => {
  expect(codeOf(() => assertRelation(wish, one, other, today))).toBe(`parties.${code}`);
});

describe('the answer', () => {
  const pairs = RELATION_STATES.flatMap((from) => RELATION_STATES.map((to) => [from, to] as const));
  it.each(pairs)('%s to %s', (state, to) => {
    const allowed = state === 'proposed' && to !== 'proposed';
    expect(RELATION_TRANSITIONS[state].includes(to)).toBe(allowed);
    const answer = () =>
      assertRelationDecision({ state, proposerOrganisationId: 's' }, to, 'no contract', {
        organisationId: 'd',
      });
    expect(codeOf(answer)).toBe(allowed ? 'done' : 'parties.relation_decided');
  });

  it('is never the proposer’s, and says why when it is no', () => {
    const relation = { state: 'proposed', proposerOrganisationId: 's' } as const;
    const answer = (to: 'confirmed' | 'declined', organisationId: string) =>
      codeOf(() => assertRelationDecision(relation, to, null, { organisationId }));
    expect(answer('confirmed', 's')).toBe('parties.relation_own');
    expect(answer('confirmed', 'd')).toBe('done');
    expect(answer('declined', 'd')).toBe('parties.relation_reason_missing');
  });
});
