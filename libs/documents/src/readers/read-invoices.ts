// The one way in for a file of invoices: what it is decides its content, and whatever is wrong with it becomes a
// refused reading. Nothing a file contains makes this throw.
import { DomainError } from '#kernel';
import { parseXml, type XmlElement, type XmlRefusals } from '#platform/xml';
import { errors, findingOf } from '../domain/errors';
import { unreadable, type Reading } from '../domain/reading';
import { readCii } from './cii';
import { readCsv } from './csv';
import { decodeXml } from './decode-text';
import { readEfapiao } from './efapiao';
import { sniff } from './sniff';
import { readUbl } from './ubl';

const XML_REFUSALS: XmlRefusals = {
  xml_doctype: errors.xml_doctype,
  xml_malformed: errors.xml_malformed,
  xml_too_complex: errors.xml_too_complex,
};

const MEGABYTE = 1_048_576;
const PIECE = 65_536;
const MAX_XML_MB = 10;
const MAX_CSV_MB = 64;

/** Documents by the local name of their root. */
const ROOTS: Readonly<Record<string, (root: XmlElement) => Reading>> = {
  Invoice: readUbl,
  CreditNote: readUbl,
  CrossIndustryInvoice: readCii,
  EInvoice: readEfapiao,
  Einvoice: readEfapiao,
};

/** Documents we recognise and do not read yet. */
const NOT_READ: Readonly<Record<string, string>> = {
  CrossIndustryDocument: 'ZUGFeRD 1.0',
  xbrl: 'XBRL',
};

function readXml(bytes: Uint8Array): Reading {
  const root = parseXml(decodeXml(bytes), XML_REFUSALS);
  const read = Object.hasOwn(ROOTS, root.name) ? ROOTS[root.name] : undefined;
  if (read !== undefined) return read(root);
  const format = Object.hasOwn(NOT_READ, root.name) ? NOT_READ[root.name] : undefined;
  if (format !== undefined) throw errors.format_not_read({ format });
  throw errors.format_unknown();
}

function limit(bytes: Uint8Array, limitMb: number): void {
  if (bytes.length > limitMb * MEGABYTE) throw errors.file_too_large({ limitMb });
}

/** Small pieces, for the rows of a piece wait in memory together and cost more the more they are. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function readingsOf(bytes: Uint8Array): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of readCsv(inPieces(bytes))) readings.push(reading);
  return readings;
}

async function read(bytes: Uint8Array): Promise<Reading[]> {
  const content = sniff(bytes);
  switch (content.is) {
    case 'empty':
      throw errors.file_empty();
    case 'unknown':
      throw errors.format_unknown();
    case 'named':
      throw errors.format_not_read({ format: content.format });
    case 'xml':
      limit(bytes, MAX_XML_MB);
      return [readXml(bytes)];
    case 'text':
      limit(bytes, MAX_CSV_MB);
      return readingsOf(bytes);
  }
}

/** One reading for each invoice in the file, and at least one; a file that cannot be read is one refused reading. */
export async function readInvoices(bytes: Uint8Array): Promise<Reading[]> {
  try {
    return await read(bytes);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [unreadable(findingOf(error))];
  }
}
