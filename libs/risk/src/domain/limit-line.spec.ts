import fc from 'fast-check';
import {
  addMoney,
  compareMoney,
  Decimal,
  isNegative,
  isPositive,
  money,
  type Money,
  newId,
  zero,
} from '#kernel';
import { errors } from './errors';
import {
  actionsOn,
  assertDebtor,
  assertExpected,
  assertLimit,
  headroomOf,
  limitKeyOf,
  type LimitLine,
  type Party,
  withLimit,
} from './limit-line';

const yuan = (amount: string) => money(amount, 'CNY');
const at = new Date('2026-11-22T01:00:00Z');
const line = (limit: string, used: string, change: Partial<LimitLine> = {}): LimitLine => ({
  ...{ id: newId(1), financierId: newId(1), debtorId: newId(1), currency: 'CNY' },
  ...{ limit: yuan(limit), used: yuan(used), excess: yuan('0'), version: 3, setAt: at },
  ...change,
});
const amount = fc
  .integer({ min: 0, max: 1_000_000_00 })
  .map((n): Money => yuan(new Decimal(n).div(100).toFixed(2)));

describe('a limit line', () => {
  it.each([
    ['100.00', '0.00', '100.00'],
    ['100.00', '99.99', '0.01'],
    ['100.00', '100.00', '0.00'],
    ['100.00', '250.00', '0.00'],
    ['0.00', '0.00', '0.00'],
  ])('of %s with %s in use has room for %s', (limit, used, headroom) => {
    expect(headroomOf(line(limit, used))).toEqual(yuan(headroom));
  });

  it.each([
    ['raised', '100.00', '50.00', '200.00', '0.00'],
    ['cut down to its use', '100.00', '50.00', '50.00', '0.00'],
    ['cut below its use', '100.00', '50.00', '49.99', '0.01'],
    ['cut to nothing', '100.00', '50.00', '0.00', '50.00'],
  ])('%s keeps its use and says what lies above', (_, limit, used, next, excess) => {
    const now = new Date('2026-11-23T01:00:00Z');
    const changed = withLimit(line(limit, used), yuan(next), now);
    expect(changed).toMatchObject({
      limit: yuan(next),
      used: yuan(used),
      excess: yuan(excess),
      version: 4,
      setAt: now,
    });
  });

  it('has room or an excess or neither, and never both', () => {
    fc.assert(
      fc.property(amount, amount, (limit, used) => {
        const changed = withLimit(line('0.00', used.amount), limit, at);
        const room = headroomOf(changed);
        expect([isNegative(room), isNegative(changed.excess)]).toEqual([false, false]);
        expect(isPositive(room) && isPositive(changed.excess)).toBe(false);
        expect(addMoney(changed.used, room)).toEqual(addMoney(changed.limit, changed.excess));
      }),
    );
  });

  it('cannot be below zero, and may be zero', () => {
    expect(() => assertLimit(yuan('-0.01'))).toThrow(errors.limit_negative());
    expect(() => withLimit(line('1.00', '0.00'), yuan('-1'), at)).toThrow(errors.limit_negative());
    expect(() => assertLimit(zero('CNY'))).not.toThrow();
  });

  it('is one of a debtor and a currency', () => {
    const keys = (['CNY', 'USD'] as const).flatMap((currency) =>
      ['a', 'b'].map((debtorId) => limitKeyOf({ debtorId, currency })),
    );
    expect(keys).toEqual(['a:CNY', 'b:CNY', 'a:USD', 'b:USD']);
  });
});

describe('a decision on a limit', () => {
  const codeOf = (work: () => void) => {
    try {
      work();
    } catch (error) {
      return (error as { code: string }).code;
    }
    return null;
  };

  it.each<[string, LimitLine | undefined, number | undefined, string | null]>([
    ['the first', undefined, undefined, null],
    ['the next', line('1.00', '0.00'), 3, null],
    ['the next on a line that is not there', undefined, 1, 'risk.limit_not_found'],
    ['a second first', line('1.00', '0.00'), undefined, 'risk.limit_exists'],
    ['one in view of an older limit', line('1.00', '0.00'), 2, 'risk.limit_changed'],
    ['one in view of a limit to come', line('1.00', '0.00'), 4, 'risk.limit_changed'],
  ])('that is %s', (_, before, expectedVersion, code) => {
    expect(codeOf(() => assertExpected(before, expectedVersion))).toBe(code);
  });

  const financierId = newId(1);
  const debtor = (status: Party['status']): Party => ({ id: newId(1), status });
  it.each<[string, Party, string, LimitLine | undefined, string | null]>([
    ['a first limit for an active debtor', debtor('active'), '1.00', undefined, null],
    ['a higher limit for an active debtor', debtor('active'), '2.00', line('1.00', '0.00'), null],
    ['a lower limit for a suspended debtor', debtor('suspended'), '0.99', line('1.00', '0.00'), null],
    ['the same limit for a suspended debtor', debtor('suspended'), '1.00', line('1.00', '0.00'), null],
    [
      'a higher one for a suspended debtor',
      debtor('suspended'),
      '1.01',
      line('1.00', '0.00'),
      'risk.debtor_suspended',
    ],
    ['a first one for a suspended debtor', debtor('suspended'), '0.00', undefined, 'risk.debtor_suspended'],
    ['one for oneself', { id: financierId, status: 'active' }, '1.00', undefined, 'risk.own_debt'],
  ])('for %s', (_, party, limit, before, code) => {
    expect(codeOf(() => assertDebtor(party, financierId, yuan(limit), before))).toBe(code);
  });

  it('is offered to who may take it', () => {
    const own = line('1.00', '0.00', { financierId });
    expect(actionsOn(own, new Set(['limit.set', 'limit.read']), financierId)).toEqual(['set']);
    expect(actionsOn(own, new Set(['limit.read']), financierId)).toEqual([]);
    expect(actionsOn(own, new Set(['limit.set']), newId(1))).toEqual([]);
  });

  it('compares amounts and not texts', () => {
    expect(compareMoney(yuan('9.00'), yuan('10.00'))).toBe(-1);
    const suspended = debtor('suspended');
    expect(codeOf(() => assertDebtor(suspended, financierId, yuan('9'), line('10.00', '0')))).toBeNull();
  });
});
