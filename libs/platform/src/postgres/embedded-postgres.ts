// Starts the PostgreSQL that comes as an npm package, so that a newcomer installs nothing but Node.
// Works as root, below a private home folder, and after a crash of this process or of the database.
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, databaseAccount } from './account';
import { type Binaries, postgresBinaries } from './binaries';
import { APP, dataFolder, initialise, type Login, OWNER, passwordOf, SUPERUSER } from './data-folder';
import { databaseFolder, throwawayFolder } from './folders';
import { guard } from './guardian';
import { withLock } from './lock';
import { answers, ensureLogins } from './logins';
import { identityOf, isSameProcess } from './process-identity';
import { freePort, launch, logFile, runningServer, stopServer } from './server';

interface EmbeddedPostgres {
  readonly port: number;
  /** True when the server was running already. */
  readonly adopted: boolean;
  /** The superuser's address of the database `postgres`. */
  readonly adminUrl: string;
  /** The address with the login that owns and migrates. */
  readonly ownerUrl: (database: string) => string;
  /** The address with the login that serves. */
  readonly appUrl: (database: string) => string;
  /** Stops the server, unless a living process other than us started or adopted it before us. */
  readonly stop: () => Promise<void>;
}

interface EmbeddedOptions {
  /** Keeps the data and the passwords; needed unless `throwaway`. */
  readonly stateDir?: string;
  /** The first port to try; 54320 when absent, any free one for a throwaway server. */
  readonly port?: number;
  /** Settings for the server, as in postgresql.conf; a server that runs already keeps its own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A temporary server that is gone with this process, however the process ends. */
  readonly throwaway?: boolean;
}

interface Place {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly account: Account;
}

const START_PATIENCE_MS = 60_000;
/** Reasons to try again: the port was taken a moment ago, or an earlier server is not quite gone. */
const PASSING =
  /could not bind|could not create any TCP\/IP sockets|lock file .* already exists|still in use/;

export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const account = databaseAccount();
  const { port = 54_320, settings = {} } = options;
  if (options.throwaway) return startThrowaway(account, options.port ?? 0, settings);
  if (!options.stateDir) throw new Error('The embedded PostgreSQL needs a state folder.');
  const folder = databaseFolder(options.stateDir, account);
  return withLock(join(folder, 'postgres.lock'), async () => {
    const place = { folder, binaries: postgresBinaries(account), account };
    await initialise(folder, place.binaries, account, true);
    const running = await bringUp(place, port, settings);
    const shared = running.adopted && !takeKeeping(folder);
    if (!shared) writeFileSync(keeperFile(folder), identityOf(process.pid) ?? '');
    const stop = async () => {
      if (shared) return;
      await stopServer(dataFolder(folder));
      rmSync(keeperFile(folder), { force: true });
    };
    return handle(folder, running, stop);
  });
}

async function startThrowaway(
  account: Account,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<EmbeddedPostgres> {
  const folder = throwawayFolder(account);
  const stop = guard(folder);
  try {
    const place = { folder, binaries: postgresBinaries(account), account };
    await initialise(folder, place.binaries, account, false);
    return await handle(folder, await bringUp(place, port, settings), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Running {
  readonly port: number;
  readonly adopted: boolean;
}

/** Adopts the folder's server or starts one, also while an earlier one is still starting or stopping. */
async function bringUp(
  place: Place,
  firstPort: number,
  settings: Readonly<Record<string, string>>,
): Promise<Running> {
  const data = dataFolder(place.folder);
  let started: ChildProcess | null = null;
  for (const deadline = Date.now() + START_PATIENCE_MS; Date.now() < deadline; await sleep(25)) {
    const found = runningServer(data);
    if (found && !found.stopping) {
      if (!(await answers(url(place.folder, found.port, SUPERUSER, 'postgres')))) continue;
      return { port: found.port, adopted: found.pid !== started?.pid };
    }
    if (found || isAlive(started)) continue;
    if (started) refuseUnlessPassing(data);
    started = launch(data, await freePort(firstPort), settings, place.binaries, place.account);
    started.on('error', () => undefined);
  }
  throw new Error(`PostgreSQL did not get ready within a minute; see ${logFile(data)}`);
}

function isAlive(server: ChildProcess | null): boolean {
  return server?.pid !== undefined && server.exitCode === null && server.signalCode === null;
}

/** Throws what PostgreSQL complained of, unless starting it once more may help. */
function refuseUnlessPassing(data: string): void {
  const log = existsSync(logFile(data)) ? readFileSync(logFile(data), 'utf8') : '';
  const tail = log.trimEnd().split('\n').slice(-8).join('\n');
  if (!PASSING.test(tail))
    throw new Error(`PostgreSQL does not start; the end of ${logFile(data)}:\n${tail}`);
}

/** The keeper is the process that stops the server; true when we may be it. */
function takeKeeping(folder: string): boolean {
  const file = keeperFile(folder);
  return !existsSync(file) || !isSameProcess(readFileSync(file, 'utf8'));
}

function keeperFile(folder: string): string {
  return join(folder, 'postgres.keeper');
}

async function handle(
  folder: string,
  { port, adopted }: Running,
  stop: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const adminUrl = url(folder, port, SUPERUSER, 'postgres');
  await ensureLogins(adminUrl, (login) => passwordOf(folder, login));
  return {
    port,
    adopted,
    adminUrl,
    ownerUrl: (database) => url(folder, port, OWNER, database),
    appUrl: (database) => url(folder, port, APP, database),
    stop,
  };
}

function url(folder: string, port: number, login: Login, database: string): string {
  return `postgres://${login}:${passwordOf(folder, login)}@127.0.0.1:${port}/${database}`;
}
