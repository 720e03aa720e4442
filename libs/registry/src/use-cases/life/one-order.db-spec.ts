// Hundreds of filings, extensions and cancellations against one grantor at once: the register gives each a time of its own in
// one order, every deed is there with the version it made, and nothing is lost.
import { newId } from '#kernel';
import { type Actor, Db, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { instantSql } from '../../data/rows/instant-sql';
import {
  actor,
  command,
  deal,
  fresh,
  naming,
  party,
  type RegistryUnderTest,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { CancelFilings } from '../cancel-filings';
import { Filings } from '../filings';
import { RegistryVerify } from '../registry-verify';
import { ExtendFiling } from './extend-filing';

const AT_ONCE = Number(process.env['SIZE'] ?? 500);

let database: TestDatabase;
let registry: RegistryUnderTest;

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});

const lawyer: Actor = { ...actor(), permissions: new Set(['registration.file']) };
const { userId, organisationId } = lawyer;
const filedBy = { userId, organisationId };
const grantors = [party(fresh('grantor'))];
const asset = newId(1);
const db = () => registry.nest.get(Db);
const file = async (index: number): Promise<string> => {
  const collateral = index % 2 === 0 ? naming(asset) : naming(null);
  const draft =
    index % 5 === 0
      ? deal([{ asset: `${asset}:deal`, amount: '1', payable: '9000' }], { grantors, filedBy })
      : userFiling({ grantors, filedBy, collateral });
  const [verdict] = await db().run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error(`not filed: ${verdict?.refused.code}`);
  return verdict.filed.id;
};
const cancel = (id: string) =>
  db().run((tx) => registry.nest.get(CancelFilings).cancel(tx, [id], filedBy, 'Paid'));
const extend = (id: string) => registry.nest.get(ExtendFiling).execute(command(lawyer), id, 1, 'Runs on');

it(`puts ${AT_ONCE} filings and cancellations at once in one order, and loses none`, async () => {
  const before: string[] = [];
  for (let index = 0; index < AT_ONCE / 2; index += 1) before.push(await file(index));
  const work = before.flatMap((id, index) => [
    file(index),
    // What deals hold is cancelled by them; what users filed is now and then extended first.
    index % 7 === 1 && index % 5 !== 0 ? extend(id).then(() => cancel(id)) : cancel(id),
  ]);
  await Promise.all(work);
  const times = await query<{ at: string }>(
    db().reads,
    `select ${instantSql('t.at')} as at from (
       select filed_at as at from registry.filing union all select at from registry.filing_event) t order by t.at`,
  );
  const extended = before.filter((_, index) => index % 7 === 1 && index % 5 !== 0).length;
  expect(times).toHaveLength(2 * before.length + before.length + extended);
  expect(new Set(times.map(({ at }) => at)).size).toBe(times.length);
  const last = await query<{ at: string }>(
    db().reads,
    `select ${instantSql('g.last_filed_at')} as at from registry.grantor g where g.version > 0`,
  );
  expect(last).toEqual([times.at(-1)]);
  // Each version of each filing has its deed, in the order of its times.
  const odd = await query(
    db().reads,
    `select d.subject_id from audit.deed d
     join registry.filing_current s on s.filing_id = d.subject_id
     group by d.subject_id, s.version
     having count(*) <> s.version or max(d.subject_version) <> s.version or min(d.subject_version) <> 1`,
  );
  expect(odd).toEqual([]);
  const unordered = await query(
    db().reads,
    `select e.filing_id from registry.filing_event e join registry.filing f on f.id = e.filing_id
     join audit.deed d on d.subject_id = e.filing_id
     where e.at <= f.filed_at or d.subject_version <> 1 and (d.details ->> 'at')::timestamptz is null`,
  );
  expect(unordered).toEqual([]);
  const versions = await query<{ claimed: string; taken: string }>(
    db().reads,
    `select a.claimed_amount::text as claimed, (select count(*) from registry.filing f
       join registry.filing_current s on s.filing_id = f.id
       where f.origin = 'deal' and s.state = 'live')::text as taken
     from registry.asset_claim a where a.asset_key like '%:deal'`,
  );
  expect(versions.map(({ claimed, taken }) => Number(claimed) === Number(taken))).toEqual([true]);
  expect(await registry.nest.get(RegistryVerify).verify(db().reads)).toEqual([]);
}, 60_000);
