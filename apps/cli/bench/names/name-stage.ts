// A throw-away database in which names of grantors can be found, for judging and timing the search for names alone.
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Db, ensureDatabase, query, type Reads, startEmbeddedPostgres } from '#platform';
import { FindNames, Grantors } from '#registry';
import { ApplicationModule } from '../../../application';
import { migrateDatabase } from '../../../migrate';

const DATABASE = 'names';
const AT_A_TIME = 2_000;

export interface NameStage {
  readonly reads: Reads;
  readonly names: FindNames;
  readonly index: (names: readonly string[]) => Promise<void>;
}

export async function onNameStage<T>(play: (stage: NameStage) => Promise<T>): Promise<T> {
  const stateDir = await mkdtemp(join(tmpdir(), 'youquan-bench-'));
  const postgres = await startEmbeddedPostgres({ throwaway: true, settings: { fsync: 'off' } });
  try {
    await ensureDatabase(postgres.adminUrl, DATABASE, 'owner');
    await migrateDatabase({ migrationUrl: postgres.ownerUrl(DATABASE), appLogin: 'app' });
    const databaseUrl = postgres.ownerUrl(DATABASE);
    const settings = { databaseUrl, poolSize: 4, logLevel: 'error', production: false, stateDir };
    const app = await NestFactory.createApplicationContext(ApplicationModule.for(settings), {
      logger: ['error'],
    });
    try {
      const db = app.get(Db, { strict: false });
      const grantors = app.get(Grantors, { strict: false });
      const index = async (names: readonly string[]) => {
        for (let from = 0; from < names.length; from += AT_A_TIME)
          await db.run((tx) => grantors.indexNames(tx, names.slice(from, from + AT_A_TIME)));
        await query(db.reads, 'vacuum analyze registry.grantor_name_key');
        await query(db.reads, 'vacuum analyze registry.grantor_name');
      };
      return await play({ reads: db.reads, names: app.get(FindNames, { strict: false }), index });
    } finally {
      await app.close();
    }
  } finally {
    await postgres.stop();
    await rm(stateDir, { recursive: true, force: true });
  }
}
