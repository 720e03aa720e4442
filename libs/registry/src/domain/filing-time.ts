// When a filing counts from and until. Filings against one grantor have times that never repeat and never go back,
// because rank is decided by them (Civil Code Art. 414, 768); microseconds, as PostgreSQL keeps them.
import { addDays, addMonths, dateOf, invariant, type LocalDate, startOfDay } from '#kernel';

const TEXT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\.(\d{6})Z$/;

/** Microseconds since 1970, UTC. */
export type Micros = bigint;

export const microsOf = (instant: Date): Micros => BigInt(instant.getTime()) * 1_000n;

/** RFC 3339 in UTC with six decimals. */
export function instantText(at: Micros): string {
  const millis = at / 1_000n;
  const rest = (at % 1_000n).toString().padStart(3, '0');
  invariant(at >= 0n, 'the registry has no times before 1970');
  return new Date(Number(millis)).toISOString().replace('Z', `${rest}Z`);
}

/** Reads what `instantText` wrote. */
export function microsFromText(text: string): Micros {
  const [, seconds, fraction] = TEXT.exec(text) ?? [];
  invariant(seconds !== undefined && fraction !== undefined, `a time of the registry: ${text}`);
  return BigInt(Date.parse(`${seconds}Z`)) * 1_000n + BigInt(fraction);
}

export interface Stamps {
  /** One per draft, in order. */
  readonly times: readonly Micros[];
  /** The last time of each turn after the batch. */
  readonly last: ReadonlyMap<string, Micros>;
}

/**
 * Times for filings written together, in order: each is the later of now and one microsecond after the last turn of
 * every grantor and asset it names. `last` holds null where there was none yet.
 */
export function stampTimes(
  now: Micros,
  last: ReadonlyMap<string, Micros | null>,
  turns: readonly (readonly string[])[],
): Stamps {
  const latest = new Map<string, Micros>();
  const after = (key: string): Micros => (latest.get(key) ?? last.get(key) ?? -1n) + 1n;
  const times = turns.map((keys) => {
    const at = keys.map(after).reduce((most, one) => (one > most ? one : most), now);
    for (const key of keys) latest.set(key, at);
    return at;
  });
  return { times, last: latest };
}

export interface Term {
  /** The last day of the term. */
  readonly expiresOn: LocalDate;
  /** The first instant after it. */
  readonly expiresAt: Micros;
}

/** An extension counts from the end of the term that it extends. */
export function extendedTerm(expiresOn: LocalDate, months: number): Term {
  const last = addMonths(expiresOn, months);
  return { expiresOn: last, expiresAt: microsOf(startOfDay(addDays(last, 1))) };
}

const HOUR: Micros = 3_600_000_000n;
const MOST_TERMS = 1_000;
/** Within one hour a day of Shanghai neither begins nor ends, so filings of the hour share their terms. */
const terms = new Map<string, Term>();

/**
 * A term of calendar months: the day of filing does not count, the last day is the corresponding day of the last
 * month or its end, and it ends at 24:00 in Shanghai (Civil Code Art. 201-203).
 */
export function termOf(filedAt: Micros, months: number): Term {
  const key = `${filedAt / HOUR} ${months}`;
  const known = terms.get(key);
  if (known) return known;
  const expiresOn = addMonths(dateOf(new Date(Number(filedAt / 1_000n))), months);
  const term = { expiresOn, expiresAt: microsOf(startOfDay(addDays(expiresOn, 1))) };
  if (terms.size >= MOST_TERMS) terms.clear();
  terms.set(key, term);
  return term;
}
