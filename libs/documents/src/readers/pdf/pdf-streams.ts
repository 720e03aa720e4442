// Decodes the streams of a PDF against one budget for the whole file: the library decoders of PDF set no limit to what
// a stream may inflate to, and the limits of a worker thread do not count such buffers.
import { inflateSync } from 'node:zlib';
import { errors } from '../../domain/errors';
import type { PdfValue } from './pdf-values';

const MAX_FILTERS = 4;

export class InflateBudget {
  constructor(private left: number) {}

  /** @throws documents.pdf_too_complex when the file inflates to more than its budget */
  inflate(bytes: Uint8Array): Buffer {
    try {
      const content = inflateSync(bytes, { maxOutputLength: Math.max(this.left, 1) });
      this.left -= content.length;
      return content;
    } catch (error) {
      const isTooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      throw isTooLong ? errors.pdf_too_complex() : errors.pdf_malformed();
    }
  }
}

function asciiHex(bytes: Uint8Array): Buffer {
  const digits = Buffer.from(bytes).toString('latin1').split('>', 1)[0] ?? '';
  const hex = digits.replace(/[\0\t\n\f\r ]/gu, '');
  return Buffer.from(hex.length % 2 === 1 ? `${hex}0` : hex, 'hex');
}

function filtersOf(value: PdfValue | undefined): string[] {
  const items = value?.is === 'array' ? value.items : value === undefined ? [] : [value];
  return items.map((item) => (item.is === 'name' ? item.name : ''));
}

/**
 * The content of a stream. Attachments and object streams are in practice deflated or plain; another filter, or a
 * predictor, is for pictures.
 * @throws documents.pdf_malformed, documents.pdf_too_complex
 */
export function decodeStream(
  filter: PdfValue | undefined,
  raw: Uint8Array,
  budget: InflateBudget,
): Uint8Array {
  const filters = filtersOf(filter);
  if (filters.length > MAX_FILTERS) throw errors.pdf_too_complex();
  return filters.reduce((bytes, name) => {
    if (name === 'FlateDecode') return budget.inflate(bytes);
    if (name === 'ASCIIHexDecode') return asciiHex(bytes);
    throw errors.pdf_malformed();
  }, raw);
}
