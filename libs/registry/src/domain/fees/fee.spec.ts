import fc from 'fast-check';
import { addMoney, Decimal, DomainError, money } from '#kernel';
import { correctionOf, FEE_KINDS, feeOf } from './fee';

const PRICES = { perYear: '15', perEvent: '5' };
const yuan = (amount: string) => money(amount, 'CNY');

function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('a fee', () => {
  it.each([
    ['registration', 1, 1, '15.00'],
    ['registration', 12, 1, '15.00'],
    ['registration', 13, 2, '30.00'],
    ['registration', 360, 30, '450.00'],
    ['extension', 6, 1, '15.00'],
    ['extension', 25, 3, '45.00'],
    ['amendment', null, 1, '5.00'],
    ['objection', null, 1, '5.00'],
  ] as const)('of %s for %s months: %s units, %s', (kind, months, units, amount) => {
    expect(feeOf({ kind, months }, PRICES)).toMatchObject({ units, amount: yuan(amount) });
  });

  it.each(FEE_KINDS)('of %s is nothing where it is free', (kind) => {
    expect(feeOf({ kind, months: 24 }, { perYear: '0', perEvent: '0.00' })).toBeNull();
  });

  it('is never less for a longer term, and at most a year more than the months in proportion', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 360 }), fc.integer({ min: 1, max: 9_999 }), (months, cents) => {
        const perYear = new Decimal(cents).div(100).toString();
        const feeFor = (term: number) =>
          new Decimal(
            feeOf({ kind: 'registration', months: term }, { perYear, perEvent: '0' })?.amount.amount ?? '0',
          );
        expect(feeFor(months + 1).gte(feeFor(months))).toBe(true);
        const exact = new Decimal(perYear).times(months).div(12);
        expect(feeFor(months).gte(exact.toDecimalPlaces(2, Decimal.ROUND_DOWN))).toBe(true);
        expect(feeFor(months).lt(exact.plus(perYear))).toBe(true);
      }),
    );
  });
});

describe('a correction', () => {
  it('brings the charge to what is right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), (owed, right) => {
        fc.pre(owed !== right);
        const added = correctionOf(yuan(String(owed)), yuan(String(right)));
        expect(addMoney(yuan(String(owed)), added)).toEqual(yuan(String(right)));
      }),
    );
  });

  it.each([
    ['registry.fee_malformed', yuan('-1')],
    ['registry.fee_malformed', money('15', 'EUR')],
    ['registry.fee_unchanged', yuan('15.00')],
  ])('is refused with %s', (code, right) => {
    expect(refusalOf(() => correctionOf(yuan('15'), right))).toBe(code);
  });
});
