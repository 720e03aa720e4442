// The cent of an account test through a bank that misbehaves: it is down, slow, loses its answer, refuses, and answers twice.
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, plain } from '../../../../../test/support/deal-market';
import type { TestBank, TestPayment, TestReply } from '../../domain/account-test/test-bank';
import { AccountQueries } from './accounts.queries';
import { DecideAccount } from './decide-account';
import { ProposeAccount } from './propose-account';
import { SendTestPayment } from './send-test-payment';
import { TestAccount } from './test-account';

type Mood = 'pays' | 'is down' | 'loses its answer' | 'is slow' | 'refuses';

/** Keeps to the contract in one thing: one payment for one id. */
class FakeBank implements TestBank {
  readonly name = '清算银行';
  mood: Mood = 'pays';
  readonly asked: TestPayment[] = [];
  readonly paid = new Map<string, TestPayment>();

  async pay(payment: TestPayment): Promise<TestReply> {
    this.asked.push(payment);
    if (this.mood === 'is down') throw new Error('ECONNREFUSED');
    if (this.mood === 'refuses') return { refusal: 'BE01', raw: '<RJCT BE01/>' };
    this.paid.set(payment.id, payment);
    if (this.mood === 'loses its answer') throw new Error('ECONNRESET');
    if (this.mood === 'is slow') return new Promise(() => undefined);
    return { refusal: null, raw: '<ACSC/>' };
  }
}

const MINUTE_MS = 60_000;
const PATIENCE_MS = 50;
let database: TestDatabase;
let market: DealMarket;
let operator: Member;
let supplier: Member;
let bank: FakeBank;
let proposed = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  bank = new FakeBank();
  market = await DealMarket.start(database.appUrl, { testBank: bank });
  operator = { ...(await market.member('operator', false)), scope: { organisations: 'all' } };
  const member = await market.member('supplier', false);
  supplier = { ...member, permissions: new Set([...member.permissions, 'account.propose']) };
});
beforeEach(() => {
  bank.mood = 'pays';
  bank.asked.length = 0;
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const sending = () => market.nest.get(SendTestPayment);
const shown = async (id: string, to: Member = supplier) => {
  const { items } = await market.nest
    .get(AccountQueries)
    .ofOrganisation(to, supplier.organisationId, { limit: 50 });
  return items.find((one) => one.id === id);
};
/** An account whose test was asked for, and the id of its payment. */
const asked = async () => {
  const { id } = await market.nest.get(ProposeAccount).execute(plain(supplier), supplier.organisationId, {
    accountNumber: `62220000${String(++proposed).padStart(4, '0')}`,
    ...{ holderName: supplier.name, bankName: '建设银行', bankCode: '105100000017' },
    ...{ currency: 'CNY', purposes: ['payout'] },
  });
  const account = await market.nest.get(TestAccount).send(plain(operator), id);
  const rows = await market.rows<{ id: string }>(
    'select id from parties.account_test where account_id = $1',
    [id],
  );
  return { id, account, testId: rows[0]?.id ?? '' };
};
const answer = (id: string, reference: string) =>
  market.nest.get(TestAccount).answer(plain(supplier), id, { reference });
const deedsOn = (id: string) =>
  market
    .rows<{ action: string }>(
      `select action from audit.deed where subject_id = $1 and action like 'parties.account_test_%' order by id`,
      [id],
    )
    .then((rows) => rows.map(({ action }) => action));

it('is sent by the bank, whose reference only the statement shows', async () => {
  const { id, account, testId } = await asked();
  expect(account).toMatchObject({ test: 'waiting', testReference: null, testBank: '清算银行', testTries: 0 });
  await sending().execute(testId);
  expect(await shown(id, operator)).toMatchObject({ test: 'sent', testReference: null, testTries: 1 });
  const { reference = '', ...payment } = bank.paid.get(testId) ?? {};
  expect(payment).toMatchObject({ accountNumber: account.accountNumber, currency: 'CNY' });
  expect(await answer(id, reference)).toMatchObject({ test: 'passed' });
  const decided = market.nest.get(DecideAccount).execute(plain(operator), id, { decision: 'verified' });
  expect(await decided).toMatchObject({ state: 'verified' });
  expect(await deedsOn(id)).toEqual([
    'parties.account_test_sent',
    'parties.account_test_paid',
    'parties.account_test_passed',
  ]);
});

it('is paid once by a bank that is asked again, with a longer pause each time', async () => {
  const { id, testId } = await asked();
  bank.mood = 'is down';
  await sending().execute(testId, PATIENCE_MS);
  expect(await shown(id)).toMatchObject({ test: 'waiting', testTries: 1 });
  await sending().resume(PATIENCE_MS);
  expect(bank.asked).toHaveLength(1);
  for (const mood of ['loses its answer', 'is slow', 'pays'] as const) {
    bank.mood = mood;
    market.clock.advance(8 * MINUTE_MS);
    await sending().resume(PATIENCE_MS);
  }
  expect(bank.asked.map((payment) => payment.id)).toEqual([testId, testId, testId, testId]);
  expect([...bank.paid.keys()].filter((one) => one === testId)).toHaveLength(1);
  expect(await shown(id)).toMatchObject({ test: 'sent', testTries: 4 });
});

it('can be answered by who reads it before the bank’s answer is here', async () => {
  const { id, testId } = await asked();
  bank.mood = 'loses its answer';
  await sending().execute(testId, PATIENCE_MS);
  expect(await shown(id)).toMatchObject({ test: 'waiting', actions: ['answer'] });
  expect(await answer(id, bank.paid.get(testId)?.reference ?? '')).toMatchObject({ test: 'passed' });
});

it('is refused with the bank’s reason, and the account with it', async () => {
  const { id, testId } = await asked();
  bank.mood = 'refuses';
  await sending().execute(testId);
  expect(await shown(id)).toMatchObject({ test: 'refused', testRefusal: 'BE01', actions: [] });
  expect(await shown(id, operator)).toMatchObject({ actions: ['refuse'] });
  await expect(answer(id, '000000')).rejects.toMatchObject({ code: 'parties.test_closed' });
  const verify = market.nest.get(DecideAccount).execute(plain(operator), id, { decision: 'verified' });
  await expect(verify).rejects.toMatchObject({ code: 'parties.test_not_passed' });
});

it('counts the first answer of two, and asks for nothing more once there is one', async () => {
  const { id, testId } = await asked();
  await Promise.all([sending().execute(testId), sending().execute(testId)]);
  bank.mood = 'refuses';
  await sending().execute(testId);
  market.clock.advance(120 * MINUTE_MS);
  await sending().resume();
  expect(await shown(id)).toMatchObject({ test: 'sent', testRefusal: null });
  expect(await deedsOn(id)).toEqual(['parties.account_test_sent', 'parties.account_test_paid']);
});

it('asks nothing for an account that was refused meanwhile', async () => {
  const { id, testId } = await asked();
  await market.nest
    .get(DecideAccount)
    .execute(plain(operator), id, { decision: 'refused', reason: 'forged' });
  await sending().execute(testId);
  expect(bank.asked).toEqual([]);
});
