// House rules over the database as migrated: floors, money, books, and the habits that keep the schema portable.
import { Client } from 'pg';
import { schemas } from '../../apps/application';
import { createTestDatabase, type TestDatabase } from '../support/database';

describe('the migrated database', () => {
  let database: TestDatabase;
  let owner: Client;
  let app: Client;
  const names = schemas.map(({ name }) => name);
  const list = async (sql: string, ...params: readonly unknown[]) =>
    (await owner.query<{ found: string }>(sql, [...params])).rows.map(({ found }) => found);

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await owner.connect();
    await app.connect();
  });
  afterAll(async () => {
    await owner.end();
    await app.end();
    await database.drop();
  });

  it('has one schema per library and nothing else', async () => {
    const found = await list(
      `select nspname as found from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'jobs')`,
    );
    expect(found.sort()).toEqual([...names].sort());
  });

  it('has foreign keys only down the floors', async () => {
    const { floors } = await import('../../config/floors.mjs');
    const keys = await owner.query<{ from: string; to: string; name: string }>(
      `select a.nspname as "from", b.nspname as "to", c.conname as name from pg_constraint c
       join pg_class t on t.oid = c.conrelid join pg_namespace a on a.oid = t.relnamespace
       join pg_class u on u.oid = c.confrelid join pg_namespace b on b.oid = u.relnamespace
       where c.contype = 'f' and a.nspname = any($1)`,
      [names],
    );
    const upward = keys.rows.filter(({ from, to }) => from !== to && !floors[from]?.includes(to));
    expect(upward).toEqual([]);
  });

  it('keeps money, rates and times in exact types', async () => {
    const inexact = await list(
      `select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as found
       from information_schema.columns where table_schema = any($1)
       and data_type in ('real', 'double precision', 'money', 'timestamp without time zone', 'time without time zone')`,
      names,
    );
    expect(inexact).toEqual([]);
  });

  it('has no triggers, enum types, exclusions, deferrable constraints, sequences or row rules', async () => {
    const found = await list(
      `select 'trigger ' || tgname as found from pg_trigger t join pg_class c on c.oid = t.tgrelid
         join pg_namespace n on n.oid = c.relnamespace where not tgisinternal and n.nspname = any($1)
       union all select 'enum ' || typname from pg_type y join pg_namespace n on n.oid = y.typnamespace
         where typtype = 'e' and n.nspname = any($1)
       union all select 'constraint ' || conname from pg_constraint k join pg_namespace n on n.oid = k.connamespace
         where (contype = 'x' or condeferrable) and n.nspname = any($1)
       union all select 'sequence ' || relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where relkind = 'S' and n.nspname = any($1)`,
      names,
    );
    expect(found).toEqual([]);
  });

  it('gives every table a primary key', async () => {
    const bare = await list(
      `select n.nspname || '.' || c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where relkind in ('r', 'p') and n.nspname = any($1)
       and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
      names,
    );
    expect(bare).toEqual([]);
  });

  it.each(schemas.flatMap(({ name, books }) => books.map((book) => [`${name}.${book}`])))(
    'lets the serving login add to the book %s, and not change it',
    async (book) => {
      const can = async (right: string) =>
        (await app.query<{ can: boolean }>(`select has_table_privilege($1, $2) as can`, [book, right]))
          .rows[0]?.can;
      expect([await can('select'), await can('insert')]).toEqual([true, true]);
      expect([await can('update'), await can('delete'), await can('truncate')]).toEqual([
        false,
        false,
        false,
      ]);
      await expect(app.query(`delete from ${book}`)).rejects.toThrow('permission denied');
    },
  );

  it('lets the serving login make no table', async () => {
    await expect(app.query('create table audit.mine (id int)')).rejects.toThrow('permission denied');
    await expect(app.query('create table public.mine (id int)')).rejects.toThrow('permission denied');
  });
});
