import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { addMoney, compareMoney, Decimal, type DomainError, ManualClock, money, newId } from '#kernel';
import { dataSourceOptions, Db, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { ExposureStore } from '../data/exposure.store';
import { LimitLineStore } from '../data/limit-line.store';
import type { Draw } from '../domain/draw';
import type { LimitLine } from '../domain/limit-line';
import { newLine, newOrganisation, setLine, storedLine } from '../testing/limit-lines';
import { Limits } from './limits';

const yuan = (amount: string) => money(amount, 'CNY');
const start = new Date('2026-11-22T01:00:00Z');

const step = fc.record({
  what: fc.integer({ min: 0, max: 9 }),
  index: fc.integer({ min: 0, max: 2 }),
  cents: fc.integer({ min: 1, max: 4000 }),
  limit: fc.integer({ min: 0, max: 150 }),
  pick: fc.nat(),
});

describe('limits', () => {
  let database: TestDatabase;
  let app: DataSource;
  let db: Db;
  let limits: Limits;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await new DataSource(dataSourceOptions(database.appUrl, {}, 50)).initialize();
    db = new Db(app);
    limits = new Limits(new LimitLineStore(), new ExposureStore(), new ManualClock(start));
  });
  afterAll(async () => {
    await app.destroy();
    await database.drop();
  });
  afterEach(async () => {
    expect(await limits.verify(db.reads)).toEqual([]);
  });

  const organisation = () => newOrganisation(db);
  const lineOf = (financierId: string, limit: string) => newLine(db, financierId, limit);
  const stored = (line: LimitLine) => storedLine(db, line);
  const cut = (line: LimitLine, limit: string) => setLine(db, line, limit);
  const reserve = (financierId: string, draws: readonly Draw[], dealId: string = newId(1)) =>
    db.run((tx) => limits.reserve(tx, dealId, financierId, draws));
  const draw = ({ debtorId }: LimitLine, amount: string): Draw => ({ debtorId, amount: yuan(amount) });
  const release = (dealId: string) => db.run((tx) => limits.release(tx, dealId));
  const book = (dealId: string) =>
    query<{ lineId: string; amount: string }>(
      db.reads,
      `select line_id as "lineId", amount::text from risk.exposure e where deal_id = $1 order by e.amount desc`,
      [dealId],
    );

  it('take the draws of one deal on several debtors, summed per line', async () => {
    const bank = await organisation();
    const [a, b] = [await lineOf(bank, '100.00'), await lineOf(bank, '50.00')];
    const dealId = newId(9);
    await reserve(bank, [draw(a, '40.00'), draw(b, '50.00'), draw(a, '0.01')], dealId);
    expect((await stored(a)).used).toEqual(yuan('40.01'));
    expect((await stored(b)).used).toEqual(yuan('50.00'));
    expect(await book(dealId)).toEqual([
      { lineId: b.id, amount: '50.00' },
      { lineId: a.id, amount: '40.01' },
    ]);
    const headroom = await limits.headroom(db.reads, bank, [a, b, a, { debtorId: bank, currency: 'CNY' }]);
    expect(Object.fromEntries(headroom)).toEqual({
      [`${a.debtorId}:CNY`]: {
        lineId: a.id,
        limit: yuan('100'),
        used: yuan('40.01'),
        headroom: yuan('59.99'),
      },
      [`${b.debtorId}:CNY`]: { lineId: b.id, limit: yuan('50'), used: yuan('50'), headroom: yuan('0') },
    });
    await reserve(bank, []);
  });

  it('take all draws of a deal or none', async () => {
    const bank = await organisation();
    const [a, b] = [await lineOf(bank, '100.00'), await lineOf(bank, '50.00')];
    const dealId = newId(9);
    const refused = reserve(bank, [draw(a, '40.00'), draw(b, '30.00'), draw(b, '20.01')], dealId);
    await expect(refused).rejects.toMatchObject({
      code: 'risk.limit_exceeded',
      details: { debtorId: b.debtorId, used: yuan('0'), headroom: yuan('50'), wanted: yuan('50.01') },
    });
    expect([(await stored(a)).used, await book(dealId)]).toEqual([yuan('0'), []]);
  });

  it('are those of one financier, one debtor and one currency', async () => {
    const [bank, other] = [await organisation(), await organisation()];
    const a = await lineOf(bank, '100.00');
    const dollars = { debtorId: a.debtorId, amount: money('1.00', 'USD') };
    for (const attempt of [reserve(other, [draw(a, '1.00')]), reserve(bank, [draw(a, '1.00'), dollars])])
      await expect(attempt).rejects.toMatchObject({ code: 'risk.limit_missing', kind: 'refused' });
    expect((await stored(a)).used).toEqual(yuan('0'));
  });

  it('get back all that a deal holds, once', async () => {
    const bank = await organisation();
    const [a, b] = [await lineOf(bank, '100.00'), await lineOf(bank, '50.00')];
    const [dealId, otherId] = [newId(9), newId(9)];
    await reserve(bank, [draw(a, '60.00'), draw(b, '10.00')], dealId);
    await reserve(bank, [draw(a, '5.00')], dealId);
    await reserve(bank, [draw(a, '30.00')], otherId);
    await Promise.all([release(dealId), release(dealId), release(newId(9))]);
    expect([(await stored(a)).used, (await stored(b)).used]).toEqual([yuan('30'), yuan('0')]);
    expect((await book(dealId)).map(({ amount }) => amount)).toEqual([
      '60.00',
      '10.00',
      '5.00',
      '-10.00',
      '-65.00',
    ]);
    await reserve(bank, [draw(a, '70.00')]);
  });

  it('cut below their use let nothing new in until it has run off', async () => {
    const bank = await organisation();
    const a = await lineOf(bank, '100.00');
    const [first, second] = [newId(9), newId(9)];
    await reserve(bank, [draw(a, '50.00')], first);
    await reserve(bank, [draw(a, '40.00')], second);
    await cut(a, '45.00');
    expect(await stored(a)).toMatchObject({ used: yuan('90'), excess: yuan('45'), version: 2 });
    const tooEarly = reserve(bank, [draw(a, '0.01')]);
    await expect(tooEarly).rejects.toMatchObject({ details: { headroom: yuan('0'), used: yuan('90') } });
    await release(first);
    expect(await stored(a)).toMatchObject({ used: yuan('40'), excess: yuan('0') });
    await expect(reserve(bank, [draw(a, '5.01')])).rejects.toMatchObject({ code: 'risk.limit_exceeded' });
    await reserve(bank, [draw(a, '5.00')]);
    expect(await stored(a)).toMatchObject({ used: yuan('45'), excess: yuan('0') });
  });

  it('let exactly those of two hundred simultaneous deals in that fit, to the cent', async () => {
    const bank = await organisation();
    const a = await lineOf(bank, '1000.00');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, () => reserve(bank, [draw(a, '7.77')])),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(128);
    const refusals = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as DomainError] : [],
    );
    for (const { code, details } of refusals)
      expect([code, details['used'], details['headroom']]).toEqual([
        ...['risk.limit_exceeded', yuan('994.56'), yuan('5.44')],
      ]);
    expect((await stored(a)).used).toEqual(yuan('994.56'));
    await reserve(bank, [draw(a, '5.44')]);
    await expect(reserve(bank, [draw(a, '0.01')])).rejects.toMatchObject({ code: 'risk.limit_exceeded' });
  });

  it('refuse of two hundred different deals only those that did not fit, and count the others', async () => {
    const bank = await organisation();
    const a = await lineOf(bank, '5000.00');
    const amounts = Array.from({ length: 200 }, (_, n) => yuan(`${((n * 37) % 91) + 1}.${10 + (n % 90)}`));
    const outcomes = await Promise.allSettled(
      amounts.map((amount) => reserve(bank, [{ debtorId: a.debtorId, amount }])),
    );
    const { used, limit } = await stored(a);
    let taken = yuan('0');
    outcomes.forEach(({ status }, index) => {
      const amount = amounts[index] ?? yuan('0');
      if (status === 'fulfilled') taken = addMoney(taken, amount);
      else expect(compareMoney(addMoney(used, amount), limit)).toBe(1);
    });
    expect(taken).toEqual(used);
    expect(new Set(outcomes.map(({ status }) => status)).size).toBe(2);
  });

  it('are locked in one order: deals that name debtors the other way round do not deadlock', async () => {
    const bank = await organisation();
    const both = [await lineOf(bank, '1000.00'), await lineOf(bank, '1000.00')];
    let runs = 0;
    const deals = Array.from({ length: 60 }, (_, n) => {
      const draws = (n % 2 ? both : [...both].reverse()).map((line) => draw(line, '1.00'));
      const dealId = newId(9);
      return db
        .run((tx) => {
          runs++;
          return limits.reserve(tx, dealId, bank, draws);
        })
        .then(() => (n % 3 ? undefined : release(dealId)));
    });
    await Promise.all(deals);
    expect(runs).toBe(60);
    expect((await Promise.all(both.map(stored))).map(({ used }) => used)).toEqual([yuan('40'), yuan('40')]);
  });

  it('answer as a model on paper does, whatever happens in whatever order', async () => {
    const bank = await organisation();
    const own = await Promise.all([1, 2, 3].map(() => lineOf(bank, '100.00')));
    const paper = own.map(() => ({ limit: yuan('100'), deals: new Map<string, ReturnType<typeof yuan>>() }));
    const used = (index: number) => [...(paper[index]?.deals.values() ?? [])].reduce(addMoney, yuan('0'));
    const deals: string[] = [];
    const counts = { fits: 0, refused: 0, cut: 0, released: 0 };
    for (const { what, index, cents, limit, pick } of fc.sample(step, { numRuns: 250, seed: 20261122 })) {
      const [line, sheet] = [own[index], paper[index]];
      if (!line || !sheet) throw new Error('three lines');
      const amount = new Decimal(cents).div(100).toFixed(2);
      if (what < 6) {
        const fits = compareMoney(addMoney(used(index), yuan(amount)), sheet.limit) <= 0;
        const dealId = newId(9);
        const verdict = await reserve(bank, [draw(line, amount)], dealId).then(
          () => true,
          () => false,
        );
        expect(verdict).toBe(fits);
        counts[fits ? 'fits' : 'refused']++;
        if (fits) {
          sheet.deals.set(dealId, yuan(amount));
          deals.push(dealId);
        }
      } else if (what < 9) {
        const [dealId = newId(9)] = deals.splice(pick % (deals.length || 1), 1);
        await release(dealId);
        for (const one of paper) counts.released += one.deals.delete(dealId) ? 1 : 0;
      } else {
        await cut(line, String(limit));
        sheet.limit = yuan(String(limit));
        counts.cut++;
      }
      const now = await stored(line);
      expect(now).toMatchObject({ limit: sheet.limit, used: used(index) });
      expect(compareMoney(now.used, addMoney(now.limit, now.excess))).not.toBe(1);
    }
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(10);
  });
});
