// A session: it ends when it is signed out, when nobody uses it for a while, and in any case after some hours.
import type { Id } from '#kernel';

/** From where a person signs in. */
export interface SignInOrigin {
  /** Network address of the caller; null for a call that came over no network. */
  readonly address: string | null;
  /** Hash of the value that the browser keeps, in hexadecimal. */
  readonly device: string | null;
  /** How the calling program names itself. */
  readonly agent: string | null;
}

export type PersonalMethod = 'password' | 'totp';

export interface Session extends SignInOrigin {
  readonly id: Id<'session'>;
  readonly userId: string;
  /** SHA-256 of the token; the token itself is known to the client alone. */
  readonly tokenHash: Buffer;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly authenticatedBy: readonly PersonalMethod[];
  readonly version: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const LONGEST_HOURS = 24 * 31;

/** A parameter of nought would lock everyone out, an enormous one has no date: both are brought into range. */
export function expiryOf(createdAt: Date, absoluteHours: number): Date {
  const hours = Math.min(Math.max(absoluteHours, 1), LONGEST_HOURS);
  return new Date(createdAt.getTime() + hours * HOUR_MS);
}

const idleLimitMs = (idleMinutes: number) => Math.max(idleMinutes, 1) * MINUTE_MS;

export function isLive(
  session: Pick<Session, 'lastSeenAt' | 'expiresAt' | 'endedAt'>,
  now: Date,
  idleMinutes: number,
): boolean {
  const idle = now.getTime() - session.lastSeenAt.getTime();
  return session.endedAt === null && now < session.expiresAt && idle < idleLimitMs(idleMinutes);
}

/** Use is noted at most once a minute and at least ten times within the idle time, to save writes. */
export function shouldNoteUse(
  { lastSeenAt }: Pick<Session, 'lastSeenAt'>,
  now: Date,
  idleMinutes: number,
): boolean {
  return now.getTime() - lastSeenAt.getTime() >= Math.min(MINUTE_MS, idleLimitMs(idleMinutes) / 10);
}

/** 32 random bytes in base64url. */
export const isTokenShaped = (token: string): boolean => /^[\w-]{43}$/.test(token);

const LONGEST_AGENT = 300;

/** What a program says of itself, in a form that can be kept; null when it says nothing. */
export function agentWords(agent: string | undefined): string | null {
  const words = (agent ?? '')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, LONGEST_AGENT);
  return words === '' ? null : words;
}
