// The launcher under the treatment it is made for: processes killed at the worst moment. Each case starts children
// from `dist`, because it is the children that are killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

interface Report {
  readonly port: number;
  readonly adopted: boolean;
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

interface Starter {
  readonly report: Report;
  readonly child: ChildProcess;
}

const LAUNCHER = resolve(__dirname, '../../../../dist/libs/platform/src/postgres');
/** Starts, prints its report and waits; a line on standard input makes it stop the server and end. */
const SCRIPT = `
  const { startEmbeddedPostgres } = require(${JSON.stringify(join(LAUNCHER, 'embedded-postgres.js'))});
  startEmbeddedPostgres(JSON.parse(process.argv[1])).then((postgres) => {
    const { port, adopted, adminUrl, ownerUrl, appUrl } = postgres;
    console.log(JSON.stringify({ port, adopted, adminUrl, ownerUrl: ownerUrl('postgres'), appUrl: appUrl('postgres') }));
    process.stdin.once('data', () => postgres.stop().then(() => process.exit(0)));
  });
`;

const children: ChildProcess[] = [];
const temporary = mkdtempSync(join(tmpdir(), 'youquan-launcher-'));
// The account that PostgreSQL runs as, when we are root, must be able to enter.
chmodSync(temporary, 0o755);
const stateDir = join(temporary, 'state');
const data = join(stateDir, 'pgdata');

function spawnStarter(options: object): ChildProcess {
  const environment = { ...process.env, TMPDIR: temporary };
  const words = ['-e', SCRIPT, JSON.stringify(options)];
  const child = spawn(process.execPath, words, { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}

async function start(options: object): Promise<Starter> {
  const child = spawnStarter(options);
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return { child, report: JSON.parse(line.toString()) as Report };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function stop({ child }: Starter): Promise<void> {
  const ended = once(child, 'exit');
  child.stdin?.write('stop\n');
  await ended;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>({ text: sql })).rows.map(
      (row) => Object.values(row)[0],
    );
  } finally {
    await client.end();
  }
}

function serverPid(): number {
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function isServerRunning(): boolean {
  return existsSync(join(data, 'postmaster.pid'));
}

async function until(holds: () => boolean): Promise<void> {
  for (const deadline = performance.now() + 10_000; !holds(); await sleep(20))
    if (performance.now() > deadline) throw new Error('It did not come about within ten seconds.');
}

function throwawayFolders(): string[] {
  return readdirSync(temporary).filter((name) => name.startsWith('youquan-throwaway-'));
}

// The guardian clears away what the killed children leave, also when this test run itself is killed.
const guardian = spawn(process.execPath, [join(LAUNCHER, 'guardian-process.js'), temporary], {
  stdio: 'pipe',
});

afterAll(async () => {
  const ended = once(guardian, 'exit');
  guardian.stdin.end();
  await ended;
  for (const child of children) child.kill('SIGKILL');
});

describe('a kept database', () => {
  it('is mended when its making was cut short, and moves on when its port is taken', async () => {
    const unfinished = join(stateDir, 'pgdata-unfinished-0');
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, 'PG_VERSION'), '18\n');
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as { port: number };
    const starter = await start({ stateDir, port });
    blocker.close();
    expect(starter.report.adopted).toBe(false);
    expect(starter.report.port).toBeGreaterThan(port);
    expect(existsSync(unfinished)).toBe(false);
    await stop(starter);
    expect(isServerRunning()).toBe(false);
  });

  it('has an owner and a serving login without special rights, and passwords only we can read', async () => {
    const starter = await start({ stateDir });
    const { ownerUrl, appUrl, adminUrl } = starter.report;
    const rights =
      'select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user';
    expect(await ask(ownerUrl, rights)).toEqual([false]);
    expect(await ask(appUrl, rights)).toEqual([false]);
    expect(await ask(adminUrl, 'show data_checksums')).toEqual(['on']);
    expect(
      await ask(adminUrl, 'select datctype from pg_database where datname = current_database()'),
    ).toEqual(['C.UTF-8']);
    for (const login of ['postgres', 'owner', 'app'])
      expect(statSync(join(stateDir, `${login}.password`)).mode & 0o777).toBe(0o600);
    const stranger = adminUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(stranger, 'select 1')).rejects.toThrow('password');
    await stop(starter);
  });

  it('is adopted from a process that was killed, and stopped by the one that adopted it', async () => {
    const first = await start({ stateDir });
    await ask(first.report.adminUrl, 'create schema kept authorization owner');
    await kill(first.child);
    const second = await start({ stateDir });
    expect(second.report).toMatchObject({ adopted: true, port: first.report.port });
    expect(await ask(second.report.adminUrl, "select 1 from pg_namespace where nspname = 'kept'")).toEqual([
      1,
    ]);
    await stop(second);
    expect(isServerRunning()).toBe(false);
  });

  it('is shared with a second process, which does not stop it under the first', async () => {
    const first = await start({ stateDir });
    const second = await start({ stateDir });
    expect(second.report.adopted).toBe(true);
    await stop(second);
    expect(await ask(first.report.appUrl, 'select 1')).toEqual([1]);
    await stop(first);
  });

  it('starts once when two processes start it at the same time', async () => {
    const both = await Promise.all([start({ stateDir }), start({ stateDir })]);
    expect(both.map(({ report }) => report.adopted).sort()).toEqual([false, true]);
    expect(new Set(both.map(({ report }) => report.port)).size).toBe(1);
    await Promise.all(both.map(stop));
    await until(() => !isServerRunning());
  });

  it.each([0, 5, 20, 60])(
    'comes up after its starter was killed %i ms into the database start',
    async (delay) => {
      const starter = spawnStarter({ stateDir });
      await until(isServerRunning);
      await sleep(delay);
      await kill(starter);
      const next = await start({ stateDir });
      expect(await ask(next.report.appUrl, 'select 1')).toEqual([1]);
      await stop(next);
    },
  );

  it('waits for a server that is still stopping', async () => {
    const first = await start({ stateDir });
    const busy = ask(first.report.adminUrl, 'select pg_sleep(2)').catch(() => []);
    await sleep(100);
    // Smart shutdown waits for that query, so the server stays in the state "stopping".
    process.kill(serverPid(), 'SIGTERM');
    await until(() => readFileSync(join(data, 'postmaster.pid'), 'utf8').includes('stopping'));
    await kill(first.child);
    const second = await start({ stateDir });
    expect(second.report.adopted).toBe(false);
    await busy;
    await stop(second);
  });

  it('recovers when the server itself was killed, and when its number now belongs to another', async () => {
    const first = await start({ stateDir });
    const left = readFileSync(join(data, 'postmaster.pid'), 'utf8');
    process.kill(serverPid(), 'SIGKILL');
    await kill(first.child);
    const second = await start({ stateDir });
    expect(second.report.adopted).toBe(false);
    await stop(second);
    writeFileSync(join(data, 'postmaster.pid'), left.replace(/^\d+/, String(process.pid)));
    const third = await start({ stateDir });
    expect(third.report.adopted).toBe(false);
    await stop(third);
  });
});

describe('a throwaway database', () => {
  const settings = { fsync: 'off' };

  it('is gone when it is stopped', async () => {
    const starter = await start({ throwaway: true, settings });
    expect(await ask(starter.report.adminUrl, 'show fsync')).toEqual(['off']);
    expect(throwawayFolders()).toHaveLength(1);
    await stop(starter);
    expect(throwawayFolders()).toHaveLength(0);
  });

  it('is gone, server and folder, when its process is killed', async () => {
    const { child, report } = await start({ throwaway: true, settings });
    await kill(child);
    await until(() => throwawayFolders().length === 0);
    await expect(ask(report.adminUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('is gone when its process is killed while it is being made', async () => {
    const child = spawnStarter({ throwaway: true, settings });
    await until(() => throwawayFolders().length === 1);
    await sleep(200);
    await kill(child);
    await until(() => throwawayFolders().length === 0);
  });
});
