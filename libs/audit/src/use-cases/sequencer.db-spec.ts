import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { ManualClock, newId } from '#kernel';
import { dataSourceOptions, Db, Log, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { openCheckpoint } from '../domain/checkpoint';
import { logParts, type LogParts } from '../testing/log-parts';

describe('the sequencer', () => {
  let database: TestDatabase;
  let app: DataSource;
  let db: Db;
  let folder: string;
  const clock = new ManualClock(new Date('2026-11-22T01:00:00Z'));
  const started: LogParts[] = [];

  const parts = (keyFile = 'log-key.pem', log = new Log('silent')) => {
    const made = logParts(db, clock, folder, { keyFile: join(folder, keyFile), log });
    started.push(made);
    return made;
  };
  const count = async (table: string) =>
    Number((await query<{ count: string }>(db.reads, `select count(*) from audit.${table}`))[0]?.count);
  const record = (log: LogParts, subjectId: string, subjectVersion: number) =>
    db.run((tx) =>
      log.audit.record(tx, { userId: null, organisationId: null }, [
        {
          action: 'test.thing_done',
          subjectType: 'test.thing',
          subjectId,
          subjectVersion,
          details: { subjectVersion },
        },
      ]),
    );

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await new DataSource(dataSourceOptions(database.appUrl, {}, 48)).initialize();
    db = new Db(app);
    folder = mkdtempSync(join(tmpdir(), 'youquan-log-'));
  });
  afterEach(async () => {
    for (const { sequencer } of started.splice(0)) await sequencer.onApplicationShutdown();
  });
  afterAll(async () => {
    await app.destroy();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives every deed of 32 writers its place, in the order of its subject, while three processes sequence', async () => {
    const processes = [parts(), parts(), parts()];
    const [log] = processes as [LogParts, LogParts, LogParts];
    for (const { sequencer } of processes) await sequencer.start();
    const subjects = Array.from({ length: 40 }, (): string => newId(1));
    const versions = new Map(subjects.map((subject) => [subject, 0]));
    const locks = new Map<string, Promise<unknown>>();
    // As a row lock would: the next version is written once the one before is committed, by whichever writer.
    const change = (subject: string) => {
      const version = (versions.get(subject) ?? 0) + 1;
      versions.set(subject, version);
      const mine = (locks.get(subject) ?? Promise.resolve()).then(() => record(log, subject, version));
      locks.set(subject, mine);
      return mine;
    };
    await Promise.all(
      Array.from({ length: 32 }, async (_, writer) => {
        for (let step = 0; step < 40; step++)
          await change(subjects[(writer * 7 + step * 13) % subjects.length] ?? '');
      }),
    );
    const delays = await Promise.all(Array.from({ length: 20 }, () => mergeDelay(log)));
    process.stdout.write(`merge delay of a lone deed: at most ${Math.round(Math.max(...delays))} ms\n`);
    expect(Math.max(...delays)).toBeLessThan(5_000);

    expect(await count('unsequenced')).toBe(0);
    expect(await count('leaf')).toBe(await count('deed'));
    const [gaps] = await query<{ gaps: boolean; checkpoints: boolean }>(
      db.reads,
      `select max(leaf_index) + 1 <> count(*) as gaps,
         max(leaf_index) + 1 = (select max(tree_size) from audit.checkpoint) as checkpoints from audit.leaf`,
    );
    expect(gaps).toEqual({ gaps: false, checkpoints: true });
    const disorder = await query(
      db.reads,
      `select from (select d.subject_version, row_number() over (partition by d.subject_id order by l.leaf_index) as place
         from audit.leaf l join audit.deed d on d.id = l.deed_id) as o where place <> subject_version`,
    );
    expect(disorder).toEqual([]);
    expect((await log.verify.verify(db.reads)).findings).toEqual([]);
  });

  async function mergeDelay(log: LogParts): Promise<number> {
    const subject = newId(1);
    await record(log, subject, 1);
    const from = performance.now();
    while (
      (
        await log.receipts
          .ofSubject({ organisations: 'all' }, { subjectId: subject, limit: 1 })
          .catch(() => [])
      ).length === 0
    )
      await sleep(5);
    return performance.now() - from;
  }

  it('orders versions that were written in one transaction, and those of an earlier batch', async () => {
    const log = parts();
    const subject = newId(1);
    const deed = (subjectVersion: number) => ({
      action: 'test.thing_done',
      subjectType: 'test.thing',
      subjectId: subject,
      subjectVersion,
      details: {},
    });
    const nobody = { userId: null, organisationId: null };
    await db.run((tx) => log.audit.record(tx, nobody, [3, 1, 2].map(deed)));
    await log.sequencer.sequence();
    await db.run((tx) => log.audit.record(tx, nobody, [5, 4].map(deed)));
    await log.sequencer.sequence();
    const receipts = await log.receipts.ofSubject(
      { organisations: 'all' },
      { subjectId: subject, limit: 10 },
    );
    const byIndex = receipts.sort((a, b) => a.leafIndex - b.leafIndex).map(({ leaf }) => leaf.subjectVersion);
    expect(byIndex).toEqual([1, 2, 3, 4, 5]);
  });

  it('leaves out what was rolled back, and does nothing when nothing waits', async () => {
    const log = parts();
    const before = await count('leaf');
    const subject = newId(1);
    await expect(
      db.run(async (tx) => {
        await log.audit.record(tx, { userId: null, organisationId: null }, [
          {
            action: 'test.thing_done',
            subjectType: 'test.thing',
            subjectId: subject,
            subjectVersion: 1,
            details: {},
          },
        ]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await log.sequencer.sequence()).toBe(0);
    expect(await count('leaf')).toBe(before);
  });

  it('keeps the newest checkpoint beside the key, with the time of the clock', async () => {
    const log = parts();
    clock.advance(1_000);
    await record(log, newId(1), 1);
    expect(await log.sequencer.sequence()).toBe(1);
    const kept = openCheckpoint(readFileSync(join(folder, 'log-checkpoint'), 'utf8'), await log.key.signer());
    expect(kept).toMatchObject({ size: await count('leaf'), at: clock.now().toISOString() });
  });

  it('signs nothing with another key than the one before', async () => {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(join(folder, 'other.pem'), pem);
    const log = parts('other.pem');
    await record(log, newId(1), 1);
    const before = await count('checkpoint');
    await expect(log.sequencer.sequence()).rejects.toThrow('signed with another key');
    expect(await count('checkpoint')).toBe(before);
    expect(await count('unsequenced')).toBe(1);
    expect(await parts().sequencer.sequence()).toBe(1);
  });

  it('makes its key once, for its owner alone, and refuses what is no key', async () => {
    const made = await Promise.all([1, 2, 3].map(() => parts('made.pem').key.signer()));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    writeFileSync(join(folder, 'broken.pem'), 'no key');
    await expect(parts('broken.pem').sequencer.start()).rejects.toThrow('not an ed25519 private key');
    const strict = logParts(db, clock, folder, { keyFile: join(folder, 'absent.pem'), mayMakeKey: false });
    await expect(strict.sequencer.start()).rejects.toThrow('LOG_KEY_FILE');
  });
});
