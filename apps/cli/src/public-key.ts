// The log's public key, by which receipts and payment slips are checked.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSigner, readVerifier, type Verifier } from '#audit/offline';
import { readEnv } from '#config/env';
import { UsageError } from './output';

/** @param keyFile the line that `log key` prints; left out: the key of this installation */
export async function verifierFrom(keyFile?: string): Promise<Verifier> {
  return keyFile === undefined ? ownKey() : givenKey(keyFile);
}

async function givenKey(file: string): Promise<Verifier> {
  const verifier = readVerifier(await text(file));
  if (!verifier) throw new UsageError(`"${file}" holds no public key as "log key" prints it.`);
  return verifier;
}

async function ownKey(): Promise<Verifier> {
  const { logName, logKeyFile, stateDir } = readEnv();
  return readSigner(logName, await text(logKeyFile ?? join(stateDir, 'log-key.pem')));
}

async function text(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`The key file "${file}" cannot be read. Give the log's public key: --key FILE.`);
  }
}
