// The only place that asks the machine for the time, so that tests and simulations can move it.
import { invariant } from './errors';
import { addDays, dateOf, type LocalDate, startOfDay } from './local-date';

/** Business time. Rules get the instant as an argument; use cases ask a Clock. */
export interface Clock {
  now(): Date;
}

export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until moved. */
export class ManualClock implements Clock {
  private millis: number;

  constructor(at: Date) {
    this.millis = millisOf(at);
  }

  now(): Date {
    return new Date(this.millis);
  }

  /** Moves to `at`, which is not before now. */
  moveTo(at: Date): void {
    invariant(millisOf(at) >= this.millis, 'a clock moves forward; stepTo moves it backwards');
    this.millis = millisOf(at);
  }

  advance(milliseconds: number): void {
    this.moveTo(new Date(this.millis + milliseconds));
  }

  /** Sets any instant, earlier ones too, as a corrected machine clock would. */
  stepTo(at: Date): void {
    this.millis = millisOf(at);
  }
}

/** The day asked for last, from its first millisecond to that of the next: every request asks, and the zone's rules are slow. */
let lastDay = { from: 0, to: 0, date: dateOf(new Date(0)) };

/** The business day in Shanghai. */
export function todayOf(clock: Clock): LocalDate {
  const now = clock.now();
  if (now.getTime() >= lastDay.from && now.getTime() < lastDay.to) return lastDay.date;
  const date = dateOf(now);
  lastDay = { from: startOfDay(date).getTime(), to: startOfDay(addDays(date, 1)).getTime(), date };
  return date;
}

/** Real milliseconds since 1970, for ids only: they sort by real time even while a business clock stands still. */
export function wallMillis(): number {
  return Date.now();
}

function millisOf(at: Date): number {
  const millis = at.getTime();
  invariant(Number.isSafeInteger(millis), 'a clock shows a valid instant');
  return millis;
}
