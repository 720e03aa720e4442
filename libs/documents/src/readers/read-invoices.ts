// The one way in for a file of invoices: what it is decides its content, and whatever is wrong with it becomes a
// refused reading. Nothing a file contains makes this throw.
import { DomainError, type LocalDate } from '#kernel';
import { errors, findingOf } from '../domain/errors';
import { readOn, unreadable, type Reading } from '../domain/reading';
import { refuseEicar, withoutEicar } from './eicar';
import { OFD_ENTRY, OfdPackage } from './ofd/ofd-package';
import { readOfd } from './ofd/read-ofd';
import { readPdf } from './pdf/read-pdf';
import { bytesOf, piecesOf, sizeOf, startOf } from './file-source';
import { sniff } from './sniff';
import { readTable } from './table/read-table';
import { readXml } from './xml/read-xml';
import { Archive, UnpackBudget } from './zip/archive';
import { readZip } from './zip/read-zip';

const MEGABYTE = 1_048_576;
const PIECE = 65_536;
const MAX_FILE_MB = 64;
/** A table is read piece by piece from its file, so it may be long. */
const MAX_TABLE_MB = 1024;
/** Rows of a table whose file is held in memory as a whole. */
export const MAX_TABLE_ROWS = 100_000;
/** A zip in a zip is read, a third one inside is not. */
const DEEPEST_ARCHIVE = 1;

/** The bytes, or the path of a file, of which text is then read piece by piece. */
export type InvoiceSource = Uint8Array | { readonly path: string };

export interface ReadingOptions {
  /** Where given, invoices of a later day are flagged. */
  readonly today?: LocalDate;
  /** Identifier of the enterprise whose VAT ledger it is, where the ledger does not say. */
  readonly owner?: string;
  /** Told of the bytes of a long text as they are read. */
  readonly onRead?: (bytes: number) => void;
}

/** Small pieces, for the rows of a piece wait in memory together and cost more the more they are. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Bytes in memory, which may be a file inside an archive. */
interface Held {
  readonly bytes: Uint8Array;
  readonly owner: { readonly owner?: string };
  readonly budget: UnpackBudget;
  readonly depth: number;
}

async function* readArchive({ bytes, owner, budget, depth }: Held): AsyncGenerator<Reading> {
  const archive = await Archive.open(bytes, budget);
  const names = new Set(archive.entries.map(({ name }) => name));
  if (names.has(OFD_ENTRY)) {
    yield* readOfd(await OfdPackage.of(archive));
    return;
  }
  if (names.has('xl/workbook.xml')) {
    yield* readTable(inPieces(bytes), { maxRows: MAX_TABLE_ROWS, ...owner });
    return;
  }
  if (names.has('word/document.xml')) throw errors.format_not_read({ format: 'Word' });
  if (names.has('mimetype') && names.has('content.xml')) throw errors.workbook_not_read({ format: 'ODS' });
  if (depth > DEEPEST_ARCHIVE) throw errors.zip_too_deep();
  yield* readZip(archive, (content) => readContent({ bytes: content, owner, budget, depth: depth + 1 }));
}

/** What an archive is, its directory says better than the look of its bytes. */
const ARCHIVES: readonly string[] = ['OFD', 'XLSX', 'ZIP'];

async function* readContent(held: Held): AsyncGenerator<Reading> {
  const { bytes, owner } = held;
  if (bytes.length > MAX_FILE_MB * MEGABYTE) throw errors.file_too_large({ limitMb: MAX_FILE_MB });
  refuseEicar(bytes);
  const content = sniff(bytes);
  if (content.is === 'empty') throw errors.file_empty();
  if (content.is === 'unknown') throw errors.format_unknown();
  if (content.is === 'picture') throw errors.picture_not_read({ format: content.format });
  if (content.is === 'other_workbook') throw errors.workbook_not_read({ format: content.format });
  if (content.is === 'text') yield* readTable(inPieces(bytes), { maxRows: MAX_TABLE_ROWS, ...owner });
  else if (content.is === 'xml') yield readXml(bytes);
  else if (content.format === 'PDF') yield readPdf(bytes);
  else if (ARCHIVES.includes(content.format)) yield* readArchive(held);
  else throw errors.format_not_read({ format: content.format });
}

async function* readFile(path: string, { owner: own, onRead }: ReadingOptions): AsyncGenerator<Reading> {
  const content = sniff(await startOf(path));
  const isTable = content.is === 'text' || (content.is === 'named' && content.format === 'XLSX');
  const limitMb = isTable ? MAX_TABLE_MB : MAX_FILE_MB;
  if ((await sizeOf(path)) > limitMb * MEGABYTE) throw errors.file_too_large({ limitMb });
  const owner = own === undefined ? {} : { owner: own };
  if (isTable) yield* readTable(withoutEicar(piecesOf(path, onRead)), owner);
  else yield* readContent({ bytes: await bytesOf(path), owner, budget: new UnpackBudget(), depth: 0 });
}

function readSource(source: InvoiceSource, options: ReadingOptions): AsyncIterable<Reading> {
  if (!(source instanceof Uint8Array)) return readFile(source.path, options);
  const owner = options.owner === undefined ? {} : { owner: options.owner };
  return readContent({ bytes: source, owner, budget: new UnpackBudget(), depth: 0 });
}

/**
 * One reading for each invoice in the file, as soon as it is read, and at least one; a file that cannot be read is one
 * refused reading.
 */
export async function* invoicesIn(
  source: InvoiceSource,
  options: ReadingOptions = {},
): AsyncGenerator<Reading> {
  const { today } = options;
  try {
    for await (const reading of readSource(source, options)) {
      yield today === undefined ? reading : readOn(today, reading);
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    yield unreadable(findingOf(error));
  }
}

/** All of them at once. */
export async function readInvoices(bytes: Uint8Array, options: ReadingOptions = {}): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of invoicesIn(bytes, options)) readings.push(reading);
  return readings;
}
