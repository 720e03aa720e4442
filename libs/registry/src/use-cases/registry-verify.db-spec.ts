import { Client } from 'pg';
import { Db } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import {
  deal,
  fresh,
  type RegistryUnderTest,
  startRegistry,
  userFiling,
} from '../testing/registry-under-test';
import { Filings } from './filings';
import { RegistryVerify } from './registry-verify';

let database: TestDatabase;
let registry: RegistryUnderTest;
let owner: Client;

beforeEach(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const drafts = [deal([{ asset: 'held', amount: '600' }]), userFiling(), userFiling()];
  const verdicts = await db().run((tx) => registry.nest.get(Filings).file(tx, drafts));
  expect(verdicts.every((verdict) => 'filed' in verdict)).toBe(true);
});
afterEach(async () => {
  await owner.end();
  await registry.nest.close();
  await database.drop();
});

const db = () => registry.nest.get(Db);
const findings = () => registry.nest.get(RegistryVerify).verify(db().reads);

describe('RegistryVerify', () => {
  it('finds nothing in a sound registry', async () => {
    expect(await findings()).toEqual([]);
  });

  it.each([
    ['registry.asset_claim', `update registry.asset_claim set claimed_amount = 599`],
    ['registry.asset_claim', `update registry.asset_claim set payable_amount = 901`],
    ['registry.asset_claim', `update registry.asset_claim set asset_key = 'other'`],
    ['registry.asset_claim', `update registry.collateral set amount = 601 where asset_key = 'held'`],
    ['registry.asset_claim', `insert into registry.asset_claim values ('${fresh('asset')}', 1, 1, 'CNY', 1)`],
    ['registry.filing_current', `delete from registry.filing_current`],
    [
      'registry.filing_current',
      `update registry.filing_current set expires_at = expires_at + interval '1 day'`,
    ],
    [
      'registry.filing_current',
      `update registry.filing_current set state = 'revoked', ended_at = expires_at, version = 2`,
    ],
    [
      'registry.filing_current',
      `update registry.filing_current set state = 'lapsed', ended_at = expires_at - interval '1 day'`,
    ],
    ['registry.filing', `delete from registry.filing_party where role = 'secured'`],
    [
      'registry.subordination_current',
      `insert into registry.subordination select gen_random_uuid(), min(id::text)::uuid, max(id::text)::uuid, 'terms'
       from registry.filing`,
    ],
    ['registry.filing', `delete from registry.collateral`],
    ['registry.grantor', `update registry.grantor set last_filed_at = last_filed_at - interval '1 second'`],
    ['registry.grantor', `update registry.filing set filed_at = filed_at + interval '1 second'`],
  ])('names the row in %s after: %s', async (book, sql) => {
    await owner.query(sql);
    expect((await findings()).map((finding) => finding.book)).toContain(book);
  });
});
