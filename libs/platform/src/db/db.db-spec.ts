import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { dataSourceOptions } from './data-source';
import { Db, query, type Tx } from './db';
import { isConnectionLoss } from './sql-state';

describe('Db.run', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let db: Db;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(database.ownerUrl, {})).initialize();
    await dataSource.query('create table pair (id int primary key, n int not null)');
    await dataSource.query('insert into pair values (1, 0), (2, 0)');
    db = new Db(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('keeps what was done, and takes back what failed', async () => {
    await db.run((tx) => query(tx, 'update pair set n = 7 where id = 1'));
    const failing = db.run(async (tx) => {
      await query(tx, 'update pair set n = 8 where id = 1');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await query(db.reads, 'select n from pair where id = 1')).toEqual([{ n: 7 }]);
  });

  it('gives the rows of an update as of any statement', async () => {
    const rows = await db.run((tx) => query(tx, 'update pair set n = 9 where id = 2 returning id, n'));
    expect(rows).toEqual([{ id: 2, n: 9 }]);
  });

  it('refuses a transaction inside a transaction', async () => {
    await expect(db.run(() => db.run(() => Promise.resolve(1)))).rejects.toThrow('db.run inside db.run');
  });

  it('runs the closure again after a deadlock', async () => {
    let runs = 0;
    const addBoth = (first: number, second: number) =>
      db.run(async (tx: Tx) => {
        runs++;
        await query(tx, 'update pair set n = n + 1 where id = $1', [first]);
        await query(tx, 'select pg_sleep(0.1)');
        await query(tx, 'update pair set n = n + 1 where id = $1', [second]);
      });
    await dataSource.query('update pair set n = 0');
    await Promise.all([addBoth(1, 2), addBoth(2, 1)]);
    expect(runs).toBe(3);
    expect(await query(db.reads, 'select n from pair')).toEqual([{ n: 2 }, { n: 2 }]);
  });

  it('runs the closure at most three times', async () => {
    let runs = 0;
    const stubborn = db.run(async (tx) => {
      runs++;
      await query(tx, `do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
    });
    await expect(stubborn).rejects.toThrow('again');
    expect(runs).toBe(3);
  });

  it('says that the connection was lost, also when it was between two statements', async () => {
    const cutOff = db.run(async (tx) => {
      const [own] = await query<{ pid: number }>(tx, 'select pg_backend_pid() as pid');
      await query(db.reads, 'select pg_terminate_backend($1)', [own?.pid]);
      while ((await query(db.reads, 'select from pg_stat_activity where pid = $1', [own?.pid])).length > 0);
      await query(tx, 'update pair set n = 10 where id = 1');
    });
    const error: unknown = await cutOff.catch((reason: unknown) => reason);
    expect([isConnectionLoss(error), String(error)]).toEqual([true, expect.stringMatching(/connection/i)]);
    expect(await query(db.reads, 'select from pair where n = 10')).toEqual([]);
  });

  it('does not run the closure again after any other error', async () => {
    let runs = 0;
    const wrong = db.run(async (tx) => {
      runs++;
      await query(tx, 'insert into pair values (1, 1)');
    });
    await expect(wrong).rejects.toThrow('pair_pkey');
    expect(runs).toBe(1);
  });
});
