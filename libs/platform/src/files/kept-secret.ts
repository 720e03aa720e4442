// A secret kept in a file of its own. Outside production the first process makes it; several may come at once, so the
// file appears whole and the first one wins.
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The text of the file; when it is missing, `first` is written and wins or loses against others. Null: may not be made. */
export async function keptSecret(file: string, first: (() => string) | null): Promise<string | null> {
  return (await read(file)) ?? (first ? await make(file, first()) : null);
}

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function make(file: string, text: string): Promise<string | null> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return read(file);
}
