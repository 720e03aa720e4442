// The media type of a document by its content; what is not recognised is only bytes.
import { sniff } from '../readers/sniff';

const BYTES = 'application/octet-stream';
const NAMED: Readonly<Record<string, string>> = {
  PDF: 'application/pdf',
  OFD: 'application/ofd',
  ZIP: 'application/zip',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  XLS: 'application/vnd.ms-excel',
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  GIF: 'image/gif',
  TIFF: 'image/tiff',
  WebP: 'image/webp',
  HEIC: 'image/heic',
  'XML Spreadsheet 2003': 'application/xml',
};

export function mediaTypeOf(bytes: Uint8Array): string {
  const content = sniff(bytes);
  if (content.is === 'xml') return 'application/xml';
  if (content.is === 'text') return 'text/plain';
  return 'format' in content ? (NAMED[content.format] ?? BYTES) : BYTES;
}
