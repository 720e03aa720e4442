// What the Merkle log costs: its share of the time of filing, how long deeds wait for it, a proof for any leaf of a
// large log, and a receipt checked offline.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type BenchLine, onStage } from './filing';
import { runProduct } from './filing-product';
import { lineOf } from './log-line';
import { benchProofs } from './log-proofs';

export interface LogBenchOptions {
  readonly full: boolean;
  /** Of each of the six measured runs. */
  readonly seconds?: number;
  /** Registrations there are before the first run. */
  readonly rows?: number;
  /** Leaves of the log that proofs are made from. */
  readonly leaves?: number;
}

const CONNECTIONS = 32;
const WARM_UP_SECONDS = 3;
const ROUNDS = 3;
/** The lock that sequencing takes: who holds it keeps every process from sequencing. */
const SEQUENCING = [0x617564, 1];

export async function benchLog(options: LogBenchOptions): Promise<BenchLine[]> {
  const {
    full,
    seconds = 6,
    rows = full ? 1_000_000 : 20_000,
    leaves = full ? 10_000_000 : 100_000,
  } = options;
  return [...(await benchShare(rows, seconds)), ...(await benchProofs(leaves))];
}

/**
 * Filing over HTTP, in turn with the log being written and with sequencing held back. The entry in the queue, one
 * more row of the same statement, is written in both.
 */
async function benchShare(rows: number, seconds: number): Promise<BenchLine[]> {
  return onStage(rows, async ({ appUrl, apiUrl, token, peakMb }) => {
    const client = new Client({ connectionString: appUrl });
    await client.connect();
    try {
      await runProduct(apiUrl, token, CONNECTIONS, WARM_UP_SECONDS);
      await sequenced(client);
      let [withLog, without] = [0, 0];
      const latencies: number[] = [];
      const delays: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        await client.query('begin');
        await client.query('select pg_advisory_xact_lock($1, $2)', SEQUENCING);
        without += (await runProduct(apiUrl, token, CONNECTIONS, seconds)).perSecond / ROUNDS;
        await client.query('rollback');
        await sequenced(client);
        const size = await logSize(client);
        const load = await runProduct(apiUrl, token, CONNECTIONS, seconds);
        withLog += load.perSecond / ROUNDS;
        for (const millis of load.latenciesMs) latencies.push(millis);
        await sequenced(client);
        for (const millis of await mergeDelays(client, size)) delays.push(millis);
      }
      const filing = { product: withLog, baseline: without, latencies };
      const merging = { product: delays.length / (ROUNDS * seconds), baseline: withLog, latencies: delays };
      return [
        lineOf('log filing', `${rows} registrations, with the log and without`, filing, peakMb()),
        lineOf('log merge', 'delay of a deed while filing', merging, peakMb()),
      ];
    } finally {
      await client.end();
    }
  });
}

async function sequenced(client: Client): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query('select from audit.unsequenced limit 1');
    if (rowCount === 0) return;
    await sleep(50);
  }
}

async function logSize(client: Client): Promise<string> {
  const { rows } = await client.query<{ size: string }>(
    'select max(tree_size) as size from audit.checkpoint',
  );
  return rows[0]?.size ?? '0';
}

/** From the deed to the checkpoint that covers it, milliseconds. */
async function mergeDelays(client: Client, from: string): Promise<number[]> {
  const { rows } = await client.query<{ millis: string }>(
    `select extract(epoch from c.at - d.at) * 1000 as millis from audit.checkpoint c
     join audit.leaf l on l.leaf_index >= c.previous_size and l.leaf_index < c.tree_size
     join audit.deed d on d.id = l.deed_id where c.previous_size >= $1`,
    [from],
  );
  return rows.map(({ millis }) => Number(millis));
}
