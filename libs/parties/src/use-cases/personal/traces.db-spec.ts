// Traces and contacts on a real database: what two organisations share, and who may be written to.
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, plain } from '../../../../../test/support/deal-market';
import { Contacts } from '../contacts/contacts';
import { ContactQueries } from '../contacts/contacts.queries';
import { RetireContact } from '../contacts/retire-contact';
import { type ContactVerification, VerifyContact } from '../contacts/verify-contact';
import { Traces } from './traces';

let database: TestDatabase;
let market: DealMarket;
let operator: Member;
let supplier: Member;
let debtor: Member;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await DealMarket.start(database.appUrl);
  const seen = await market.member('operator', false);
  const permissions = new Set([...seen.permissions, 'contact.verify']);
  operator = { ...seen, permissions, scope: { organisations: 'all' } };
});
beforeEach(async () => {
  supplier = await market.member('supplier', false);
  debtor = await market.member('core_enterprise', false);
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const shared = () =>
  market.nest.get(Traces).shared(market.db.reads, supplier.organisationId, debtor.organisationId);
const seen = (member: Member, kind: 'device' | 'address' | 'email_domain' | 'phone', value: string) =>
  market.db.run((tx) =>
    market.nest.get(Traces).seen(tx, member.organisationId, [{ kind, value }], market.clock.now()),
  );
const details: ContactVerification = {
  name: '王芳',
  email: 'wang@huadong.cn',
  phone: '021-5555 0101',
  purpose: 'confirmation',
  postalAddress: '上海市浦东新区世纪大道100号',
  source: 'call_back',
};
const verify = (member: Member, by: Member = operator, wish: Partial<ContactVerification> = {}) =>
  market.nest.get(VerifyContact).execute(plain(by), member.organisationId, { ...details, ...wish });

it('two organisations share what both have left, and nothing else', async () => {
  await seen(supplier, 'device', 'd1');
  await seen(debtor, 'device', 'd2');
  await seen(supplier, 'email_domain', 'someone@qq.com');
  await seen(debtor, 'email_domain', 'other@qq.com');
  expect(await shared()).toEqual([]);
  await seen(debtor, 'device', 'd1');
  await seen(debtor, 'phone', '+86 138 0013 8000');
  await seen(supplier, 'phone', '13800138000');
  await seen(supplier, 'phone', '13800138000');
  expect(await shared()).toEqual(['device', 'phone']);
});

it('keeps no value that could be read back', async () => {
  await seen(supplier, 'phone', '13811112222');
  const rows = await market.rows<{ value: string }>(
    `select encode(value_hash, 'hex') as value from parties.trace where organisation_id = $1`,
    [supplier.organisationId],
  );
  expect(rows.map(({ value }) => value)).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
});

it('a contact is there once the operator has verified it, and leaves its traces', async () => {
  const contacts = market.nest.get(Contacts);
  expect(await contacts.verified(market.db.reads, debtor.organisationId)).toEqual([]);
  const { id } = await verify(debtor);
  const { source, ...rest } = details;
  expect(source).toBe('call_back');
  expect(await contacts.verified(market.db.reads, debtor.organisationId)).toEqual([
    { id, organisationId: debtor.organisationId, ...rest },
  ]);
  await verify(supplier, operator, { phone: '+86 21 5555 0199' });
  expect(await shared()).toEqual(['email_domain', 'postal_address']);
  expect(await market.nest.get(ContactQueries).ofOrganisation(operator, debtor.organisationId)).toMatchObject(
    [{ id, actions: ['retire'] }],
  );
  await market.nest.get(RetireContact).execute(plain(operator), id, { reason: 'has left' });
  expect(await contacts.verified(market.db.reads, debtor.organisationId)).toEqual([]);
  await expect(
    market.nest.get(RetireContact).execute(plain(operator), id, { reason: 'again' }),
  ).rejects.toMatchObject({ code: 'parties.contact_retired' });
});

it('is verified by nobody whose people it speaks of, and by nobody who does not see them', async () => {
  await expect(verify(supplier, supplier)).rejects.toMatchObject({ code: 'parties.contact_own' });
  await expect(verify(debtor, supplier)).rejects.toMatchObject({ code: 'parties.organisation_not_found' });
  await expect(verify(debtor, operator, { email: 'nobody' })).rejects.toMatchObject({
    code: 'parties.contact_malformed',
  });
  await expect(
    market.rows(
      `insert into parties.contact select $1, $2, 'x', 'x@y.cn', '5555555', null, 'legal', 'letter', $1, $2, now(), null, 1`,
      [supplier.userId, supplier.organisationId],
    ),
  ).rejects.toThrow('contact_verified_by_another');
});
