// Fills the index of names with millions of them: several threads work out the rows, PostgreSQL copies them from files.
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Client } from 'pg';
import { withoutIndexes } from './without-indexes';

/** Where the rows of the two tables are written. */
export interface NameFiles {
  readonly names: string;
  readonly keys: string;
}

const AT_A_TIME = 20_000;
const MOST_THREADS = 3;

/**
 * @param url of the database, as the superuser, who may copy from files
 * @param legalNames no two of which are one to the register
 */
export async function loadNames(url: string, legalNames: Iterable<string>): Promise<void> {
  const client = new Client({ connectionString: url });
  const folder = await mkdtemp(join(tmpdir(), 'youquan-bench-'));
  await client.connect();
  try {
    await chmod(folder, 0o755);
    const batches = batched(legalNames);
    const lanes = Array.from(
      { length: Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1)) },
      (_, index) => ({ names: join(folder, `names-${index}`), keys: join(folder, `keys-${index}`) }),
    );
    await withoutIndexes(client, ['registry.grantor_name', 'registry.grantor_name_key'], async () => {
      await Promise.all(lanes.map((files) => copyAll(url, files, batches)));
    });
  } finally {
    await client.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One thread and one connection take batches until there are no more. */
async function copyAll(url: string, files: NameFiles, batches: Iterable<string[]>): Promise<void> {
  const worker = new Worker(join(__dirname, 'name-lines.worker.js'));
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const legalNames of batches) {
      worker.postMessage({ legalNames, ...files });
      await once(worker, 'message');
      await client.query(
        `copy registry.grantor_name (id, name_key, legal_name, cores) from '${files.names}'`,
      );
      await client.query(`copy registry.grantor_name_key (key, name_id, sketch) from '${files.keys}'`);
    }
  } finally {
    await client.end();
    await worker.terminate();
  }
}

function* batched(legalNames: Iterable<string>): Generator<string[]> {
  let batch: string[] = [];
  for (const name of legalNames) {
    batch.push(name);
    if (batch.length < AT_A_TIME) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
