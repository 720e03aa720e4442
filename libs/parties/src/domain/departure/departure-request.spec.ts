import { assertDecision, assertWithdrawal, REQUEST_STATES, REQUEST_TRANSITIONS } from './departure-request';

const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code: unknown }).code;
  }
  return null;
};
const moves = REQUEST_STATES.flatMap((from) =>
  (['granted', 'refused', 'withdrawn'] as const).map((to) => [from, to] as const),
);
const operator = { organisationId: 'operator' };

it.each(moves)('a request that is %s is %s as the table says', (state, to) => {
  const asked = { state, organisationId: 'member' };
  const code = codeOf(() => {
    if (to === 'withdrawn') assertWithdrawal(asked);
    else assertDecision(asked, to, 'why', operator);
  });
  expect(code).toBe(REQUEST_TRANSITIONS[state].includes(to) ? null : 'parties.departure_closed');
});

it('is not decided by whoever asks, nor refused without a reason', () => {
  const asked = { state: 'open', organisationId: 'member' } as const;
  expect(codeOf(() => assertDecision(asked, 'granted', null, { organisationId: 'member' }))).toBe(
    'parties.departure_own',
  );
  expect(codeOf(() => assertDecision(asked, 'refused', null, operator))).toBe(
    'parties.departure_answer_missing',
  );
  expect(codeOf(() => assertDecision(asked, 'granted', null, operator))).toBeNull();
});
