// A throw-away platform to play on: its own PostgreSQL, its own clock that moves, the whole application over HTTP.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '#kernel';
import { ensureDatabase, startEmbeddedPostgres } from '#platform';
import { type RunningApi, startApi } from '../../api/src/start-api';
import { type BookFinding, verifyBooks } from '../../application';
import { migrateDatabase } from '../../migrate';

export interface Stage {
  readonly api: RunningApi;
  readonly clock: ManualClock;
  readonly migrations: number;
  verify(): Promise<Record<string, readonly BookFinding[]>>;
  close(): Promise<void>;
}

const DATABASE = 'youquan_demo';

/** Nothing of it outlives this process, however the process ends. */
export async function setStage(from: Date): Promise<Stage> {
  const postgres = await startEmbeddedPostgres({ throwaway: true, settings: { fsync: 'off' } });
  const stateDir = mkdtempSync(join(tmpdir(), 'youquan-demo-'));
  await ensureDatabase(postgres.adminUrl, DATABASE, 'owner');
  const migrated = await migrateDatabase({ migrationUrl: postgres.ownerUrl(DATABASE), appLogin: 'app' });
  const clock = new ManualClock(from);
  const api = await startApi({
    databaseUrl: postgres.appUrl(DATABASE),
    poolSize: 10,
    logLevel: 'error',
    production: false,
    stateDir,
    clock,
    host: '127.0.0.1',
    port: 0,
    webDir: join(stateDir, 'none'),
    worker: true,
  });
  const close = async () => {
    await api.close();
    await postgres.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
  return { api, clock, migrations: migrated.length, verify: () => verifyBooks(api.app), close };
}
