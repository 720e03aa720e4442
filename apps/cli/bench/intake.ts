// How fast a long table of invoices is taken in, against raw COPY, in turn, in one run. In two parts: reading and judging
// every row with nothing kept, against COPY of the file into one bare table; and the whole way from the upload to the
// receivables, against COPY of all the rows that were written on that way. In full at two scales, to show that the memory
// it takes does not grow with the file.
import { createReadStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { readTable } from '#documents';
import { startEmbeddedPostgres } from '#platform';
import type { BenchLine } from './filing';
import { HEADINGS, writeTable } from './intake/sample';
import { uploadTable } from './intake/upload';
import { lineOf } from './log-line';

export interface IntakeBenchOptions {
  readonly full: boolean;
  readonly rows?: number;
}

const ROUNDS = 3;
const WARM_UP_ROWS = 10_000;
/** Latencies are of so many rows. */
const SLICE = 1000;
const MEGABYTE = 1_048_576;

export async function benchIntake({ full, rows }: IntakeBenchOptions): Promise<BenchLine[]> {
  const scales = rows !== undefined ? [rows] : full ? [100_000, 1_000_000] : [100_000];
  const idle = process.memoryUsage.rss();
  const folder = await mkdtemp(join(tmpdir(), 'youquan-bench-'));
  const postgres = await startEmbeddedPostgres({ throwaway: true });
  try {
    await chmod(folder, 0o755);
    const [table, warmUp] = [join(folder, 'table.csv'), join(folder, 'warm-up.csv')];
    await writeTable(warmUp, WARM_UP_ROWS);
    const lines: BenchLine[] = [];
    for (const scale of scales) {
      await writeTable(table, scale);
      lines.push(await readingAgainstCopy(postgres.adminUrl, { table, warmUp, rows: scale, idle }));
      const { seconds, copySeconds, peakMb, chunksMs } = await uploadTable(postgres, table, scale);
      const measured = { product: scale / seconds, baseline: scale / copySeconds, latencies: chunksMs };
      lines.push(lineOf('intake', `uploading ${scale} rows`, measured, peakMb));
    }
    return lines;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Tables {
  readonly table: string;
  readonly warmUp: string;
  readonly rows: number;
  /** Resident memory of the process before the tables were made. */
  readonly idle: number;
}

async function readingAgainstCopy(adminUrl: string, tables: Tables): Promise<BenchLine> {
  const { table, warmUp, rows, idle } = tables;
  await copied(adminUrl, warmUp);
  await read(warmUp, idle);
  let [product, baseline, peakMb] = [0, 0, 0];
  const latencies: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    baseline += rows / (await copied(adminUrl, table)) / ROUNDS;
    const reading = await read(table, idle);
    if (reading.accepted !== rows) throw new Error(`Of ${rows} rows only ${reading.accepted} were accepted.`);
    product += rows / reading.seconds / ROUNDS;
    peakMb = Math.max(peakMb, reading.peakMb);
    for (const slice of reading.slicesMs) latencies.push(slice);
  }
  return lineOf('intake', `reading ${rows} rows`, { product, baseline, latencies }, peakMb);
}

interface Read {
  readonly seconds: number;
  readonly accepted: number;
  /** Resident memory above that of the idle process. */
  readonly peakMb: number;
  readonly slicesMs: readonly number[];
}

async function read(table: string, idle: number): Promise<Read> {
  const start = performance.now();
  const slicesMs: number[] = [];
  let [rows, accepted, peak, sliceFrom] = [0, 0, idle, start];
  for await (const { status } of readTable(createReadStream(table))) {
    if (status === 'accepted') accepted += 1;
    rows += 1;
    if (rows % SLICE !== 0) continue;
    const now = performance.now();
    slicesMs.push(now - sliceFrom);
    sliceFrom = now;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - start) / 1000;
  return { seconds, accepted, peakMb: Math.round((peak - idle) / MEGABYTE), slicesMs };
}

/** Seconds that the server takes to copy the file into a table with the types and the one index that rows would have. */
async function copied(adminUrl: string, table: string): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const columns = HEADINGS.map((heading) => `"${heading}" ${typeOf(heading)}`);
    await client.query(`create table copied (${columns.join(', ')}, primary key ("${HEADINGS[0] ?? ''}"))`);
    const start = performance.now();
    await client.query(`copy copied from '${table}' with (format csv, header)`);
    return (performance.now() - start) / 1000;
  } finally {
    await client.query('drop table if exists copied');
    await client.end();
  }
}

function typeOf(heading: string): string {
  if (heading.endsWith('日期') || heading === '到期日') return 'date';
  return ['不含税金额', '税额', '价税合计'].includes(heading) ? 'numeric' : 'text';
}
