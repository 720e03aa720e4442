// `fingerprints renew`: every stored invoice is fingerprinted under the newest key, so that an older one may be given up, but
// for natural persons whom nobody has filed against since: their numbers are not kept, so they are counted.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readEnv } from '#config/env';
import { Db } from '#platform';
import { RenewFingerprints } from '#receivables';
import { PersonMarks } from '#registry';
import { ApplicationModule } from '../../../application';
import { applicationSettings, openDatabase } from '../../../process';
import type { CommandResult } from '../output';

export async function fingerprintsRenew(): Promise<CommandResult> {
  const env = readEnv();
  const database = await openDatabase(env);
  const module = ApplicationModule.for({ ...applicationSettings(env, database), logLevel: 'error' });
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
  try {
    const renewing = app.get(RenewFingerprints, { strict: false });
    const renewed = await renewing.execute((done) => process.stderr.write(`${done} receivables\n`));
    const { receivables, keyVersion } = renewed;
    const { reads } = app.get(Db, { strict: false });
    const personsLeft = await app.get(PersonMarks, { strict: false }).withoutVersion(reads, keyVersion);
    const text =
      `${receivables} receivables were fingerprinted; all are known under key version ${keyVersion}.\n` +
      (personsLeft === 0
        ? 'So are all natural persons of the register.'
        : `${personsLeft} natural persons of the register are known under older keys only: keep those.`);
    return { lines: [{ json: { ...renewed, personsLeft }, text }], held: true };
  } finally {
    await app.close();
    await database.stop();
  }
}
