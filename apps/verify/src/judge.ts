// From a text that somebody dropped to what can be said of each receipt, payment slip or evidence file in it.
import { judgeReceipt, openCheckpoint, type Receipt, type ReceiptFault, type Verifier } from '#audit/offline';
import { type ConfirmationEvidence, isEvidence, openEvidence } from '#receivables/offline';
import { type CertificateContent, isCertificate, openCertificate, openReceiptText } from '#registry/offline';
import { type IssuedSlip, openSlip, SLIP_FORMAT } from '#settlement/offline';

export interface Proved {
  readonly receipt: Receipt;
  readonly log: string;
  readonly size: number;
  readonly signedAt: string;
}
export type SlipJudgement = { readonly slip: IssuedSlip } | { readonly slipFault: string };
export type EvidenceJudgement =
  { readonly evidence: ConfirmationEvidence } | { readonly evidenceFault: string };
export type CertificateJudgement =
  { readonly certificate: CertificateContent } | { readonly certificateFault: string };
export type Judgement =
  | { readonly fault: ReceiptFault }
  | { readonly proved: Proved }
  | SlipJudgement
  | EvidenceJudgement
  | CertificateJudgement;
export type Answer = 'not_json' | 'empty' | readonly Judgement[];

/** One receipt or slip, a list of them, or a page of a list as the API gives it. */
function listOf(content: unknown): readonly unknown[] {
  if (Array.isArray(content)) return content as unknown[];
  const { items } = (content ?? {}) as { items?: unknown };
  return Array.isArray(items) ? (items as unknown[]) : [content];
}

export function judge(text: string, verifier: Verifier): Answer {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'not_json';
  }
  if (isEvidence(content)) return [judgeEvidence(text, verifier)];
  // A certificate is judged as the text that it is: one byte more or less and it is another file.
  if (isCertificate(content)) return [certificateOf(openReceiptText(text, verifier))];
  const receipts = listOf(content);
  return receipts.length === 0 ? 'empty' : receipts.map((receipt) => judgeOne(receipt, verifier));
}

/** Of the text and not of what it says: evidence is one text, and no byte of it can be another. */
function judgeEvidence(text: string, verifier: Verifier): EvidenceJudgement {
  const { evidence, reason } = openEvidence(text, verifier);
  return evidence === null ? { evidenceFault: reason } : { evidence };
}
/** A certificate on paper: the whole file is judged. */
export const judgePdf = (bytes: Uint8Array, verifier: Verifier): Answer => [
  certificateOf(openCertificate(bytes, verifier)),
];

const certificateOf = ({ certificate, reason }: ReturnType<typeof openReceiptText>): CertificateJudgement =>
  certificate === null ? { certificateFault: reason } : { certificate };

const isSlip = (given: unknown): boolean =>
  (given as { readonly format?: unknown } | null)?.format === SLIP_FORMAT;

function judgeSlip(given: unknown, verifier: Verifier): SlipJudgement {
  const { slip, reason } = openSlip(given, verifier);
  return slip === null ? { slipFault: reason } : { slip };
}

function judgeOne(given: unknown, verifier: Verifier): Judgement {
  if (isSlip(given)) return judgeSlip(given, verifier);
  const fault = judgeReceipt(given, verifier);
  if (fault) return { fault };
  const receipt = given as Receipt;
  const checkpoint = openCheckpoint(receipt.checkpoint, verifier);
  const { origin = '', size = 0, at = '' } = checkpoint ?? {};
  return { proved: { receipt, log: origin, size, signedAt: at } };
}
