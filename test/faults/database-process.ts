// A durable PostgreSQL whose every process can be killed with -9 and that starts again on the same data folder.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureDatabase, startEmbeddedPostgres } from '#platform';

const DATABASE = 'faults';
const SETTINGS = { max_connections: '100' };

type Running = Awaited<ReturnType<typeof startEmbeddedPostgres>>;

export class DatabaseProcess {
  private constructor(
    private readonly stateDir: string,
    private running: Running,
  ) {}

  static async start(stateDir: string): Promise<DatabaseProcess> {
    const running = await startEmbeddedPostgres({ stateDir, settings: SETTINGS });
    await ensureDatabase(running.adminUrl, DATABASE, 'owner');
    return new DatabaseProcess(stateDir, running);
  }

  get ownerUrl(): string {
    return this.running.ownerUrl(DATABASE);
  }
  get appUrl(): string {
    return this.running.appUrl(DATABASE);
  }

  /** As a power cut ends it: nobody gets to write a last word. */
  async kill(): Promise<void> {
    const file = readFileSync(join(this.stateDir, 'pgdata/postmaster.pid'), 'utf8');
    const postmaster = Number(file.split('\n')[0]);
    const all = [postmaster, ...childrenOf(postmaster)];
    for (const pid of all) signal(pid);
    while (all.some(isThere)) await sleep(5);
  }

  /** At the same address, or it throws. */
  async restart(): Promise<void> {
    const { port } = this.running;
    this.running = await startEmbeddedPostgres({ stateDir: this.stateDir, port, settings: SETTINGS });
    if (this.running.port !== port)
      throw new Error(`PostgreSQL came back at ${this.running.port}, not ${port}.`);
  }

  stop(): Promise<void> {
    return this.running.stop();
  }
}

/** The fourth field of /proc/PID/stat is the parent; the second is a name in brackets that may hold blanks. */
const statOf = (pid: number | string): string[] | null => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null;
  } catch {
    return null;
  }
};
const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(name)?.[1] === String(pid))
    .map(Number);
const isThere = (pid: number): boolean => !['Z', 'X', undefined].includes(statOf(pid)?.[0]);

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}
