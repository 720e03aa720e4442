// Brings a database to the newest schema: the libraries' migrations in one order, the queues, and the grants that
// keep the serving login from changing a book.
import 'reflect-metadata';
import { dataSourceOptions, type LibrarySchema, requiredQueues } from '#platform';
import { DataSource } from 'typeorm';
import { schemas } from './application';

interface MigrationSettings {
  /** Login that owns the schemas. */
  readonly migrationUrl: string;
  /** Name of the login that serves; null when one login does both. */
  readonly appLogin: string | null;
}

const JOBS = 'jobs';
/** Any number that nobody else takes for an advisory lock in this database. */
const TURN = 7_217_001;

/** Answers the names of the migrations that were run; none when the database was already up to date. */
export async function migrateDatabase(settings: MigrationSettings): Promise<string[]> {
  const migrations = schemas.flatMap((schema) => [...schema.migrations]);
  const options = dataSourceOptions(settings.migrationUrl, { migrations }, 2);
  const dataSource = await new DataSource(options).initialize();
  try {
    return await oneAtATime(dataSource, () => migrate(dataSource, settings.appLogin));
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Processes that start together migrate one after the other. The turn is held by a transaction of its own, because each
 * migration has one too, and because a pooler hands out connections by the transaction.
 */
async function oneAtATime<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  return dataSource.transaction(async (turn) => {
    await turn.query('select pg_advisory_xact_lock($1)', [TURN]);
    return work();
  });
}

async function migrate(dataSource: DataSource, appLogin: string | null): Promise<string[]> {
  const run = await dataSource.runMigrations();
  for (const { name, options } of requiredQueues())
    await dataSource.query('select jobs.create_queue($1, $2::json)', [name, JSON.stringify(options)]);
  await dataSource.transaction(async (tx) => {
    for (const statement of grants(appLogin)) await tx.query(statement);
  });
  return run.map(({ name }) => name);
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function grants(appLogin: string | null): string[] {
  if (appLogin === null) return schemas.flatMap(protectFromOwner);
  const app = quoted(appLogin);
  const names = [...schemas.map(({ name }) => name), JOBS];
  return [
    ...names.flatMap((name) => [
      `grant usage on schema ${quoted(name)} to ${app}`,
      `grant select, insert, update, delete on all tables in schema ${quoted(name)} to ${app}`,
      `grant execute on all functions in schema ${quoted(name)} to ${app}`,
    ]),
    `grant select on public.migration to ${app}`,
    ...schemas.flatMap((schema) => protectBooks(schema, app)),
  ];
}

const protectBooks = ({ name, books }: LibrarySchema, login: string) =>
  books.map((book) => `revoke update, delete, truncate on ${quoted(name)}.${quoted(book)} from ${login}`);

/**
 * With one login the owner gives up its own rights. A foreign key into a book locks the row it names, for which
 * PostgreSQL asks the owner for the right to update some column: the key column alone keeps it.
 */
const protectFromOwner = (schema: LibrarySchema) => [
  ...protectBooks(schema, 'current_user'),
  ...schema.books.map(
    (book) => `do $$ begin execute (
      select format('grant update (%s) on ${quoted(schema.name)}.${quoted(book)} to current_user',
        string_agg(quote_ident(a.attname), ', '))
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'p' and c.conrelid = '${schema.name}.${book}'::regclass); end $$`,
  ),
];
