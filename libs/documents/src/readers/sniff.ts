// What a file is, by its content alone: a name or an extension proves nothing.

type Content =
  | { readonly is: 'empty' }
  | { readonly is: 'xml' }
  | { readonly is: 'text' }
  | { readonly is: 'unknown' }
  | { readonly is: 'picture' | 'other_workbook' | 'named'; readonly format: string };

interface Signature {
  readonly format: string;
  readonly bytes: readonly number[];
  readonly is: 'picture' | 'other_workbook' | 'named';
}

const SIGNATURES: readonly Signature[] = [
  { is: 'picture', format: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { is: 'picture', format: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { is: 'picture', format: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { is: 'picture', format: 'TIFF', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { is: 'picture', format: 'TIFF', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { is: 'picture', format: 'WebP', bytes: [0x52, 0x49, 0x46, 0x46] },
  { is: 'other_workbook', format: 'XLS', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { is: 'named', format: 'gzip', bytes: [0x1f, 0x8b] },
  { is: 'named', format: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { is: 'named', format: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21] },
];
/** As telephones name their pictures, behind the length of the box (ISO/IEC 14496-12). */
const HEIC = /^....ftyp(?:heic|heix|heif|mif1|msf1|avif)/su;
/** Exports that call themselves .xls and are none. */
const WEB_PAGE = /^<(?:!doctype html|html|head|meta|table|style)\b/iu;
const XML_WORKBOOK = /<(?:\w{1,10}:)?Workbook\b/u;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ZIP_EMPTY = [0x50, 0x4b, 0x05, 0x06];
const BEFORE_PDF = 1024;

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** The names of the parts of a zip stand uncompressed in it. */
function zipFormat(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes('OFD.xml')) return 'OFD';
  return buffer.includes('xl/workbook') ? 'XLSX' : 'ZIP';
}

function namedContent(bytes: Uint8Array, start: string): Content | null {
  if (begins(bytes, ZIP) || begins(bytes, ZIP_EMPTY)) return { is: 'named', format: zipFormat(bytes) };
  const signature = SIGNATURES.find(({ bytes: first }) => begins(bytes, first));
  if (signature !== undefined) return { is: signature.is, format: signature.format };
  if (HEIC.test(start)) return { is: 'picture', format: 'HEIC' };
  return start.includes('%PDF-') ? { is: 'named', format: 'PDF' } : null;
}

function markedContent(text: string): Content {
  if (WEB_PAGE.test(text)) return { is: 'other_workbook', format: 'HTML' };
  return XML_WORKBOOK.test(text) ? { is: 'other_workbook', format: 'XML Spreadsheet 2003' } : { is: 'xml' };
}

export function sniff(bytes: Uint8Array): Content {
  if (bytes.length === 0) return { is: 'empty' };
  const start = Buffer.from(bytes.subarray(0, BEFORE_PDF)).toString('latin1');
  const named = namedContent(bytes, start);
  if (named !== null) return named;
  const text = start
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, '')
    .replaceAll('\0', '')
    .trimStart();
  if (text === '') return { is: start.includes('\0') ? 'unknown' : 'empty' };
  if (text.startsWith('<')) return markedContent(text);
  return { is: start.includes('\0') && !/^(?:\xff\xfe|\xfe\xff)/u.test(start) ? 'unknown' : 'text' };
}
