import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../test/support/database';
import { schemas } from './application';
import { migrateDatabase } from './migrate';

describe('migration', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    for (const name of [...schemas.map((schema) => schema.name), 'jobs'])
      await dataSource.query(`drop schema ${name} cascade`);
    await dataSource.query('drop table public.migration');
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('is done by one of the processes that start together, and the others find it done', async () => {
    const appLogin = new URL(database.appUrl).username;
    const settings = { migrationUrl: database.ownerUrl, appLogin };
    const runs = await Promise.all([1, 2, 3].map(() => migrateDatabase(settings)));
    const known = schemas.flatMap(({ migrations }) => migrations.map(({ name }) => name));
    expect(runs.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, 0, known.length]);
    const kept = await dataSource.query<{ name: string }[]>('select name from public.migration');
    expect(kept.map(({ name }) => name).sort()).toEqual([...known].sort());
  });
});
