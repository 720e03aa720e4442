// `fingerprints renew`: every stored invoice is fingerprinted under the newest key, so that an older one may be given up.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readEnv } from '#config/env';
import { RenewFingerprints } from '#receivables';
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
    const text = `${receivables} receivables were fingerprinted; all are known under key version ${keyVersion}.`;
    return { lines: [{ json: renewed, text }], held: true };
  } finally {
    await app.close();
    await database.stop();
  }
}
