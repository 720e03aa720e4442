// Hundreds of filings, extensions and cancellations against one grantor and on one asset at once: the register gives each a
// time of its own in one order, the log has the same order, every deed is there with its version, and nothing is lost.
import { Sequencer } from '#audit';
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
  START,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import { CancelFilings } from '../cancel-filings';
import { Filings } from '../filings';
import { RegistryVerify } from '../registry-verify';
import { ExtendFiling } from './extend-filing';

const GRANTOR = `select f.id, p.party_key as turn from registry.filing f
  join registry.filing_party p on p.filing_id = f.id and p.role = 'grantor'`;
const ASSET = `select c.filing_id as id, c.asset_key as turn from registry.collateral c where c.asset_key is not null`;
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
const [grantor, other] = [party(fresh('grantor')), party(fresh('other'))];
const grantors = [grantor];
const asset = newId(1);
const db = () => registry.nest.get(Db);
const file = async (index: number): Promise<string> => {
  const collateral = index % 2 === 0 ? naming(asset) : naming(null);
  const draft =
    index % 5 === 0
      ? deal([{ asset: `${asset}:deal`, amount: '1', payable: '9000' }], { grantors, filedBy })
      : userFiling({ grantors: index % 10 === 2 ? [other] : grantors, filedBy, collateral });
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
  // The clock is set back while they are at it, as clocks are, and the log follows beside them.
  registry.clock.stepTo(new Date(START.getTime() - 3_600_000));
  const done = new AbortController();
  const sequencing = sequence(done.signal);
  await Promise.all(work).finally(() => done.abort());
  await sequencing;
  const times = await query<{ at: string }>(
    db().reads,
    `select ${instantSql('t.at')} as at from (
       select filed_at as at from registry.filing union all select at from registry.filing_event) t order by t.at`,
  );
  const extended = before.filter((_, index) => index % 7 === 1 && index % 5 !== 0).length;
  expect(times).toHaveLength(2 * before.length + before.length + extended);
  expect(await outOfOrder(GRANTOR)).toEqual([]);
  expect(await outOfOrder(ASSET)).toEqual([]);
  const last = await query<{ at: string }>(
    db().reads,
    `select ${instantSql('max(g.last_filed_at)')} as at from registry.grantor g`,
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

/** Until the signal says that nothing more comes, and then to the end. */
async function sequence(end: AbortSignal): Promise<void> {
  const sequencer = registry.nest.get(Sequencer);
  while (!end.aborted) await sequencer.sequence();
  while ((await sequencer.sequence()) > 0);
}

/** What follows another against the same grantor, or on the same asset, without a later time in the register and a later leaf. */
function outOfOrder(turns: string): Promise<unknown[]> {
  return query(
    db().reads,
    `with turn as (${turns}), done as (
       select f.id, 1 as version, f.filed_at as at from registry.filing f
       union all
       select e.filing_id, 1 + row_number() over (partition by e.filing_id order by e.at), e.at from registry.filing_event e),
     placed as (
       select turn.turn, done.id, done.version, done.at, l.leaf_index from done join turn on turn.id = done.id
       left join audit.deed d on d.subject_id = done.id and d.subject_version = done.version and d.at = done.at
       left join audit.leaf l on l.deed_id = d.id),
     beside as (
       select p.*, lag(p.at) over w as at_before, lag(p.leaf_index) over w as leaf_before from placed p
       window w as (partition by p.turn order by p.at, p.leaf_index))
     select id, version, at from beside
     where leaf_index is null or at <= at_before or leaf_index <= leaf_before`,
  );
}
