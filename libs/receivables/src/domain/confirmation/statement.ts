// What the debtor states when it answers, word for word as it is signed: the canonical JSON of this object, and nothing
// else. It names the receivable and its version, so that a signature serves for one answer to one receivable.
import type { LocalDate, Money } from '#kernel';
import type { AnswerReason, Decision } from '../answer';

export const STATEMENT_FORMAT = 'youquan/confirmation/1';

/** What is known of the receivable before it is answered. */
export interface StatementBasis {
  readonly receivableId: string;
  readonly receivableVersion: number;
  readonly invoiceKey: string;
  readonly invoiceNumber: string;
  /** SHA-256 of the file the invoice was read from, hexadecimal. */
  readonly documentSha256: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly payable: Money;
  readonly dueDate: LocalDate | null;
}

export interface Statement extends StatementBasis {
  readonly format: typeof STATEMENT_FORMAT;
  readonly decision: Decision;
  /** What is accepted to be owed. */
  readonly confirmed: Money;
  readonly reason: AnswerReason | null;
  readonly note: string | null;
  /** The documents that the debtor found for it. */
  readonly orderNumber: string | null;
  readonly goodsReceiptNumber: string | null;
}

/** The statement with who signed it and when, as it is signed. */
export interface SignedStatement extends Statement {
  readonly keyId: string;
  /** RFC 3339, UTC. */
  readonly signedAt: string;
}

type Given = Readonly<Record<string, unknown>>;

/** The first field in which what was signed differs from what the server would state; undefined when they are the same. */
export function differingField(
  own: SignedStatement,
  given: unknown,
  same: (a: unknown, b: unknown) => boolean,
) {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return 'format';
  const stated = given as Given;
  const names = [...new Set([...Object.keys(own), ...Object.keys(stated)])].sort();
  return names.find((name) => !same((own as unknown as Given)[name], stated[name]));
}

/** A signature is dated by the device that made it; so far it may be off. */
export const SIGNING_SKEW_MS = 10 * 60_000;

export const isDatedNow = (signedAt: string, now: Date): boolean => {
  const at = Date.parse(signedAt);
  return (
    Number.isFinite(at) &&
    new Date(at).toISOString() === signedAt &&
    Math.abs(now.getTime() - at) <= SIGNING_SKEW_MS
  );
};
