// A side door for those who only check: the evidence of a confirmation, without Nest and without a database.
import { openAttestation, type Receipt, type Verifier } from '#audit/offline';
import { canonicalJson } from '#kernel';
import {
  ANSWER_DEED,
  type AnswerReceipt,
  type ConfirmationEvidence,
  EVIDENCE_FORMAT,
  refuteEvidence,
} from './domain/confirmation/bundle';

export { type ConfirmationEvidence, EVIDENCE_FORMAT } from './domain/confirmation/bundle';
import { proofs } from './formats/signature';

export type EvidenceVerdict =
  | { readonly evidence: ConfirmationEvidence; readonly reason: null }
  | { readonly evidence: null; readonly reason: string };

const refuted = (reason: string): EvidenceVerdict => ({ evidence: null, reason });

/** Whether somebody means this file to be evidence of a confirmation. */
export const isEvidence = (given: unknown): boolean =>
  (given as { readonly attestation?: { readonly format?: unknown } } | null)?.attestation?.format ===
  EVIDENCE_FORMAT;

/**
 * What a file proves: the holder of this key stated that the debtor gave this answer, the log has it, and where the debtor
 * signed, that it signed these very words. The file is one text, so that no byte of it can be another.
 */
export function openEvidence(text: string, verifier: Verifier): EvidenceVerdict {
  const given = parsed(text);
  if (!isFile(given)) return refuted(`it is not a ${EVIDENCE_FORMAT}`);
  if (canonicalJson(given) !== text) return refuted('it is not written as it was issued');
  const opened = openAttestation(given.attestation, EVIDENCE_FORMAT, verifier);
  if (typeof opened === 'string') return refuted(opened);
  const document = given.document === null ? null : Buffer.from(given.document, 'base64');
  if (document !== null && document.toString('base64') !== given.document)
    return refuted('the document is not base64');
  const evidence = opened.content as ConfirmationEvidence;
  const reason = refuteEvidence(evidence, answersIn(opened.receipts), document, proofs);
  return reason === null ? { evidence, reason } : refuted(reason);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface EvidenceFile {
  readonly attestation: unknown;
  /** Base64. */
  readonly document: string | null;
}

function isFile(given: unknown): given is EvidenceFile {
  if (
    typeof given !== 'object' ||
    given === null ||
    Object.keys(given).sort().join() !== 'attestation,document'
  )
    return false;
  const { document } = given as EvidenceFile;
  return isEvidence(given) && (document === null || typeof document === 'string');
}

function answersIn(receipts: readonly Receipt[]): AnswerReceipt[] {
  return receipts
    .filter(({ leaf }) => leaf.action === ANSWER_DEED && leaf.subjectType === 'receivable')
    .map(({ leaf, opened }) => {
      const { confirmationId, confirmed } = (opened.details?.value ?? {}) as Record<string, unknown>;
      return { receivableId: leaf.subjectId, confirmationId, confirmed };
    });
}
