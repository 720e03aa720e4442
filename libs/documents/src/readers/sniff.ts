// What a file is, by its content alone: a name or an extension proves nothing.

type Content =
  | { readonly is: 'empty' }
  | { readonly is: 'xml' }
  | { readonly is: 'text' }
  | { readonly is: 'unknown' }
  /** A format with a name that is not read yet. */
  | { readonly is: 'named'; readonly format: string };

const SIGNATURES: readonly { readonly format: string; readonly bytes: readonly number[] }[] = [
  { format: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { format: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'TIFF', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: 'TIFF', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { format: 'WebP', bytes: [0x52, 0x49, 0x46, 0x46] },
  { format: 'XLS', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { format: 'gzip', bytes: [0x1f, 0x8b] },
  { format: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { format: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21] },
];

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

function namedFormat(bytes: Uint8Array): string | null {
  if (begins(bytes, ZIP) || begins(bytes, ZIP_EMPTY)) return zipFormat(bytes);
  const signature = SIGNATURES.find(({ bytes: start }) => begins(bytes, start));
  if (signature !== undefined) return signature.format;
  const start = Buffer.from(bytes.subarray(0, BEFORE_PDF)).toString('latin1');
  return start.includes('%PDF-') ? 'PDF' : null;
}

export function sniff(bytes: Uint8Array): Content {
  if (bytes.length === 0) return { is: 'empty' };
  const format = namedFormat(bytes);
  if (format !== null) return { is: 'named', format };
  const start = Buffer.from(bytes.subarray(0, BEFORE_PDF)).toString('latin1');
  const text = start
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, '')
    .replaceAll('\0', '')
    .trimStart();
  if (text === '') return { is: start.includes('\0') ? 'unknown' : 'empty' };
  if (text.startsWith('<')) return { is: 'xml' };
  return { is: start.includes('\0') && !/^(?:\xff\xfe|\xfe\xff)/u.test(start) ? 'unknown' : 'text' };
}
