// Loading many rows is fast where no index is kept meanwhile: keys, foreign keys and indexes are taken away, and made
// again over all rows at once. What is there afterwards is what the migrations made.
import type { Client } from 'pg';

interface Constraint {
  readonly on: string;
  readonly name: string;
  readonly definition: string;
}

/** Those of the tables, and foreign keys that point at them; foreign keys last, for they need the others. */
const CONSTRAINTS = `
  select c.conrelid::regclass::text as "on", quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
  from pg_constraint c
  where c.contype in ('p', 'u', 'f') and (c.conrelid = any($1::text[]::regclass[]) or c.confrelid = any($1::text[]::regclass[]))
  order by c.contype = 'f', c.conname`;
const INDEXES = `
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i
  where i.indrelid = any($1::text[]::regclass[])
    and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid)`;

/** @param client with the login that owns the tables */
export async function withoutIndexes(
  client: Client,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const { rows: constraints } = await client.query<Constraint>(CONSTRAINTS, [tables]);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES, [tables]);
  for (const { on, name } of constraints.toReversed())
    await client.query(`alter table ${on} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await load();
  await client.query(`set maintenance_work_mem = '512MB'`);
  for (const { on, name, definition } of constraints)
    await client.query(`alter table ${on} add constraint ${name} ${definition}`);
  for (const { definition } of indexes) await client.query(definition);
  for (const table of tables) await client.query(`vacuum analyze ${table}`);
}
