// Bytes to text by byte order mark, else by the encoding an XML declaration names, else UTF-8 or GB18030.
// Decoding is strict: a byte that does not fit is a refusal, not a replacement character in somebody's name.
import { errors } from '../domain/errors';

const DECLARATION = /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/u;

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** The encoding that the first bytes give away (XML 1.0, appendix F), or null. */
function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0x3c, 0, 0x3f, 0)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0, 0x3c, 0, 0x3f)) return 'utf-16be';
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw errors.encoding_unknown({ encoding });
  }
}

function isUtf8(bytes: Uint8Array, complete: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !complete });
    return true;
  } catch {
    return false;
  }
}

export function decodeXml(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  if (marked !== null) return decodeAs(bytes, marked);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 300));
  return decodeAs(bytes, DECLARATION.exec(start)?.[1] ?? 'utf-8');
}

/** The text encoding of a CSV file, judged by its first part. */
export function csvEncoding(start: Uint8Array, complete: boolean): string {
  return markedEncoding(start) ?? (isUtf8(start, complete) ? 'utf-8' : 'gb18030');
}
