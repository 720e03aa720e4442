// The baseline of the second part: the very rows that the upload wrote, by raw COPY into empty tables with the same columns,
// checks and indexes, on the same server with the same fsync. What follows in the background while the upload goes on, the
// leaves of the log and the tasks of the buyers, takes its share of the same machine and counts on both sides.
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

const TABLES = [
  'receivables.receivable',
  'receivables.invoice_claim',
  'receivables.upload_outcome',
  'receivables.fingerprint',
  'audit.deed',
  'audit.leaf',
  'inbox.entry',
];

/** Seconds that the server takes. @param url of the database that has the rows, as the superuser */
export async function copyRows(url: string, folder: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const rows = join(folder, 'rows');
    await mkdir(rows, { recursive: true });
    await chmod(rows, 0o777);
    const copies = TABLES.map((table) => ({ table, copy: `copied.${table.replace('.', '_')}` }));
    await client.query('create schema copied');
    for (const { table, copy } of copies) {
      await client.query(`copy ${table} to '${join(rows, table)}'`);
      await client.query(`create table ${copy} (like ${table} including all)`);
    }
    await client.query('checkpoint');
    const start = performance.now();
    await client.query('begin');
    for (const { table, copy } of copies) await client.query(`copy ${copy} from '${join(rows, table)}'`);
    await client.query('commit');
    return (performance.now() - start) / 1000;
  } finally {
    await client.query('drop schema if exists copied cascade');
    await client.end();
  }
}
