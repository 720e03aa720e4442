// A side door for those who only check: certificates of the register, without Nest and without a database.
import { type Attestation, openAttestation, openNote, type Verifier } from '#audit/offline';
import { canonicalJson } from '#kernel';
import { CERTIFICATE_FORMAT, type CertificateContent, refuteGround } from './formats/certificate/certificate';
import { isPdf, openSealedPdf, sealText } from './formats/certificate/sealed-pdf';

export {
  CERTIFICATE_FORMAT,
  type CertificateContent,
  contentHashOf,
} from './formats/certificate/certificate';
export { certificateSections } from './formats/certificate/certificate-lines';
export { KIND_TITLES, STATE_TEXTS } from './formats/certificate/certificate-words';
export { isPdf } from './formats/certificate/sealed-pdf';

export type CertificateVerdict =
  | { readonly certificate: CertificateContent; readonly reason: null }
  | { readonly certificate: null; readonly reason: string };

const refuted = (reason: string): CertificateVerdict => ({ certificate: null, reason });

/** Whether somebody means this to be a certificate. */
export const isCertificate = (given: unknown): boolean =>
  (given as { readonly format?: unknown } | null)?.format === CERTIFICATE_FORMAT;

/**
 * What a file proves: the holder of this key stated this content at `issuedAt`, resting on a deed that is in the log. Both
 * forms are judged byte by byte: the receipt as it was issued, the PDF with all that it shows.
 */
export function openCertificate(file: Uint8Array, verifier: Verifier): CertificateVerdict {
  if (!isPdf(file)) return openReceiptText(new TextDecoder().decode(file), verifier);
  const opened = openSealedPdf(file);
  if (!opened) return refuted('the PDF carries no certificate and seal');
  if (openNote(opened.note, verifier) !== sealText(opened.pdf))
    return refuted('the PDF is not sealed by this key, or was changed afterwards');
  return openReceiptText(opened.receipt, verifier);
}

export function openReceiptText(text: string, verifier: Verifier): CertificateVerdict {
  const opened = openAttestation(parsed(text), CERTIFICATE_FORMAT, verifier);
  if (typeof opened === 'string') return refuted(opened);
  if (canonicalJson(opened) !== text) return refuted('it is not written as it was issued');
  const certificate = opened.content as CertificateContent;
  const reason = refuteGround(certificate, deedsOf(opened));
  return reason === null ? { certificate, reason } : refuted(reason);
}

const deedsOf = ({ receipts }: Attestation) => receipts.map(({ leaf }) => leaf);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
