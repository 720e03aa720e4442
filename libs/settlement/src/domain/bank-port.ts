// The bank as settlement sees it: payment instructions go out, statements and notifications come back. A true edge,
// so it is an interface; nothing else of a bank is assumed, and a message may come late, twice or out of order.

/** `code` is an ISO 20022 ExternalStatusReason1Code such as AC01 or AM04. */
export interface BankReason {
  readonly code: string;
  readonly text: string;
}

export interface PaymentAck {
  readonly endToEndId: string;
  readonly status: 'accepted' | 'rejected';
  readonly reason: BankReason | null;
}

/**
 * The answer to one pain.001. Accepted is not paid: only a booked debit in a statement says so, and a later credit
 * with a return reason takes it back. The same message sent again gets the same answer and pays nothing twice.
 */
export interface BankAck {
  readonly messageId: string;
  readonly status: 'accepted' | 'partly_accepted' | 'rejected';
  /** Why the message as a whole was rejected; null otherwise. */
  readonly reason: BankReason | null;
  readonly payments: readonly PaymentAck[];
}

export interface BankDocument {
  readonly kind: 'camt.053' | 'camt.054';
  readonly xml: string;
}

export interface BankDocuments {
  readonly documents: readonly BankDocument[];
  /** To be given next time; it never goes back. */
  readonly cursor: string;
}

export interface BankPort {
  submit(pain001: string): Promise<BankAck>;
  /** All documents after the cursor, in the order of arrival; from the first one on when it is null. */
  documentsSince(cursor: string | null): Promise<BankDocuments>;
}
