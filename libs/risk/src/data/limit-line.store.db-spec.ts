import { DataSource } from 'typeorm';
import { ManualClock, money, newId } from '#kernel';
import { dataSourceOptions, Db, NO_ONE, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import type { LimitLine } from '../domain/limit-line';
import { newLine, newOrganisation, setLine } from '../testing/limit-lines';
import { Limits } from '../use-cases/limits';
import { ExposureStore } from './exposure.store';
import { LimitLineStore } from './limit-line.store';

const yuan = (amount: string) => money(amount, 'CNY');
const start = new Date('2026-11-22T01:00:00Z');
const lines = new LimitLineStore();
const exposures = new ExposureStore();

describe('limit lines and their book', () => {
  let database: TestDatabase;
  let app: DataSource;
  let owner: DataSource;
  let db: Db;
  let limits: Limits;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await new DataSource(dataSourceOptions(database.appUrl, {}, 4)).initialize();
    owner = await new DataSource(dataSourceOptions(database.ownerUrl, {}, 2)).initialize();
    db = new Db(app);
    limits = new Limits(lines, exposures, new ManualClock(start));
  });
  afterAll(async () => {
    await app.destroy();
    await owner.destroy();
    await database.drop();
  });
  afterEach(async () => {
    expect(await limits.verify(db.reads)).toEqual([]);
  });

  const organisation = () => newOrganisation(db);
  const lineOf = (financierId: string, limit: string) => newLine(db, financierId, limit);
  const cut = (line: LimitLine, limit: string) => setLine(db, line, limit);
  const reserve = ({ financierId, debtorId }: LimitLine, amount: string, dealId: string = newId(9)) =>
    db.run((tx) => limits.reserve(tx, dealId, financierId, [{ debtorId, amount: yuan(amount) }]));

  it('show nothing to an empty scope', async () => {
    const bank = await organisation();
    const a = await lineOf(bank, '100.00');
    await reserve(a, '1.00');
    const page = { limit: 50 };
    const seen = async (scope: typeof NO_ONE) => [
      (await lines.byKeys(db.reads, scope, [a])).length,
      (await lines.page(db.reads, scope, { ...page, debtorId: a.debtorId })).length,
      (await lines.byId(db.reads, scope, a.id)) ? 1 : 0,
      (await exposures.largest(db.reads, scope, [a.id], 5)).size,
      (await exposures.page(db.reads, scope, a.id, page)).length,
    ];
    expect(await seen({ organisations: [bank] })).toEqual([1, 1, 1, 1, 1]);
    expect(await seen(NO_ONE)).toEqual([0, 0, 0, 0, 0]);
    expect(await seen({ organisations: [a.debtorId] })).toEqual([0, 0, 0, 0, 0]);
  });

  describe('as PostgreSQL reviews them', () => {
    const set = (id: string, change: string) =>
      query(db.reads, `update risk.limit_line set ${change} where id = $1`, [id]);

    it('are never used beyond the limit by a statement that forgets to look', async () => {
      const a = await lineOf(await organisation(), '100.00');
      await expect(set(a.id, 'used_amount = 100.01')).rejects.toThrow('limit_line_use');
      await expect(set(a.id, 'used_amount = -0.01')).rejects.toThrow('used_amount_check');
      await expect(set(a.id, 'limit_amount = -1')).rejects.toThrow('limit_amount_check');
      await expect(set(a.id, 'limit_amount = 0.00001')).rejects.toThrow('limit_amount_check');
    });

    it('do not grow above the limit when they are above it already', async () => {
      const bank = await organisation();
      const a = await lineOf(bank, '100.00');
      await reserve(a, '90.00');
      await cut(a, '50.00');
      await expect(set(a.id, 'used_amount = used_amount + 0.01')).rejects.toThrow('limit_line_use');
      await expect(set(a.id, 'limit_amount = 40')).rejects.toThrow('limit_line_use');
    });

    it('take nothing from a line without room, even when asked past the rule', async () => {
      const a = await lineOf(await organisation(), '100.00');
      const row = { id: newId<'exposure'>(1), dealId: newId(9), lineId: a.id, ...yuan('100.01'), at: start };
      expect(await db.run((tx) => exposures.draw(tx, [row]))).toBe(0);
      const booked = query(db.reads, 'select 1 from risk.exposure where deal_id = $1', [row.dealId]);
      expect(await booked).toEqual([]);
    });

    it('are one for each financier, debtor and currency, and none for oneself', async () => {
      const a = await lineOf(await organisation(), '100.00');
      expect(await db.run((tx) => lines.add(tx, { ...a, id: newId(1) }))).toBe(false);
      const own = { ...a, id: newId<'limit_line'>(1), debtorId: a.financierId };
      await expect(db.run((tx) => lines.add(tx, own))).rejects.toThrow('limit_line_parties');
    });

    it('have a book that nobody who serves changes', async () => {
      for (const deed of [
        'update risk.exposure set id = id',
        'delete from risk.exposure',
        'truncate risk.exposure',
      ])
        await expect(app.query(deed)).rejects.toThrow('permission denied');
    });
  });

  it('name the line of which the book was changed', async () => {
    const bank = await organisation();
    const a = await lineOf(bank, '100.00');
    const dealId = newId(9);
    await reserve(a, '10.00', dealId);
    const tampered = async (sql: string) => {
      const runner = owner.createQueryRunner();
      await runner.startTransaction();
      await runner.query(sql, [a.id]);
      const findings = await limits.verify(runner.manager);
      await runner.rollbackTransaction();
      await runner.release();
      return findings;
    };
    const finding = (problem: string) => ({ book: 'risk.exposure', subject: a.id, problem });
    expect(await tampered('update risk.exposure set amount = 10.01 where line_id = $1')).toEqual([
      finding(`deal ${dealId} holds 10; the book says 10.01`),
      finding('the line says 10 used; the book says 10.01'),
    ]);
    expect(await tampered('delete from risk.deal_exposure where line_id = $1')).toEqual([
      finding(`deal ${dealId} holds 0; the book says 10`),
    ]);
    expect(await tampered('update risk.limit_line set used_amount = 11 where id = $1')).toEqual([
      finding('the line says 11 used; the book says 10'),
    ]);
    expect(await tampered('update risk.exposure set amount = -10 where line_id = $1')).toContainEqual(
      finding(`deal ${dealId} gave back 10 more than it took`),
    );
  });
});
