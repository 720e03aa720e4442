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
import { inDatabase } from '../load/in-database';
import { loadNames } from '../load/load-names';

const DATABASE = 'names';
const AT_A_TIME = 2_000;

export interface NameStage {
  readonly reads: Reads;
  readonly names: FindNames;
  /** As filings add them. */
  readonly index: (names: readonly string[]) => Promise<void>;
  /** Many at once, into an empty index; no two of them are one to the register. */
  readonly load: (names: Iterable<string>) => Promise<void>;
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
      const load = (names: Iterable<string>) => loadNames(inDatabase(postgres.adminUrl, DATABASE), names);
      return await play({ reads: db.reads, names: app.get(FindNames, { strict: false }), index, load });
    } finally {
      await app.close();
    }
  } finally {
    await postgres.stop();
    await rm(stateDir, { recursive: true, force: true });
  }
}
