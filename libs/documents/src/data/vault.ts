// Keeps file contents on disk under their own SHA-256: the same content once, whole or not at all, and flushed before
// anyone hears of it. A file that no row names is harmless; the other way round must not happen.
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import { flushFolder, UNFINISHED, writeDurably } from '#platform';

/** Injection token of the folder that holds the contents. */
export const VAULT_DIR = Symbol('VaultDir');

const HASH = /^[0-9a-f]{64}$/;

const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface PutContent {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Its first bytes, enough to tell what it is. */
  readonly start: Uint8Array;
}

@Injectable()
export class Vault {
  constructor(@Inject(VAULT_DIR) private readonly dir: string) {}

  /** Stores the content durably and returns its SHA-256 in hexadecimal. */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = hashOfBytes(bytes);
    const { file, folder } = await this.placeOf(sha256);
    if (!(await holds(file, sha256))) await writeDurably(file, bytes);
    await this.flush(folder);
    return sha256;
  }

  /** The same for a content that arrives piece by piece and is never in memory as a whole. */
  async putStream(pieces: AsyncIterable<Uint8Array>): Promise<PutContent> {
    await mkdir(this.dir, { recursive: true });
    const unfinished = join(this.dir, `${randomBytes(12).toString('hex')}${UNFINISHED}`);
    try {
      const content = await writePieces(unfinished, pieces);
      const { file, folder } = await this.placeOf(content.sha256);
      if (await holds(file, content.sha256)) await rm(unfinished, { force: true });
      else await rename(unfinished, file);
      await this.flush(folder);
      return content;
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  /** Where the content lies, once it was read through and found unaltered. */
  async path(sha256: string): Promise<string> {
    const file = this.fileOf(sha256);
    invariant(await holds(file, sha256), `the stored content ${sha256} was altered`);
    return file;
  }

  /** The content, checked against its hash: evidence that was altered on disk is not handed out. */
  async read(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.fileOf(sha256));
    invariant(hashOfBytes(bytes) === sha256, `the stored content ${sha256} was altered`);
    return bytes;
  }

  private async placeOf(sha256: string): Promise<{ file: string; folder: string }> {
    const file = this.fileOf(sha256);
    const folder = dirname(file);
    await mkdir(folder, { recursive: true });
    return { file, folder };
  }

  /** Also for content that was there: another upload may have renamed it and not have flushed the folder yet. */
  private async flush(folder: string): Promise<void> {
    await flushFolder(folder);
    await flushFolder(this.dir);
  }

  private fileOf(sha256: string): string {
    invariant(HASH.test(sha256), 'a content is named by its SHA-256');
    return join(this.dir, sha256.slice(0, 2), sha256);
  }
}

/** A content that was cut short or altered does not count as there: the same bytes, sent again, heal it. */
async function holds(file: string, sha256: string): Promise<boolean> {
  try {
    const hash = createHash('sha256');
    for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
    return hash.digest('hex') === sha256;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

const START_BYTES = 65_536;

async function writePieces(file: string, pieces: AsyncIterable<Uint8Array>): Promise<PutContent> {
  const hash = createHash('sha256');
  const start: Uint8Array[] = [];
  let sizeBytes = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      if (sizeBytes < START_BYTES) start.push(piece.slice(0, START_BYTES - sizeBytes));
      sizeBytes += piece.length;
      hash.update(piece);
      await writeAll(handle, piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes, start: Buffer.concat(start) };
}

/** One call may write less than it was given. */
async function writeAll(handle: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.length;) at += (await handle.write(piece, at, piece.length - at)).bytesWritten;
}
