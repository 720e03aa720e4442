// Dated facts on a real database: what held on a day, corrections, and a book that nobody rewrites.
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, plain } from '../../../../../test/support/deal-market';
import { localDate } from '#kernel';
import { NO_ONE } from '#platform';
import type { FactWish } from '../../domain/facts/fact';
import { FactQueries } from './facts.queries';
import { Facts } from './facts';
import { RecordFact } from './record-fact';

let database: TestDatabase;
let market: DealMarket;
let operator: Member;
let supplier: Member;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await DealMarket.start(database.appUrl);
  const member = await market.member('operator', false);
  const permissions = new Set([...member.permissions, 'organisation.describe']);
  operator = { ...member, permissions, scope: { organisations: 'all' } };
  supplier = await market.member('supplier', false);
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const record = (kind: FactWish['kind'], value: string, from: string, by = operator, about = supplier) =>
  market.nest.get(RecordFact).execute(plain(by), about.organisationId, {
    ...{ kind, value, validFrom: localDate(from), source: '企业信用信息公示系统' },
  });
const at = async (day: string) => {
  const id = supplier.organisationId;
  return (await market.nest.get(Facts).at(market.db.reads, [id], localDate(day))).get(id);
};

it('knows what held on each day, and what a correction says since', async () => {
  await record('sme_size', 'micro', '2024-01-01');
  await record('sme_size', 'medium', '2026-01-01');
  await record('industry', 'C3516', '2024-01-01');
  expect(await at('2023-12-31')).toEqual({ smeSize: null, industry: null, region: null });
  expect(await at('2025-12-31')).toEqual({ smeSize: 'micro', industry: 'C3516', region: null });
  expect(await at('2026-01-01')).toMatchObject({ smeSize: 'medium' });
  market.clock.advance(1000);
  await record('sme_size', 'small', '2024-01-01');
  expect(await at('2025-12-31')).toMatchObject({ smeSize: 'small' });
  const own = await market.nest.get(FactQueries).ofOrganisation(supplier, supplier.organisationId);
  expect(own.items).toHaveLength(4);
  expect(own).toMatchObject({ profile: { smeSize: 'medium', industry: 'C3516' }, actions: [] });
});

it('is recorded by the operator about others, and shown to nobody else', async () => {
  const queries = market.nest.get(FactQueries);
  expect(await queries.ofOrganisation(operator, supplier.organisationId)).toMatchObject({
    actions: ['record'],
  });
  await expect(
    queries.ofOrganisation({ ...supplier, scope: NO_ONE }, supplier.organisationId),
  ).rejects.toMatchObject({ code: 'parties.organisation_not_found' });
  await expect(record('region', '310115', '2024-01-01', operator, operator)).rejects.toMatchObject({
    code: 'parties.record_own',
  });
  await expect(record('region', '990000', '2024-01-01')).rejects.toMatchObject({
    code: 'parties.fact_malformed',
  });
});

it('is a book: the application rewrites and deletes nothing, and the database takes no odd value', async () => {
  for (const sql of [
    `update parties.organisation_fact set value = 'large'`,
    'delete from parties.organisation_fact',
  ])
    await expect(market.rows(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
  const insert = (kind: string, value: string, recorder: string) =>
    market.rows(
      `insert into parties.organisation_fact
       select gen_random_uuid(), $1, $2, $3, '2026-01-01', 'x', $4, $4, now()`,
      [supplier.organisationId, kind, value, recorder],
    );
  const broken = { driverError: { code: '23514' } };
  await expect(insert('sme_size', 'huge', operator.organisationId)).rejects.toMatchObject(broken);
  await expect(insert('mood', 'good', operator.organisationId)).rejects.toMatchObject(broken);
  await expect(insert('sme_size', 'large', supplier.organisationId)).rejects.toMatchObject(broken);
});
