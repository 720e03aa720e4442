// How fast registrations are filed: the whole product over HTTP against bare pg that only writes the rows, in turn,
// in one run, on one database that already holds many.
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ensureDatabase, startEmbeddedPostgres } from '#platform';
import { ApplicationModule } from '../../application';
import { castOrganisation, DEMO_PASSWORD, OPERATOR_PERSON, people } from '../../demonstration/cast';
import { Client } from '../../demonstration/client';
import { bootstrapOperator } from '../../demonstration/demonstrate';
import { invite, onboard } from '../../demonstration/people';
import { runBaseline, type Writer } from './filing-baseline';
import { prefill } from './filing-prefill';
import { runProduct, startApiProcess } from './filing-product';

export interface BenchLine {
  readonly bench: string;
  readonly scale: string;
  /** Per second. */
  readonly product: number;
  /** Per second. */
  readonly baseline: number;
  readonly ratio: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly peakMb: number;
}
interface FilingBenchOptions {
  readonly full: boolean;
  /** Of each of the four measured runs. */
  readonly seconds?: number;
  /** Registrations there are before the first run. */
  readonly rows?: number;
}

const CONNECTIONS = 32;
const WARM_UP_SECONDS = 3;
const ROUNDS = 2;
const DATABASE = 'bench';

export interface Stage {
  readonly appUrl: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly by: Writer;
  readonly peakMb: () => number;
}

export async function benchFiling(options: FilingBenchOptions): Promise<BenchLine> {
  const { full, seconds = 8, rows = full ? 1_000_000 : 100_000 } = options;
  return onStage(rows, async ({ appUrl, apiUrl, token, by, peakMb }) => {
    await runBaseline(appUrl, CONNECTIONS, WARM_UP_SECONDS, by);
    await runProduct(apiUrl, token, CONNECTIONS, WARM_UP_SECONDS);
    let [baseline, product] = [0, 0];
    const latencies: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      baseline += (await runBaseline(appUrl, CONNECTIONS, seconds, by)) / ROUNDS;
      const load = await runProduct(apiUrl, token, CONNECTIONS, seconds);
      product += load.perSecond / ROUNDS;
      for (const millis of load.latenciesMs) latencies.push(millis);
    }
    latencies.sort((a, b) => a - b);
    return {
      bench: 'filing',
      scale: `${rows} registrations`,
      product: Math.round(product),
      baseline: Math.round(baseline),
      ratio: rounded(product / baseline, 2),
      p50Ms: percentile(latencies, 0.5),
      p95Ms: percentile(latencies, 0.95),
      p99Ms: percentile(latencies, 0.99),
      peakMb: peakMb(),
    };
  });
}

export const rounded = (value: number, places: number) => Number(value.toFixed(places));

export function percentile(sorted: readonly number[], part: number): number {
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0, 1);
}

/** A durable database of its own, the API process on it, and a signed-in user of the registry; all gone afterwards. */
export async function onStage<T>(rows: number, play: (stage: Stage) => Promise<T>): Promise<T> {
  const stateDir = await mkdtemp(join(tmpdir(), 'youquan-bench-'));
  const postgres = await startEmbeddedPostgres({ throwaway: true, settings: { max_connections: '200' } });
  const leave = [() => rm(stateDir, { recursive: true, force: true }), () => postgres.stop()];
  try {
    await ensureDatabase(postgres.adminUrl, DATABASE, 'owner');
    const [appUrl, ownerUrl] = [postgres.appUrl(DATABASE), postgres.ownerUrl(DATABASE)];
    const api = await startApiProcess({
      DATABASE_URL: appUrl,
      MIGRATION_DATABASE_URL: ownerUrl,
      STATE_DIR: stateDir,
      PORT: '0',
      WORKER: 'separate',
      DEMO_DATA: 'off',
      LOG_LEVEL: 'warn',
    });
    leave.push(api.stop);
    const { token, by } = await registryUser(appUrl, stateDir, api.url);
    await prefill(ownerUrl, rows);
    return await play({ appUrl, apiUrl: api.url, token, by, peakMb: api.peakMb });
  } finally {
    for (const step of leave.reverse()) await step();
  }
}

async function registryUser(
  databaseUrl: string,
  stateDir: string,
  url: string,
): Promise<{ token: string; by: Writer }> {
  const settings = { databaseUrl, poolSize: 2, logLevel: 'warn', production: false, stateDir };
  const application = await NestFactory.createApplicationContext(ApplicationModule.for(settings), {
    logger: false,
  });
  try {
    await bootstrapOperator(application);
  } finally {
    await application.close();
  }
  const anyone = new Client(url);
  const operator = await anyone.signIn(OPERATOR_PERSON.login, DEMO_PASSWORD);
  const organisationId = await onboard(operator, castOrganisation('lawyers'));
  const person = people.find(({ at }) => at === 'lawyers');
  if (!person) throw new Error('The cast has nobody who uses the registry.');
  await invite(operator, person, organisationId);
  const signedIn = await anyone.post<{ token: string; user: { id: string } }>('/auth/sign-in', {
    login: person.login,
    password: DEMO_PASSWORD,
  });
  return { token: signedIn.token, by: { userId: signedIn.user.id, organisationId } };
}
