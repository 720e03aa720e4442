// Proofs from a large log, against reading one bare row of it; receipts checked offline, against one signature.
import { mkdtemp, rm } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import {
  AuditLog,
  Frontier,
  leafHash,
  LogKey,
  LogQueries,
  openCheckpoint,
  readVerifier,
  Receipts,
  refuteInclusion,
  refuteReceipt,
  Sequencer,
  signCheckpoint,
  THE_PLATFORM,
} from '#audit';
import { type Clock, invariant, newId } from '#kernel';
import { CLOCK, Db, ensureDatabase, EVERYONE, query, startEmbeddedPostgres } from '#platform';
import { ApplicationModule } from '../../application';
import { migrateDatabase } from '../../migrate';
import type { BenchLine } from './filing';
import { lineOf } from './log-line';

const DATABASE = 'bench';
const TIMES = 2_000;
const AT_A_TIME = 100_000;

export async function benchProofs(leaves: number): Promise<BenchLine[]> {
  const stateDir = await mkdtemp(join(tmpdir(), 'youquan-bench-'));
  const postgres = await startEmbeddedPostgres({ throwaway: true, settings: { fsync: 'off' } });
  try {
    await ensureDatabase(postgres.adminUrl, DATABASE, 'owner');
    await migrateDatabase({ migrationUrl: postgres.ownerUrl(DATABASE), appLogin: 'app' });
    const databaseUrl = postgres.appUrl(DATABASE);
    const settings = { databaseUrl, poolSize: 4, logLevel: 'error', production: false, stateDir };
    const app = await NestFactory.createApplicationContext(ApplicationModule.for(settings), {
      logger: ['error'],
    });
    try {
      await fill(app, leaves);
      return [await measureProofs(app, leaves), await measureReceipts(app, leaves)];
    } finally {
      await app.close();
    }
  } finally {
    await postgres.stop();
    await rm(stateDir, { recursive: true, force: true });
  }
}

/** A leaf of the filling: PostgreSQL and Node make the same hash of the same number. */
function fillingLeaf(index: number): Buffer {
  const data = Buffer.alloc(8);
  data.writeBigUInt64BE(BigInt(index));
  return leafHash(data);
}

async function fill(app: INestApplicationContext, leaves: number): Promise<void> {
  const db = app.get(Db, { strict: false });
  const edge = Frontier.of(0, fillingLeaf.bind(null, 0));
  for (let from = 0; from < leaves; from += AT_A_TIME) {
    const to = Math.min(leaves, from + AT_A_TIME);
    const nodes = [];
    for (let index = from; index < to; index++) nodes.push(...edge.append(fillingLeaf(index)));
    await query(
      db.reads,
      `insert into audit.leaf (leaf_index, deed_id, salt, hash)
       select i, (lpad(to_hex(i), 12, '0') || '70008000' || lpad(to_hex(i), 12, '0'))::uuid, sha256(int8send(i)),
         sha256('\\x00'::bytea || int8send(i)) from generate_series($1::bigint, $2::bigint - 1) as i`,
      [from, to],
    );
    await query(
      db.reads,
      `insert into audit.node (level, node_index, hash) select * from unnest($1::int[], $2::bigint[], $3::bytea[])`,
      [nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map(({ hash }) => hash)],
    );
  }
  const signer = await app.get(LogKey, { strict: false }).signer();
  const [root, at] = [edge.root(), app.get<Clock>(CLOCK, { strict: false }).now().toISOString()];
  const note = signCheckpoint({ size: leaves, root, previous: 0, at }, signer);
  await query(
    db.reads,
    `insert into audit.checkpoint (tree_size, previous_size, root, at, note) values ($1, 0, $2, $3, $4)`,
    [leaves, root, at, note],
  );
}

async function measureProofs(app: INestApplicationContext, leaves: number): Promise<BenchLine> {
  const queries = app.get(LogQueries, { strict: false });
  const { reads } = app.get(Db, { strict: false });
  const indexes = Array.from({ length: TIMES }, () => randomInt(leaves));
  const bare = async (index: number) => {
    await query(reads, 'select hash from audit.leaf where leaf_index = $1', [index]);
  };
  const proofs: Awaited<ReturnType<LogQueries['inclusion']>>[] = [];
  const prove = async (index: number) => {
    proofs.push(await queries.inclusion(index));
  };
  await timed(indexes.slice(0, 200), prove);
  await timed(indexes.slice(0, 200), bare);
  const baseline = await timed(indexes, bare);
  const product = await timed(indexes, prove);
  invariant(
    proofs.every((proof) => refuteInclusion(proof) === null),
    'every proof holds',
  );
  return lineOf('log proof', `${leaves} leaves, any of them`, measuredBy(product, baseline), memoryMb());
}

async function measureReceipts(app: INestApplicationContext, leaves: number): Promise<BenchLine> {
  const subjectId = newId(1);
  const deed = {
    action: 'bench.deed_done',
    subjectType: 'bench',
    subjectId,
    subjectVersion: 1,
    details: { subjectId },
  };
  const audit = app.get(AuditLog, { strict: false });
  await app.get(Db, { strict: false }).run((tx) => audit.record(tx, THE_PLATFORM, [deed]));
  await app.get(Sequencer, { strict: false }).sequence();
  const page = { subjectId, limit: 1 };
  const [receipt] = await app.get(Receipts, { strict: false }).ofSubject(EVERYONE, page);
  const text = JSON.stringify(receipt);
  const verifier = readVerifier(await app.get(LogQueries, { strict: false }).keyText());
  invariant(verifier && receipt, 'there is a receipt and a key');
  const times = Array.from({ length: TIMES }, (_, index) => index);
  const signature = async () =>
    invariant(openCheckpoint(receipt.checkpoint, verifier), 'the signature holds');
  const verify = async () =>
    invariant(refuteReceipt(JSON.parse(text), verifier) === null, 'the receipt holds');
  await timed(times.slice(0, 200), verify);
  const baseline = await timed(times, signature);
  const product = await timed(times, verify);
  return lineOf(
    'log verify',
    `receipt of leaf ${leaves}, offline`,
    measuredBy(product, baseline),
    memoryMb(),
  );
}

const memoryMb = () => Math.round(process.memoryUsage.rss() / 1_048_576);

/** Milliseconds of each. */
async function timed(items: readonly number[], work: (item: number) => Promise<void>): Promise<number[]> {
  const latencies = [];
  for (const item of items) {
    const start = performance.now();
    await work(item);
    latencies.push(performance.now() - start);
  }
  return latencies;
}

const perSecond = (latencies: readonly number[]) =>
  (latencies.length * 1_000) / latencies.reduce((sum, millis) => sum + millis, 0);
const measuredBy = (product: readonly number[], baseline: readonly number[]) => ({
  product: perSecond(product),
  baseline: perSecond(baseline),
  latencies: product,
});
