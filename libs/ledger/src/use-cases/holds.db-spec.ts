// Holds, balances as they stood, and reversals on a real database.
import { DataSource } from 'typeorm';
import { localDate, ManualClock, money, newId } from '#kernel';
import { dataSourceOptions, Db, EVERYONE, NO_ONE } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { HoldStore } from '../data/hold.store';
import { LedgerStore } from '../data/ledger.store';
import { Booking } from './booking';
import { Holds } from './holds';
import { Ledger } from './ledger';

const START = new Date('2026-11-22T01:00:00Z');
const yuan = (amount: string) => money(amount, 'CNY');

let database: TestDatabase;
let app: DataSource;
let owner: DataSource;
let db: Db;
let clock: ManualClock;
let ledger: Ledger;
let holds: Holds;
let promise: string;
let clearing: string;
let dealId: string;
const holdStore = new HoldStore();

beforeAll(async () => {
  database = await createTestDatabase();
  app = await new DataSource(dataSourceOptions(database.appUrl, {}, 20)).initialize();
  owner = await new DataSource(dataSourceOptions(database.ownerUrl, {})).initialize();
  db = new Db(app);
  clock = new ManualClock(START);
  const booking = new Booking(new LedgerStore(), clock);
  ledger = new Ledger(new LedgerStore(), booking, clock);
  holds = new Holds(db, holdStore, booking, clock);
});
beforeEach(async () => {
  clock.stepTo(START);
  dealId = newId(7);
  const ownerId = newId(1);
  [promise = '', clearing = ''] = await db.run((tx) =>
    ledger.accounts(tx, [
      { ownerId, purpose: 'advance_commitment', dealId, currency: 'CNY' },
      { ownerId, purpose: 'bank_clearing', dealId, currency: 'CNY' },
    ]),
  );
  await post(clearing, promise, '100.00');
});
afterEach(async () => {
  expect(await ledger.verify(db.reads)).toEqual([]);
});
afterAll(async () => {
  await app.destroy();
  await owner.destroy();
  await database.drop();
});

const draft = (debit: string, credit: string, amount: string, on = '2026-11-22') => ({
  ...{ kind: 'money_moved', subjectType: 'deal', subjectId: dealId, valueDate: localDate(on) },
  transfers: [{ debit, credit, amount: yuan(amount) }],
});
const post = async (debit: string, credit: string, amount: string, on?: string) => {
  const [id = ''] = await db.run((tx) => ledger.post(tx, [draft(debit, credit, amount, on)]));
  return id;
};
const place = async (amount: string, expiresAt: Date | null = null) => {
  const about = { accountId: promise, subjectType: 'payout', subjectId: dealId, expiresAt };
  const [id = ''] = await db.run((tx) => holds.place(tx, [{ ...about, amount: yuan(amount) }]));
  return id;
};
const shown = async () => (await ledger.balances(db.reads, [promise])).get(promise);

