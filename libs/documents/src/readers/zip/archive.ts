// A zip archive in memory, read within limits that hold for an upload as a whole, nested archives included. Sizes are
// judged by what the directory declares before anything is unpacked; yauzl refuses contents that are larger than that.
import { DomainError } from '#kernel';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { errors } from '../../domain/errors';
import { refuseEicar } from '../eicar';

const MEGABYTE = 1_048_576;
const MAX_ENTRIES = 5000;
const MAX_TOTAL_MB = 128;
const MAX_ENTRY_MB = 64;
/** Invoice XML shrinks to a twentieth, rarely to a fiftieth; small entries may do what they like. */
const MAX_RATIO = 250;
const SMALL = MEGABYTE;

const UTF8_NAME = 0x800;
const LONGEST_NAME = 300;

/** What one upload may still unpack. */
export class UnpackBudget {
  private entries = MAX_ENTRIES;
  private bytes = MAX_TOTAL_MB * MEGABYTE;

  takeEntries(count: number): void {
    this.entries -= count;
    if (this.entries < 0) throw errors.zip_too_many({ limit: MAX_ENTRIES });
  }

  takeBytes(size: number): void {
    this.bytes -= size;
    if (this.bytes < 0) throw errors.zip_too_large({ limitMb: MAX_TOTAL_MB });
  }
}

export interface ArchiveEntry {
  readonly name: string;
  readonly entry: Entry;
}

export class Archive {
  private constructor(
    private readonly file: ZipFile,
    readonly entries: readonly ArchiveEntry[],
  ) {}

  /** @throws documents.zip_malformed, .zip_too_many, .zip_too_large, .zip_bomb */
  static async open(bytes: Uint8Array, budget: UnpackBudget): Promise<Archive> {
    return translated(async () => {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const file = await fromBufferPromise(buffer, { decodeStrings: false, lazyEntries: true });
      budget.takeEntries(file.entryCount);
      const entries: ArchiveEntry[] = [];
      for await (const entry of file.eachEntry()) {
        const name = nameOf(entry);
        if (name.endsWith('/')) continue;
        judgeSize(entry);
        budget.takeBytes(entry.uncompressedSize);
        entries.push({ name, entry });
      }
      return new Archive(file, entries);
    });
  }

  /** In bytes, unpacked. */
  get size(): number {
    return this.entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  }

  /** @throws documents.zip_encrypted, documents.zip_malformed, documents.eicar */
  async content({ entry }: ArchiveEntry): Promise<Buffer> {
    if (entry.isEncrypted()) throw errors.zip_encrypted();
    const content = await translated(async () => {
      const pieces: Buffer[] = [];
      const stream = await this.file.openReadStreamPromise(entry);
      for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
      return Buffer.concat(pieces);
    });
    refuseEicar(content);
    return content;
  }
}

function judgeSize({ compressedSize, uncompressedSize }: Entry): void {
  if (uncompressedSize <= SMALL) return;
  const isTooLarge = uncompressedSize > MAX_ENTRY_MB * MEGABYTE;
  if (isTooLarge || uncompressedSize > compressedSize * MAX_RATIO) throw errors.zip_bomb();
}

/** Chinese programs write names in GB18030 and do not say so. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const isUtf8 = (generalPurposeBitFlag & UTF8_NAME) !== 0;
  const name = decoded(fileNameRaw, isUtf8) ?? new TextDecoder('gb18030').decode(fileNameRaw);
  return name.replaceAll('\\', '/').slice(0, LONGEST_NAME);
}

function decoded(bytes: Uint8Array, lenient: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: !lenient }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whatever the zip library has to say of a file is that it is damaged. */
async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw errors.zip_malformed();
  }
}
