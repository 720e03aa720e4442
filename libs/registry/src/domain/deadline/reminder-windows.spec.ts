// Every end that is near is reminded of, once for each reminder, and nothing that has passed.
import fc from 'fast-check';
import { reminderWindows } from './reminder-windows';

const DAY = 86_400_000_000n;
const now = 1_000_000n * DAY;
const daysOf = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 4 });
const inside = (end: bigint, days: readonly number[]) =>
  reminderWindows(now, days).filter(({ after, until }) => end > after && end <= until);

it('puts each end into the window of the nearest reminder, and the past and the far into none', () => {
  fc.assert(
    fc.property(daysOf, fc.bigInt({ min: -10n * DAY, max: 150n * DAY }), (days, ahead) => {
      const due = days.filter((one) => ahead > 0n && ahead <= BigInt(one) * DAY);
      const expected = due.length === 0 ? [] : [Math.min(...due)];
      expect(inside(now + ahead, days).map((window) => window.days)).toEqual(expected);
    }),
  );
});

it.each([
  [7n * DAY, 7],
  [7n * DAY + 1n, 30],
  [30n * DAY, 30],
])('an end %s microseconds away is that of %s days', (ahead, days) =>
  expect(inside(now + ahead, [30, 7]).map((window) => window.days)).toEqual([days]),
);

it('takes whole days only', () => expect(() => reminderWindows(now, [0])).toThrow('number of days'));
