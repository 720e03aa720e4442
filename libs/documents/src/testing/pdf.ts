// Small PDFs with files inside, for the specs: written object by object, so that each can be bent.
import { deflateSync } from 'node:zlib';

interface PdfStreamOf {
  readonly head: string;
  readonly data: Uint8Array;
}

export type PdfObject = string | PdfStreamOf;

/** @param objects by number, written in the order given; `trailer` is what stands between its brackets */
export function pdfOf(objects: Iterable<readonly [number, PdfObject]>, trailer = '/Root 1 0 R'): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  for (const [number, object] of objects) pieces.push(...objectBytes(number, object));
  pieces.push(Buffer.from(`trailer\n<< ${trailer} >>\nstartxref\n0\n%%EOF\n`));
  return Buffer.concat(pieces);
}

function objectBytes(number: number, object: PdfObject): Buffer[] {
  if (typeof object === 'string') return [Buffer.from(`${number} 0 obj\n${object}\nendobj\n`, 'latin1')];
  const head = `${number} 0 obj\n<< ${object.head} >>\nstream\n`;
  return [Buffer.from(head, 'latin1'), Buffer.from(object.data), Buffer.from('\nendstream\nendobj\n')];
}

/** A deflated stream that states its own length. */
export function deflated(content: Uint8Array | string, head = ''): PdfObject {
  const data = deflateSync(content);
  return { head: `${head} /Filter /FlateDecode /Length ${data.length}`, data };
}

const FILE = (stream: number): string => `<< /Type /Filespec /F (a.xml) /EF << /F ${stream} 0 R >> >>`;
const PAGES = '<< /Type /Pages /Kids [] /Count 0 >>';

/** The catalog of object 1 names the attachments of objects 10, 11 ... with their contents in 100, 101 ... */
export function pdfWith(...contents: readonly (Uint8Array | string)[]): Buffer {
  const names = contents.map((_, at) => `(file${at}) ${10 + at} 0 R`).join(' ');
  return pdfOf([
    [1, `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${names}] >> >> >>`],
    [2, PAGES],
    ...filesOf(contents),
  ]);
}

export function filesOf(contents: readonly (Uint8Array | string)[]): [number, PdfObject][] {
  return contents.flatMap((content, at): [number, PdfObject][] => [
    [10 + at, FILE(100 + at)],
    [100 + at, deflated(content, '/Type /EmbeddedFile')],
  ]);
}
