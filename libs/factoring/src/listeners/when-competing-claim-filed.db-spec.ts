// From a registration to a frozen deal, and on again when it has ended: the fact is stored with the filing, waits in its
// queue, and finds its listener.
import { setTimeout as sleep } from 'node:timers/promises';
import { ManualClock } from '#kernel';
import { type Actor, Db, Working } from '#platform';
import { CancelFilings } from '#registry';
import { ApplicationModule } from '../../../../apps/application';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { MarketUnderTest, START } from '../testing/market-under-test';
import { DealQueries } from '../use-cases/deals/deals.queries';

const QUEUE = 'registry.competing_claim_filed/WhenCompetingClaimFiled';

let database: TestDatabase;
let market: MarketUnderTest;
let supplier: Actor;
let debtor: Actor;
let factor: Actor;

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
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const dealOn = async (receivableIds: string[]) => {
  const request = await market.open(supplier, receivableIds, [factor]);
  return market.accept(supplier, (await market.offer(factor, request.id)).id);
};
const read = (dealId: string) => market.nest.get(DealQueries).byId(supplier, dealId);
const waiting = () =>
  market.rows<{ data: { payload: object } }>('select data from jobs.job where name = $1 and state = $2', [
    QUEUE,
    'created',
  ]);

it('a registration by somebody else freezes the deal on the asset, as soon as jobs are worked on, until it has ended', async () => {
  const [held, apart] = [
    await market.receivable(supplier, debtor),
    await market.receivable(supplier, debtor),
  ];
  const [deal, untouched] = [await dealOn([held]), await dealOn([apart])];
  const user = await market.member('registry_user');
  await market.file(user, [apart], untouched.financierName);
  expect(await waiting()).toEqual([]);

  const filing = await market.file(user, [held], 'First Bank');
  expect((await waiting()).map(({ data }) => data.payload)).toEqual([
    { filingId: filing.id, assetKeys: [expect.stringMatching(/^invoice:/)] },
  ]);
  expect(await read(deal.id)).toMatchObject({ frozenAt: null });

  await market.nest.get(Working).start();
  for (let tries = 0; tries < 150 && (await read(deal.id)).frozenAt === null; tries += 1) await sleep(100);
  expect(await read(deal.id)).toMatchObject({
    state: 'accepted',
    frozenAt: START.toISOString(),
    frozenByFilingId: filing.id,
    version: 2,
  });
  expect(await read(untouched.id)).toMatchObject({ frozenAt: null, version: 1 });

  // A second one joins; the deal goes on when both have ended, and not before.
  const second = await market.file(user, [held], 'Second Bank');
  const cancelling = market.nest.get(CancelFilings);
  const end = (id: string) =>
    market.nest.get(Db).run((tx) => cancelling.cancel(tx, [id], user, 'Paid in full'));
  await end(filing.id);
  const until = async (isSo: (found: Awaited<ReturnType<typeof read>>) => boolean) => {
    for (let tries = 0; tries < 150 && !isSo(await read(deal.id)); tries += 1) await sleep(100);
  };
  await until(({ frozenByFilingId }) => frozenByFilingId === second.id);
  expect(await read(deal.id)).toMatchObject({ frozenByFilingId: second.id, version: 3 });
  await end(second.id);
  await until(({ frozenAt }) => frozenAt === null);
  expect(await read(deal.id)).toMatchObject({ frozenAt: null, frozenByFilingId: null, version: 4 });

  // Whose money is out is told; the deal is not frozen any more.
  await market.rows(`update factoring.deal set state = 'funded' where id = $1`, [deal.id]);
  await market.file(user, [held], 'Third Bank');
  const told = () =>
    market.rows<{ organisationId: string; subjectId: string }>(
      `select organisation_id as "organisationId", subject_id as "subjectId" from inbox.entry where kind = $1`,
      ['competing_claim'],
    );
  for (let tries = 0; tries < 150 && (await told()).length === 0; tries += 1) await sleep(100);
  expect(await told()).toEqual([{ organisationId: factor.organisationId, subjectId: deal.id }]);
  expect(await read(deal.id)).toMatchObject({ frozenAt: null, version: 4 });
});
