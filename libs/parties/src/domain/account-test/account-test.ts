// One cent that a bank was asked to send: how it stands, and when a bank that did not answer is asked again.
import type { TestRefusal } from './test-bank';

/** What an account says of the payment of its test; an account whose test a person sends by hand has none. */
export interface TestPaid {
  readonly bank: string;
  readonly tries: number;
  /** Null: the bank has not answered yet. */
  readonly outcome: 'paid' | 'refused' | null;
  readonly refusal: TestRefusal | null;
}

export interface AccountTest extends TestPaid {
  /** The end-to-end id at the bank. */
  readonly id: string;
  readonly accountId: string;
  readonly askedAt: Date;
  readonly triedAt: Date | null;
}

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/** One minute after the first try, then twice as long each time, and never longer than an hour. */
export function nextTryAt({ tries, askedAt, triedAt }: AccountTest): Date {
  const pause = Math.min(MINUTE_MS * 2 ** Math.max(0, tries - 1), LONGEST_PAUSE_MS);
  return new Date((triedAt ?? askedAt).getTime() + pause);
}

export const isDue = (test: AccountTest, now: Date): boolean =>
  test.outcome === null && nextTryAt(test) <= now;
