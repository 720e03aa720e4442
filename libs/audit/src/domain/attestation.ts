// An attestation: something the platform states and signs with the log's key, resting on deeds whose receipts it
// carries. Whoever has the public key can check it without asking the platform again.
import { canonicalJson } from '#kernel';
import { nestsWithin } from './canonical';
import { openNote, signNote, type Signer, type Verifier } from './note';
import { type Receipt, refuteReceipt } from './receipt';

export interface Attestation {
  /** Says what the content is, with its version; part of what is signed. */
  readonly format: string;
  readonly content: unknown;
  readonly receipts: readonly Receipt[];
  /** The signature line of a signed note over the two lines `format` and canonical JSON of content and receipts. */
  readonly signature: string;
}

const FIELDS = 'content,format,receipts,signature';
const MAX_RECEIPTS = 1000;
/** Deeper than anything that is attested, and shallow enough to be walked. */
const MAX_DEPTH = 100;

/** A checkpoint's second line is a number, this one's is an object: neither signature serves for the other. */
const textOf = ({ format, content, receipts }: Omit<Attestation, 'signature'>): string =>
  `${format}\n${canonicalJson({ content, receipts })}\n`;

export function attest(stated: Omit<Attestation, 'signature'>, signer: Signer): Attestation {
  const text = textOf(stated);
  return { ...stated, signature: signNote(text, signer).slice(text.length + 1, -1) };
}

/** The attestation when it holds, else the first reason why it does not. Takes anything that JSON can hold. */
export function openAttestation(given: unknown, format: string, verifier: Verifier): Attestation | string {
  if (!isAttestation(given) || given.format !== format) return `it is not a ${format}`;
  if (!nestsWithin(given, MAX_DEPTH) || given.receipts.length > MAX_RECEIPTS) return 'it is malformed';
  const text = textOf(given);
  const isSigned =
    !given.signature.includes('\n') &&
    [verifier, ...(verifier.former ?? []).map((one) => one.verifier)].some(
      (key) => openNote(`${text}\n${given.signature}\n`, key) === text,
    );
  if (!isSigned) return 'it is not signed by this key, or was changed afterwards';
  for (const receipt of given.receipts) {
    const reason = refuteReceipt(receipt, verifier);
    if (reason !== null) return `a receipt does not hold: ${reason}`;
  }
  return given;
}

function isAttestation(given: unknown): given is Attestation {
  if (typeof given !== 'object' || given === null || Object.keys(given).sort().join() !== FIELDS)
    return false;
  const { format, receipts, signature } = given as Record<keyof Attestation, unknown>;
  return typeof format === 'string' && typeof signature === 'string' && Array.isArray(receipts);
}
