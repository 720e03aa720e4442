// Keeps file contents on disk under their own SHA-256: the same content once, whole or not at all, and flushed before
// anyone hears of it. A file that no row names is harmless; the other way round must not happen.
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import { flushFolder, writeDurably } from '#platform';

/** Injection token of the folder that holds the contents. */
export const VAULT_DIR = Symbol('VaultDir');

const HASH = /^[0-9a-f]{64}$/;

const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

@Injectable()
export class Vault {
  constructor(@Inject(VAULT_DIR) private readonly dir: string) {}

  /** Stores the content durably and returns its SHA-256 in hexadecimal. */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = hashOfBytes(bytes);
    const file = this.fileOf(sha256);
    const folder = dirname(file);
    await mkdir(folder, { recursive: true });
    if (!(await holds(file, sha256))) await writeDurably(file, bytes);
    // Also for content that was there: another upload may have renamed it and not have flushed the folder yet.
    await flushFolder(folder);
    await flushFolder(this.dir);
    return sha256;
  }

  /** The content, checked against its hash: evidence that was altered on disk is not handed out. */
  async read(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.fileOf(sha256));
    invariant(hashOfBytes(bytes) === sha256, `the stored content ${sha256} was altered`);
    return bytes;
  }

  private fileOf(sha256: string): string {
    invariant(HASH.test(sha256), 'a content is named by its SHA-256');
    return join(this.dir, sha256.slice(0, 2), sha256);
  }
}

/** A content that was cut short or altered does not count as there: the same bytes, sent again, heal it. */
async function holds(file: string, sha256: string): Promise<boolean> {
  try {
    return hashOfBytes(await readFile(file)) === sha256;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
