// Amendments on a real database: what is added counts from its own time, what is taken out drops out, and the past stays.
import { Client } from 'pg';
import { money, newId } from '#kernel';
import { type Actor, Db, EVERYONE } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
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
import { FilingStore } from '../../data/filing.store';
import { AmendmentStore } from '../../data/life/amendment.store';
import type { Filing, FilingDraft } from '../../domain/filing';
import type { AskedContent } from '../../domain/history/amendment';
import { Filings } from '../filings';
import { type PriorityAsked, RankClaims } from '../priority/rank-claims';
import { RegistryVerify } from '../registry-verify';
import { LookUp } from '../search/look-up';
import { AmendFiling } from './amend-filing';
import { CancelRegistration } from './cancel-registration';

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
beforeEach(() => {
  registry.clock.stepTo(START);
});

const lawyer: Actor = { ...actor(), permissions: new Set(['registration.file']) };
const db = () => registry.nest.get(Db);
const file = async (over: Partial<FilingDraft> = {}): Promise<Filing> => {
  const { userId, organisationId } = lawyer;
  const draft = userFiling({ filedBy: { userId, organisationId }, ...over });
  const [verdict] = await db().run((tx) => registry.nest.get(Filings).file(tx, [draft]));
  if (!verdict || 'refused' in verdict) throw new Error(`not filed: ${verdict?.refused.code}`);
  return verdict.filed;
};
const standing = async ({ id, maximumAmount }: Filing): Promise<AskedContent> =>
  (await registry.nest.get(AmendmentStore).content(db().reads, id, 'infinity', maximumAmount)).content;
const amend = async (filing: Filing, change: Partial<AskedContent>, version = 1, by = lawyer) =>
  registry.nest.get(AmendFiling).execute(command(by), filing.id, {
    ...{ version, reason: 'The parties agreed' },
    content: { ...(await standing(filing)), ...change },
  });
const at = async (id: string, instant: string) =>
  (await registry.nest.get(FilingStore).byIds(db().reads, [id], instant)).get(id);
const find = async (over: object) =>
  registry.nest.get(LookUp).execute(
    db().reads,
    {
      ...{ by: 'asset', name: null, identifier: null, assetKey: null, invoiceNumber: null, debtorName: null },
      ...{ number: null, includeEnded: false, exactOnly: true, at: null, after: null },
      ...over,
    },
    '2026-12-01T00:00:00.000000Z',
  );
const numbersOf = async (over: object) => (await find(over)).hits.map(({ filing }) => filing.number);
const findings = () => registry.nest.get(RegistryVerify).verify(db().reads);
const line = (assetKey: string) => ({
  no: null,
  value: naming(assetKey)[0] as FilingDraft['collateral'][number],
});

const ranks = async (asked: Partial<PriorityAsked>) => {
  const nothing = { assetKey: null, grantor: null, at: null, registerNow: false, endNumber: null };
  const none = { releaseNumber: null, juniorNumber: null, seniorNumber: null };
  return (await registry.nest.get(RankClaims).execute({ ...nothing, ...none, ...asked })).ranks;
};

it('adds collateral with its own time and takes other out, and the past stays as it was', async () => {
  const [old, late] = [fresh('asset'), fresh('asset')];
  const filing = await file({ collateral: naming(old) });
  registry.clock.advance(5_000);
  const amended = await amend(filing, { collateral: [line(late)] });
  expect(amended).toMatchObject({ version: 2, filedAt: filing.filedAt, collateralCount: 1 });
  expect(await numbersOf({ assetKey: late })).toEqual([filing.number]);
  expect(await numbersOf({ assetKey: old })).toEqual([]);
  expect(await numbersOf({ assetKey: old, includeEnded: true })).toEqual([filing.number]);
  expect(await numbersOf({ assetKey: old, at: filing.filedAt })).toEqual([filing.number]);
  expect(await numbersOf({ assetKey: late, at: filing.filedAt, includeEnded: true })).toEqual([]);
  expect((await at(filing.id, filing.filedAt))?.collateral).toEqual(naming(old));
  expect((await at(filing.id, '2026-12-01T00:00:00Z'))?.collateral).toEqual(naming(late));
  expect(await findings()).toEqual([]);
});

