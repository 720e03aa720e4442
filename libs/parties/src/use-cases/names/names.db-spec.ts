// Changes of name on a real database: the identity stays, the former name finds it, and history is not rewritten.
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, plain } from '../../../../../test/support/deal-market';
import { localDate } from '#kernel';
import { OrganisationQueries } from '../organisations.queries';
import { RenameOrganisation } from './rename-organisation';

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

const rename = (about: Member, legalName: string, changedOn: string, by = operator) =>
  market.nest.get(RenameOrganisation).execute(plain(by), about.organisationId, {
    ...{ legalName, changedOn: localDate(changedOn), source: '营业执照' },
  });
const search = async (q: string, by = operator) =>
  (await market.nest.get(OrganisationQueries).page(by, { limit: 10, q })).items;

it('is found by each name it had, and said by which it is called now', async () => {
  const firm = await market.member('supplier', false);
  await rename(firm, '远航装备有限公司', '2025-01-01');
  const renamed = await rename(firm, '远航智能装备股份公司', '2026-05-31');
  const formerNames = [
    { legalName: '远航装备有限公司', changedOn: '2026-05-31' },
    { legalName: firm.name, changedOn: '2025-01-01' },
  ];
  expect(renamed).toMatchObject({ legalName: '远航智能装备股份公司', version: 3, formerNames });
  for (const q of [firm.name, '远航装备有限', '智能装备'])
    expect(await search(q)).toMatchObject([{ id: firm.organisationId, version: 3, formerNames }]);
  expect(await search('远航装备有限', firm)).toHaveLength(1);
  const other = await market.member('supplier', false);
  expect(await search('远航装备有限', other)).toEqual([]);
  const deeds = await market.rows<{ details: object }>(
    `select details from audit.deed where action = 'parties.organisation_renamed' order by subject_version`,
  );
  expect(deeds).toHaveLength(2);
});

it('refuses a change that is none, misdated, or of one’s own organisation, and leaves the name', async () => {
  const firm = await market.member('supplier', false);
  await rename(firm, '东方贸易有限公司', '2025-01-01');
  await expect(rename(firm, '东方贸易有限公司', '2025-02-01')).rejects.toMatchObject({
    code: 'parties.name_unchanged',
  });
  await expect(rename(firm, '西方贸易有限公司', '2024-12-31')).rejects.toMatchObject({
    code: 'parties.name_change_misdated',
  });
  await expect(rename(operator, '自己有限公司', '2025-02-01')).rejects.toMatchObject({
    code: 'parties.record_own',
  });
  expect(await search('西方贸易')).toEqual([]);
});

it('lets one of two changes at once go first, and the other see it', async () => {
  const firm = await market.member('supplier', false);
  const both = ['2026-01-01', '2026-02-01'].map((day) => rename(firm, '同名有限公司', day));
  const ended = await Promise.allSettled(both);
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('is a book', async () => {
  for (const sql of ['update parties.former_name set version = 9', 'delete from parties.former_name'])
    await expect(market.rows(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
});
