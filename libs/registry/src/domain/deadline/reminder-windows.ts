// Who is reminded when: each end falls into the window of the latest reminder that is due, so that what was forgotten for
// long, or ends soon after it began, is reminded of once and not several times in a row.
import { invariant } from '#kernel';
import type { Micros } from '../filing-time';

export interface ReminderWindow {
  readonly days: number;
  /** Ends after this. */
  readonly after: Micros;
  /** And not after this. */
  readonly until: Micros;
}

const DAY: Micros = 86_400_000_000n;

/** @param days before the end, in any order; the same twice is one */
export function reminderWindows(now: Micros, days: readonly number[]): ReminderWindow[] {
  invariant(
    days.every((one) => Number.isInteger(one) && one > 0),
    'a reminder comes a number of days before the end',
  );
  const nearestFirst = [...new Set(days)].sort((a, b) => a - b);
  return nearestFirst.map((one, index) => ({
    days: one,
    after: now + BigInt(nearestFirst[index - 1] ?? 0) * DAY,
    until: now + BigInt(one) * DAY,
  }));
}
