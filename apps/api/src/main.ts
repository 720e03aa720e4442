// The HTTP process: finds or starts the database, migrates it, serves the API and the web app at one address, and on
// a newcomer's machine fills an empty database with demonstration data.
import 'reflect-metadata';
import { readEnv } from '#config/env';
import { SystemClock } from '#kernel';
import { applicationSettings, openDatabase } from '../../process';
import { migrateDatabase } from '../../migrate';
import { openDemonstrationBank } from '../../demonstration/bank/demonstration-bank';
import { demonstrate } from '../../demonstration/demonstrate';
import { nextSignal } from '../../shutdown';
import { startApi } from './start-api';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const env = readEnv();
  const signal = nextSignal();
  const database = await openDatabase(env);
  try {
    await migrateDatabase({ migrationUrl: database.ownerUrl, appLogin: database.appLogin });
    const { host, port, trustedProxies, webDir } = env;
    const door = { host, port, trustedProxies, webDir, worker: env.worker === 'inline' };
    const api = await startApi({ ...applicationSettings(env, database), ...door });
    const bank =
      env.demoBank && env.bankFolder !== null
        ? await openDemonstrationBank(env.bankFolder, new SystemClock())
        : null;
    if (env.demoData) for (const line of await demonstrate(api, env)) say(line);
    say(`Youquan is at ${api.url}  (Ctrl-C stops it)`);
    await signal;
    await bank?.stop();
    await api.close();
    await database.stop();
    process.exit(0);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use: choose another, e.g. PORT=${Number(port) + 1}`;
  return error.message;
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentence(error)}\n`);
  process.exit(1);
});
