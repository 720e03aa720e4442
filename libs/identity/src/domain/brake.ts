// The brake on sign-in: the first attempts are free, then each further one doubles the wait, up to a ceiling. An
// attempt is charged before the password is looked at, so that many at once gain nothing over one after another.

interface BrakeRule {
  /** Attempts without a wait. */
  readonly free: number;
  readonly longestSeconds: number;
}
/** One person mistypes a few times; behind one address there may be a whole company. */
export const BRAKES = Object.freeze({
  login: Object.freeze({ free: 5, longestSeconds: 900 }),
  address: Object.freeze({ free: 30, longestSeconds: 60 }),
});
export type BrakeKind = keyof typeof BRAKES;

export interface Brake {
  readonly failures: number;
  readonly lastAt: Date | null;
  readonly blockedUntil: Date | null;
}

/** After an hour without an attempt everything is forgotten. */
export const FORGOTTEN_AFTER_MS = 3_600_000;

/** A record from the future is one from before the clock was set back: it counts as old. */
const isForgotten = ({ lastAt }: Brake, now: Date) =>
  lastAt === null || now < lastAt || now.getTime() - lastAt.getTime() >= FORGOTTEN_AFTER_MS;

/** Whole seconds until the next attempt is looked at; 0 when it may be made now. */
export function waitSeconds(brake: Brake, now: Date): number {
  if (isForgotten(brake, now) || !brake.blockedUntil) return 0;
  return Math.max(0, Math.ceil((brake.blockedUntil.getTime() - now.getTime()) / 1000));
}

/** The record after one more attempt, taken for a failure until it is known to be none. */
export function charged(brake: Brake, kind: BrakeKind, now: Date): Brake {
  const failures = (isForgotten(brake, now) ? 0 : brake.failures) + 1;
  const seconds = delaySeconds(failures, BRAKES[kind]);
  return { failures, lastAt: now, blockedUntil: new Date(now.getTime() + seconds * 1000) };
}

/** The wait after this many failures in a row. */
export function delaySeconds(failures: number, { free, longestSeconds }: BrakeRule): number {
  if (failures <= free) return 0;
  return Math.min(2 ** Math.min(failures - free, 30), longestSeconds);
}

/** Under which name an address is counted: a household or company holds a whole IPv6 /64. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: gap }, () => '0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
