// The evidence of one confirmation as a file: what the debtor stated and signed, through whom and when, the invoice it is
// about, and the log's receipt. What the platform states of it hangs together by rules that anybody can check.
import { canonicalJson, type Money } from '#kernel';
import type { Decision } from '../answer';
import type { Grade, GradeReason } from './evidence';
import type { KeyAlgorithm } from './signing-key';

export const EVIDENCE_FORMAT = 'youquan/confirmation-evidence/1';
/** The deed whose receipt the evidence carries. */
export const ANSWER_DEED = 'receivables.receivable_answered';

export interface EvidenceSignature {
  readonly keyId: string;
  readonly algorithm: KeyAlgorithm;
  /** SubjectPublicKeyInfo, base64. */
  readonly publicKey: string;
  readonly signature: string;
  /** When a second person approved the key. */
  readonly approvedAt: string | null;
}

/** Content of the attestation. People stand in it by their part, not by name. */
export interface ConfirmationEvidence {
  readonly id: string;
  readonly issuedAt: string;
  readonly confirmationId: string;
  /** Canonical JSON of the statement; what was signed, where it was. */
  readonly statement: string;
  readonly signatures: readonly EvidenceSignature[];
  readonly people: readonly {
    readonly part: 'maker' | 'checker';
    readonly kind: string;
    readonly authenticatedBy: readonly string[];
    readonly at: string;
  }[];
  readonly channel: string;
  readonly delivery: readonly { readonly event: string; readonly at: string }[];
  readonly grade: {
    readonly grade: Grade;
    readonly points: number;
    readonly reasons: readonly GradeReason[];
  } | null;
  readonly document: {
    readonly name: string;
    readonly sha256: string;
    /** The bytes are in the file. */
    readonly isIncluded: boolean;
  };
}

/** How signatures and hashes are checked; a function of what it is given, and not this rule's business. */
export interface Proofs {
  /** @param signature base64 */
  readonly isSignedBy: (
    key: Pick<EvidenceSignature, 'algorithm' | 'publicKey'>,
    text: string,
    signature: string,
  ) => boolean;
  /** In hexadecimal digits. */
  readonly sha256: (bytes: Uint8Array) => string;
}

/** What a receipt of the answer's deed says. */
export interface AnswerReceipt {
  readonly receivableId: string;
  readonly confirmationId: unknown;
  readonly confirmed: unknown;
}

interface StatedAnswer {
  readonly receivableId: unknown;
  readonly documentSha256: unknown;
  readonly decision: Decision;
  readonly confirmed: Money;
  readonly keyId?: unknown;
}

/**
 * Null when the parts fit each other, else the first that does not.
 * @param document the bytes of the invoice file, or null where the file carries none
 */
export function refuteEvidence(
  evidence: ConfirmationEvidence,
  receipts: readonly AnswerReceipt[],
  document: Uint8Array | null,
  proofs: Proofs,
): string | null {
  const { confirmationId, signatures } = evidence;
  const stated = statementIn(evidence.statement);
  if (!stated) return 'the statement is not canonical JSON';
  const rests = receipts.some(
    (one) =>
      one.receivableId === stated.receivableId &&
      one.confirmationId === confirmationId &&
      canonicalJson(one.confirmed) === canonicalJson(stated.confirmed),
  );
  if (!rests) return 'no receipt is of this answer and this amount';
  const wrong = signatures.find(
    (one) => one.keyId !== stated.keyId || !proofs.isSignedBy(one, evidence.statement, one.signature),
  );
  if (wrong) return 'the statement is not signed by the key that is named';
  if (stated.keyId !== undefined && signatures.length === 0)
    return 'the signature of the statement is missing';
  return refuteDocument(evidence, stated, document, proofs);
}

function refuteDocument(
  { document: { sha256, isIncluded } }: ConfirmationEvidence,
  { documentSha256 }: StatedAnswer,
  bytes: Uint8Array | null,
  { sha256: hashOf }: Proofs,
): string | null {
  if (sha256 !== documentSha256) return 'the document is not the one that the statement is about';
  if (isIncluded !== (bytes !== null)) return 'the document is missing, or was put in';
  const isSame = bytes === null || hashOf(bytes) === sha256;
  return isSame ? null : 'the document was changed';
}

function statementIn(text: string): StatedAnswer | null {
  try {
    const parsed = JSON.parse(text) as unknown;
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject && canonicalJson(parsed) === text ? (parsed as StatedAnswer) : null;
  } catch {
    return null;
  }
}