describe('a hold', () => {
  it('keeps its amount from every other use, and is posted once', async () => {
    const id = await place('70.00');
    expect(await shown()).toMatchObject({ balance: yuan('100.00'), held: yuan('70.00') });
    await expect(place('30.01')).rejects.toMatchObject({ code: 'ledger.floor_reached' });
    await expect(post(promise, clearing, '30.01')).rejects.toMatchObject({ code: 'ledger.floor_reached' });
    const posted = () =>
      db.run((tx) => holds.post(tx, [{ holdId: id, posting: draft(promise, clearing, '60.00') }]));
    await posted();
    expect(await shown()).toMatchObject({ balance: yuan('40.00'), held: yuan('0.00') });
    await expect(posted()).rejects.toMatchObject({ code: 'ledger.hold_ended', details: { state: 'posted' } });
    const voided = db.run((tx) => holds.void(tx, [id]));
    await expect(voided).rejects.toMatchObject({ code: 'ledger.hold_ended' });
  });

  it('is posted by taking from its account, and by no more than it holds', async () => {
    const id = await place('70.00');
    for (const wrong of [draft(promise, clearing, '70.01'), draft(clearing, promise, '1.00')])
      await expect(db.run((tx) => holds.post(tx, [{ holdId: id, posting: wrong }]))).rejects.toThrow();
    expect(await shown()).toMatchObject({ balance: yuan('100.00'), held: yuan('70.00') });
  });

  it('is given back when it is voided, and when its time has run out', async () => {
    const first = await place('70.00');
    await db.run((tx) => holds.void(tx, [first]));
    const second = await place('100.00', new Date(START.getTime() + 1000));
    clock.moveTo(new Date(START.getTime() + 1000));
    const late = db.run((tx) =>
      holds.post(tx, [{ holdId: second, posting: draft(promise, clearing, '1.00') }]),
    );
    await expect(late).rejects.toMatchObject({ code: 'ledger.hold_ended', details: { state: 'expired' } });
    await holds.expire();
    await holds.expire();
    expect(await shown()).toMatchObject({ held: yuan('0.00') });
    expect((await holdStore.byIds(db.reads, EVERYONE, [second]))[0]?.state).toBe('expired');
    expect(await holdStore.byIds(db.reads, NO_ONE, [second])).toEqual([]);
  });

  it('is granted to exactly as many as the account carries, however many ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => place('15.00')));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
    const [taken] = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const ends = await Promise.allSettled(
      Array.from({ length: 10 }, () => db.run((tx) => holds.void(tx, [taken ?? '']))),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('balances as they stood', () => {
  it('go by the day of value and by what was known', async () => {
    clock.moveTo(new Date(START.getTime() + 60_000));
    await post(promise, clearing, '30.00', '2026-12-01');
    const id = await place('10.00');
    const at = async (asOf: { valueDate?: string; bookedAt?: Date }) => {
      const { valueDate, ...rest } = asOf;
      const given = { ...rest, ...(valueDate && { valueDate: localDate(valueDate) }) };
      const found = (await ledger.balancesAt(db.reads, [promise], given)).get(promise);
      return [found?.balance.amount, found?.held.amount];
    };
    expect(await at({})).toEqual(['70.00', '10.00']);
    expect(await at({ valueDate: '2026-11-30' })).toEqual(['100.00', '10.00']);
    expect(await at({ valueDate: '2026-12-01' })).toEqual(['70.00', '10.00']);
    expect(await at({ bookedAt: START })).toEqual(['100.00', '0.00']);
    expect(await at({ bookedAt: new Date(START.getTime() - 1) })).toEqual(['0.00', '0.00']);
    const before = clock.now();
    clock.moveTo(new Date(before.getTime() + 1000));
    await db.run((tx) => holds.void(tx, [id]));
    expect(await at({ bookedAt: before })).toEqual(['70.00', '10.00']);
    expect(await at({ bookedAt: clock.now() })).toEqual(['70.00', '0.00']);
  });
});

describe('a reversal', () => {
  const reverse = (id: string) => db.run((tx) => ledger.reverse(tx, id, localDate('2026-11-23')));

  it('refers to the posting that it takes back, once, and is final', async () => {
    const id = await post(promise, clearing, '30.00');
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => reverse(id)));
    const done = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(done).toHaveLength(1);
    expect((await shown())?.balance).toEqual(yuan('100.00'));
    await expect(reverse(id)).rejects.toMatchObject({
      code: 'ledger.posting_reversed',
      details: { reversedBy: done[0] },
    });
    await expect(reverse(done[0] ?? '')).rejects.toMatchObject({ code: 'ledger.reversal_of_reversal' });
  });

  it('stops at the floor: what was paid on cannot be taken back', async () => {
    const id = await post(clearing, promise, '50.00');
    await post(promise, clearing, '120.00');
    await expect(reverse(id)).rejects.toMatchObject({ code: 'ledger.floor_reached' });
  });
});

describe('verified', () => {
  it.each([
    ['ledger.hold', 'update ledger.hold set amount = amount + 1 where account_id = $1'],
    ['ledger.hold', 'update ledger.account_balance set held = held + 1 where account_id = $1'],
    [
      'ledger.hold_end',
      `insert into ledger.hold_end select gen_random_uuid(), 'voided', null, now() where $1::uuid is not null`,
    ],
    [
      'ledger.posting',
      `update ledger.transfer set amount = amount + 1 where debit_account_id = $1
       and posting_id in (select reverses_id from ledger.posting)`,
    ],
  ])('names what was changed in %s', async (book, sql) => {
    await place('10.00');
    const id = await post(promise, clearing, '5.00');
    await db.run((tx) => ledger.reverse(tx, id, localDate('2026-11-23')));
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(sql, [promise]);
      expect((await ledger.verify(runner.manager)).map((finding) => finding.book)).toContain(book);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });
});
