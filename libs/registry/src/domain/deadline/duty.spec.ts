// Deadlines by the Chinese calendar: tables of known days, properties over all days, and what is not taken as a fact.
import fc from 'fast-check';
import { addDays, addMonths, compareDates, localDate, type LocalDate, WorkingCalendar } from '#kernel';
import { chineseCalendarSeed } from '#kernel/calendar-seed';
import type { Filing } from '../filing';
import { type DutyFact, dueOf, dutyState, type Ground, GROUNDS, refuseFact, wayOf } from './duty';

const FIGURES = { cancelWorkingDays: 10, renameMonths: 4 };
const { days, years } = chineseCalendarSeed();
const calendar = new WorkingCalendar(days, years);
const due = (ground: Ground, day: string) => dueOf(ground, localDate(day), FIGURES, calendar);

it.each<[Ground, string, string, string, boolean]>([
  ['debt_discharged', '2025-03-03', '2025-03-17', 'two plain weeks', true],
  ['security_enforced', '2025-09-24', '2025-10-14', 'a Sunday made up for, and eight days off', true],
  ['security_waived', '2025-03-08', '2025-03-21', 'from a Saturday on', true],
  ['otherwise_extinguished', '2099-03-02', '2099-03-16', 'weekends alone, as nothing is published', false],
  ['grantor_renamed', '2025-03-10', '2025-07-10', 'the same day of the month', true],
  ['grantor_renamed', '2024-10-31', '2025-02-28', 'the last day of a shorter month', true],
  ['grantor_renamed', '2025-06-01', '2025-10-09', 'the first working day after the holidays', true],
])('%s on %s is due on %s: %s', (ground, day, dueOn, _, calendarPublished) =>
  expect(due(ground, day)).toMatchObject({ dueOn, calendarPublished }),
);

it('ends at 24:00 in Shanghai', () =>
  expect(due('debt_discharged', '2025-03-03').dueAt).toBe(
    BigInt(Date.parse('2025-03-17T16:00:00Z')) * 1_000n,
  ));

const anyDay = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays(localDate('2022-02-01'), n));

it('leaves exactly as many working days as the law gives, and ends on one', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, cancelWorkingDays) => {
      const { dueOn } = dueOf('debt_discharged', day, { ...FIGURES, cancelWorkingDays }, calendar);
      let counted = 0;
      for (let one = addDays(day, 1); compareDates(one, dueOn) <= 0; one = addDays(one, 1))
        counted += calendar.day(one).working ? 1 : 0;
      expect(counted).toBe(cancelWorkingDays);
      expect(calendar.day(dueOn).working).toBe(true);
    }),
  );
});

it('gives four whole months, and no more than the days off that follow', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { dueOn } = dueOf('grantor_renamed', day, FIGURES, calendar);
      const last = addMonths(day, 4);
      expect(compareDates(dueOn, last)).toBeGreaterThanOrEqual(0);
      for (let one = last; compareDates(one, dueOn) < 0; one = addDays(one, 1))
        expect(calendar.day(one).working).toBe(false);
    }),
  );
});

it.each(GROUNDS)('%s is met by one way', (ground) =>
  expect(wayOf(ground)).toBe(ground === 'grantor_renamed' ? 'amend' : 'cancel'),
);

it.each([
  [null, 9n, 'open'],
  [null, 10n, 'overdue'],
  [9n, 50n, 'met'],
  [10n, 50n, 'met_late'],
])('met at %s, seen at %s: %s', (metAt, now, state) => expect(dutyState(10n, metAt, now)).toBe(state));

const filing = {
  id: 'f',
  origin: 'user',
  state: 'live',
  filedAt: '2026-01-10T04:00:00.000000Z',
  grantors: [{ organisationId: null, legalName: '甲公司', identifierScheme: null, identifier: null }],
} as unknown as Filing;
const day = (text: string): LocalDate => localDate(text);
const paid: DutyFact = {
  ...{ ground: 'debt_discharged', occurredOn: day('2026-03-01'), formerName: null, newName: null },
};
const renamed: DutyFact = {
  ...{ ground: 'grantor_renamed', occurredOn: day('2025-12-01'), formerName: '甲公司', newName: '乙公司' },
};
const refusal = (fact: DutyFact, over: Partial<Filing> = {}) =>
  refuseFact({ ...filing, ...over }, fact, day('2026-03-02'))?.code ?? null;

it('takes the end of a debt, and a change of name from before the registration', () => {
  expect(refusal(paid)).toBeNull();
  expect(refusal({ ...paid, occurredOn: day('2026-01-10') })).toBeNull();
  expect(refusal(renamed)).toBeNull();
});

it.each<[string, DutyFact, Partial<Filing>]>([
  ['registry.held_by_deal', paid, { origin: 'deal' }],
  ['registry.filing_ended', paid, { state: 'cancelled' }],
  ['registry.filing_ended', renamed, { state: 'lapsed' }],
  ['registry.duty_day_ahead', { ...paid, occurredOn: day('2026-03-03') }, {}],
  ['registry.duty_before_filing', { ...paid, occurredOn: day('2026-01-09') }, {}],
  ['registry.duty_names_missing', { ...paid, newName: '乙公司' }, {}],
  ['registry.duty_names_missing', { ...renamed, newName: null }, {}],
  ['registry.duty_name_unknown', { ...renamed, formerName: '丙公司' }, {}],
  ['registry.duty_name_unchanged', { ...renamed, newName: '甲 公司' }, {}],
])('refuses with %s', (code, fact, over) => expect(refusal(fact, over)).toBe(code));
