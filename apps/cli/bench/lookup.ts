// How long a search of the register takes at two sizes of it: by name, by identifier, by asset, with its certificate
// and its receipt. The baseline reads the same registrations by bare SQL and keeps no record.
import { createHash, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Receipts, Sequencer } from '#audit';
import { invariant, newId } from '#kernel';
import {
  type Command,
  Db,
  ensureDatabase,
  EVERYONE,
  query,
  startEmbeddedPostgres,
  WITHOUT_SIGN_IN,
} from '#platform';
import { MakeSearch } from '#registry';
import { ApplicationModule } from '../../application';
import { migrateDatabase } from '../../migrate';
import type { BenchLine } from './filing';
import { prefill } from './filing-prefill';
import { inDatabase } from './load/in-database';
import { loadNames } from './load/load-names';
import { lineOf } from './log-line';

interface LookupBenchOptions {
  readonly full: boolean;
  /** Registrations there are, one size after the other. */
  readonly sizes?: readonly number[];
}

const DATABASE = 'lookup';
const QUERIES = 300;
const WARM_UP = 30;

const md5 = (index: number) => createHash('md5').update(String(index)).digest('hex');
/** Registration `index` as `prefill` makes it, each with a grantor of its own. */
const KINDS = {
  name: (index: number) => ({ by: 'name' as const, name: `Grantor ${md5(index)}` }),
  identifier: (index: number) => ({ by: 'identifier' as const, identifier: String(index) }),
  asset: (index: number) => ({ by: 'asset' as const, assetKey: `invoice:${md5(index)}` }),
};
type Kind = keyof typeof KINDS;
const BARE: Readonly<Record<Kind, string>> = {
  name: `select f.* from registry.filing_party p join registry.filing f on f.id = p.filing_id
    where p.role = 'grantor' and p.name_key = $1`,
  identifier: `select f.* from registry.filing_party p join registry.filing f on f.id = p.filing_id
    where p.role = 'grantor' and p.identifier_key = $1`,
  asset: `select f.* from registry.collateral c join registry.filing f on f.id = c.filing_id where c.asset_key = $1`,
};
const NOTHING = {
  ...{ name: null, identifier: null, assetKey: null, invoiceNumber: null, debtorName: null, number: null },
  ...{ includeEnded: false, exactOnly: false, at: null, after: null },
};

export async function benchLookup(options: LookupBenchOptions): Promise<BenchLine[]> {
  const { full, sizes = full ? [100_000, 1_000_000, 10_000_000] : [10_000, 100_000] } = options;
  const lines: BenchLine[] = [];
  for (const size of sizes) lines.push(...(await atSize(size)));
  return lines;
}

async function atSize(size: number): Promise<BenchLine[]> {
  const stateDir = await mkdtemp(join(tmpdir(), 'youquan-bench-'));
  const postgres = await startEmbeddedPostgres({ throwaway: true, settings: { fsync: 'off' } });
  try {
    await ensureDatabase(postgres.adminUrl, DATABASE, 'owner');
    const ownerUrl = postgres.ownerUrl(DATABASE);
    await migrateDatabase({ migrationUrl: ownerUrl, appLogin: 'app' });
    await prefill(ownerUrl, size, { grantors: size, withDeeds: false });
    await loadNames(inDatabase(postgres.adminUrl, DATABASE), grantorNames(size));
    const settings = { databaseUrl: ownerUrl, poolSize: 4, logLevel: 'error', production: false, stateDir };
    const app = await NestFactory.createApplicationContext(ApplicationModule.for(settings), {
      logger: ['error'],
    });
    try {
      const lines = [];
      for (const kind of Object.keys(KINDS) as Kind[]) lines.push(await measure(app, kind, size));
      return lines;
    } finally {
      await app.close();
    }
  } finally {
    await postgres.stop();
    await rm(stateDir, { recursive: true, force: true });
  }
}

function* grantorNames(count: number): Generator<string> {
  for (let index = 0; index < count; index++) yield `Grantor ${md5(index)}`;
}

async function measure(app: INestApplicationContext, kind: Kind, size: number): Promise<BenchLine> {
  const { reads } = app.get(Db, { strict: false });
  const makeSearch = app.get(MakeSearch, { strict: false });
  const [sequencer, receipts] = [app.get(Sequencer, { strict: false }), app.get(Receipts, { strict: false })];
  const latencies: number[] = [];
  const bare: number[] = [];
  for (let time = 0; time < QUERIES + WARM_UP; time++) {
    const terms = KINDS[kind](randomInt(1, size));
    const { by, ...asked } = terms;
    const start = performance.now();
    const certificate = await makeSearch.execute(searcher(), { ...NOTHING, ...terms });
    await sequencer.sequence();
    const [receipt] = await receipts.ofSubject(EVERYONE, { subjectId: certificate.id, limit: 1 });
    const between = performance.now();
    const [key = ''] = Object.values(asked);
    const rows = await query(reads, BARE[kind], [by === 'name' ? key.toLowerCase() : key]);
    const end = performance.now();
    invariant(
      certificate.hits.some(({ class: how }) => how === 'exact'),
      `found by ${kind}`,
    );
    invariant(receipt && rows.length === 1, 'there is a receipt, and one registration');
    if (time < WARM_UP) continue;
    latencies.push(between - start);
    bare.push(end - between);
  }
  const measured = { product: perSecond(latencies), baseline: perSecond(bare), latencies };
  const peakMb = Math.round(process.memoryUsage.rss() / 1_048_576);
  return lineOf('lookup', `by ${kind}, ${size} registrations, certificate and receipt`, measured, peakMb);
}

function searcher(): Command {
  const actor = {
    ...WITHOUT_SIGN_IN,
    ...{ userId: newId(1), organisationId: newId(1), roles: ['registry_user'], sessionId: 'bench' },
    ...{ permissions: new Set<string>(), scope: EVERYONE },
  };
  return { actor, idempotency: null };
}

const perSecond = (latencies: readonly number[]) =>
  (latencies.length * 1_000) / latencies.reduce((sum, millis) => sum + millis, 0);
