// The second part of the bench of intake: a supplier sends the table over HTTP and waits until every row is a receivable.
// The API is a process of its own, with the work in the background inside.
import 'reflect-metadata';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { THE_PLATFORM } from '#audit';
import { OnboardOrganisation } from '#parties';
import { Db, ensureDatabase, type startEmbeddedPostgres } from '#platform';
import { ApplicationModule } from '../../../application';
import { DEMO_PASSWORD, OPERATOR_PERSON } from '../../../demonstration/cast';
import { Client } from '../../../demonstration/client';
import { bootstrapOperator } from '../../../demonstration/demonstrate';
import { startApiProcess } from '../filing-product';
import { inDatabase } from '../load/in-database';
import { copyRows } from './copied-rows';
import { BUYER_CODES, SELLER } from './sample';

const LOGIN = 'bench.supplier';
const LOOK_EVERY_MS = 250;

interface Taken {
  readonly seconds: number;
  /** Resident memory of the API process above what it had before the upload. */
  readonly peakMb: number;
  /** Seconds that raw COPY takes for the same rows. */
  readonly copySeconds: number;
  /** How long each thousand of rows took, as watched. */
  readonly chunksMs: readonly number[];
}
interface Upload {
  readonly id: string;
  readonly state: string;
  readonly accepted: number;
  readonly flagged: number;
  readonly progress: { readonly rowsDone: number } | null;
}

type Postgres = Awaited<ReturnType<typeof startEmbeddedPostgres>>;

/** @throws when not every row became a receivable */
export async function uploadTable(postgres: Postgres, table: string, rows: number): Promise<Taken> {
  const stateDir = await mkdtemp(join(tmpdir(), 'youquan-bench-'));
  const database = `bench_intake_${rows}`;
  await ensureDatabase(postgres.adminUrl, database, 'owner');
  const databaseUrl = postgres.appUrl(database);
  const api = await startApiProcess({
    DATABASE_URL: databaseUrl,
    MIGRATION_DATABASE_URL: postgres.ownerUrl(database),
    STATE_DIR: stateDir,
    PORT: '0',
    WORKER: 'inline',
    DEMO_DATA: 'off',
    LOG_LEVEL: 'warn',
  });
  try {
    const supplier = await supplierOn(databaseUrl, stateDir, api.url);
    await sleep(1000);
    const idleMb = api.peakMb();
    const began = performance.now();
    const { id } = await send(api.url, supplier.token, table);
    const chunksMs = await watched(supplier.client, id, rows);
    const seconds = (performance.now() - began) / 1000;
    const peakMb = api.peakMb() - idleMb;
    await api.stop();
    const copySeconds = await copyRows(inDatabase(postgres.adminUrl, database), dirname(table));
    return { seconds, chunksMs, peakMb, copySeconds };
  } finally {
    await api.stop();
    await rm(stateDir, { recursive: true, force: true });
  }
}

async function supplierOn(databaseUrl: string, stateDir: string, url: string) {
  const settings = { databaseUrl, poolSize: 2, logLevel: 'warn', production: false, stateDir };
  const application = await NestFactory.createApplicationContext(ApplicationModule.for(settings), {
    logger: false,
  });
  try {
    await bootstrapOperator(application);
    const onboarding = application.get(OnboardOrganisation, { strict: false });
    const onboard = (value: string, capability: 'supplier' | 'core_enterprise') =>
      application.get(Db, { strict: false }).run((tx) =>
        onboarding.onboard(tx, THE_PLATFORM, {
          ...{ legalName: `企业 ${value}`, capabilities: [capability] },
          identifiers: [{ scheme: 'USCC', value }],
        }),
      );
    const { id: organisationId } = await onboard(SELLER, 'supplier');
    for (const code of BUYER_CODES) await onboard(code, 'core_enterprise');
    const anyone = new Client(url);
    const operator = await anyone.signIn(OPERATOR_PERSON.login, DEMO_PASSWORD);
    const person = {
      login: LOGIN,
      name: LOGIN,
      organisationId,
      roles: ['supplier'],
      password: DEMO_PASSWORD,
    };
    await operator.post('/users', person);
    const { token } = await anyone.post<{ token: string }>('/auth/sign-in', {
      ...{ login: LOGIN, password: DEMO_PASSWORD },
    });
    return { token, client: new Client(url, token) };
  } finally {
    await application.close();
  }
}

/** The file goes out as it is read. */
async function send(url: string, token: string, table: string): Promise<Upload> {
  const form = new FormData();
  form.append('files', await openAsBlob(table), 'table.csv');
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/uploads`, { method: 'POST', body: form, headers });
  if (!answer.ok) throw new Error(`The upload was refused: ${await answer.text()}`);
  return (await answer.json()) as Upload;
}

async function watched(supplier: Client, id: string, rows: number): Promise<number[]> {
  const chunksMs: number[] = [];
  let [done, since] = [0, performance.now()];
  for (;;) {
    const upload = await supplier.get<Upload>(`/uploads/${id}?limit=1`);
    const now = upload.progress?.rowsDone ?? rows;
    const thousands = Math.floor((now - done) / 1000);
    if (thousands > 0) {
      const each = (performance.now() - since) / thousands;
      for (let at = 0; at < thousands; at++) chunksMs.push(each);
      [done, since] = [done + thousands * 1000, performance.now()];
    }
    if (upload.state === 'applied') {
      const taken = upload.accepted + upload.flagged;
      if (taken !== rows) throw new Error(`Of ${rows} rows only ${taken} became receivables.`);
      return chunksMs;
    }
    await sleep(LOOK_EVERY_MS);
  }
}
