import fc from 'fast-check';
import {
  addDays,
  addMonths,
  compareDates,
  dateOf,
  dayOfWeek,
  daysBetween,
  isLocalDate,
  localDate,
  maxDate,
  minDate,
  startOfDay,
} from './local-date';

const DAY = 86_400_000;
const someDay = fc
  .integer({ min: -25_000, max: 60_000 })
  .map((days) => localDate(new Date(days * DAY).toISOString().slice(0, 10)));
const refusal = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('localDate', () => {
  it.each(['2026-11-22', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-04-30'])(
    'accepts %s',
    (text) => {
      expect(isLocalDate(text)).toBe(true);
      expect(localDate(text)).toBe(text);
    },
  );

  it.each([
    '',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '0000-01-01',
    '26-01-01',
    '2026-1-1',
    '20260101',
    '2026/01/01',
    '2026-01-01T00:00:00Z',
    '2026-01-01\n',
    ' 2026-01-01',
    '+002026-01-01',
    '-2026-01-01',
    '２０２６-01-01',
    '2026-01-01[u-ca=hebrew]',
  ])('refuses "%s"', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(refusal('kernel.date_malformed'));
  });

  it('agrees with the calendar of Date on every day number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const pad = (value: number, width: number) => value.toString().padStart(width, '0');
          const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
          const instant = new Date(`${text}T00:00:00Z`);
          const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
          expect(isLocalDate(text)).toBe(exists);
        },
      ),
    );
  });
});

describe('adding', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-01', 0, '2026-03-01'],
  ])('%s plus %i days is %s', (from, days, to) => {
    expect(addDays(localDate(from), days)).toBe(to);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-05-31', -1, '2026-04-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-15', 2, '2027-01-15'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to);
  });

  it.each([
    [() => addDays(localDate('9999-12-31'), 1)],
    [() => addDays(localDate('0001-01-01'), -1)],
    [() => addDays(localDate('2026-01-01'), 1e12)],
    [() => addMonths(localDate('2026-01-01'), 100_000)],
    [() => addMonths(localDate('2026-01-01'), -1e15)],
  ])('refuses to leave the years 1 to 9999 (%#)', (leave) => {
    expect(leave).toThrow(refusal('kernel.date_out_of_range'));
  });

  it('moves by whole days only', () => {
    expect(() => addDays(localDate('2026-01-01'), 0.5)).toThrow('invariant');
    expect(() => addMonths(localDate('2026-01-01'), Number.NaN)).toThrow('invariant');
  });

  it('is undone by daysBetween', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('of months never passes into the month after', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 400 }), (date, months) => {
        const later = addMonths(date, months);
        const monthNumber = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthNumber(later) - monthNumber(date)).toBe(months);
        expect(later.slice(8) <= date.slice(8)).toBe(true);
      }),
    );
  });
});

describe('comparing', () => {
  it('orders as days follow each other', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        const apart = daysBetween(a, b);
        expect(compareDates(a, b)).toBe(apart === 0 ? 0 : -Math.sign(apart));
        expect(minDate(a, b)).toBe(apart >= 0 ? a : b);
        expect(maxDate(a, b)).toBe(apart >= 0 ? b : a);
      }),
    );
  });

  it.each([
    ['2026-11-16', 1],
    ['2026-11-21', 6],
    ['2026-11-22', 7],
    ['2000-02-29', 2],
  ])('%s is day %i of the week', (date, day) => {
    expect(dayOfWeek(localDate(date))).toBe(day);
  });
});

describe('zones', () => {
  it.each([
    ['2026-03-31T15:59:59.999Z', undefined, '2026-03-31'],
    ['2026-03-31T16:00:00Z', undefined, '2026-04-01'],
    ['2026-03-31T16:00:00Z', 'UTC', '2026-03-31'],
    ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31'],
  ])('%s falls in zone %s on %s', (instant, zone, date) => {
    expect(dateOf(new Date(instant), zone)).toBe(date);
  });

  it.each([
    ['2026-04-01', undefined, '2026-03-31T16:00:00.000Z'],
    ['1988-07-01', undefined, '1988-06-30T15:00:00.000Z'],
    ['2026-07-01', 'America/New_York', '2026-07-01T04:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%s starts in zone %s at %s', (date, zone, instant) => {
    expect(startOfDay(localDate(date), zone).toISOString()).toBe(instant);
  });

  it('a day holds its first instant and not the one before', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.constantFrom('Asia/Shanghai', 'America/Sao_Paulo', 'Europe/Paris'),
        (date, zone) => {
          const start = startOfDay(date, zone).getTime();
          expect(dateOf(new Date(start), zone)).toBe(date);
          expect(dateOf(new Date(start - 1), zone)).toBe(addDays(date, -1));
        },
      ),
    );
  });

  it('refuses an instant beyond the year 9999', () => {
    expect(() => dateOf(new Date(8.64e15))).toThrow(refusal('kernel.date_out_of_range'));
  });
});
