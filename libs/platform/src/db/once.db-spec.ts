import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { newId } from '#kernel';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { WITHOUT_SIGN_IN } from '../http/access';
import { dataSourceOptions } from './data-source';
import { Db, query, type Tx } from './db';
import { Gatherer } from './gatherer';
import { type Command, Once } from './once';
import { EVERYONE } from './scope';

const userId = newId(1);
const command = (key: string | null, requestHash = 'same', user: string = userId): Command => ({
  actor: {
    ...WITHOUT_SIGN_IN,
    userId: user,
    organisationId: newId(1),
    roles: [],
    permissions: new Set<string>(),
    scope: EVERYONE,
    sessionId: newId(1),
  },
  idempotency: key === null ? null : { route: 'POST /things', key, requestHash },
});

describe('with PostgreSQL', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let db: Db;
  let once: Once;
  const count = async () =>
    (await query<{ n: number }>(db.reads, 'select count(*)::int as n from thing'))[0]?.n ?? -1;
  const make = async (tx: Tx, name: string) => {
    await query(tx, 'insert into thing (name) values ($1)', [name]);
    return { name };
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(database.ownerUrl, {})).initialize();
    db = new Db(dataSource);
    once = new Once(db);
  });
  beforeEach(async () => {
    await dataSource.query('drop table if exists thing; create table thing (name text not null)');
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  describe('Once', () => {
    it('does a command with a key once and gives the same answer again', async () => {
      const key = newId(1);
      const first = await once.run(command(key), (tx) => make(tx, 'a'));
      const second = await once.run(command(key), (tx) => make(tx, 'b'));
      expect([first, second, await count()]).toEqual([{ name: 'a' }, { name: 'a' }, 1]);
    });

    it('refuses the key for another request', async () => {
      const key = newId(1);
      await once.run(command(key), (tx) => make(tx, 'a'));
      const other = once.run(command(key, 'other'), (tx) => make(tx, 'b'));
      await expect(other).rejects.toMatchObject({ code: 'platform.key_reused', kind: 'refused' });
      expect(await count()).toBe(1);
    });

    it('keeps the keys of two people apart', async () => {
      const key = newId(1);
      await once.run(command(key), (tx) => make(tx, 'a'));
      await once.run(command(key, 'same', newId(1)), (tx) => make(tx, 'b'));
      expect(await count()).toBe(2);
    });

    it('judges a refused command afresh', async () => {
      const key = newId(1);
      const refused = once.run(command(key), () => Promise.reject(new Error('no')));
      await expect(refused).rejects.toThrow('no');
      expect(await once.run(command(key), (tx) => make(tx, 'a'))).toEqual({ name: 'a' });
    });

    it('lets fifty twins that run at once have one effect and one answer', async () => {
      const key = newId(1);
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          once.run(command(key), async (tx) => {
            await sleep(20);
            return make(tx, String(index));
          }),
        ),
      );
      expect(new Set(answers.map(({ name }) => name)).size).toBe(1);
      expect(await count()).toBe(1);
    });

    it('does a command without a key as often as it is sent', async () => {
      await once.run(command(null), (tx) => make(tx, 'a'));
      await once.run(command(null), (tx) => make(tx, 'a'));
      expect(await count()).toBe(2);
    });

    it('gives back the key of a command that a batch refused, and of no other', async () => {
      const [good, bad] = [newId(1), newId(1)];
      const commands = [command(good), command(bad), command(null)];
      await db.run(async (tx) => {
        await once.claim(tx, commands);
        await once.settle(tx, commands, [{ name: 'good' }, null, null]);
      });
      const claims = await db.run((tx) => once.claim(tx, commands));
      expect(claims).toEqual([
        { kind: 'answered', response: { name: 'good' } },
        { kind: 'new' },
        { kind: 'new' },
      ]);
    });

    it('lets a twin that waited for a refused command be judged itself', async () => {
      const key = newId(1);
      const refusing = db.run(async (tx) => {
        await once.claim(tx, [command(key)]);
        await sleep(100);
        await once.settle(tx, [command(key)], [null]);
      });
      await sleep(30);
      expect(await once.run(command(key), (tx) => make(tx, 'twin'))).toEqual({ name: 'twin' });
      await refusing;
      expect(await count()).toBe(1);
    });

    it('tells apart the new, the answered, the mismatched and the twins of a batch', async () => {
      const [old, fresh] = [newId(1), newId(1)];
      await once.run(command(old), (tx) => make(tx, 'old'));
      const commands = [command(fresh), command(old), command(old, 'other'), command(fresh), command(null)];
      const claims = await db.run((tx) => once.claim(tx, commands));
      expect(claims).toEqual([
        { kind: 'new' },
        { kind: 'answered', response: { name: 'old' } },
        { kind: 'mismatch' },
        { kind: 'twin', of: 0 },
        { kind: 'new' },
      ]);
    });
  });

  describe('Gatherer', () => {
    it('writes a crowd in few transactions, and gives each its own verdict', async () => {
      let batches = 0;
      const gatherer = new Gatherer<string, string>(db, {
        execute: async (tx, names) => {
          batches++;
          await query(tx, 'insert into thing (name) select * from unnest($1::text[])', [names]);
          return names.map((name) => `made ${name}`);
        },
      });
      const verdicts = await Promise.all(
        Array.from({ length: 500 }, (_, index) => gatherer.add(String(index))),
      );
      expect(verdicts).toEqual(Array.from({ length: 500 }, (_, index) => `made ${index}`));
      expect(await count()).toBe(500);
      expect(batches).toBeLessThan(50);
    });

    it('reruns the items singly when one of them is poisonous', async () => {
      const gatherer = new Gatherer<string, string>(db, {
        execute: async (tx, names) => {
          await query(tx, 'insert into thing (name) select * from unnest($1::text[])', [
            names.map((name) => (name === 'poison' ? null : name)),
          ]);
          return names;
        },
      });
      const names = ['a', 'poison', 'b'];
      const settled = await Promise.allSettled(names.map((name) => gatherer.add(name)));
      expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await count()).toBe(2);
    });

    it('runs nothing again when the connection is lost, for it may have been done', async () => {
      let runs = 0;
      const gatherer = new Gatherer<string, string>(db, {
        execute: async (tx) => {
          runs++;
          await query(tx, 'select pg_terminate_backend(pg_backend_pid())');
          return [];
        },
      });
      const settled = await Promise.allSettled(['a', 'b', 'c'].map((name) => gatherer.add(name)));
      expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      expect(runs).toBe(1);
    });
  });
});
