// The parts of a workbook's zip. It is put in a temporary file first, for a zip is read from its end; what unpacks is
// counted as it comes, because the sizes a zip states are the sender's.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, open, type ZipFile } from 'yauzl';
import { DomainError } from '#kernel';
import { errors } from '../../domain/errors';

const MEGABYTE = 1_048_576;
const MAX_PACKED_MB = 256;
const MAX_UNPACKED_MB = 2048;
const MAX_PARTS = 2000;
/** Real sheets shrink to a tenth or a thirtieth; deflate can shrink nothing to a thousandth. */
const MAX_RATIO = 200;
const RATIO_COUNTS_FROM = 32 * MEGABYTE;

export class WorkbookFile {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
    private readonly folder: string,
  ) {}

  /** @throws documents.workbook_malformed, documents.workbook_encrypted, documents.file_too_large */
  static async open(bytes: AsyncIterable<Uint8Array>): Promise<WorkbookFile> {
    const folder = await mkdtemp(join(tmpdir(), 'youquan-table-'));
    try {
      const file = join(folder, 'table');
      await pipeline(Readable.from(bytes), atMost(MAX_PACKED_MB), createWriteStream(file, { mode: 0o600 }));
      const zip = await opened(file);
      return new WorkbookFile(zip, await partsOf(zip), folder);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Names compare without case (ECMA-376, part 2). */
  has(name: string): boolean {
    return this.parts.has(name.toLowerCase());
  }

  names(): string[] {
    return [...this.parts.keys()];
  }

  /** Throws documents.workbook_too_large when it unpacks beyond all measure. */
  async *part(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.parts.get(name.toLowerCase());
    if (entry === undefined) throw errors.workbook_malformed();
    let size = 0;
    for await (const chunk of this.unpacking(entry)) {
      size += chunk.length;
      this.unpacked += chunk.length;
      const isBomb = size > RATIO_COUNTS_FROM && size > entry.compressedSize * MAX_RATIO;
      if (isBomb || this.unpacked > MAX_UNPACKED_MB * MEGABYTE) throw errors.workbook_too_large();
      yield chunk;
    }
  }

  async close(): Promise<void> {
    this.zip.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async *unpacking(entry: Entry): AsyncGenerator<Uint8Array> {
    try {
      const stream = await new Promise<Readable>((resolve, reject) => {
        this.zip.openReadStream(entry, (error, found) => {
          if (error === null) resolve(found);
          else reject(error);
        });
      });
      for await (const chunk of stream) yield chunk as Uint8Array;
    } catch (error) {
      throw error instanceof DomainError ? error : errors.workbook_malformed();
    }
  }
}

function atMost(limitMb: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      size += chunk.length;
      if (size > limitMb * MEGABYTE) done(errors.file_too_large({ limitMb }));
      else done(null, chunk);
    },
  });
}

async function opened(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(errors.workbook_malformed());
    });
  });
}

/** Two parts of one name would be read differently by different programs. */
async function partsOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const parts = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    const fail = (error: DomainError): void => {
      zip.close();
      reject(error);
    };
    zip.on('error', () => fail(errors.workbook_malformed()));
    zip.on('end', () => resolve(parts));
    zip.on('entry', (entry: Entry) => {
      const name = entry.fileName.toLowerCase();
      if (entry.isEncrypted()) fail(errors.workbook_encrypted());
      else if (parts.has(name) || parts.size >= MAX_PARTS) fail(errors.workbook_malformed());
      else {
        parts.set(name, entry);
        zip.readEntry();
      }
    });
    zip.readEntry();
  });
}
