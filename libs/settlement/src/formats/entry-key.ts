// Gives every movement of an account a key that survives how often, in which message, and with how many others in one
// booking a bank tells of it.
import { createHash } from 'node:crypto';

export interface BookingFacts {
  readonly account: string;
  readonly amount: string;
  readonly currency: string;
  readonly servicerReference: string | null;
  readonly date: string;
  readonly valueDate: string | null;
  readonly isReversal: boolean;
  /** References of the payments inside, in their order. */
  readonly references: readonly (string | null)[];
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Keys of the bookings of one statement, or of the payments inside them. The account servicer's reference identifies
 * one where there is one; else dates, amount and references do. Those that are alike in one statement are counted, so
 * that the second of two equal payments is not taken for a double of the first.
 */
export class EntryKeys {
  private readonly seen = new Map<string, number>();

  next(facts: BookingFacts): string {
    const { account, amount, currency, servicerReference, date, valueDate, isReversal, references } = facts;
    const content =
      servicerReference === null ? [date, valueDate, isReversal, references] : [servicerReference];
    const base = digest([account, amount, currency, ...content]);
    const occurrence = this.seen.get(base) ?? 0;
    this.seen.set(base, occurrence + 1);
    return occurrence === 0 ? base : digest([base, occurrence]);
  }
}

/** The key of a payment to which the bank gave no reference of its own: its place in the booking. */
export function itemKey(bookingKey: string, index: number): string {
  return digest([bookingKey, 'item', index]);
}
