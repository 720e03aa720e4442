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
    ['registry.grantor_name', `delete from registry.grantor_name_key; delete from registry.grantor_name`],
    ['registry.grantor_name', `update registry.filing_party set name_key = 'other' where role = 'grantor'`],
    ['registry.grantor_name', `update registry.grantor_name set name_key = name_key || 'x'`],
    ['registry.grantor_name', `update registry.grantor_name set legal_name = upper(legal_name) || ' '`],
    ['registry.grantor_name', `update registry.grantor_name set cores = array['other']`],
    [
      'registry.grantor_name',
      `insert into registry.grantor_name values (gen_random_uuid(), 'other', 'Other', array['other'])`,
    ],
    ['registry.grantor_name_key', `delete from registry.grantor_name_key where sketch is null`],
    ['registry.grantor_name_key', `delete from registry.grantor_name_key where sketch is not null`],
    [
      'registry.grantor_name_key',
      `update registry.grantor_name_key set sketch = sketch # 1 where sketch is not null`,
    ],
    ['registry.grantor_name_key', `update registry.grantor_name_key set key = key + 1`],
    [
      'registry.grantor_name_key',
      `insert into registry.grantor_name_key select 7, id from registry.grantor_name limit 1`,
    ],
    [
      'registry.grantor_name_key',
      `alter table registry.grantor_name_key drop constraint grantor_name_key_name_id_fkey;
       insert into registry.grantor_name_key values (7, gen_random_uuid(), null)`,
    ],
  ])('names the row in %s after: %s', async (book, sql) => {
    await owner.query(sql);
    expect((await findings()).map((finding) => finding.book)).toContain(book);
  });

  it('says which name a key was taken from, and which key leads nowhere', async () => {
    await owner.query(`update registry.grantor_name_key set key = 7 where sketch is null and key = (
      select min(key) from registry.grantor_name_key where sketch is null)`);
    const [lost, astray, ...rest] = await findings();
    expect(rest).toEqual([]);
    expect(lost).toMatchObject({ problem: 'the name is not found by this key, or its sketch is another' });
    expect(astray).toMatchObject({ problem: 'the name does not have this key' });
    expect(astray?.subject).toMatch(/^7 of /);
    expect(lost?.subject.split(' of ')[1]).toBe(astray?.subject.split(' of ')[1]?.toLowerCase());
  });
});
