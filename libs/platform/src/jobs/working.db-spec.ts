import { setTimeout as sleep } from 'node:timers/promises';
import { type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { SystemClock } from '#kernel';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { Db, query } from '../db/db';
import { defineEvent, On, type Payload } from '../events/event';
import { Events } from '../events/events';
import { PlatformModule } from '../platform.module';
import { PARKED, requiredQueues } from './queues';
import { Every } from './schedule';
import { Working } from './working';

const bellRung = defineEvent('platform.bell_rung', { by: 'text' });
type Rung = Payload<(typeof bellRung)['fields']>;
const QUEUE = 'platform.bell_rung/WhenBellRung';
const ROUND = 'platform.bell_round';

const heard: string[] = [];
const eventIds = new Set<string>();

@Injectable()
class WhenBellRung {
  @On(bellRung)
  handle({ by }: Rung, eventId: string): Promise<void> {
    heard.push(by);
    eventIds.add(eventId);
    if (by.startsWith('poison')) return Promise.reject(new Error(`${by} is not for me`));
    return Promise.resolve();
  }
}

let rounds = 0;

@Injectable()
class WatchTheBell {
  @Every(ROUND, '* * * * *')
  execute(): Promise<void> {
    rounds++;
    return Promise.resolve();
  }
}

@Module({ providers: [WhenBellRung, WatchTheBell] })
class BellModule {}

const times = (who: string) => heard.filter((by) => by === who).length;

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await holds()); await sleep(50))
    if (Date.now() > deadline) throw new Error('It did not come to pass within twenty seconds.');
}

describe('an event', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let db: Db;
  let events: Events;
  const emit = (...by: string[]) =>
    db.run((tx) =>
      events.emit(
        tx,
        bellRung,
        by.map((one) => ({ by: one })),
      ),
    );

  beforeAll(async () => {
    database = await createTestDatabase();
    const settings = { databaseUrl: database.appUrl, poolSize: 4, logLevel: 'silent' };
    const platform = PlatformModule.forProcess({ ...settings, clock: new SystemClock(), schemas: [] });
    const module = { module: class StageModule {}, imports: [platform, BellModule] };
    app = await NestFactory.createApplicationContext(module, { logger: false });
    db = app.get(Db);
    events = app.get(Events);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('needs its queue: without it the work does not start', async () => {
    await expect(app.get(Working).start()).rejects.toThrow(QUEUE);
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    for (const { name, options } of requiredQueues())
      await owner.query('select jobs.create_queue($1, $2::json)', [name, JSON.stringify(options)]);
    // As a process before this one left it: what is due by then is done at once, and not in half a minute.
    await owner.query('insert into jobs.schedule (name, cron) values ($1, $2)', [ROUND, '* * * * *']);
    await owner.end();
    await app.get(Working).start();
  });

  it('reaches its listener once when its transaction commits', async () => {
    await emit('anna', 'bo');
    await until(() => times('anna') > 0 && times('bo') > 0);
    await sleep(1200);
    expect([times('anna'), times('bo'), eventIds.size]).toEqual([1, 1, 2]);
  });

  it('has a sibling: what recurs is done, by a login that makes no queues', async () => {
    await until(() => rounds > 0);
  });

  it('reaches nobody when its transaction is rolled back', async () => {
    const failing = db.run(async (tx) => {
      await events.emit(tx, bellRung, [{ by: 'nobody' }]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await emit('after');
    await until(() => times('after') > 0);
    expect(times('nobody')).toBe(0);
  });

  it('is refused when it is not what it was declared to be', async () => {
    const wrong = db.run((tx) => events.emit(tx, bellRung, [{ by: 5 } as unknown as Rung]));
    await expect(wrong).rejects.toThrow('platform.bell_rung.by must be text');
  });

  it('is tried again when its listener fails, and parked at last, while its neighbours are heard once', async () => {
    await emit('before', 'poison', 'behind');
    await until(async () => {
      // The waits between the attempts grow to minutes: the test takes them out.
      await query(
        db.reads,
        `update jobs.job set start_after = now() where name = $1 and state = 'retry' returning 1`,
        [QUEUE],
      );
      const parked = await query(db.reads, `select data from jobs.job where name = $1`, [PARKED]);
      return parked.length > 0;
    });
    const [parked] = await query<{ data: object }>(
      db.reads,
      'select data, output from jobs.job where name = $1',
      [PARKED],
    );
    expect(parked?.data).toMatchObject({ payload: { by: 'poison' } });
    expect([times('before'), times('poison'), times('behind')]).toEqual([1, 11, 1]);
    const failed = await query(
      db.reads,
      `select output->>'message' as message from jobs.job where name = $1 and state = 'failed'`,
      [QUEUE],
    );
    expect(failed).toEqual([{ message: 'poison is not for me' }]);
  });

  it('waits while the database is away, and is heard when it is back', async () => {
    await query(
      db.reads,
      `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    );
    await emit('patient');
    await until(() => times('patient') > 0);
    expect(times('patient')).toBe(1);
  });
});
