// A throw-away platform to play on: its own PostgreSQL, its own clock that moves, the whole application over HTTP, and
// a bank behind a folder that tells everything late, some of it twice, and in the wrong order.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock, todayOf } from '#kernel';
import { ensureDatabase, startEmbeddedPostgres } from '#platform';
import { FolderBank } from '#settlement';
import { type RunningApi, startApi } from '../../api/src/start-api';
import { type BookFinding, verifyBooks } from '../../application';
import { migrateDatabase } from '../../migrate';
import { FakeBank } from '../bank/fake-bank';
import { FolderClerk } from '../bank/folder-clerk';

export interface Stage {
  readonly api: RunningApi;
  readonly clock: ManualClock;
  readonly bank: FakeBank;
  readonly migrations: number;
  verify(): Promise<Record<string, readonly BookFinding[]>>;
  close(): Promise<void>;
}

const DATABASE = 'youquan_demo';
const LOOK_MS = 50;
const MISBEHAVIOUR = { seed: 20_260_101, doubles: 0.7, reorders: 1 };

/** Nothing of it outlives this process, however the process ends. */
export async function setStage(from: Date): Promise<Stage> {
  const postgres = await startEmbeddedPostgres({ throwaway: true, settings: { fsync: 'off' } });
  const stateDir = mkdtempSync(join(tmpdir(), 'youquan-demo-'));
  await ensureDatabase(postgres.adminUrl, DATABASE, 'owner');
  const migrated = await migrateDatabase({ migrationUrl: postgres.ownerUrl(DATABASE), appLogin: 'app' });
  const clock = new ManualClock(from);
  const folder = join(stateDir, 'bank');
  const bank = new FakeBank([], todayOf(clock), MISBEHAVIOUR);
  const problems: unknown[] = [];
  const clerk = new FolderClerk(folder, bank, clock, 'CLERK', (error) => problems.push(error));
  const api = await startApi({
    databaseUrl: postgres.appUrl(DATABASE),
    poolSize: 10,
    logLevel: 'error',
    production: false,
    stateDir,
    clock,
    bank: new FolderBank(folder, LOOK_MS),
    host: '127.0.0.1',
    port: 0,
    webDir: join(stateDir, 'none'),
    worker: true,
  });
  await clerk.start();
  const close = async () => {
    await clerk.stop();
    await api.close();
    await postgres.stop();
    rmSync(stateDir, { recursive: true, force: true });
    if (problems.length > 0)
      throw new Error(`the bank of the play stumbled: ${problems.map(String).join('; ')}`);
  };
  return { api, clock, bank, migrations: migrated.length, verify: () => verifyBooks(api.app), close };
}
