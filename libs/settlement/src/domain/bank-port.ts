// The bank as settlement sees it: payment instructions go out, statements, notifications and status reports come back.
// A true edge, so it is an interface; nothing else of a bank is assumed, and news may come late, twice or out of order.

/** Injection token of the deployment's `BankPort`; null where people carry the files. */
export const BANK_PORT = Symbol('BankPort');

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
 * The answer to one pain.001. Received: handed over, and the answer follows as a status report (pain.002). Accepted is
 * not paid: only a booked debit in a statement says so, and a later credit with a return reason takes it back.
 */
export interface BankAck {
  readonly messageId: string;
  readonly status: 'received' | 'accepted' | 'partly_accepted' | 'rejected';
  /** Why the message as a whole was rejected; null otherwise. */
  readonly reason: BankReason | null;
  readonly payments: readonly PaymentAck[];
}

export interface BankMessage {
  /** The message id inside, by which the bank knows it again. */
  readonly id: string;
  readonly xml: string;
}

export interface BankDocument {
  /** As people find it again. */
  readonly name: string;
  /** A camt.052, camt.053, camt.054 or pain.002, or something that is refused. */
  readonly content: Uint8Array;
}

export interface BankDocuments {
  readonly documents: readonly BankDocument[];
  /** To be given next time; it never goes back. */
  readonly cursor: string;
}

export interface BankPort {
  /** How long to wait before asking for documents again; longer after a failure. */
  readonly pauseMs: number;
  /** The same message sent again gets the same answer and pays nothing twice. Throws when the bank is out of reach. */
  submit(message: BankMessage): Promise<BankAck>;
  /** All documents after the cursor, in the order of arrival; from the first one on when it is null. */
  documentsSince(cursor: string | null): Promise<BankDocuments>;
}