it('ranks what was added behind who came between, and what was taken out nowhere', async () => {
  const asset = fresh('asset');
  const first = await file({ category: 'factoring', collateral: naming(fresh('asset')) });
  registry.clock.advance(1_000);
  const second = await file({ category: 'factoring', collateral: naming(asset) });
  registry.clock.advance(1_000);
  await amend(first, { collateral: [...(await standing(first)).collateral, line(asset)] });
  const ranked = async () => (await ranks({ assetKey: asset })).map(({ number }) => number);
  expect(await ranked()).toEqual([second.number, first.number]);
  registry.clock.advance(1_000);
  await amend(first, { collateral: (await standing(first)).collateral.slice(0, 1) }, 2);
  expect(await ranked()).toEqual([second.number]);
  expect(await findings()).toEqual([]);
});

it('renames a grantor, who is found by the new name, and joins another, both under their locks', async () => {
  const [before, after, joined] = [fresh('旧名公司'), fresh('新名公司'), fresh('共同担保人')];
  const filing = await file({ grantors: [party(before)] });
  const grantors = [
    { no: 1, value: party(after) },
    { no: null, value: party(joined) },
  ];
  const amended = await amend(filing, { grantors });
  expect(amended.grantors.map(({ legalName }) => legalName)).toEqual([after, joined]);
  for (const name of [after, joined]) expect(await numbersOf({ by: 'name', name })).toEqual([filing.number]);
  expect(await numbersOf({ by: 'name', name: before })).toEqual([]);
  const next = await file({ grantors: [party(joined)] });
  expect(next.filedAt > filing.filedAt).toBe(true);
  expect(await findings()).toEqual([]);
});

it('changes the maximum amount, and clears it again', async () => {
  const filing = await file({ maximumAmount: money('100', 'CNY') });
  const raised = await amend(filing, { maximumAmount: money('250', 'CNY') });
  expect(raised.maximumAmount).toEqual(money('250', 'CNY'));
  expect((await at(filing.id, '2026-12-01T00:00:00Z'))?.maximumAmount).toEqual(money('250', 'CNY'));
  expect((await at(filing.id, filing.filedAt))?.maximumAmount).toEqual(money('100', 'CNY'));
  await amend({ ...filing, maximumAmount: raised.maximumAmount }, { maximumAmount: null }, 2);
  expect((await at(filing.id, '2026-12-01T00:00:00Z'))?.maximumAmount).toBeNull();
});

it('ranks what a raise of the maximum amount adds behind who came between, and what was then as it was', async () => {
  const grantor = fresh('Grantor');
  const grantors = [party(grantor)];
  const first = await file({ grantors, maximumAmount: money('100', 'CNY') });
  registry.clock.advance(1_000);
  const second = await file({ grantors, maximumAmount: money('70', 'CNY') });
  const before = registry.clock.now().toISOString();
  registry.clock.advance(1_000);
  await amend(first, { maximumAmount: money('250', 'CNY') });
  const told = async (at: string | null) =>
    (await ranks({ grantor, at })).map(({ number, secures, rule }) => [number, secures?.amount, rule]);
  const old = [
    [first.number, '100.00', 'registered_earlier'],
    [second.number, '70.00', 'registered_earlier'],
  ];
  expect(await told(null)).toEqual([...old, [first.number, '150.00', 'raised_later']]);
  expect(await told(before)).toEqual(old);
  const lowered = { ...first, maximumAmount: money('250', 'CNY') };
  await amend(lowered, { maximumAmount: money('60', 'CNY') }, 2);
  const raisedAgain = { ...first, maximumAmount: money('60', 'CNY') };
  await amend(raisedAgain, { maximumAmount: money('100', 'CNY') }, 3);
  registry.clock.advance(1_000);
  expect((await told(null)).map(([, amount]) => amount)).toEqual(['60.00', '70.00', '40.00']);
});

it('shares an asset by the parts of a raised maximum amount', async () => {
  const asset = fresh('asset');
  const grantors = [party(fresh('Grantor'))];
  const collateral = naming(asset).map((item) => ({ ...item, amount: null }));
  const first = await file({ grantors, collateral, maximumAmount: money('300', 'CNY') });
  registry.clock.advance(1_000);
  const second = await file({ grantors, collateral, maximumAmount: money('500', 'CNY') });
  registry.clock.advance(1_000);
  await amend(first, { maximumAmount: money('450', 'CNY') });
  const firstCome = (await ranks({ assetKey: asset })).map(({ number, secures }) => [
    number,
    secures?.amount,
  ]);
  expect(firstCome).toEqual([
    [first.number, '300.00'],
    [second.number, '500.00'],
    [first.number, '150.00'],
  ]);
});

