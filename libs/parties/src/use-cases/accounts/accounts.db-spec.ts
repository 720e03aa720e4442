// Bank accounts on a real database: two organisations, two people, and one account in force.
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, plain } from '../../../../../test/support/deal-market';
import { AccountQueries } from './accounts.queries';
import { BankAccounts } from './bank-accounts';
import { DecideAccount } from './decide-account';
import { OffboardOrganisation } from '../departure/offboard-organisation';
import { LockAccount } from './lock-account';
import { ProposeAccount } from './propose-account';
import { TestAccount } from './test-account';

let database: TestDatabase;
let market: DealMarket;
let owner: Client;
let supplier: Member;
let operator: Member;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await DealMarket.start(database.appUrl);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  operator = { ...(await market.member('operator', false)), scope: { organisations: 'all' } };
});
beforeEach(async () => {
  supplier = await market.member('supplier', false);
});
afterAll(async () => {
  await owner.end();
  await market.nest.close();
  await database.drop();
});

const wish = (accountNumber: string) => ({
  accountNumber,
  holderName: supplier.name,
  bankName: '建设银行',
  bankCode: '105100000017',
  currency: 'CNY',
  purposes: ['payout'] as const,
});
const propose = (number: string, by = supplier, { organisationId } = supplier) =>
  market.nest.get(ProposeAccount).execute(plain(by), organisationId, wish(number));
const decide = (id: string, decision: 'verified' | 'refused', reason?: string, by: Member = operator) =>
  market.nest.get(DecideAccount).execute(plain(by), id, { decision, ...(reason && { reason }) });
const inForce = async () => {
  const key = { organisationId: supplier.organisationId, currency: 'CNY' };
  const found = await market.nest.get(BankAccounts).inForce(market.db.reads, 'payout', [key]);
  return found.get(`${supplier.organisationId}:CNY`)?.accountNumber;
};

it('is of no use until the operator has verified it, and then takes the place of the one before', async () => {
  const first = await propose('111122223333');
  expect(first).toMatchObject({ state: 'proposed', inForce: [], actions: [] });
  expect(await inForce()).toBeUndefined();
  await expect(decide(first.id, 'verified', undefined, supplier)).rejects.toMatchObject({
    code: 'parties.account_own',
  });
  expect(await decide(first.id, 'verified')).toMatchObject({ state: 'verified', inForce: ['payout'] });
  expect(await inForce()).toBe('111122223333');
  const second = await propose('444455556666');
  expect(await inForce()).toBe('111122223333');
  await decide(second.id, 'verified');
  expect(await inForce()).toBe('444455556666');
  const page = await market.nest
    .get(AccountQueries)
    .ofOrganisation(supplier, supplier.organisationId, { limit: 10 });
  expect(page.items.map(({ inForce: purposes }) => purposes)).toEqual([['payout'], []]);
  await expect(decide(first.id, 'refused', 'late')).rejects.toMatchObject({
    code: 'parties.account_decided',
  });
});

it('waits in the queue of the operator until it is decided, and in nobody else’s', async () => {
  const queries = market.nest.get(AccountQueries);
  const other = await market.member('supplier', false);
  const waiting = async (actor: Member) =>
    (await queries.page(actor, { limit: 200, state: 'proposed' })).items.map(({ id }) => id);
  const mine = await propose('565656565656');
  const theirs = await propose('575757575757', other, other);
  expect(mine.organisationName).not.toBe('');
  expect(await waiting(operator)).toEqual(expect.arrayContaining([mine.id, theirs.id]));
  expect(await waiting(other)).toEqual([theirs.id]);
  await decide(theirs.id, 'verified');
  expect(await waiting(operator)).not.toContain(theirs.id);
  expect(await waiting(other)).toEqual([]);
});

it('is refused with a reason', async () => {
  const { id } = await propose('777788889999');
  await expect(decide(id, 'refused')).rejects.toMatchObject({ code: 'parties.account_reason_missing' });
  expect(await decide(id, 'refused', 'The one-cent test failed')).toMatchObject({ state: 'refused' });
  expect(await inForce()).toBeUndefined();
});

it('is proposed for one’s own organisation, and seen by it and the operator', async () => {
  const other = await market.member('supplier', false);
  const { id } = await propose('121212121212');
  await expect(propose('131313131313', other)).rejects.toMatchObject({
    code: 'parties.organisation_not_found',
  });
  const queries = market.nest.get(AccountQueries);
  const foreign = queries.ofOrganisation(other, supplier.organisationId, { limit: 10 });
  await expect(foreign).rejects.toMatchObject({ code: 'parties.organisation_not_found' });
  const [seen] = (await queries.ofOrganisation(operator, supplier.organisationId, { limit: 10 })).items;
  expect(seen).toMatchObject({ id, actions: ['verify', 'refuse', 'test'] });
  await expect(decide(id, 'verified', undefined, other)).rejects.toMatchObject({
    code: 'parties.account_not_found',
  });
});

