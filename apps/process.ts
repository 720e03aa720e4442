// What each process of ours does first: find or start the database, and turn the environment into settings.
import { availableParallelism } from 'node:os';
import type { Env } from '#config/env';
import { ensureDatabase, startEmbeddedPostgres } from '#platform';
import { CARRIED_BUREAU } from '#receivables';
import { FolderBank } from '#settlement';
import type { ApplicationSettings } from './application';

interface OpenDatabase {
  /** With the login that serves. */
  readonly appUrl: string;
  /** With the login that owns and migrates. */
  readonly ownerUrl: string;
  /** Name of the serving login where it is another than the owner. */
  readonly appLogin: string | null;
  readonly stop: () => Promise<void>;
}

const DATABASE = 'youquan';

export async function openDatabase(env: Env): Promise<OpenDatabase> {
  const { databaseUrl, migrationDatabaseUrl } = env;
  if (databaseUrl === null) return openEmbedded(env.stateDir);
  const ownerUrl = migrationDatabaseUrl ?? databaseUrl;
  const login = (url: string) => decodeURIComponent(new URL(url).username);
  const appLogin = login(ownerUrl) === login(databaseUrl) ? null : login(databaseUrl);
  return { appUrl: databaseUrl, ownerUrl, appLogin, stop: () => Promise.resolve() };
}

async function openEmbedded(stateDir: string): Promise<OpenDatabase> {
  const postgres = await startEmbeddedPostgres({ stateDir, settings: { max_connections: '200' } });
  await ensureDatabase(postgres.adminUrl, DATABASE, 'owner');
  const ownerUrl = postgres.ownerUrl(DATABASE);
  return { appUrl: postgres.appUrl(DATABASE), ownerUrl, appLogin: 'app', stop: () => postgres.stop() };
}

export const applicationSettings = (env: Env, database: OpenDatabase): ApplicationSettings => ({
  databaseUrl: database.appUrl,
  poolSize: env.poolSize,
  // On a single core a second thread would only take turns with the first.
  threads: availableParallelism() > 1 ? 1 : 0,
  logLevel: env.logLevel,
  production: env.production,
  stateDir: env.stateDir,
  logName: env.logName,
  mailUrl: env.mailUrl,
  mailFrom: env.mailFrom,
  logKeyFile: env.logKeyFile,
  logWitnessFile: env.logWitnessFile,
  fingerprintKeyFile: env.fingerprintKeyFile,
  personalKeyFile: env.personalKeyFile,
  taxBureau: env.taxBureau === 'file' ? CARRIED_BUREAU : null,
  siteUrl: env.siteUrl,
  bank: env.bankFolder === null ? null : new FolderBank(env.bankFolder),
});
