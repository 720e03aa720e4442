// The secret that keys fingerprints and sealed values: the given one, or one generated once beside the data.
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from './env';

export function appSecret({ appSecret: given, stateDir }: Pick<Env, 'appSecret' | 'stateDir'>): string {
  if (given !== null) return given;
  const file = join(stateDir, 'app.secret');
  if (!existsSync(file)) create(file, stateDir);
  return readFileSync(file, 'utf8').trim();
}

/** Whole or not at all; of two processes that create it at once, both take the first one's. */
function create(file: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(33).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
