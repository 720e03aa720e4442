// The worker process: the same libraries without HTTP, doing the work that happens later.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Sequencer } from '#audit';
import { readEnv } from '#config/env';
import { Log, Working } from '#platform';
import { BankLine } from '#settlement';
import { ApplicationModule } from '../../application';
import { applicationSettings, openDatabase } from '../../process';
import { nextSignal } from '../../shutdown';

async function main(): Promise<void> {
  const env = readEnv();
  const signal = nextSignal();
  const database = await openDatabase(env);
  try {
    const module = ApplicationModule.for(applicationSettings(env, database));
    const options = { bufferLogs: true, abortOnError: false };
    const app = await NestFactory.createApplicationContext(module, options);
    app.useLogger(app.get(Log));
    await app.get(Sequencer).start();
    await app.get(Working).start();
    app.get(BankLine).start();
    process.stdout.write('The worker is working; Ctrl-C stops it.\n');
    await signal;
    await app.close();
    await database.stop();
    process.exit(0);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
