import {
  CLOSING_REASONS,
  DISPUTE_STATES,
  type DisputeStep,
  fileFault,
  fileSideOf,
  MOST_FILES_EACH,
  stepFault,
  stepsOf,
} from './dispute';

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

describe('evidence in a dispute', () => {
  const dispute = { state: 'open', supplierId: 'supplier', debtorId: 'debtor' } as const;
  const found = { ...dispute, openedByOrganisation: null };
  const person = (organisationId: string, isOperator = false) => ({ organisationId, isOperator });

  it.each<[string, Parameters<typeof fileFault>, string | undefined]>([
    ['its supplier', [found, person('supplier'), 0], undefined],
    ['a financier in its last place', [found, person('bank'), MOST_FILES_EACH - 1], undefined],
    ['an operator who is its debtor', [found, person('debtor', true), 0], undefined],
    [
      'an operator who opened it',
      [{ ...dispute, openedByOrganisation: 'op' }, person('op', true), 0],
      undefined,
    ],
    ['the operator who decides it', [found, person('op', true), 0], 'dispute_file_of_the_judge'],
    ['one file too many', [found, person('supplier'), MOST_FILES_EACH], 'dispute_files_full'],
    ['whoever comes late', [{ ...found, state: 'closed' }, person('supplier'), 0], 'dispute_moved_on'],
  ])('from %s', (_who, args, code) => expect(fileFault(...args)?.code).toBe(code && `receivables.${code}`));

  it.each([
    ['supplier', 'supplier'],
    ['debtor', 'debtor'],
    ['bank', 'other'],
  ])('of the %s is shown as of the %s', (organisationId, side) =>
    expect(fileSideOf(dispute, organisationId)).toBe(side),
  );
});
