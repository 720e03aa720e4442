// Kept searches on a real database: told of what meets them, by the rules of a search, once, and of nothing else.
import { money, newId } from '#kernel';
import { type Actor, Db, NO_ONE, PageQuery } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { FilingStore } from '../../data/filing.store';
import { AmendmentStore } from '../../data/life/amendment.store';
import { SavedSearchStore } from '../../data/saved/saved-search.store';
import {
  actor,
  command,
  naming,
  party,
  type RegistryUnderTest,
  START,
  startRegistry,
  userFiling,
} from '../../testing/registry-under-test';
import type { AskedContent } from '../../domain/history/amendment';
import { Filings } from '../filings';
import { AmendFiling } from '../life/amend-filing';
import { SaveSearch } from './save-search';
import { SavedSearchQueries } from './saved-searches.queries';
import { WatchRegister } from './watch-register';

let database: TestDatabase;
let registry: RegistryUnderTest;
const watcher: Actor = { ...actor(), permissions: new Set(['search.create']) };

const get = <T>(token: abstract new (...args: never[]) => T): T => registry.nest.get(token);
const file = async (grantor: string, asset: string | null = null, over = {}) => {
  const draft = userFiling({ grantors: [party(grantor)], collateral: naming(asset), ...over });
  const [verdict] = await get(Db).run((tx) => get(Filings).file(tx, [draft]));
  return verdict && 'filed' in verdict ? verdict.filed.id : '';
};
/** By whoever filed it. */
const amend = async (id: string, change: (content: AskedContent) => Partial<AskedContent>) => {
  const on = get(Db).reads;
  const filing = (await get(FilingStore).byIds(on, [id], 'infinity')).get(id);
  if (!filing) throw new Error('no such filing');
  const { content } = await get(AmendmentStore).content(on, id, 'infinity', filing.maximumAmount);
  const asked = { version: filing.version, reason: 'Agreed', content: { ...content, ...change(content) } };
  await get(AmendFiling).execute(command(actor(filing.filedBy.organisationId)), id, asked);
};
const keep = (term: string, watches: 'name' | 'asset' = 'name', by = watcher) =>
  get(SaveSearch).save(command(by), { watches, term, reference: 'file 7' });
const round = async () => {
  registry.clock.advance(60_000);
  await get(WatchRegister).execute();
};
const toldOf = (id: string) =>
  registry.told
    .filter(({ name }) => name === 'registry.saved_search_met')
    .map(({ payload }) => payload as { savedSearchId: string; filingId: string; reference: string })
    .filter(({ savedSearchId }) => savedSearchId === id);

beforeAll(async () => {
  database = await createTestDatabase();
  registry = await startRegistry(database.appUrl);
  registry.clock.stepTo(START);
});
afterAll(async () => {
  await registry.nest.close();
  await database.drop();
});

it('tells once of a new filing on the name or one like it, and of no other', async () => {
  const { id } = await keep('杭州青山贸易有限公司');
  await round();
  const [exact, similar] = [await file('杭州青山贸易有限公司'), await file('杭州青山貿易')];
  await file('宁波绿水机械有限公司');
  await round();
  await round();
  expect(
    toldOf(id)
      .map(({ filingId }) => filingId)
      .sort(),
  ).toEqual([exact, similar].sort());
  expect(toldOf(id)[0]).toMatchObject({ reference: 'file 7', organisationId: watcher.organisationId });
  const { meetings, met } = await get(SavedSearchQueries).one(watcher, id);
  expect([meetings, met.length]).toEqual([2, 2]);
});

it('tells of an asset, letter by letter', async () => {
  const { id } = await keep('invoice:watched', 'asset');
  const met = await file('甲公司', 'invoice:watched');
  await file('乙公司', 'Invoice:watched');
  await round();
  expect(toldOf(id).map(({ filingId }) => filingId)).toEqual([met]);
});

