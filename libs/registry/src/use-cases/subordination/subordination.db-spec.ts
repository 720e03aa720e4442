// Agreements on ranks on a real database: both sides say yes before a rank moves, and before it moves back.
import { newId } from '#kernel';
import { type Actor, Db } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import type { Filing, FilingDraft } from '../../domain/filing';
import type { Step } from '../../domain/subordination/subordination';
import {
  actor,
  command,
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
import { RankClaims } from '../priority/rank-claims';
import { RegistryVerify } from '../registry-verify';
import { ProposeSubordination } from './propose-subordination';
import { SubordinationQueries } from './subordinations.queries';
import { TakeSubordinationStep } from './take-subordination-step';

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

const filer = (): Actor => ({ ...actor(), permissions: new Set(['registration.file']) });
const [first, second] = [filer(), filer()];
const db = () => registry.nest.get(Db);

async function file(by: Actor, over: Partial<FilingDraft> = {}): Promise<Filing> {
  const { userId, organisationId } = by;
  const draft = userFiling({ filedBy: { userId, organisationId }, ...over });
  const [verdict] = await db().run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error('it was refused');
  registry.clock.advance(1_000);
  return verdict.filed;
}
async function twoOnOne() {
  const asset = fresh('invoice');
  const [junior, senior] = [
    await file(first, { collateral: naming(asset) }),
    await file(second, { collateral: naming(asset) }),
  ];
  return { asset, junior, senior };
}
const propose = (by: Actor, junior: Filing, senior: Filing) =>
  registry.nest.get(ProposeSubordination).execute(command(by), {
    ...{ juniorNumber: junior.number, seniorNumber: senior.number, terms: 'Letter of 1 November' },
  });
const take = (by: Actor, id: string, step: Step) =>
  registry.nest.get(TakeSubordinationStep).execute(command(by), id, step);
const order = async (assetKey: string, at: string | null = null) => {
  const nothing = { grantor: null, registerNow: false, endNumber: null, releaseNumber: null };
  const asked = { ...nothing, juniorNumber: null, seniorNumber: null, assetKey, at };
  return (await registry.nest.get(RankClaims).execute(asked)).ranks.map(({ number, rule }) => [number, rule]);
};

it('moves a rank when both sides have agreed, and back when both have ended it; the past stays', async () => {
  const { asset, junior, senior } = await twoOnOne();
  const asFiled = [
    [junior.number, 'registered_earlier'],
    [senior.number, 'registered_earlier'],
  ];
  const { id, actions } = await propose(first, junior, senior);
  expect(actions).toEqual(['withdraw']);
  expect(await order(asset)).toEqual(asFiled);
  registry.clock.advance(1_000);
  expect(await take(second, id, 'agree')).toMatchObject({ state: 'agreed', version: 2, own: ['senior'] });
  const yielded = [
    [senior.number, 'registered_earlier'],
    [junior.number, 'subordinated'],
  ];
  expect(await order(asset)).toEqual(yielded);
  registry.clock.advance(1_000);
  const bound = registry.clock.now().toISOString();
  registry.clock.advance(1_000);
  expect(await take(second, id, 'ask_end')).toMatchObject({ state: 'ending', actions: ['keep'] });
  expect(await order(asset)).toEqual(yielded);
  expect(await take(first, id, 'agree_end')).toMatchObject({ state: 'ended', actions: [] });
  registry.clock.advance(1_000);
  expect(await order(asset)).toEqual(asFiled);
  expect(await order(asset, bound)).toEqual(yielded);
  expect(await registry.nest.get(RegistryVerify).verify(db().reads)).toEqual([]);
});

it('lets each step be taken by whom it belongs to, once, however many try at once', async () => {
  const { junior, senior } = await twoOnOne();
  const { id } = await propose(second, junior, senior);
  await expect(take(second, id, 'agree')).rejects.toMatchObject({
    code: 'registry.subordination_other_side',
  });
  await expect(take(filer(), id, 'agree')).rejects.toMatchObject({
    code: 'registry.subordination_not_found',
  });
  const answers = await Promise.allSettled(
    (['agree', 'decline', 'agree', 'decline'] as const).map((step) => take(first, id, step)),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(take(first, id, 'agree')).rejects.toMatchObject({ code: 'registry.subordination_not_open' });
});

it('has one agreement between two registrations at a time, in either direction', async () => {
  const { junior, senior } = await twoOnOne();
  const answers = await Promise.allSettled([propose(first, junior, senior), propose(second, senior, junior)]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(propose(first, junior, senior)).rejects.toMatchObject({
    code: 'registry.subordination_exists',
  });
  const queries = registry.nest.get(SubordinationQueries);
  const [open] = await queries.page(first, { limit: 10 });
  await take(open?.actions.includes('withdraw') ? first : second, open?.id ?? '', 'withdraw');
  expect((await propose(first, junior, senior)).state).toBe('proposed');
});

it('refuses what does not meet, what has ended, what is not one’s own, and unknown numbers', async () => {
  const { junior, senior } = await twoOnOne();
  const elsewhere = await file(second);
  const refused = (who: Actor, one: Filing, other: Filing, code: string) =>
    expect(propose(who, one, other)).rejects.toMatchObject({ code: `registry.subordination_${code}` });
  await refused(first, junior, elsewhere, 'unclear');
  await refused(first, junior, junior, 'unclear');
  await refused(first, junior, { ...senior, number: '000000000000000000' }, 'unclear');
  await refused(filer(), junior, senior, 'no_side');
  const alone = await file(first, { collateral: naming(junior.collateral[0]?.assetKey ?? null) });
  await refused(first, junior, alone, 'no_side');
  const { id } = await propose(first, junior, senior);
  const cancelling = registry.nest.get(CancelFilings);
  const { userId, organisationId } = second;
  await db().run((tx) => cancelling.cancel(tx, [senior.id], { userId, organisationId }, 'paid'));
  await expect(take(second, id, 'agree')).rejects.toMatchObject({ code: 'registry.subordination_unclear' });
  expect(await take(second, id, 'decline')).toMatchObject({ state: 'declined' });
  await refused(first, junior, senior, 'unclear');
});

it('acts for secured parties that have an account by themselves, and meets on a grantor too', async () => {
  const grantors = [party(fresh('grantor'))];
  const bank = filer();
  const secured = { ...party('Second Bank'), organisationId: bank.organisationId };
  const [junior, senior] = [
    await file(first, { grantors, securedParties: [secured] }),
    await file(second, { grantors }),
  ];
  await expect(propose(first, junior, senior)).rejects.toMatchObject({
    code: 'registry.subordination_no_side',
  });
  const { id } = await propose(bank, junior, senior);
  const seen = await registry.nest.get(SubordinationQueries).one(first, id);
  expect(seen).toMatchObject({ own: [], actions: [] });
  const stranger = actor(newId(1));
  await expect(registry.nest.get(SubordinationQueries).one(stranger, id)).rejects.toMatchObject({
    code: 'registry.subordination_not_found',
  });
});
