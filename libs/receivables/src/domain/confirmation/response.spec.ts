import fc from 'fast-check';
import { FEWEST_CASES, noResponse, responseOf } from './response';

const count = {
  ...{ debtorId: 'debtor', cases: 8, answered: 6, inTime: 4, disputed: 3, withdrawn: 1 },
  medianDays: '12.5',
};
const HIDDEN = {
  ...{ debtorId: 'debtor', cases: null, medianDays: null },
  ...{ inTimePercent: null, disputedPercent: null, withdrawnPercent: null },
};

describe('how a debtor answers', () => {
  it('is told in shares of the cases and of the answers', () => {
    expect(responseOf(count, false)).toEqual({
      ...{ debtorId: 'debtor', cases: 8, medianDays: '12.5' },
      ...{ inTimePercent: 50, disputedPercent: 50, withdrawnPercent: 17 },
    });
  });

  it('is told to nobody but the debtor below five cases', () => {
    for (let cases = 0; cases < FEWEST_CASES; cases++)
      expect(responseOf({ ...count, cases, answered: 0, inTime: 0 }, false)).toEqual(HIDDEN);
    expect(responseOf({ ...count, cases: 2, answered: 1, inTime: 1 }, true)).toMatchObject({
      cases: 2,
      inTimePercent: 50,
    });
    expect(responseOf({ ...count, cases: FEWEST_CASES }, false).cases).toBe(FEWEST_CASES);
  });

  it('has no shares of nothing', () => {
    expect(responseOf(noResponse('debtor'), true)).toEqual({ ...HIDDEN, cases: 0 });
  });

  it('never says more than everything or less than nothing', () => {
    const counts = fc
      .tuple(fc.nat(500), fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100))
      .map(([cases, a, b, c, d]) => {
        const answered = Math.floor((cases * a) / 100);
        const of = (share: number) => Math.floor((answered * share) / 100);
        return { ...count, cases, answered, inTime: of(b), disputed: of(c), withdrawn: of(d) };
      });
    fc.assert(
      fc.property(counts, (given) => {
        const { inTimePercent, disputedPercent, withdrawnPercent } = responseOf(given, true);
        for (const share of [inTimePercent, disputedPercent, withdrawnPercent])
          expect(share === null || (share >= 0 && share <= 100)).toBe(true);
      }),
    );
  });
});