it('is guarded by PostgreSQL too: two people, and only a verified account in force', async () => {
  const { id } = await propose('141414141414');
  const change = (set: string) => owner.query(`update parties.bank_account set ${set} where id = $1`, [id]);
  await expect(
    change(`state = 'verified', decided_by = proposed_by, decided_at = proposed_at`),
  ).rejects.toThrow('bank_account_two_people');
  const force = owner.query(
    `insert into parties.account_in_force values ($1, 'payout', 'CNY', $2, 'verified', now())`,
    [supplier.organisationId, id],
  );
  await expect(force).rejects.toThrow('account_in_force_account');
});

it('is verified after a one-cent test only when its owner has read the reference', async () => {
  const testing = market.nest.get(TestAccount);
  const { id } = await propose('151515151515');
  const { testReference, test } = await testing.send(plain(operator), id);
  expect(test).toBe('sent');
  await expect(testing.send(plain(supplier), id)).rejects.toMatchObject({ code: 'parties.account_own' });
  await expect(decide(id, 'verified')).rejects.toMatchObject({ code: 'parties.test_not_passed' });
  const answer = (reference: string, by: Member = supplier) => testing.answer(plain(by), id, { reference });
  await expect(answer('000000', operator)).rejects.toMatchObject({ code: 'parties.account_not_found' });
  expect(await answer('unread')).toMatchObject({ test: 'sent', testReference: null });
  expect(await answer(testReference ?? '')).toMatchObject({ test: 'passed' });
  expect(await decide(id, 'verified')).toMatchObject({ state: 'verified', inForce: ['payout'] });
});

it('is never verified after three wrong answers', async () => {
  const testing = market.nest.get(TestAccount);
  const { id } = await propose('161616161616');
  const { testReference } = await testing.send(plain(operator), id);
  for (let count = 0; count < 3; count++) await testing.answer(plain(supplier), id, { reference: 'guess' });
  await expect(testing.answer(plain(supplier), id, { reference: testReference ?? '' })).rejects.toMatchObject(
    { code: 'parties.test_closed' },
  );
  await expect(decide(id, 'verified')).rejects.toMatchObject({ code: 'parties.test_not_passed' });
  expect(await decide(id, 'refused', 'guessed')).toMatchObject({ state: 'refused' });
});

it('is locked at once and unlocked by a new verification alone', async () => {
  const { id } = await propose('171717171717');
  await decide(id, 'verified');
  const lock = (by: Member) => market.nest.get(LockAccount).execute(plain(by), id, { reason: 'token lost' });
  const other = await market.member('supplier', false);
  await expect(lock(other)).rejects.toMatchObject({ code: 'parties.account_not_found' });
  expect(await lock(supplier)).toMatchObject({ state: 'locked', inForce: [] });
  expect(await inForce()).toBeUndefined();
  await expect(lock(operator)).rejects.toMatchObject({ code: 'parties.account_decided' });
  await expect(decide(id, 'verified', undefined, supplier)).rejects.toMatchObject({
    code: 'parties.account_own',
  });
  await decide(id, 'verified');
  expect(await inForce()).toBe('171717171717');
});

it('stays with nothing in force when its organisation leaves, and only when nothing is open', async () => {
  const { id } = await propose('181818181818');
  await decide(id, 'verified');
  const debtor = await market.member('core_enterprise', false);
  await market.receivable(supplier, debtor, '1000.00', '2026-09-01');
  const leave = (member: Member) =>
    market.nest
      .get(OffboardOrganisation)
      .execute(plain(operator), member.organisationId, { reason: 'asked' });
  await expect(leave(supplier)).rejects.toMatchObject({ code: 'parties.business_open' });
  await expect(leave(debtor)).rejects.toMatchObject({ code: 'parties.business_open' });
  await market.rows(`update receivables.receivable set state = 'settled' where supplier_id = $1`, [
    supplier.organisationId,
  ]);
  expect(await leave(supplier)).toMatchObject({ status: 'left', actions: [] });
  expect(await inForce()).toBeUndefined();
  await expect(leave(supplier)).rejects.toMatchObject({ code: 'parties.status_unchanged' });
});
