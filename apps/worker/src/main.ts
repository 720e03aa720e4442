// The worker process: the same libraries without HTTP, doing the work that happens later.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readEnv } from '#config/env';
import { Log, Working } from '#platform';
import { ApplicationModule } from '../../application';
import { applicationSettings, openDatabase } from '../../process';
import { runUntilSignal } from '../../shutdown';

async function main(): Promise<void> {
  const env = readEnv();
  const database = await openDatabase(env);
  const module = ApplicationModule.for(applicationSettings(env, database));
  const app = await NestFactory.createApplicationContext(module, { bufferLogs: true });
  app.useLogger(app.get(Log));
  await app.get(Working).start();
  process.stdout.write('The worker is working; Ctrl-C stops it.\n');
  await runUntilSignal(async () => {
    await app.close();
    await database.stop();
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
