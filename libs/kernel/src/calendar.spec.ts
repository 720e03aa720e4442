import fc from 'fast-check';
import { WorkingCalendar, type CalendarDay } from './calendar';
import { addDays, dayOfWeek, localDate } from './local-date';

const feast = { en: 'Feast', zh: '节日' };
const entry = (date: string, kind: 'off' | 'work', name: CalendarDay['name'] = feast): CalendarDay => ({
  date: localDate(date),
  kind,
  name,
});

// In 2026 the 1st of May is a Friday; here the 4th is off too, made up for on Saturday the 9th.
const calendar = new WorkingCalendar(
  [entry('2026-05-01', 'off'), entry('2026-05-04', 'off', null), entry('2026-05-09', 'work')],
  [2026],
);

describe('day', () => {
  it.each([
    ['2026-04-30', { working: true, published: true, name: null }],
    ['2026-05-01', { working: false, published: true, name: feast }],
    ['2026-05-02', { working: false, published: true, name: null }],
    ['2026-05-03', { working: false, published: true, name: null }],
    ['2026-05-04', { working: false, published: true, name: null }],
    ['2026-05-09', { working: true, published: true, name: feast }],
    ['2026-05-10', { working: false, published: true, name: null }],
    ['2027-05-03', { working: true, published: false, name: null }],
    ['2027-05-01', { working: false, published: false, name: null }],
  ])('%s is %j', (date, status) => {
    expect(calendar.day(localDate(date))).toEqual(status);
  });

  it('takes the later of two entries', () => {
    const twice = new WorkingCalendar(
      [entry('2026-05-01', 'off'), entry('2026-05-01', 'work', null)],
      [2026],
    );
    expect(twice.day(localDate('2026-05-01'))).toEqual({ working: true, published: true, name: null });
  });
});

describe('nextWorkingDay', () => {
  it.each([
    ['2026-04-30', '2026-04-30', true],
    ['2026-05-01', '2026-05-05', true],
    ['2026-05-04', '2026-05-05', true],
    ['2026-05-09', '2026-05-09', true],
    ['2026-05-10', '2026-05-11', true],
    ['2027-01-02', '2027-01-04', false],
    ['2027-01-04', '2027-01-04', false],
  ])('of %s is %s (published: %s)', (date, expected, published) => {
    expect(calendar.nextWorkingDay(localDate(date))).toEqual({ date: expected, published });
  });

  it('is not sure when only the way there is unpublished', () => {
    const later = new WorkingCalendar([entry('2026-12-31', 'off')], [2026, 2028]);
    expect(later.nextWorkingDay(localDate('2026-12-31'))).toEqual({ date: '2027-01-01', published: false });
    const gap = new WorkingCalendar([], [2024]);
    expect(gap.nextWorkingDay(localDate('2023-12-30'))).toEqual({ date: '2024-01-01', published: false });
  });

  it('stops when no working day is left instead of searching forever', () => {
    const never = Array.from({ length: 400 }, (_, i) => entry(addDays(localDate('2026-01-01'), i), 'off'));
    expect(() => new WorkingCalendar(never, [2026]).nextWorkingDay(localDate('2026-01-01'))).toThrow(
      'invariant',
    );
  });

  it('refuses to look beyond the year 9999', () => {
    const last = new WorkingCalendar([entry('9999-12-31', 'off')], []);
    expect(() => last.nextWorkingDay(localDate('9999-12-31'))).toThrow(
      expect.objectContaining({ code: 'kernel.date_out_of_range' }) as Error,
    );
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-04-30', 0, '2026-04-30', true],
    ['2026-05-02', 0, '2026-05-02', true],
    ['2026-04-30', 1, '2026-05-05', true],
    ['2026-05-02', 1, '2026-05-05', true],
    ['2026-05-08', 1, '2026-05-09', true],
    ['2026-05-08', 2, '2026-05-11', true],
    ['2026-05-05', -1, '2026-04-30', true],
    ['2026-05-10', -1, '2026-05-09', true],
    ['2026-12-31', 1, '2027-01-01', false],
    ['2027-01-01', -1, '2026-12-31', false],
  ])('%s and %i are %s (published: %s)', (date, n, expected, published) => {
    expect(calendar.addWorkingDays(localDate(date), n)).toEqual({ date: expected, published });
  });

  it.each([0.5, Number.NaN, 20_001, -20_001, Infinity])('refuses to count %p', (n) => {
    expect(() => calendar.addWorkingDays(localDate('2026-05-08'), n)).toThrow('invariant');
  });

  it('lands on working days, skips none, and counts back to where it came from', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays(localDate('2026-01-01'), n));
    const days = fc.array(fc.tuple(day, fc.constantFrom<'off' | 'work'>('off', 'work')), { maxLength: 60 });
    fc.assert(
      fc.property(days, day, fc.integer({ min: 1, max: 40 }), (list, start, n) => {
        const odd = new WorkingCalendar(
          list.map(([date, kind]) => ({ date, kind, name: null })),
          [2026],
        );
        const end = odd.addWorkingDays(start, n).date;
        let passed = 0;
        for (let date = addDays(start, 1); date <= end; date = addDays(date, 1)) {
          if (odd.day(date).working) passed += 1;
        }
        expect(passed).toBe(n);
        expect(odd.day(end).working).toBe(true);
        const from = odd.nextWorkingDay(start).date;
        expect(odd.addWorkingDays(odd.addWorkingDays(from, n).date, -n).date).toBe(from);
      }),
    );
  });

  it('knows nothing but weekends without entries', () => {
    const plain = new WorkingCalendar([], []);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (n) => {
        const date = addDays(localDate('2026-01-01'), n);
        expect(plain.day(date)).toEqual({ working: dayOfWeek(date) < 6, published: false, name: null });
      }),
    );
  });
});
