// An XML document becomes a reading by the local name of its root, wherever the document was found.
import { type XmlElement } from '#platform/xml';
import { errors } from '../../domain/errors';
import type { Reading } from '../../domain/reading';
import { decodeXml } from '../decode-text';
import { readCii } from './cii';
import { ZUGFERD_1_ROOT } from './cii-names';
import { readEfapiao } from './efapiao';
import { readOlderEfapiao } from './older-efapiao';
import { readUbl } from './ubl';
import { readXbrl } from './xbrl';
import { parseInvoiceXml } from './parse-xml';

const MAX_XML_MB = 10;
export const MAX_XML_BYTES = MAX_XML_MB * 1_048_576;

const ROOTS: Readonly<Record<string, (root: XmlElement) => Reading>> = {
  Invoice: readUbl,
  CreditNote: readUbl,
  CrossIndustryInvoice: readCii,
  [ZUGFERD_1_ROOT]: readCii,
  EInvoice: readEfapiao,
  Einvoice: readEfapiao,
  eInvoice: readOlderEfapiao,
  xbrl: readXbrl,
};

/** @throws documents.file_too_large, documents.format_unknown, and what is wrong with the encoding or the XML */
export function readXml(bytes: Uint8Array): Reading {
  if (bytes.length > MAX_XML_BYTES) throw errors.file_too_large({ limitMb: MAX_XML_MB });
  const root = parseInvoiceXml(decodeXml(bytes));
  const read = Object.hasOwn(ROOTS, root.name) ? ROOTS[root.name] : undefined;
  if (read === undefined) throw errors.format_unknown();
  return read(root);
}
