// PostgreSQL refuses to run as root, so a root process starts it under an account without rights.
// Everyone else starts it as themselves: then the account is empty.
import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';

/** Spread into the options of spawn(). */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  if (!row) throw new Error('PostgreSQL cannot run as root, and there is no account "postgres" or "nobody".');
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

export function canEnter(path: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...account, cwd: '/' }).status === 0;
}

export function giveTo(account: Account, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}

/** What a server of ours sees of our own environment: enough to be found, nothing that changes its answers. */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}
