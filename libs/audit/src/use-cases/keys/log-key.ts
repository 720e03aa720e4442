// The key that signs the log's checkpoints. Outside production it is made once; production is given one, so that a
// forgotten folder cannot start a second log under the same name.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { readSigner, type Signer } from '../../domain/note';

export const LOG_SETTINGS = Symbol('LogSettings');

export interface LogSettings {
  /** Name of the log and of its key, without blanks and "+". */
  readonly name: string;
  /** PEM with an ed25519 private key. */
  readonly keyFile: string;
  /** True: a missing key is made. */
  readonly mayMakeKey: boolean;
  /** Where a process keeps the newest checkpoint it signed, out of reach of whoever can change the database. */
  readonly keptCheckpoint: string;
  /** C2SP tlog-policy with the witnesses that cosign checkpoints; null: none are asked. */
  readonly witnessFile: string | null;
}

@Injectable()
export class LogKey {
  private loaded: Promise<Signer> | null = null;

  constructor(@Inject(LOG_SETTINGS) private readonly settings: LogSettings) {}

  /** Read from the file on first use. @throws when there is no usable key */
  signer(): Promise<Signer> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = null;
      throw error;
    });
    return this.loaded;
  }

  /** The next use reads the file again. */
  forget(): void {
    this.loaded = null;
  }

  /** The key to come, made in that file when it is missing. @throws when the file holds no usable key */
  next(keyFile: string): Promise<Signer> {
    return this.load({ ...this.settings, keyFile, mayMakeKey: true });
  }

  private async load({ name, keyFile, mayMakeKey }: LogSettings = this.settings): Promise<Signer> {
    const pem = (await read(keyFile)) ?? (mayMakeKey ? await makeKey(keyFile) : null);
    if (pem === null)
      throw new Error(
        `The log has no signing key at "${keyFile}". Give LOG_KEY_FILE, the path of an ed25519 private key in PEM.`,
      );
    try {
      return readSigner(name, pem);
    } catch (cause) {
      throw new Error(`The signing key of the log at "${keyFile}" is not an ed25519 private key in PEM.`, {
        cause,
      });
    }
  }
}

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Several processes may come here at once: the file appears whole, and the first one wins. */
async function makeKey(file: string): Promise<string | null> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return read(file);
}
