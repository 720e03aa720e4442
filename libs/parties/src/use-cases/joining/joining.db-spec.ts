// Joining on a real database: from the application over the checks to an organisation and its one-time link.
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, plain } from '../../../../../test/support/deal-market';
import { FakeCompanyRegister } from '../../../../../test/support/fakes/company-register';
import { AuditLog } from '#audit';
import { CLOCK, Db, Once } from '#platform';
import { ApplicationStore } from '../../data/joining/application.store';
import type { JoiningMail, Mail } from '../../domain/joining/invitation';
import { WhenApplicationRefused } from '../../listeners/when-application-refused';
import { WhenInvitationIssued } from '../../listeners/when-invitation-issued';
import { Contacts } from '../contacts/contacts';
import { Organisations } from '../organisations';
import { ApplicationQueries } from './applications.queries';
import { CheckApplication } from './check-application';
import { DecideApplication } from './decide-application';
import { Invitations } from './invitations';
import { InvitePartner } from './invite-partner';
import { type ApplicationWish, SubmitApplication } from './submit-application';

const USCC = '91110000802100433B';
const RESIDENT = '11010519491231002X';
let database: TestDatabase;
let market: DealMarket;
let operator: Member;
let address = 0;
const register = new FakeCompanyRegister();

beforeAll(async () => {
  database = await createTestDatabase();
  market = await DealMarket.start(database.appUrl);
  const member = await market.member('operator', false);
  const permissions = new Set([...member.permissions, 'organisation.onboard']);
  operator = { ...member, permissions, scope: { organisations: 'all' } };
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

let count = 0;
const wish = (over: Partial<ApplicationWish> = {}): ApplicationWish => ({
  legalName: '远航机械有限公司',
  capabilities: ['supplier', 'core_enterprise'],
  identifiers: [{ scheme: 'LOCAL', value: `JOIN/${++count}` }],
  contact: { name: '王芳', email: 'wang@yuanhang.cn', phone: '021-55550101', postalAddress: null },
  documents: [{ kind: 'licence', name: '营业执照.pdf', sha256: 'a'.repeat(64) }],
  ...over,
});
const submit = (over?: Partial<ApplicationWish>, from = `203.0.113.${++address}`) =>
  market.nest.get(SubmitApplication).execute(wish(over), from);
const check = (id: string, kind: 'register' | 'document', outcome: 'passed' | 'failed' = 'passed') =>
  market.nest.get(CheckApplication).byHand(plain(operator), id, { kind, outcome, note: 'looked at' });
const decide = (id: string, decision: 'accepted' | 'refused', more: object = {}) =>
  market.nest.get(DecideApplication).execute(plain(operator), id, { decision, ...more });
const accepted = async (over?: Partial<ApplicationWish>) => {
  const { id } = await submit(over);
  await check(id, 'register');
  await check(id, 'document');
  return decide(id, 'accepted');
};
const openInvitationOf = async (organisationId: string | null) => {
  const [row] = await market.rows<{ id: string }>(
    `select id from parties.invitation where organisation_id = $1 and state = 'open'`,
    [organisationId],
  );
  return row?.id ?? '';
};

it('becomes an organisation when every check is passed, and its first user is invited', async () => {
  const { id } = await submit();
  const applications = market.nest.get(ApplicationQueries);
  expect(await applications.byId(operator, id)).toMatchObject({
    openChecks: ['register', 'document'],
    actions: ['check', 'refuse'],
  });
  await expect(decide(id, 'accepted')).rejects.toMatchObject({ code: 'parties.checks_open' });
  await check(id, 'register');
  expect(await check(id, 'document')).toMatchObject({
    openChecks: [],
    actions: ['check', 'refuse', 'accept'],
  });
  const { organisationId } = await decide(id, 'accepted', {
    capabilities: ['supplier'],
    contactSource: 'call_back',
  });
  const found = await market.nest.get(Organisations).require(market.db.reads, organisationId ?? '');
  expect(found).toMatchObject({
    legalName: '远航机械有限公司',
    capabilities: ['supplier'],
    status: 'active',
  });
  const people = await market.nest.get(Contacts).verified(market.db.reads, organisationId ?? '');
  expect(people).toMatchObject([{ email: 'wang@yuanhang.cn', purpose: 'general' }]);
  expect(await openInvitationOf(organisationId)).not.toBe('');
  await expect(decide(id, 'refused', { reason: 'late' })).rejects.toMatchObject({
    code: 'parties.application_decided',
  });
});

it('has no verified contact unless the operator says how it was reached', async () => {
  const { organisationId } = await accepted();
  expect(await market.nest.get(Contacts).verified(market.db.reads, organisationId ?? '')).toEqual([]);
});

it('asks the register, and writes down when it fails or mixes companies up', async () => {
  const { id } = await submit({ identifiers: [{ scheme: 'USCC', value: USCC }] });
  const get = market.nest.get.bind(market.nest);
  const asking = new CheckApplication(
    get(Db),
    get(Once),
    get(ApplicationStore),
    get(AuditLog),
    get(CLOCK),
    register,
  );
  const ask = async () => (await asking.byRegister(plain(operator), id)).checks.at(-1)?.outcome;
  register.failure = 'down';
  expect(await ask()).toBe('unavailable');
  register.failure = null;
  expect(await ask()).toBe('failed');
  register.knows({ legalName: '远航机械有限公司', identifier: USCC, inBusiness: true });
  expect(await ask()).toBe('passed');
  register.failure = 'mixed_up';
  register.knows({ legalName: '远航机械有限公司', identifier: USCC, inBusiness: false });
  register.failure = null;
  expect(await ask()).toBe('failed');
  const none = await market.nest.get(CheckApplication).byRegister(plain(operator), id);
  expect(none.checks.at(-1)?.outcome).toBe('unavailable');
  expect(none.openChecks).toContain('register');
});

it('cannot take another’s identifier, not even when both apply at once', async () => {
  const identifiers = [{ scheme: 'LOCAL', value: 'SHARED/1' }] as const;
  const first = await submit({ identifiers });
  const second = await submit({ identifiers: [{ scheme: 'VAT', value: 'shared1' }] });
  expect(second.id).not.toBe(first.id);
  await accepted({ identifiers: [{ scheme: 'LOCAL', value: 'SHARED/2' }] });
  await expect(submit({ identifiers: [{ scheme: 'LOCAL', value: 'shared/2' }] })).rejects.toMatchObject({
    code: 'parties.identifier_taken',
  });
  const twin = await submit({ identifiers });
  for (const { id } of [first, twin]) {
    await check(id, 'register');
    await check(id, 'document');
  }
  const outcomes = await Promise.allSettled([decide(first.id, 'accepted'), decide(twin.id, 'accepted')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('keeps of a natural person’s number a mask and a hash, and finds them by the whole number', async () => {
  const person = { kind: 'natural_person', legalName: '张三', capabilities: ['supplier'] } as const;
  const { id } = await submit({ ...person, identifiers: [{ scheme: 'RESIDENT_ID', value: RESIDENT }] });
  await check(id, 'document');
  const { organisationId } = await decide(id, 'accepted');
  const organisations = market.nest.get(Organisations);
  const found = await organisations.byIdentifierValues(market.db.reads, [RESIDENT, '110105194912310020']);
  expect([...found.keys()]).toEqual([RESIDENT]);
  expect(found.get(RESIDENT)).toMatchObject({
    id: organisationId,
    identifiers: [{ value: '1101**********002X' }],
  });
  const kept = await market.rows<{ text: string }>(
    `select to_jsonb(a)::text as text from parties.application a union all select to_jsonb(i)::text from parties.identifier i
     union all select details::text from audit.deed union all select to_jsonb(c)::text from parties.identifier_claim c`,
  );
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.filter(({ text }) => text.includes(RESIDENT))).toEqual([]);
  await expect(submit({ ...person, capabilities: ['supplier', 'bank'] })).rejects.toMatchObject({
    code: 'parties.person_supplies_only',
  });
  await expect(submit(person)).rejects.toMatchObject({ code: 'parties.resident_number_misplaced' });
});

it('opens a link once, the newest one, and not for ever', async () => {
  const invitations = market.nest.get(Invitations);
  const { organisationId } = await accepted();
  const id = await openInvitationOf(organisationId);
  const use = (token: string) => market.db.run((tx) => invitations.use(tx, token, 'first_user', operator));
  const first = await invitations.secretOf(id);
  const second = await invitations.secretOf(id);
  await expect(use(first?.token ?? '')).rejects.toMatchObject({ code: 'parties.invitation_void' });
  const both = await Promise.allSettled([use(second?.token ?? ''), use(second?.token ?? '')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await invitations.secretOf(id)).toBeNull();
});

it('sends a link that opens, and tells a refused applicant why', async () => {
  const sent: Mail[] = [];
  const mail: JoiningMail = {
    siteUrl: 'https://youquan.example',
    send: (one) => Promise.resolve(void sent.push(one)),
  };
  const get = market.nest.get.bind(market.nest);
  const { organisationId } = await accepted();
  const invitationId = await openInvitationOf(organisationId);
  const posting = new WhenInvitationIssued(get(Db), get(Invitations), get(Organisations), mail);
  await posting.handle({ invitationId });
  expect(sent[0]?.to).toBe('wang@yuanhang.cn');
  const token = /https:\/\/youquan\.example\/join#([\w-]{43})/.exec(sent[0]?.text ?? '')?.[1] ?? '';
  await expect(get(Invitations).read(token, 'first_user')).resolves.toMatchObject({ id: invitationId });
  const { id } = await submit();
  await decide(id, 'refused', { reason: '材料不实' });
  const telling = new WhenApplicationRefused(get(Db), get(ApplicationStore), mail);
  await telling.handle({ applicationId: id });
  expect(sent[1]?.text).toContain('材料不实');
});

it('takes no more than twenty applications an hour from one address', async () => {
  const from = '198.51.100.9';
  for (let index = 0; index < 20; index++) await submit({}, from);
  await expect(submit({}, from)).rejects.toMatchObject({ code: 'parties.too_many_applications' });
  await expect(submit({}, '198.51.100.10')).resolves.toBeDefined();
  market.clock.advance(3_600_000);
  await expect(submit({}, from)).resolves.toBeDefined();
});

it('a trading partner’s address becomes no contact, and their link brings one application', async () => {
  const supplier = await market.member('supplier', false);
  const invite = (member: Member, invitedAs: 'supplier' | 'core_enterprise') =>
    market.nest
      .get(InvitePartner)
      .execute(plain(member), { inviteeName: '买方', email: 'fake@buyer.cn', invitedAs });
  await expect(invite(supplier, 'supplier')).rejects.toMatchObject({ code: 'parties.invitation_side' });
  const { id } = await invite(supplier, 'core_enterprise');
  const secret = await market.nest.get(Invitations).secretOf(id);
  const invitationToken = secret?.token ?? '';
  const application = await submit({ invitationToken });
  await expect(submit({ invitationToken })).rejects.toMatchObject({ code: 'parties.invitation_void' });
  expect((await market.nest.get(ApplicationQueries).byId(operator, application.id)).invitationId).toBe(id);
  expect(await market.rows(`select 1 from parties.contact where email = 'fake@buyer.cn'`)).toEqual([]);
});
