import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ManualClock, newId } from '#kernel';
import { Db, EVERYONE, NO_ONE, PlatformModule, platformSchema, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { DeedStore } from '../data/deed.store';
import { AuditModule, auditSchema } from '../index';
import { AuditLog } from './audit-log';

@Module({})
class StageModule {}

const [userId, organisationId] = [newId(1), newId(1)];
const deed = (subjectId: string, subjectVersion: number) => ({
  ...{ action: 'test.thing_changed', subjectType: 'thing', subjectId, subjectVersion },
  details: { to: subjectVersion },
});

describe('the book of deeds', () => {
  const clock = new ManualClock(new Date('2026-01-20T02:00:00Z'));
  let database: TestDatabase;
  let app: INestApplicationContext;
  let db: Db;
  let audit: AuditLog;
  let store: DeedStore;
  const record = (...deeds: ReturnType<typeof deed>[]) =>
    db.run((tx) => audit.record(tx, { userId, organisationId }, deeds));
  const on = (subjectId: string, scope = EVERYONE) => store.page(db.reads, scope, { subjectId, limit: 50 });

  beforeAll(async () => {
    database = await createTestDatabase();
    const settings = { databaseUrl: database.appUrl, poolSize: 4, logLevel: 'silent', clock };
    const platform = PlatformModule.forProcess({ ...settings, schemas: [platformSchema, auditSchema] });
    const module = { module: StageModule, imports: [platform, AuditModule] };
    app = await NestFactory.createApplicationContext(module, { logger: false });
    [db, audit, store] = [app.get(Db), app.get(AuditLog), app.get(DeedStore)];
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('keeps who did what, when', async () => {
    const subjectId = newId(7);
    await record(deed(subjectId, 1), deed(subjectId, 2));
    const found = await on(subjectId);
    expect(found.map(({ subjectVersion }) => subjectVersion).sort()).toEqual([1, 2]);
    expect(found[0]).toMatchObject({ userId, organisationId, at: clock.now(), action: 'test.thing_changed' });
  });

  it('is shown to the organisation of the doer and to those who see everything', async () => {
    const subjectId = newId(7);
    await record(deed(subjectId, 1));
    expect(await on(subjectId, { organisations: [organisationId] })).toHaveLength(1);
    expect(await on(subjectId, { organisations: [newId(1)] })).toEqual([]);
    expect(await on(subjectId, NO_ONE)).toEqual([]);
  });

  it('has one deed for each version of a subject', async () => {
    const subjectId = newId(7);
    await record(deed(subjectId, 1));
    await expect(record(deed(subjectId, 1))).rejects.toThrow('deed_subject_version');
  });

  it('has nothing of a transaction that was rolled back', async () => {
    const subjectId = newId(7);
    const failing = db.run(async (tx) => {
      await audit.record(tx, { userId, organisationId }, [deed(subjectId, 1)]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await on(subjectId)).toEqual([]);
  });

  it.each(["update audit.deed set action = 'test.forged'", 'delete from audit.deed', 'truncate audit.deed'])(
    'does not let the serving login %s',
    async (sql) => {
      await expect(query(db.reads, sql)).rejects.toThrow('permission denied');
    },
  );

  it('takes at most twenty refusals a second, and says which were too many', async () => {
    const refusal = { action: 'test.door_closed', subjectType: 'door', details: {} };
    const recorded: boolean[] = [];
    const began = Date.now();
    for (let attempt = 0; attempt < 90; attempt++)
      recorded.push(await audit.recordRefusal({ userId: null, organisationId: null }, refusal));
    const seconds = Math.floor(Date.now() / 1000) - Math.floor(began / 1000) + 1;
    const kept = recorded.filter(Boolean).length;
    expect(kept).toBeGreaterThanOrEqual(20);
    expect(kept).toBeLessThanOrEqual(20 * seconds);
    const [row] = await query<{ n: number }>(
      db.reads,
      `select count(*)::int as n from audit.deed where action = 'test.door_closed'`,
    );
    expect(row?.n).toBe(kept);
  });

  it('takes a refusal of another code beside many of one', async () => {
    const refused = (code: string) =>
      audit.recordRefusal(
        { userId: null, organisationId: null },
        { action: 'test.window_closed', subjectType: 'window', details: { code } },
      );
    for (let attempt = 0; attempt < 40; attempt++) await refused('test.noise');
    expect(await refused('test.rare')).toBe(true);
  });
});
