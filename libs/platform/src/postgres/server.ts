// The PostgreSQL process of a data folder: find the one that runs, start one, wait for it, stop it.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, databaseEnvironment } from './account';
import { type Binaries, program } from './binaries';
import { identityOf } from './process-identity';

interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly stopping: boolean;
}

const LOG_LIMIT_BYTES = 10_000_000;
const STOP_PATIENCE_MS = 30_000;

/** The server that serves this folder now, perhaps left behind by a process that was killed. */
export function runningServer(data: string): RunningServer | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0) || identityOf(pid) === null) return null;
  if (isAnotherProgram(pid)) {
    // After a crash the number may belong to anyone; PostgreSQL itself would refuse to start beside it.
    rmSync(file, { force: true });
    return null;
  }
  if (!serves(pid, data)) return null;
  return { pid, port: Number(lines[3]), stopping: (lines[7] ?? '').trim() === 'stopping' };
}

export function launch(
  data: string,
  port: number,
  settings: Readonly<Record<string, string>>,
  binaries: Binaries,
  account: Account,
): ChildProcess {
  const fixed = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const flags = Object.entries({ ...settings, ...fixed }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = openSync(rotatedLog(data), 'a', 0o600);
  const server = spawn(program(binaries, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...account,
    env: databaseEnvironment(),
    cwd: data,
    // In its own session it outlives Ctrl-C, so that we can stop it after our last query.
    detached: true,
    stdio: ['ignore', 'ignore', log],
  });
  closeSync(log);
  server.unref();
  return server;
}

export function logFile(data: string): string {
  return join(dirname(data), 'postgres.log');
}

/** The first free port from `from` upwards on 127.0.0.1; any free one when `from` is 0. */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < 65_536; port += 1) {
    const found = await tryPort(port);
    if (found !== null) return found;
  }
  throw new Error(`No free port for PostgreSQL from ${from} upwards.`);
}

/** Lets open transactions go and stops; harsh after half a minute (nothing committed is lost even then). */
export async function stopServer(data: string): Promise<void> {
  const server = runningServer(data);
  if (server === null) return;
  signal(server.pid, 'SIGINT');
  if (await isGone(server.pid, STOP_PATIENCE_MS)) return;
  signal(server.pid, 'SIGQUIT');
  if (!(await isGone(server.pid, STOP_PATIENCE_MS)))
    throw new Error(`PostgreSQL (process ${server.pid}) does not stop; see ${logFile(data)}`);
}

async function isGone(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (identityOf(pid) !== null) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended on its own in between, which is all we want.
  }
}

function commandLine(pid: number): string[] | null {
  if (process.platform !== 'linux') return null;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return null;
  }
}

function isAnotherProgram(pid: number): boolean {
  const program = commandLine(pid)?.[0];
  return program !== undefined && program !== '' && !/(^|\/)postgres(:|$)/.test(program);
}

function serves(pid: number, data: string): boolean {
  const words = commandLine(pid);
  return words === null || words.includes(data);
}

function rotatedLog(data: string): string {
  const file = logFile(data);
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return file;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const found = address !== null && typeof address === 'object' ? address.port : null;
      probe.close(() => resolve(found));
    });
  });
}
