// The one way in for a statement file: what it is decides its content, and whatever is wrong with it becomes a refused
// reading. Nothing a file contains makes this throw.
import { DomainError } from '#kernel';
import { parseXml, type XmlElement, type XmlRefusals } from '#platform/xml';
import type { StatementReading } from '../domain/statement';
import { isCamt, readCamt } from './camt';
import { errors, findingOf } from './errors';

const XML_REFUSALS: XmlRefusals = {
  xml_doctype: errors.xml_doctype,
  xml_malformed: errors.xml_malformed,
  xml_too_complex: errors.xml_too_complex,
};

const MAX_MB = 10;
const MEGABYTE = 1_048_576;
/** A file of at most this many bytes is worth opening. */
export const MAX_STATEMENT_BYTES = MAX_MB * MEGABYTE;
const START = 2048;

const DECLARED = /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/u;

/** Formats by their first bytes, as latin1 text without a byte order mark. */
const FORMATS: readonly { readonly format: string; readonly start: RegExp }[] = [
  { format: 'MT940', start: /^\s*(?:\{1:|:20:|[A-Z0-9]{0,40}\s*940\s*:20:)/u },
  { format: 'BAI2', start: /^\s*01,/u },
  { format: 'XLSX', start: /^PK\P{L}{2}/u },
  { format: 'XLS', start: /^\xd0\xcf\P{L}\xe0/u },
  { format: 'PDF', start: /^%PDF-/u },
  { format: 'gzip', start: /^\P{L}\x8b/u },
  { format: 'CSV', start: /^[^\n\0]{0,500}[,;\t][^\n\0]{0,500}(?:\n|$)/u },
];

function decode(bytes: Uint8Array): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 300)).replace(/^\xef\xbb\xbf/u, '');
  const encoding = marked ?? DECLARED.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw errors.encoding_unknown({ encoding });
  }
}

/** The root element of an XML file. @throws settlement.file_too_large, encoding_unknown, and the refusals of XML */
export function readXml(bytes: Uint8Array): XmlElement {
  if (bytes.length > MAX_STATEMENT_BYTES) throw errors.file_too_large({ limitMb: MAX_MB });
  return parseXml(decode(bytes), XML_REFUSALS);
}

function read(bytes: Uint8Array): StatementReading[] {
  if (bytes.length > MAX_STATEMENT_BYTES) throw errors.file_too_large({ limitMb: MAX_MB });
  const start = new TextDecoder('latin1')
    .decode(bytes.subarray(0, START))
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, '');
  if (start.trim() === '' && bytes.length <= START) throw errors.file_empty();
  if (/^[\s\0]*</u.test(start)) {
    const root = readXml(bytes);
    if (!isCamt(root)) throw errors.format_unknown();
    return readCamt(root);
  }
  const format = FORMATS.find((known) => known.start.test(start))?.format;
  throw format === undefined ? errors.format_unknown() : errors.format_not_read({ format });
}

/** One reading for each statement in the file, and at least one. */
export function readStatements(bytes: Uint8Array): StatementReading[] {
  try {
    return read(bytes);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [{ status: 'refused', head: null, reasons: [findingOf(error)] }];
  }
}
