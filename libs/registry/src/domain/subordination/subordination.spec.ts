import fc from 'fast-check';
import {
  BINDING,
  bindingTime,
  holdersOf,
  type LineOfBook,
  MOVES,
  otherThan,
  proposingSide,
  sideFor,
  type Step,
  STEPS,
  SUBORDINATION_STATES,
  type SubordinationState,
} from './subordination';

const holders = { junior: ['j', 'both'], senior: ['s', 'both'] };
const line = (side: LineOfBook['side'], byOrganisation: string, step: LineOfBook['step'] = 'propose') => ({
  ...{ step, side, byOrganisation, at: '2026-11-22T08:00:00.000000Z' },
});
const outcome = (state: SubordinationState, step: Step, who: string, last = line('junior', 'j')) => {
  const said = sideFor(step, { state, steps: [last] }, holders, who);
  return 'side' in said ? said.side : said.refused.code.replace('registry.subordination_', '');
};

describe('sideFor', () => {
  it.each(SUBORDINATION_STATES.flatMap((state) => STEPS.map((step) => [state, step] as const)))(
    'from %s lets only the steps of the table be taken: %s',
    (state, step) => {
      const answers = ['j', 's'].map((who) => outcome(state, step, who));
      expect(answers.some((answer) => answer === 'junior' || answer === 'senior')).toBe(
        MOVES[step].from === state,
      );
      if (MOVES[step].from !== state) expect(answers).toEqual(['not_open', 'not_open']);
    },
  );

  it.each<[string, SubordinationState, Step, string, string]>([
    ['the other side agrees', 'proposed', 'agree', 's', 'senior'],
    ['nobody agrees to their own proposal', 'proposed', 'agree', 'j', 'other_side'],
    ['nobody withdraws what another proposed', 'proposed', 'withdraw', 's', 'other_side'],
    ['who proposed withdraws', 'proposed', 'withdraw', 'j', 'junior'],
    ['either side asks for the end', 'agreed', 'ask_end', 's', 'senior'],
    ['nobody ends it alone', 'ending', 'agree_end', 'j', 'other_side'],
    ['the other side lets it end', 'ending', 'agree_end', 's', 'senior'],
    ['strangers do nothing', 'agreed', 'ask_end', 'x', 'other_side'],
  ])('%s', (_, state, step, who, expected) => {
    expect(outcome(state, step, who)).toBe(expected);
  });

  it('never lets one organisation answer itself from the other side', () => {
    expect(outcome('proposed', 'agree', 'both', line('junior', 'both'))).toBe('other_side');
    expect(outcome('proposed', 'agree', 'both', line('junior', 'j'))).toBe('senior');
  });

  it('binds only after two organisations on two sides said yes, whatever is tried', () => {
    const tries = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.constantFrom('j', 's', 'both', 'x')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.constantFrom('j', 's', 'both'), tries, (proposer, tried) => {
        const side = proposingSide(holders, proposer);
        if (side === null) return;
        let state: SubordinationState = 'proposed';
        const steps: LineOfBook[] = [line(side, proposer)];
        for (const [step, who] of tried) {
          const said = sideFor(step, { state, steps }, holders, who);
          if ('refused' in said) continue;
          steps.push(line(said.side, who, step));
          state = MOVES[step].to;
        }
        const agreed = steps.find(({ step }) => step === 'agree');
        expect(BINDING.includes(state)).toBe(agreed !== undefined && state !== 'ended');
        if (agreed)
          expect([agreed.side, agreed.byOrganisation === proposer]).toEqual([otherThan(side), false]);
        expect(bindingTime({ steps }) !== null).toBe(agreed !== undefined);
        expect(bindingTime({ steps })?.until != null).toBe(state === 'ended');
      }),
    );
  });
});

it('takes the secured parties with an account as holders, else who filed for them', () => {
  const filedBy = { organisationId: 'lawyer' };
  const bank = { organisationId: 'bank' };
  expect(holdersOf({ filedBy, securedParties: [bank, bank, { organisationId: null }] })).toEqual(['bank']);
  expect(holdersOf({ filedBy, securedParties: [{ organisationId: null }] })).toEqual(['lawyer']);
});

it('knows who may propose, and that somebody else must be there to answer', () => {
  expect(['j', 's', 'both', 'x'].map((who) => proposingSide(holders, who))).toEqual([
    'junior',
    'senior',
    'junior',
    null,
  ]);
  expect(proposingSide({ junior: ['one'], senior: ['one'] }, 'one')).toBeNull();
});
