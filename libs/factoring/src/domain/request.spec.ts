// Which receivables can be offered, and how long a request may stay open.
import fc from 'fast-check';
import { addDays, compareMoney, Decimal, localDate, money, startOfDay } from '#kernel';
import {
  type Asked,
  type Candidate,
  defaultClosing,
  firstOf,
  freeOf,
  isFinanceable,
  refuseClosed,
  refuseClosing,
  refuseItem,
} from './request';
import { REQUEST_STATES } from './states';

const cny = (amount: string) => money(amount, 'CNY');
const today = localDate('2026-06-01');
const candidate = (over: Partial<Candidate> = {}): Candidate => ({
  invoiceNumber: 'A-1',
  state: 'confirmed',
  dueDate: localDate('2026-08-31'),
  financeable: cny('1000'),
  claimed: cny('0'),
  ...over,
});
const asked = (over: Partial<Asked> = {}): Asked => ({
  amount: null,
  currency: 'CNY',
  today,
  minTenorDays: 7,
  ...over,
});

describe('offering a receivable', () => {
  it.each<[string, Partial<Candidate>, Partial<Asked>]>([
    ['all of it', {}, {}],
    ['the part that was confirmed', { state: 'part_disputed' }, { amount: cny('1000') }],
    ['all that is free', { claimed: cny('999.99') }, {}],
    ['exactly what is free', { claimed: cny('400') }, { amount: cny('600') }],
    ['with just enough days left', { dueDate: addDays(today, 7) }, {}],
    ['due tomorrow where no tenor is asked for', { dueDate: addDays(today, 1) }, { minTenorDays: 0 }],
  ])('is possible: %s', (_what, over, wish) => {
    expect(refuseItem(candidate(over), asked(wish))).toBeNull();
  });

  it.each<[string, Partial<Candidate>, Partial<Asked>]>([
    ['receivable_not_confirmed', { state: 'listed' }, {}],
    ['receivable_not_confirmed', { state: 'rejected' }, {}],
    ['receivable_not_confirmed', { state: 'frozen' }, {}],
    ['due_date_missing', { dueDate: null }, {}],
    ['tenor_too_short', { dueDate: addDays(today, 6) }, {}],
    ['tenor_too_short', { dueDate: today }, { minTenorDays: 0 }],
    ['currency_mixed', {}, { currency: 'EUR' }],
    ['currency_mixed', {}, { amount: money('1', 'EUR') }],
    ['amount_not_positive', {}, { amount: cny('0') }],
    ['amount_not_positive', {}, { amount: cny('-1') }],
    ['amount_not_free', {}, { amount: cny('1000.01') }],
    ['amount_not_free', { claimed: cny('400') }, { amount: cny('600.01') }],
    ['amount_not_free', { claimed: cny('1000') }, {}],
    ['amount_not_free', { claimed: cny('1200') }, {}],
  ])('is refused: %s', (code, over, wish) => {
    expect(refuseItem(candidate(over), asked(wish))).toMatchObject({
      code: `factoring.${code}`,
      kind: 'refused',
    });
  });

  it('never lets through more than confirmed less claimed', () => {
    const cents = fc.integer({ min: -100, max: 100_000 });
    const amountOf = (value: number) => cny(new Decimal(value).div(100).toFixed(2));
    fc.assert(
      fc.property(cents, cents, cents, (confirmed, claimed, wanted) => {
        const one = candidate({ financeable: amountOf(confirmed), claimed: amountOf(claimed) });
        const refusal = refuseItem(one, asked({ amount: amountOf(wanted) }));
        const fits = wanted > 0 && compareMoney(amountOf(wanted), freeOf(one)) <= 0;
        expect(refusal === null).toBe(fits);
      }),
    );
  });

  it.each(['draft', 'listed', 'confirmed', 'part_disputed', 'rejected', 'frozen', 'settled', 'void'])(
    'asks for a confirmation: %s',
    (state) => {
      expect(isFinanceable(state)).toBe(['confirmed', 'part_disputed'].includes(state));
    },
  );
});

describe('how long a request is open', () => {
  const now = new Date('2026-06-01T02:00:00Z');
  const due = localDate('2026-06-08');
  const beginning = startOfDay(due);
  const after = (date: Date, millis: number) => new Date(date.getTime() + millis);

  it.each([
    { what: 'a millisecond', closesAt: after(now, 1), code: null },
    { what: 'until the first due date begins', closesAt: beginning, code: null },
    { what: 'no time', closesAt: now, code: 'factoring.closing_in_past' },
    { what: 'into the first due date', closesAt: after(beginning, 1), code: 'factoring.closing_after_due' },
  ])('$what: $code', ({ closesAt, code }) => {
    expect(refuseClosing(closesAt, due, now)?.code ?? null).toBe(code);
  });

  it('is by default some days, but not into the first due date', () => {
    expect(defaultClosing(now, 3, due)).toEqual(new Date('2026-06-04T02:00:00Z'));
    expect(defaultClosing(now, 7, due)).toEqual(beginning);
    expect(refuseClosing(defaultClosing(now, 7, due), due, now)).toBeNull();
  });

  it.each(REQUEST_STATES)('can be worked on in time: %s', (state) => {
    const refusal = refuseClosed({ state, closesAt: after(now, 1) }, now);
    expect(refusal === null).toBe(state === 'open');
    if (refusal) expect(refusal.kind).toBe('conflict');
  });

  it('ends by the clock, whatever the state says', () => {
    expect(refuseClosed({ state: 'open', closesAt: now }, now)?.code).toBe('factoring.request_expired');
  });

  it('is bounded by the earliest due date', () => {
    expect(firstOf([due, today, due])).toBe(today);
    expect(firstOf([])).toBeUndefined();
  });
});
