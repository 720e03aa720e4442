// A thread that works out the rows of many names and writes them as files that PostgreSQL copies from.
import { writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { hanTables, nameRows } from '#registry';
import type { NameFiles } from './load-names';

interface Asked extends NameFiles {
  readonly legalNames: readonly string[];
}

/** A value in COPY's text format. */
const field = (value: string | number | null): string =>
  value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (one) => `\\${ESCAPED[one] ?? one}`);
const ESCAPED: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\r': 'r' };
const list = (values: readonly string[]) =>
  `{${values.map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
const lines = (rows: readonly (readonly (string | number | null)[])[]) =>
  rows.map((row) => `${row.map(field).join('\t')}\n`).join('');

parentPort?.on('message', ({ legalNames, names, keys }: Asked) => {
  const made = nameRows(legalNames, hanTables);
  writeFileSync(
    names,
    lines(made.rows.map((row) => [row.id, row.name_key, row.legal_name, list(row.cores)])),
  );
  writeFileSync(keys, lines(made.keys.map(({ key, name_id, sketch }) => [key, name_id, sketch])));
  parentPort?.postMessage('written');
});
