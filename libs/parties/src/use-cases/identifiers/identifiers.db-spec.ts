// Numbers that come and go on a real database: a retired one is nobody else's, under whatever scheme, however many try.
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, plain } from '../../../../../test/support/deal-market';
import { localDate } from '#kernel';
import type { IdentifierWish } from '../../domain/identifiers/identifier-change';
import { OnboardOrganisation } from '../onboard-organisation';
import { Organisations } from '../organisations';
import { ChangeIdentifier } from './change-identifier';
import { IdentifierQueries } from './identifiers.queries';

let database: TestDatabase;
let market: DealMarket;
let operator: Member;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await DealMarket.start(database.appUrl);
  const member = await market.member('operator', false);
  const permissions = new Set([...member.permissions, 'organisation.describe']);
  operator = { ...member, permissions, scope: { organisations: 'all' } };
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const change = (
  of: Member,
  how: IdentifierWish['change'],
  value: string,
  scheme: IdentifierWish['scheme'] = 'VAT',
) =>
  market.nest.get(ChangeIdentifier).execute(plain(operator), of.organisationId, {
    ...{ scheme, value, change: how, changedOn: localDate('2026-05-01'), evidence: '税务登记证' },
  });
const ownerOf = async (value: string) =>
  (await market.nest.get(Organisations).byIdentifierValues(market.db.reads, [value])).get(value)?.id;
const code = (name: string) => ({ code: `parties.${name}` });

it('comes with its evidence and goes again, and the papers that say it still find whose it was', async () => {
  const member = await market.member('supplier', false);
  const { version, identifiers } = await change(member, 'added', 'DE 100 200 300');
  expect(identifiers.map(({ value }) => value)).toContain('DE 100 200 300');
  expect(await ownerOf('de100200300')).toBe(member.organisationId);
  await expect(change(member, 'added', 'DE100200300')).rejects.toMatchObject(code('identifier_held'));
  const retired = await change(member, 'retired', 'de-100-200-300');
  expect(retired).toMatchObject({ version: version + 1 });
  expect(retired.identifiers.map(({ scheme }) => scheme)).toEqual(['LOCAL']);
  expect(await ownerOf('DE100200300')).toBe(member.organisationId);
  const numbers = await market.nest.get(Organisations).numbersOf(market.db.reads, [member.organisationId]);
  expect(numbers.get(member.organisationId)).toContain('DE 100 200 300');
  const { items, actions } = await market.nest
    .get(IdentifierQueries)
    .ofOrganisation(operator, member.organisationId);
  expect(items.map(({ change: how, evidence }) => [how, evidence])).toEqual([
    ['retired', '税务登记证'],
    ['added', '税务登记证'],
  ]);
  expect(actions).toEqual(['change']);
  expect(await change(member, 'added', 'DE100200300')).toMatchObject({ version: version + 2 });
});

it('is nobody else’s when it was retired, under any scheme, nor by joining', async () => {
  const [first, second] = [await market.member('supplier', false), await market.member('supplier', false)];
  await change(first, 'added', 'FR77');
  await change(first, 'retired', 'FR77'.toLowerCase());
  await expect(change(second, 'added', 'FR 77')).rejects.toMatchObject(code('identifier_taken'));
  await expect(change(second, 'added', 'fr77', 'LOCAL')).rejects.toMatchObject(code('identifier_taken'));
  const joining = market.nest.get(OnboardOrganisation).execute(plain(operator), {
    ...{ legalName: '后来者', capabilities: ['supplier'] },
    identifiers: [{ scheme: 'VAT', value: 'FR77' }],
  });
  await expect(joining).rejects.toMatchObject(code('identifier_taken'));
});

it('is given to exactly one of many at once', async () => {
  const members = await Promise.all(Array.from({ length: 5 }, () => market.member('supplier', false)));
  const tried = await Promise.allSettled(members.map((one) => change(one, 'added', 'IT123456')));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('carries the right check characters, is not the last one, and is never the operator’s own doing', async () => {
  const member = await market.member('supplier', false);
  await expect(change(member, 'added', '91110000802100433A', 'USCC')).rejects.toMatchObject(
    code('identifier_invalid'),
  );
  const [own] = (await market.nest.get(Organisations).require(market.db.reads, member.organisationId))
    .identifiers;
  await expect(change(member, 'retired', own?.value ?? '', 'LOCAL')).rejects.toMatchObject(
    code('identifier_last'),
  );
  await expect(change(operator, 'added', 'ES9999')).rejects.toMatchObject(code('record_own'));
  await expect(market.rows('delete from parties.identifier_change')).rejects.toMatchObject({
    driverError: { code: '42501' },
  });
});