it('warns of a deal that holds what is added', async () => {
  const asset = fresh('asset');
  await db().run((tx) => registry.nest.get(Filings).file(tx, [deal([{ asset, amount: '1' }])]));
  const filing = await file({ securedParties: [party('Second Bank')] });
  await amend(filing, { collateral: [...(await standing(filing)).collateral, line(asset)] });
  expect(registry.told.at(-1)).toEqual({
    name: 'registry.competing_claim_filed',
    payload: { filingId: filing.id, assetKeys: [asset] },
  });
});

describe('an amendment that competes with a deal no more', () => {
  const competing = async () => {
    const [asset, other] = [fresh('asset'), fresh('asset')];
    const draft = deal([{ asset, amount: '1' }]);
    const held = await file(draft);
    const collateral = [...naming(asset), ...naming(other)];
    const filing = await file({ securedParties: [party('Second Bank')], collateral });
    return { held, filing, toldBefore: registry.told.length };
  };
  const ended = ({ id }: Filing) => ({
    name: 'registry.competing_claim_ended',
    payload: { filingId: id },
  });

  it('says so when it lets the asset go, at an instant of the clock that stands still', async () => {
    const { held, filing, toldBefore } = await competing();
    await amend(filing, { collateral: (await standing(filing)).collateral.slice(1) });
    expect(registry.told.slice(toldBefore)).toEqual([ended(filing)]);
    expect(await db().run((tx) => registry.nest.get(Filings).rivalOf(tx, held.id))).toBeNull();
  });

  it('says so when its secured party becomes that of the deal, and warns again when it is another', async () => {
    const { held, filing, toldBefore } = await competing();
    await amend(filing, { securedParties: held.securedParties.map((value) => ({ no: 1, value })) });
    expect(registry.told.slice(toldBefore)).toEqual([ended(filing)]);
    await amend(filing, { securedParties: [{ no: 1, value: party('Third Bank') }] }, 2);
    expect(registry.told.slice(toldBefore + 1).map(({ name }) => name)).toContain(
      'registry.competing_claim_filed',
    );
  });

  it('says nothing when it lets go what no deal holds', async () => {
    const { filing, toldBefore } = await competing();
    await amend(filing, { collateral: (await standing(filing)).collateral.slice(0, 1) });
    expect(registry.told.slice(toldBefore)).toEqual([]);
  });
});

it('lets of two amendments of one version one through', async () => {
  const filing = await file();
  const add = async () =>
    amend(filing, {
      grantors: [...(await standing(filing)).grantors, { no: null, value: party(fresh('g')) }],
    });
  const answers = await Promise.allSettled([add(), add(), add()]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await findings()).toEqual([]);
});

it('finds an amendment whose lines somebody altered', async () => {
  const filing = await file();
  await amend(filing, { collateral: [...(await standing(filing)).collateral, line(fresh('asset'))] });
  const altered = `update registry.collateral set description = 'Another thing' where filing_id = $1 and version = 2`;
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(altered, [filing.id]);
  await owner.end();
  expect(await findings()).toMatchObject([{ book: 'registry.filing_event' }]);
});

describe('refused', () => {
  it.each<[string, Partial<AskedContent>, number, Actor]>([
    ['registry.filing_not_found', {}, 1, actor()],
    ['registry.filed_by_another', {}, 1, actor(newId(1), EVERYONE)],
    ['registry.filing_changed', {}, 2, lawyer],
    ['registry.nothing_amended', {}, 1, lawyer],
    ['registry.filing_invalid', { collateral: [] }, 1, lawyer],
    ['registry.filing_invalid', { grantors: [{ no: 9, value: party('Nobody') }] }, 1, lawyer],
  ])('%s', async (code, change, version, by) => {
    const filing = await file();
    await expect(amend(filing, change, version, by)).rejects.toMatchObject({ code });
    expect((await at(filing.id, '2026-12-01T00:00:00Z'))?.version).toBe(1);
  });

  it('registry.filing_ended once it is cancelled, and once it lapsed', async () => {
    const change = { maximumAmount: money('1', 'CNY') };
    const cancelled = await file();
    await registry.nest.get(CancelRegistration).execute(command(lawyer), cancelled.id, 'Paid');
    await expect(amend(cancelled, change, 2)).rejects.toMatchObject({ code: 'registry.filing_ended' });
    const lapsed = await file({ termMonths: 1 });
    registry.clock.stepTo(new Date('2026-12-22T16:00:00Z'));
    await expect(amend(lapsed, change)).rejects.toMatchObject({ code: 'registry.filing_ended' });
  });
});
