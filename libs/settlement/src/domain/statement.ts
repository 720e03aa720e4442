// A bank statement in neutral words, whatever format it came in: a camt message today, others with their own readers.
// Amounts are decimal text because a bank may state a currency or a precision in which we would never book.
import type { Bilingual, LocalDate } from '#kernel';

/** BOOK is money that moved; PDNG, INFO and FUTR are announcements (ISO 20022 ExternalEntryStatus1Code). */
export const ENTRY_STATES = ['BOOK', 'PDNG', 'INFO', 'FUTR'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export interface StatementBalance {
  /** Signed decimal text: negative when the account owes. */
  readonly amount: string;
  readonly currency: string;
  readonly date: LocalDate | null;
}

export interface StatementEntry {
  /** Identifies the movement, not the message: alone in a notification, told again, or one of a batch, it has one key. */
  readonly key: string;
  /** The same for all payments of one booking: who knows it has seen them, itemised or as one sum. */
  readonly bookingKey: string;
  /** The booking date; where none is stated the value date, else the day of the statement. */
  readonly date: LocalDate;
  readonly valueDate: LocalDate | null;
  /** Signed decimal text: positive when the account received. */
  readonly amount: string;
  readonly currency: string;
  /** The first of end-to-end id, creditor reference, account servicer's reference that is stated. */
  readonly reference: string | null;
  readonly endToEndId: string | null;
  readonly servicerReference: string | null;
  readonly entryReference: string | null;
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
  /** Remittance information and the bank's own words, one per line. */
  readonly text: string | null;
  readonly isReversal: boolean;
  /** ISO 20022 reason when the movement is a returned payment, such as AC04. */
  readonly returnReason: string | null;
  readonly status: EntryState;
}

/**
 * `proved`: opening + booked entries = closing. `not_stated`: a balance is missing, as always in a notification.
 * `not_comparable`: both are stated but not in one currency, or entries lie before the opening; see the notes.
 */
export type BalanceProof = 'proved' | 'not_stated' | 'not_comparable';

export type StatementKind = 'report' | 'statement' | 'notification';

export interface StatementHead {
  readonly kind: StatementKind;
  readonly statementId: string | null;
  readonly account: string | null;
  readonly currency: string | null;
  readonly fromDate: LocalDate | null;
  readonly toDate: LocalDate | null;
  readonly openingBalance: StatementBalance | null;
  readonly closingBalance: StatementBalance | null;
}

export interface Statement extends StatementHead {
  readonly account: string;
  readonly currency: string;
  readonly entries: readonly StatementEntry[];
  readonly balanceProof: BalanceProof;
}

/** What is wrong with a file, and where. `line` counts from 1; `path` is made of local element names. */
export interface StatementFinding {
  readonly rule: string;
  readonly message: Bilingual;
  readonly fix: Bilingual;
  readonly line: number | null;
  readonly path: string | null;
}

/** One statement of a file. A read one may carry notes; a refused one has no entries that could be used by mistake. */
export type StatementReading =
  | { readonly status: 'read'; readonly statement: Statement; readonly reasons: readonly StatementFinding[] }
  | {
      readonly status: 'refused';
      readonly head: StatementHead | null;
      readonly reasons: readonly StatementFinding[];
    };
