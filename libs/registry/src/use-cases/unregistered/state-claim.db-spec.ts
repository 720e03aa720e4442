// Claims that are stated and not registered, and notices, on a real database: where ranks put them.
import { money, newId } from '#kernel';
import { type Actor, Db } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import type { Statement } from '../../domain/unregistered/unregistered-claim';
import {
  actor,
  command,
  deal,
  fresh,
  type RegistryUnderTest,
  START,
  startRegistry,
} from '../../testing/registry-under-test';
import { CancelFilings } from '../cancel-filings';
import { Filings } from '../filings';
import { RankClaims } from '../priority/rank-claims';
import { ClaimNotices } from './claim-notices';
import { StateClaim } from './state-claim';
import { UnregisteredQueries } from './unregistered.queries';

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
beforeEach(() => registry.clock.stepTo(START));

const holder: Actor = { ...actor(), permissions: new Set(['registration.file']) };
const db = () => registry.nest.get(Db);
const state = (assetKey: string, over: Partial<Statement> = {}) =>
  registry.nest.get(StateClaim).state(command(holder), {
    ...{ assetKey, kind: 'assignment', holder: 'Second Factor', amount: money('100', 'CNY') },
    ...{ concludedAt: '2026-11-01T00:00:00Z', noticeArrivedAt: null, evidence: 'Contract 7', ...over },
  });
const ranks = async (assetKey: string, at: string | null = null) => {
  const nothing = { grantor: null, registerNow: false, endNumber: null, releaseNumber: null };
  const asked = { ...nothing, juniorNumber: null, seniorNumber: null, assetKey, at };
  const { ranks: found } = await registry.nest.get(RankClaims).execute(asked);
  return found.map(({ rank, rule, origin, share }) => [rank, rule, origin, share?.amount ?? null]);
};
async function dealOn(asset: string) {
  const draft = deal([{ asset, amount: '600' }], { termMonths: 1 });
  const [verdict] = await db().run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error('it was refused');
  registry.clock.advance(1_000);
  return verdict.filed;
}

it('puts what is stated behind every registration, by notice, then in proportion, until it is over', async () => {
  const asset = fresh('invoice');
  const noticed = await state(asset, { noticeArrivedAt: '2026-11-02T00:00:00Z', amount: null });
  await state(asset);
  expect(await ranks(asset)).toEqual([
    [1, 'noticed_earlier', 'stated', null],
    [2, 'pro_rata', 'stated', null],
  ]);
  await dealOn(asset);
  expect(await ranks(asset)).toEqual([
    [1, 'registered_earlier', 'registered', '600.00'],
    [2, 'noticed_earlier', 'stated', '300.00'],
    [3, 'pro_rata', 'stated', '0.00'],
  ]);
  await registry.nest.get(StateClaim).end(command(holder), noticed.id, 'Paid');
  expect((await ranks(asset)).map(([, rule]) => rule)).toEqual(['registered_earlier', 'pro_rata']);
  expect((await ranks(asset, '2026-11-03T00:00:00Z')).map(([, rule]) => rule)).toEqual([
    'noticed_earlier',
    'pro_rata',
  ]);
});

it('keeps the place of a lapsed registration by its notice, and none of a deal that is over', async () => {
  const asset = fresh('invoice');
  const filing = await dealOn(asset);
  const notice = { filingId: filing.id, assetKey: asset, arrivedAt: START };
  const tell = () => db().run((tx) => registry.nest.get(ClaimNotices).arrived(tx, [notice]));
  await tell();
  await tell();
  await state(asset, { noticeArrivedAt: '2026-11-21T00:00:00Z' });
  const rules = async (at: string) => (await ranks(asset, at)).map(([, rule, origin]) => `${rule} ${origin}`);
  expect(await rules('2026-12-01T00:00:00Z')).toEqual([
    'registered_earlier registered',
    'noticed_earlier stated',
  ]);
  expect(await rules('2027-01-01T00:00:00Z')).toEqual([
    'noticed_earlier stated',
    'noticed_earlier registered',
  ]);
  const by = { userId: holder.userId, organisationId: holder.organisationId };
  await db().run((tx) => registry.nest.get(CancelFilings).cancel(tx, [filing.id], by, 'paid'));
  expect(await rules('2027-01-01T00:00:00Z')).toEqual(['noticed_earlier stated']);
});

it('shows a claim to who stated it, and lets nobody else end it, nor anybody twice', async () => {
  const { id, actions } = await state(fresh('invoice'));
  expect(actions).toEqual(['end']);
  const queries = registry.nest.get(UnregisteredQueries);
  const [newest] = await queries.page(holder, { limit: 1 });
  expect(newest).toMatchObject({ id, amount: money('100', 'CNY') });
  const other: Actor = { ...actor(newId(1)), permissions: holder.permissions };
  const end = (by: Actor) => registry.nest.get(StateClaim).end(command(by), id, 'Paid');
  const hidden = { code: 'registry.unregistered_claim_not_found' };
  await expect(queries.one(other, id)).rejects.toMatchObject(hidden);
  await expect(end(other)).rejects.toMatchObject(hidden);
  expect(await end(holder)).toMatchObject({ endReason: 'Paid', actions: [] });
  await expect(end(holder)).rejects.toMatchObject({ code: 'registry.unregistered_claim_over' });
});

it('refuses a notice of tomorrow', () => {
  const stating = () => state('a', { noticeArrivedAt: '2030-01-01T00:00:00Z' });
  expect(stating).toThrow('The filing cannot be registered as it stands.');
});
