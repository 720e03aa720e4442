import { ManualClock } from '#kernel';
import { type Actor, EVERYONE, NO_ONE, type PageQuery, type Reads, type Scope } from '#platform';
import { ApplicationModule } from '../../../../apps/application';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { MarketUnderTest, START } from '../testing/market-under-test';
import { DealStore } from './deal.store';
import { NoticeStore } from './notice.store';
import { OfferStore } from './offer.store';
import { RequestStore } from './request.store';

let database: TestDatabase;
let market: MarketUnderTest;
let supplier: Actor;
let debtor: Actor;
let factor: Actor;
let bank: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  const clock = new ManualClock(START);
  const settings = { poolSize: 8, logLevel: 'silent', production: false, stateDir: '/nonexistent', clock };
  market = await MarketUnderTest.start(
    ApplicationModule.for({ databaseUrl: database.appUrl, ...settings }),
    clock,
  );
  supplier = await market.member('supplier');
  debtor = await market.member('core_enterprise');
  factor = await market.financier([debtor]);
  bank = await market.financier([debtor]);
  for (const asked of [[factor], [bank], [factor, bank], [bank]]) {
    const request = await market.open(supplier, [await market.receivable(supplier, debtor)], asked);
    const offers = [];
    for (const financier of asked) offers.push(await market.offer(financier, request.id));
    await market.accept(supplier, offers[0]?.id ?? '');
  }
  await market.open(supplier, [await market.receivable(supplier, debtor)], [bank]);
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

interface Listing {
  page(on: Reads, scope: Scope, filter: PageQuery & { state?: string }): Promise<{ id: string }[]>;
}
/** Page by page, one row each; a store answers with one more row than asked, where there is one. */
async function walk(store: Listing, scope: Scope, state?: string): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    const cursor = seen.at(-1);
    const [row] = await store.page(market.db.reads, scope, {
      limit: 1,
      ...(cursor ? { cursor } : {}),
      ...(state ? { state } : {}),
    });
    if (!row) return seen;
    seen.push(row.id);
  }
}
const of = (...actors: Actor[]): Scope => ({
  organisations: actors.map(({ organisationId }) => organisationId),
});

describe('a list of what two sides may see', () => {
  // Of requests, offers, deals and notices: all, those of the factor, those of the bank.
  it.each<[string, new () => Listing, number, number, number]>([
    ['requests', RequestStore, 5, 2, 4],
    ['offers', OfferStore, 5, 2, 3],
    ['deals', DealStore, 4, 2, 2],
    ['notices', NoticeStore, 4, 2, 2],
  ])(
    'shows %s to each side, once to whoever stands on both, the newest first',
    async (_, Store, all, ...parts) => {
      const store = market.nest.get(Store);
      const everything = await walk(store, EVERYONE);
      expect(everything).toHaveLength(all);
      expect(everything).toEqual([...everything].sort().reverse());
      expect(await walk(store, of(supplier, debtor, factor, bank))).toEqual(everything);
      expect([(await walk(store, of(factor))).length, (await walk(store, of(bank))).length]).toEqual(parts);
      const first = await walk(store, Store === NoticeStore ? of(debtor) : of(supplier));
      expect(first).toEqual(everything);
      expect(await walk(store, NO_ONE)).toEqual([]);
    },
  );

  it('shows those in one state', async () => {
    const requests = market.nest.get(RequestStore);
    for (const [scope, open] of [
      [EVERYONE, 1],
      [of(bank), 1],
      [of(supplier), 1],
      [of(factor), 0],
    ] as const)
      expect(await walk(requests, scope, 'open')).toHaveLength(open);
  });
});
