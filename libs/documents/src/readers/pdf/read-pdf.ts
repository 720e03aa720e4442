// A PDF is an invoice by the XML inside it (Factur-X, ZUGFeRD 1 and 2); its pages are only a picture of one.
import { errors } from '../../domain/errors';
import type { Reading } from '../../domain/reading';
import { attachedInvoice } from '../xml/attached-invoice';
import { embeddedFiles } from './embedded-files';

const MAX_PDF_MB = 20;

/** @throws documents.file_too_large, documents.pdf_*, and what is wrong with the XML inside */
export function readPdf(bytes: Uint8Array): Reading {
  if (bytes.length > MAX_PDF_MB * 1_048_576) throw errors.file_too_large({ limitMb: MAX_PDF_MB });
  const invoice = attachedInvoice(embeddedFiles(bytes));
  if (invoice === null) throw errors.pdf_without_invoice();
  return invoice;
}
