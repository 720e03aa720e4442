// Where the embedded PostgreSQL keeps its files. A root process runs it under another account, which cannot
// enter a private home such as /root; the files then live in a folder that it can enter.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Account, canEnter } from './account';

/** The folder to use for `stateDir`: itself where the account can enter it, else a sheltered one. */
export function databaseFolder(stateDir: string, account: Account): string {
  open(stateDir, account);
  if (canEnter(stateDir, account)) return realpathSync(stateDir);
  // Remembered beside the other state, so that deleting the state folder really is a fresh start.
  const note = join(stateDir, 'postgres-folder');
  const remembered = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  const folder = remembered || shelterFor(`${resolve(stateDir)} ${process.hrtime.bigint()}`, account);
  writeFileSync(note, `${folder}\n`);
  open(folder, account);
  process.stderr.write(`PostgreSQL cannot enter ${stateDir}; its data is in ${folder}\n`);
  return realpathSync(folder);
}

/** A folder for `path`'s files that the account can enter and nobody else can have prepared. */
export function shelterFor(path: string, account: Account): string {
  const name = `youquan-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;
  for (const parent of ['/var/lib', '/var/tmp', '/tmp']) {
    const folder = join(parent, name);
    try {
      open(folder, account);
    } catch {
      continue;
    }
    const found = lstatSync(folder);
    if (found.isDirectory() && found.uid === process.getuid?.() && canEnter(folder, account)) return folder;
  }
  throw new Error(`PostgreSQL's account cannot enter ${path}: choose another folder with STATE_DIR.`);
}

export function throwawayFolder(account: Account): string {
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => canEnter(folder, account));
  if (!parent) throw new Error('There is no temporary folder that the account of PostgreSQL can enter.');
  const folder = mkdtempSync(join(parent, 'youquan-throwaway-'));
  open(folder, account);
  return realpathSync(folder);
}

function open(folder: string, account: Account): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (account.uid !== undefined) chmodSync(folder, 0o755);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new Error(`Cannot use the folder ${folder} (${code}): choose another with STATE_DIR.`, { cause });
  }
}
