// A certificate as PDF carries its receipt as an embedded file and, after its last line, a signature over all bytes before
// it: what a person sees on the page is as sure as the receipt inside, and no reader of PDF is troubled by a comment.
import { createHash } from 'node:crypto';

export const PDF_FORMAT = 'youquan/certificate-pdf/1';
const SEAL = /%youquan\/certificate-pdf\/1 (\S{1,200}) ([A-Za-z0-9+/]{1,200}={0,2})\n$/u;
/** A seal and its line break, with room for the longest name. */
const LONGEST_SEAL = 1_000;

/** The text of the signed note; a checkpoint's second line is a number, an attestation's an object, this one's a hash. */
export const sealText = (pdf: Uint8Array): string =>
  `${PDF_FORMAT}\n${createHash('sha256').update(pdf).digest().toString('base64')}\n`;

/** @param note the signed note over `sealText(pdf)` */
export function sealLine(note: string): string {
  const [, name = '', signature = ''] = /\n— (\S+) (\S+)\n$/u.exec(note) ?? [];
  return `%${PDF_FORMAT} ${name} ${signature}\n`;
}

export interface OpenedPdf {
  readonly pdf: Uint8Array;
  /** The signed note that the seal stands for. */
  readonly note: string;
  /** The embedded receipt, as text. */
  readonly receipt: string;
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

export const isPdf = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, 5)) === '%PDF-';

/** Null when it has no seal, or holds no receipt. */
export function openSealedPdf(bytes: Uint8Array): OpenedPdf | null {
  const end = new TextDecoder().decode(bytes.subarray(Math.max(0, bytes.length - LONGEST_SEAL)));
  const [seal, name, signature] = SEAL.exec(end) ?? [];
  if (seal === undefined) return null;
  const pdf = bytes.subarray(0, bytes.length - new TextEncoder().encode(seal).length);
  const receipt = embeddedFile(pdf);
  if (receipt === null) return null;
  return { pdf, receipt, note: `${sealText(pdf)}\n— ${name ?? ''} ${signature ?? ''}\n` };
}

/** The first embedded file, which is stored as it is. */
function embeddedFile(pdf: Uint8Array): string | null {
  const text = latin1(pdf);
  const found = text.indexOf('/Type /EmbeddedFile');
  const start = text.indexOf('stream\n', found);
  if (found < 0 || start < 0) return null;
  const [, length] = /\/Length (\d{1,9})\s*>>\s*$/.exec(text.slice(found, start)) ?? [];
  if (length === undefined) return null;
  const from = start + 'stream\n'.length;
  return new TextDecoder().decode(pdf.subarray(from, from + Number(length)));
}
