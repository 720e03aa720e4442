import { CLOSING_REASONS, DISPUTE_STATES, type DisputeStep, stepFault, stepsOf } from './dispute';

const causer = { organisationId: 'causer', isOperator: false };
const other = { organisationId: 'other', isOperator: false };
const operator = { organisationId: 'operator', isOperator: true };
const SIDES = { causer, other, operator };

describe('a dispute', () => {
  const ALLOWED: Readonly<Record<keyof typeof SIDES, Readonly<Record<string, readonly DisputeStep[]>>>> = {
    causer: { open: ['answer', 'escalate'], answered: ['escalate'], escalated: [], closed: [] },
    other: { open: ['escalate', 'close'], answered: ['escalate', 'close'], escalated: [], closed: [] },
    operator: {
      ...{ open: ['escalate', 'close'], answered: ['escalate', 'close'], escalated: ['close'], closed: [] },
    },
  };
  it.each(
    (Object.keys(SIDES) as (keyof typeof SIDES)[]).flatMap((side) =>
      DISPUTE_STATES.map((state) => [side, state] as const),
    ),
  )('lets the %s take its steps when it is %s, and no other', (side, state) => {
    expect(stepsOf({ state, causedBy: 'causer' }, SIDES[side])).toEqual(ALLOWED[side][state]);
  });

  it('is never closed by whoever caused it, not even as the operator', () => {
    const itself = { organisationId: 'causer', isOperator: true };
    for (const state of ['open', 'answered', 'escalated'] as const)
      expect(stepFault({ state, causedBy: 'causer' }, 'close', itself)?.code).toBe(
        'receivables.dispute_own_closing',
      );
  });

  it.each<[DisputeStep, keyof typeof SIDES, (typeof DISPUTE_STATES)[number], string]>([
    ['answer', 'other', 'open', 'dispute_not_the_cause'],
    ['answer', 'causer', 'answered', 'dispute_moved_on'],
    ['close', 'other', 'escalated', 'dispute_not_the_operator'],
    ['close', 'operator', 'closed', 'dispute_moved_on'],
    ['escalate', 'other', 'escalated', 'dispute_moved_on'],
  ])('refuses %s by the %s when it is %s: %s', (step, side, state, code) => {
    expect(stepFault({ state, causedBy: 'causer' }, step, SIDES[side])?.code).toBe(`receivables.${code}`);
  });

  it('ends with one of the reasons', () => expect(new Set(CLOSING_REASONS).size).toBe(6));
});