it('tells of a filing that an amendment brings to the name or the asset, and of no line that was there before', async () => {
  const [byName, byAsset] = [await keep('常州新来机械有限公司'), await keep('invoice:added', 'asset')];
  const [added, other] = [await file('常州旧人机械有限公司'), await file('绍兴旁人纺织有限公司')];
  registry.clock.advance(3_600_000);
  await round();
  await amend(added, ({ grantors, collateral }) => ({
    grantors: [...grantors, { no: null, value: party('常州新来机械有限公司') }],
    collateral: [...collateral, ...naming('invoice:added').map((value) => ({ no: null, value }))],
  }));
  await amend(other, () => ({ maximumAmount: money('5', 'CNY') }));
  await round();
  await round();
  for (const { id } of [byName, byAsset]) expect(toldOf(id).map(({ filingId }) => filingId)).toEqual([added]);

  registry.clock.advance(3_600_000);
  const later = [await keep('常州旧人机械'), await keep('invoice:added', 'asset', actor())];
  await amend(added, ({ grantors, collateral }) => ({
    grantors: grantors.map(({ no, value }) => ({ no, value: { ...value, organisationId: newId(1) } })),
    collateral: collateral.map(({ no, value }) => ({ no, value: { ...value, description: 'As before' } })),
  }));
  await round();
  for (const { id } of later) expect(toldOf(id)).toEqual([]);
});

it('tells nobody of their own filings, nor of what was there before, nor after it has ended', async () => {
  const { userId, organisationId } = watcher;
  await file('上海旧物贸易有限公司');
  registry.clock.advance(3_600_000);
  const { id } = await keep('上海旧物贸易有限公司');
  await file('上海旧物贸易有限公司', null, { filedBy: { userId, organisationId } });
  await round();
  expect(toldOf(id)).toEqual([]);
  expect(await get(SaveSearch).end(command(watcher), id)).toMatchObject({ actions: [] });
  await file('上海旧物贸易有限公司');
  await round();
  expect(toldOf(id)).toEqual([]);
});

it('is told once when two processes look at the same moment', async () => {
  const { id } = await keep('苏州双面科技有限公司');
  await file('苏州双面科技有限公司');
  registry.clock.advance(60_000);
  await Promise.all([get(WatchRegister).execute(), get(WatchRegister).execute()]);
  expect(toldOf(id)).toHaveLength(1);
});

it('waits for no other search that fails, and is looked at again itself', async () => {
  const [broken, sound] = [await keep('南昌红石建材有限公司'), await keep('南昌黑石建材有限公司')];
  await round();
  await file('南昌红石建材有限公司');
  await file('南昌黑石建材有限公司');
  const store = get(SavedSearchStore);
  const met = store.met.bind(store);
  const failing = jest
    .spyOn(store, 'met')
    .mockImplementation((on, one, ...rest) =>
      one.id === broken.id ? Promise.reject(new Error('no answer')) : met(on, one, ...rest),
    );
  await round();
  expect([toldOf(broken.id).length, toldOf(sound.id).length]).toEqual([0, 2]);
  failing.mockRestore();
  await round();
  expect(toldOf(broken.id).length).toBe(2);
});

it('is kept once by an organisation, and again after it has ended', async () => {
  const { id } = await keep('北京一次有限公司');
  await expect(keep('北京一次  有限公司')).rejects.toMatchObject({ code: 'registry.search_saved_already' });
  await get(SaveSearch).end(command(watcher), id);
  expect((await keep('北京一次有限公司')).actions).toEqual(['end']);
});

it('refuses an empty name, and what is another’s', async () => {
  await expect(keep('　')).rejects.toMatchObject({ code: 'registry.search_invalid' });
  const { id } = await keep('广州私密有限公司');
  const other = actor();
  await expect(get(SavedSearchQueries).one(other, id)).rejects.toMatchObject({
    code: 'registry.saved_search_not_found',
  });
  await expect(get(SaveSearch).end(command(other), id)).rejects.toMatchObject({
    code: 'registry.saved_search_not_found',
  });
  expect(await get(SavedSearchQueries).page(other, new PageQuery())).toEqual([]);
  expect(await get(SavedSearchStore).byId(get(Db).reads, NO_ONE, id)).toBeNull();
});
