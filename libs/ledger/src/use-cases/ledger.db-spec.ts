import { DataSource } from 'typeorm';
import { type LocalDate, localDate, ManualClock, money, newId } from '#kernel';
import { dataSourceOptions, Db, EVERYONE, NO_ONE, query, type Tx } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { LedgerStore } from '../data/ledger.store';
import type { PostingDraft, TransferDraft } from '../domain/posting';
import { Booking } from './booking';
import { Ledger } from './ledger';

const today: LocalDate = localDate('2026-11-22');
const yuan = (amount: string) => money(amount, 'CNY');

describe('the ledger', () => {
  let database: TestDatabase;
  let app: DataSource;
  let owner: DataSource;
  let db: Db;
  let ledger: Ledger;
  const store = new LedgerStore();

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await new DataSource(dataSourceOptions(database.appUrl, {}, 20)).initialize();
    owner = await new DataSource(dataSourceOptions(database.ownerUrl, {})).initialize();
    db = new Db(app);
    const clock = new ManualClock(new Date('2026-11-22T01:00:00Z'));
    ledger = new Ledger(store, new Booking(store, clock), clock);
  });
  afterAll(async () => {
    await app.destroy();
    await owner.destroy();
    await database.drop();
  });
  afterEach(async () => {
    expect(await ledger.verify(db.reads)).toEqual([]);
  });

  /** The two sides of a promise, floored, and one bank account, free. */
  const accountsOf = async (dealId: string, currency = 'CNY') => {
    const [bank, supplier] = [newId(1), newId(2)];
    const [commitment = '', entitlement = '', clearing = ''] = await db.run((tx) =>
      ledger.accounts(tx, [
        { ownerId: bank, purpose: 'advance_commitment', dealId, currency },
        { ownerId: supplier, purpose: 'advance_entitlement', dealId, currency },
        { ownerId: bank, purpose: 'bank_clearing', dealId: null, currency },
      ]),
    );
    return { commitment, entitlement, clearing };
  };
  const posting = (subjectId: string, ...transfers: TransferDraft[]): PostingDraft => ({
    ...{ kind: 'advance_committed', subjectType: 'deal', subjectId, valueDate: today, transfers },
  });
  const post = (...postings: PostingDraft[]) => db.run((tx) => ledger.post(tx, postings));
  const balance = async (account: string) =>
    (await ledger.balances(db.reads, [account])).get(account)?.balance;
  const failing = async (work: (tx: Tx) => Promise<unknown>) => {
    const before = await query(db.reads, 'select count(*) from ledger.transfer');
    await expect(db.run(work)).rejects.toThrow();
    expect(await query(db.reads, 'select count(*) from ledger.transfer')).toEqual(before);
  };

  it('opens an account once, whoever asks and however often', async () => {
    const ownerId = newId(1);
    const keys = (['bank_clearing', 'fee_income'] as const).map((purpose) => ({
      ...{ ownerId, purpose, dealId: null, currency: 'CNY' },
    }));
    const asked = Array.from({ length: 20 }, (_, n) => (n % 2 ? keys : [...keys].reverse()));
    const answers = await Promise.all(asked.map((list) => db.run((tx) => ledger.accounts(tx, list))));
    const sorted = answers.map((ids, n) => (n % 2 ? ids : [...ids].reverse()).join());
    expect(new Set(sorted).size).toBe(1);
    expect(new Set(answers.flat()).size).toBe(2);
    expect(await db.run((tx) => ledger.accounts(tx, [...keys, ...keys]))).toHaveLength(4);
    expect(await db.run((tx) => ledger.accounts(tx, []))).toEqual([]);
  });

  it('books many postings at once and keeps the balances', async () => {
    const dealId = newId(7);
    const { commitment, entitlement, clearing } = await accountsOf(dealId);
    const ids = await post(
      posting(dealId, { debit: entitlement, credit: commitment, amount: yuan('800000.00') }),
      posting(
        dealId,
        { debit: commitment, credit: entitlement, amount: yuan('300000.01') },
        { debit: entitlement, credit: clearing, amount: yuan('0.02') },
      ),
    );
    expect(new Set(ids).size).toBe(2);
    const balances = await ledger.balances(db.reads, [commitment, entitlement, clearing, newId(1)]);
    expect([...balances.keys()].sort()).toEqual([commitment, entitlement, clearing].sort());
    expect(balances.get(commitment)).toMatchObject({
      purpose: 'advance_commitment',
      debited: yuan('300000.01'),
      credited: yuan('800000.00'),
      balance: yuan('499999.99'),
    });
    expect(balances.get(entitlement)?.balance).toEqual(yuan('500000.01'));
    expect(balances.get(clearing)?.balance).toEqual(yuan('-0.02'));
    const rows = await query<{ value_date: string; booked_at: Date }>(
      db.reads,
      'select value_date, booked_at from ledger.posting where subject_id = $1',
      [dealId],
    );
    expect(rows).toEqual(
      [0, 1].map(() => ({ value_date: today, booked_at: new Date('2026-11-22T01:00:00Z') })),
    );
    expect(await post()).toEqual([]);
  });

  it('refuses what would push a floored account below zero, and books nothing of the batch', async () => {
    const dealId = newId(7);
    const { commitment, entitlement, clearing } = await accountsOf(dealId);
    await post(posting(dealId, { debit: entitlement, credit: commitment, amount: yuan('10.00') }));
    const refused = post(
      posting(dealId, { debit: clearing, credit: commitment, amount: yuan('1.00') }),
      posting(dealId, { debit: clearing, credit: entitlement, amount: yuan('10.01') }),
    );
    await expect(refused).rejects.toMatchObject({
      code: 'ledger.floor_reached',
      kind: 'refused',
      details: { purpose: 'advance_entitlement', balance: yuan('10.00'), after: yuan('-0.01') },
    });
    expect(await balance(commitment)).toEqual(yuan('10.00'));
    await post(posting(dealId, { debit: commitment, credit: entitlement, amount: yuan('10.00') }));
    expect(await balance(entitlement)).toEqual(yuan('0.00'));
  });

  it('takes mistakes of the program for what they are', async () => {
    const dealId = newId(7);
    const { entitlement, commitment } = await accountsOf(dealId);
    const dollars = await accountsOf(dealId, 'USD');
    const wrong = (debit: string, credit: string, amount = yuan('1.00')) =>
      failing((tx) => ledger.post(tx, [posting(dealId, { debit, credit, amount })]));
    await wrong(entitlement, newId(1));
    await wrong(entitlement, entitlement);
    await wrong(entitlement, commitment, yuan('0.00'));
    await wrong(entitlement, commitment, money('1.00', 'USD'));
    await wrong(entitlement, dollars.commitment);
  });

  it('keeps every cent under a hundred simultaneous postings in both directions', async () => {
    const dealId = newId(7);
    const { clearing: a } = await accountsOf(dealId);
    const { clearing: b } = await accountsOf(dealId);
    let runs = 0;
    const moves = Array.from({ length: 100 }, (_, n) =>
      db.run((tx) => {
        runs++;
        const [debit, credit] = n % 2 ? [a, b] : [b, a];
        const amount = yuan(n % 2 ? '0.03' : '0.01');
        return ledger.post(tx, [posting(dealId, { debit, credit, amount })]);
      }),
    );
    await Promise.all(moves);
    expect(runs).toBe(100);
    expect([await balance(a), await balance(b)]).toEqual([yuan('1.00'), yuan('-1.00')]);
  });

  it('pays out of one account exactly as often as it holds', async () => {
    const dealId = newId(7);
    const { commitment, clearing } = await accountsOf(dealId);
    await post(posting(dealId, { debit: clearing, credit: commitment, amount: yuan('10.00') }));
    const payouts = Array.from({ length: 30 }, () =>
      post(posting(dealId, { debit: commitment, credit: clearing, amount: yuan('0.75') })),
    );
    const outcomes = await Promise.allSettled(payouts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(13);
    const codes = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['ledger.floor_reached']));
    expect(await balance(commitment)).toEqual(yuan('0.25'));
  });

  it('shows nobody’s accounts to an empty scope', async () => {
    const { clearing } = await accountsOf(newId(7));
    expect(await store.held(db.reads, NO_ONE, [clearing])).toEqual([]);
    expect(await store.verify(db.reads, NO_ONE)).toEqual([]);
    expect(await store.held(db.reads, EVERYONE, [clearing])).toHaveLength(1);
  });

  describe('as PostgreSQL reviews it', () => {
    let a: string;
    let b: string;
    let floored: string;
    let dollars: string;
    let postingId: string;
    const transfer = (debit: string, credit: string, amount: string, currency = 'CNY') =>
      query(app.manager, `insert into ledger.transfer values ($1, $2, $3, $4, $5, $6)`, [
        ...[newId(1), postingId, debit, credit, amount, currency],
      ]);

    beforeAll(async () => {
      const dealId = newId(7);
      ({ clearing: a, commitment: floored } = await accountsOf(dealId));
      ({ clearing: b } = await accountsOf(dealId));
      ({ clearing: dollars } = await accountsOf(dealId, 'USD'));
      [postingId = ''] = await post(posting(dealId, { debit: a, credit: b, amount: yuan('1.00') }));
    });

    it('has no transfer inside one account, of nothing, of less than nothing, or of a split fen', async () => {
      await expect(transfer(a, a, '1')).rejects.toThrow('transfer_accounts');
      await expect(transfer(a, b, '0')).rejects.toThrow('transfer_amount_check');
      await expect(transfer(a, b, '-1')).rejects.toThrow('transfer_amount_check');
      await expect(transfer(a, b, '0.00001')).rejects.toThrow('transfer_amount_check');
    });

    it('has no transfer in another currency than that of both accounts', async () => {
      await expect(transfer(dollars, b, '1')).rejects.toThrow('transfer_debit');
      await expect(transfer(a, dollars, '1')).rejects.toThrow('transfer_credit');
      await expect(transfer(a, b, '1', 'USD')).rejects.toThrow('transfer_debit');
    });

    it('has a floor under the accounts that are marked', async () => {
      const change = (id: string, set: string) =>
        query(app.manager, `update ledger.account_balance set ${set} where account_id = $1`, [id]);
      await expect(change(floored, 'debited = credited + 0.01')).rejects.toThrow('account_balance_floor');
      await expect(change(floored, 'floor_zero = false')).rejects.toThrow('foreign key');
      await expect(change(a, 'debited = -1')).rejects.toThrow('account_balance_debited_check');
    });

    it.each(['posting', 'transfer'])('lets nobody who serves change the book of %ss', async (book) => {
      for (const deed of [
        `update ledger.${book} set id = id`,
        `delete from ledger.${book}`,
        `truncate ledger.${book}`,
      ])
        await expect(app.query(deed)).rejects.toThrow('permission denied');
    });
  });

  describe('verified', () => {
    const tampered = async (...statements: readonly [string, readonly unknown[]][]) => {
      const runner = owner.createQueryRunner();
      await runner.startTransaction();
      try {
        for (const [sql, params] of statements) await runner.query(sql, [...params]);
        return await ledger.verify(runner.manager);
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    };
    let a: string;
    let b: string;
    let postingId: string;

    beforeAll(async () => {
      const dealId = newId(7);
      ({ clearing: a } = await accountsOf(dealId));
      ({ clearing: b } = await accountsOf(dealId));
      [postingId = ''] = await post(posting(dealId, { debit: a, credit: b, amount: yuan('5.00') }));
    });

    it('names both accounts of a transfer whose amount was changed', async () => {
      const findings = await tampered([
        'update ledger.transfer set amount = 5.01 where posting_id = $1',
        [postingId],
      ]);
      expect(findings.map(({ book, subject }) => [book, subject])).toEqual(
        [a, b].sort().map((account) => ['ledger.transfer', account]),
      );
      expect(findings.map(({ problem }) => problem).join()).toContain(
        'the balance says debited 5, credited 0; the transfers say debited 5.01, credited 0',
      );
    });

    it('names a posting that lost its transfers', async () => {
      const findings = await tampered(['delete from ledger.transfer where posting_id = $1', [postingId]]);
      expect(findings).toContainEqual({
        book: 'ledger.posting',
        subject: postingId,
        problem: 'the posting has no transfers',
      });
      expect(findings).toHaveLength(3);
    });

    it('names a posting that is gone', async () => {
      const findings = await tampered(['delete from ledger.posting where id = $1', [postingId]]);
      expect(findings).toEqual([
        {
          book: 'ledger.posting',
          subject: postingId,
          problem: 'transfers name a posting that does not exist',
        },
      ]);
    });

    it('names an account whose balance was changed, or is gone', async () => {
      const changed = await tampered([
        'update ledger.account_balance set credited = credited + 1 where account_id = $1',
        [a],
      ]);
      expect(changed).toEqual([expect.objectContaining({ subject: a })]);
      const gone = await tampered(['delete from ledger.account_balance where account_id = $1', [a]]);
      expect(gone).toEqual([{ book: 'ledger.transfer', subject: a, problem: 'the account has no balance' }]);
    });

    it('names an account that the chart does not know', async () => {
      const findings = await tampered([`update ledger.account set purpose = 'slush' where id = $1`, [a]]);
      expect(findings).toEqual([
        { book: 'ledger.account', subject: a, problem: 'the account disagrees with the chart of accounts' },
      ]);
    });
  });
});
