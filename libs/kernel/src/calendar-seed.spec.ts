import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkingCalendar } from './calendar';
import { chineseCalendarSeed } from './calendar-seed';
import { dayOfWeek, localDate } from './local-date';

const seed = chineseCalendarSeed();
const calendar = new WorkingCalendar(seed.days, seed.years);
const samples = process.env.SAMPLES_DIR;

interface HolidayFile {
  readonly days: readonly { readonly date: string; readonly isOffDay: boolean }[];
}

describe('chineseCalendarSeed', () => {
  it('covers years without a gap, to 2026 at least, and each day once', () => {
    expect(seed.years.at(-1)).toBeGreaterThanOrEqual(2026);
    expect(seed.years).toEqual(seed.years.map((_, i) => (seed.years[0] ?? 0) + i));
    expect(new Set(seed.days.map((day) => day.date)).size).toBe(seed.days.length);
    expect(new Set(seed.days.map((day) => Number(day.date.slice(0, 4))))).toEqual(new Set(seed.years));
  });

  it('names each day in both languages, and make-up days are weekend days', () => {
    for (const day of seed.days) {
      expect(day.name?.en).toMatch(/^[A-Z]/);
      expect(day.name?.zh).toMatch(/^\p{Script=Han}/u);
      if (day.kind === 'work') expect(dayOfWeek(day.date)).toBeGreaterThanOrEqual(6);
    }
  });

  it.each([
    ['2026-10-01', false],
    ['2026-01-01', false],
    ['2026-10-09', true],
    ['2024-02-04', true],
    ['2025-01-26', true],
    ['2025-02-02', false],
  ])('%s is a working day: %s', (date, working) => {
    expect(calendar.day(localDate(date))).toMatchObject({ working, published: true });
  });

  it('says of a far year that it is not published', () => {
    expect(calendar.day(localDate('2091-10-01'))).toEqual({ working: true, published: false, name: null });
  });

  if (samples) {
    const folder = join(samples, 'calendar', 'holiday-cn');
    it.each(readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name)))(
      'agrees with %s on every listed day',
      (name) => {
        const { days } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as HolidayFile;
        expect(days.length).toBeGreaterThan(0);
        const ours = days.map(({ date }) => ({ date, isOffDay: !calendar.day(localDate(date)).working }));
        expect(ours).toEqual(days.map(({ date, isOffDay }) => ({ date, isOffDay })));
      },
    );
  } else {
    it.todo('agrees with published holidays (skipped: no samples)');
  }
});
