// Makes the data folder of a new database and the passwords of its three logins, whole or not at all.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, databaseEnvironment, giveTo } from './account';
import { type Binaries, program } from './binaries';

export const SUPERUSER = 'postgres';
export const OWNER = 'owner';
export const APP = 'app';
export type Login = typeof SUPERUSER | typeof OWNER | typeof APP;

const UNFINISHED = 'pgdata-unfinished-';

export function dataFolder(folder: string): string {
  return join(folder, 'pgdata');
}

/** Random, made once, readable only by us. */
export function passwordOf(folder: string, login: Login): string {
  const file = join(folder, `${login}.password`);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (login === SUPERUSER && existsSync(dataFolder(folder)))
    throw new Error(
      `${file} is missing, and without it the database beside it cannot be opened: restore it.`,
    );
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
  return readFileSync(file, 'utf8').trim();
}

/** `durable: false` leaves out the flush to disk, for a database that is thrown away. */
export async function initialise(
  folder: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(UNFINISHED)))
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const data = dataFolder(folder);
  if (existsSync(data)) return checkVersion(data, binaries);
  const password = passwordOf(folder, SUPERUSER);
  // Killed in the middle, initdb leaves a folder that looks finished: so it works in one of another name.
  const unfinished = join(folder, `${UNFINISHED}${randomBytes(4).toString('hex')}`);
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(account, unfinished);
  const trouble = await runInitdb(unfinished, password, binaries, account, durable);
  if (trouble !== null) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`PostgreSQL's initdb failed: ${trouble}`);
  }
  renameSync(unfinished, data);
}

function checkVersion(data: string, { major }: Binaries): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (found !== major)
    throw new Error(
      `${data} was made by PostgreSQL ${found}, this program brings ${major}: back up with the old version.`,
    );
}

async function runInitdb(
  data: string,
  password: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<string | null> {
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(account, passwordFile);
  const initdb = spawn(
    program(binaries, 'initdb'),
    [
      ...[
        '-D',
        data,
        '-U',
        SUPERUSER,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--data-checksums',
      ],
      ...['--encoding=UTF8', '--locale=C', `--lc-ctype=${characterType()}`],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...account, env: databaseEnvironment(), cwd: data, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  initdb.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const trouble = await new Promise<string | null>((resolve) => {
    initdb.once('error', ({ message }) => resolve(message));
    initdb.once('close', (code) => resolve(code === 0 ? null : complaint || `it ended with ${String(code)}`));
  });
  rmSync(passwordFile, { force: true });
  return trouble;
}

/** With a ctype of C, pg_trgm sees nothing in Chinese names; each system has its own name for UTF-8. */
function characterType(): string {
  const names: Partial<Record<NodeJS.Platform, string>> = { darwin: 'en_US.UTF-8', win32: 'C' };
  return names[process.platform] ?? 'C.UTF-8';
}
