// The whole application on a database of its own, listening on a free port, with the work that happens later inside.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '#kernel';
import type { TaxBureau } from '#receivables';
import { type RunningApi, startApi } from '../../apps/api/src/start-api';
import { createTestDatabase, type TestDatabase } from './database';

export interface TestApp extends RunningApi {
  readonly database: TestDatabase;
  readonly stateDir: string;
}

export interface TestEdges {
  readonly clock?: Clock;
  readonly taxBureau?: TaxBureau;
}

export async function startTestApp({ clock, taxBureau }: TestEdges = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const stateDir = mkdtempSync(join(tmpdir(), 'youquan-test-'));
  const api = await startApi({
    databaseUrl: database.appUrl,
    poolSize: 16,
    logLevel: 'silent',
    production: false,
    guarded: true,
    stateDir,
    host: '127.0.0.1',
    port: 0,
    webDir: join(stateDir, 'no web app in tests'),
    worker: true,
    ...(clock ? { clock } : {}),
    ...(taxBureau ? { taxBureau } : {}),
  });
  const close = async () => {
    await api.close();
    await database.drop();
    rmSync(stateDir, { recursive: true, force: true });
  };
  return { ...api, database, stateDir, close };
}
