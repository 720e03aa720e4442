import {
  blocksAnother,
  isToBeSubmitted,
  mayBecome,
  PAYOUT_STATES,
  type PayoutState,
  refuseCheck,
  refuseRejection,
  refuseRelease,
  SUBMISSIONS,
} from './payout';

const allowed: readonly (readonly [PayoutState, PayoutState])[] = [
  ['instructed', 'released'],
  ['instructed', 'declined'],
  ['released', 'paid'],
  ['released', 'rejected'],
  ['paid', 'returned'],
];

describe('a payout', () => {
  it.each(PAYOUT_STATES.flatMap((from) => PAYOUT_STATES.map((to) => ({ from, to }))))(
    'from $from to $to',
    ({ from, to }) => {
      expect(mayBecome(from, to)).toBe(allowed.some(([a, b]) => a === from && b === to));
    },
  );

  it.each(PAYOUT_STATES)('%s: whether another of its kind may be instructed', (state) => {
    const underWay = state === 'instructed' || state === 'released';
    expect(blocksAnother({ kind: 'surplus', state })).toBe(underWay);
    expect(blocksAnother({ kind: 'advance', state })).toBe(underWay || state === 'paid');
  });

  const ground = { frozen: false, titleBasis: 'statutory', hasSource: true, hasDestination: true } as const;
  it.each([
    [{}, undefined],
    [{ titleBasis: 'waived' as const }, undefined],
    [{ titleBasis: 'registered_here' as const }, undefined],
    [{ frozen: true }, 'settlement.deal_frozen'],
    [{ titleBasis: 'missing' as const }, 'settlement.title_missing'],
    [{ hasDestination: false }, 'settlement.supplier_account_missing'],
    [{ hasSource: false }, 'settlement.financier_account_missing'],
  ])('on the ground %j is refused as %s', (change, code) => {
    expect(refuseRelease({ ...ground, ...change })?.code).toBe(code);
  });

  it.each(PAYOUT_STATES.flatMap((state) => SUBMISSIONS.map((submission) => ({ state, submission }))))(
    '$state and $submission: submitted only when released and not yet there, refused by people only when not on its way',
    ({ state, submission }) => {
      const due = state === 'released' && ['waiting', 'begun'].includes(submission);
      expect(isToBeSubmitted({ state, submission })).toBe(due);
      const code =
        state !== 'released' ? 'payout_not_open' : submission === 'begun' ? 'payout_being_submitted' : null;
      expect(refuseRejection({ state, submission })?.code ?? null).toBe(code && `settlement.${code}`);
    },
  );

  it.each([
    ['instructed', 'other', undefined],
    ['instructed', 'maker', 'settlement.maker_is_checker'],
    ['released', 'other', 'settlement.payout_not_open'],
  ] as const)('%s and checked by the %s is refused as %s', (state, checker, code) => {
    expect(refuseCheck({ state, makerId: 'maker' }, checker)?.code).toBe(code);
  });
});
