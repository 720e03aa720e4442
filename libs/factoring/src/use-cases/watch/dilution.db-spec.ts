// Two deals on one receivable that a credit note reached: what each of them sees, who lets it go on, and what stays frozen.
import { ManualClock, newId } from '#kernel';
import { type Actor, Events } from '#platform';
import { ApplicationModule } from '../../../../../apps/application';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { dealDiluted, offerDiluted } from '../../factoring.events';
import { MarketUnderTest, plain, START } from '../../testing/market-under-test';
import { DealQueries } from '../deals/deals.queries';
import { FreezeDeals } from '../deals/freeze-deals';
import { AcknowledgeDilution } from './acknowledge-dilution';
import { DilutionQueries } from './dilution.queries';
import { TellDilution } from './tell-dilution';
import { TellOffers } from './tell-offers';

let database: TestDatabase;
let market: MarketUnderTest;
let supplier: Actor;
let debtor: Actor;
let first: Actor;
let second: Actor;

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
  [first, second] = [await market.financier([debtor]), await market.financier([debtor])];
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const dealOn = async (receivableId: string, financier: Actor, amount: string) => {
  const receivables = [{ receivableId, amount: { amount, currency: 'CNY' } }];
  const request = await market.open(supplier, [], [financier], { receivables });
  return (await market.accept(supplier, (await market.offer(financier, request.id)).id)).id;
};

/** As receivables leaves it: frozen, with the correction in its book. */
async function diluted(receivableId: string): Promise<string> {
  const id = newId(1);
  await market.rows(`update receivables.receivable set state = 'frozen' where id = $1 returning 1`, [
    receivableId,
  ]);
  await market.rows(
    `insert into receivables.correction (id, supplier_id, receivable_id, document_id, correction_key, kind, number,
       issue_date, basis, amount, applied, excess, currency, recorded_at)
     values ($1, $2, $3, $4, $5, 'credit_note', 'CN-1', '2026-06-01', 'reference', 100, 0, 100, 'CNY', $6)`,
    [id, supplier.organisationId, receivableId, newId(1), `C:${id}`, market.clock.now()],
  );
  return id;
}
const told = (receivableId: string, correctionId: string) =>
  market.nest.get(TellDilution).execute({
    ...{ receivableId, correctionId, supplierId: supplier.organisationId, debtorId: debtor.organisationId },
    ...{ currency: 'CNY', applied: '0.00', excess: '100.00', claimed: '100000.00' },
  });
const deal = (id: string) => market.nest.get(DealQueries).byId(supplier, id);
const acknowledge = (by: Actor, dealId: string, receivableId: string) =>
  market.nest.get(AcknowledgeDilution).execute(plain(by), dealId, { receivableId, reason: 'known' });
const stateOf = async (id: string) =>
  (await market.rows<{ state: string }>('select state from receivables.receivable where id = $1', [id]))[0]
    ?.state;

it('is acknowledged by every deal before the receivable is free, and told again it freezes nothing', async () => {
  const receivableId = await market.receivable(supplier, debtor);
  const [one, other] = [
    await dealOn(receivableId, first, '60000.00'),
    await dealOn(receivableId, second, '30000.00'),
  ];
  const open = await market.open(supplier, [receivableId], [first]);
  const { id: offerId } = await market.offer(first, open.id);
  const correctionId = await diluted(receivableId);
  const emit = jest.spyOn(market.nest.get(Events), 'emit');
  await told(receivableId, correctionId);
  const facts = emit.mock.calls.flatMap(([, event, payloads]) =>
    [dealDiluted.name, offerDiluted.name].includes(event.name) ? payloads : [],
  );
  emit.mockRestore();
  expect(facts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ dealId: one, funded: 'no' }),
      expect.objectContaining({ dealId: other, funded: 'no' }),
      expect.objectContaining({ offerId, financierId: first.organisationId }),
    ]),
  );
  expect(await deal(one)).toMatchObject({ frozenByCorrectionId: correctionId, frozenByFilingId: null });

  await expect(acknowledge(second, one, receivableId)).rejects.toMatchObject({
    code: 'factoring.deal_not_found',
  });
  await expect(acknowledge(supplier, one, receivableId)).rejects.toMatchObject({
    code: 'factoring.deal_not_found',
  });
  expect(await acknowledge(first, one, receivableId)).toMatchObject({ released: false });
  expect(await deal(one)).toMatchObject({ frozenAt: null, frozenByCorrectionId: null });
  expect(await stateOf(receivableId)).toBe('frozen');
  await told(receivableId, correctionId);
  expect(await deal(one)).toMatchObject({ frozenAt: null });
  await expect(acknowledge(first, one, receivableId)).rejects.toMatchObject({
    code: 'factoring.dilution_not_open',
  });

  expect(await acknowledge(second, other, receivableId)).toMatchObject({ released: true });
  expect(await stateOf(receivableId)).toBe('confirmed');
  await told(receivableId, correctionId);
  expect(await deal(other)).toMatchObject({ frozenAt: null });
  const seen = await market.nest.get(DilutionQueries).ofDeal(second, other);
  expect(seen).toMatchObject({
    items: [{ open: false, acknowledgements: [{ reason: 'known' }] }],
    actions: [],
  });
});

it('tells both sides of live offers on a receivable that is not financed, and of no others', async () => {
  const receivableId = await market.receivable(supplier, debtor);
  const open = await market.open(supplier, [receivableId], [first, second]);
  const [{ id: live }, { id: taken }] = [
    await market.offer(first, open.id),
    await market.offer(second, open.id),
  ];
  await market.rows(
    `update factoring.offer set state = 'withdrawn', ended_at = $2, version = version + 1 where id = $1 returning 1`,
    [taken, market.clock.now()],
  );
  const emit = jest.spyOn(market.nest.get(Events), 'emit');
  await market.nest.get(TellOffers).execute(receivableId);
  await market.nest.get(TellOffers).execute(newId(1));
  const facts = emit.mock.calls.flatMap(([, { name }, payloads]) =>
    name === offerDiluted.name ? payloads : [],
  );
  emit.mockRestore();
  expect(facts).toEqual([
    {
      ...{ offerId: live, requestId: open.id, receivableId },
      ...{ supplierId: supplier.organisationId, financierId: first.organisationId },
    },
  ]);
});

it('leaves a deal frozen that a competing registration holds up too', async () => {
  const receivableId = await market.receivable(supplier, debtor);
  const id = await dealOn(receivableId, first, '50000.00');
  const correctionId = await diluted(receivableId);
  await told(receivableId, correctionId);
  const user = await market.member('registry_user');
  const filing = await market.file(user, [receivableId], 'First Bank');
  const [{ key } = { key: '' }] = await market.rows<{ key: string }>(
    'select asset_key as key from factoring.deal_item where deal_id = $1',
    [id],
  );
  await market.nest.get(FreezeDeals).execute({ filingId: filing.id, assetKeys: [key] });
  expect(await deal(id)).toMatchObject({ frozenByFilingId: filing.id, frozenByCorrectionId: correctionId });
  await acknowledge(first, id, receivableId);
  expect(await deal(id)).toMatchObject({ frozenByFilingId: filing.id, frozenByCorrectionId: null });
  expect((await deal(id)).frozenAt).not.toBeNull();
});

it('waits for the newest credit note, and for every receivable of the deal', async () => {
  const [one, two] = [await market.receivable(supplier, debtor), await market.receivable(supplier, debtor)];
  const request = await market.open(supplier, [one, two], [first]);
  const { id } = await market.accept(supplier, (await market.offer(first, request.id)).id);
  for (const receivableId of [one, two]) await told(receivableId, await diluted(receivableId));
  expect(await acknowledge(first, id, one)).toMatchObject({ released: true });
  expect((await deal(id)).frozenAt).not.toBeNull();
  await diluted(two);
  await acknowledge(first, id, two);
  expect(await deal(id)).toMatchObject({ frozenAt: null, frozenByCorrectionId: null });
  const again = await diluted(two);
  await told(two, again);
  expect(await deal(id)).toMatchObject({ frozenByCorrectionId: again });
});

it('is closed by another than whoever caused it, also in the database', async () => {
  const receivableId = await market.receivable(supplier, debtor);
  const id = await dealOn(receivableId, first, '10000.00');
  const correctionId = await diluted(receivableId);
  const closing = market.rows(
    `insert into factoring.dilution_acknowledgement values ($1, $2, $3, $4, $5, 'mine', $6, $5, $7)`,
    [newId(1), id, receivableId, correctionId, supplier.organisationId, supplier.userId, market.clock.now()],
  );
  await expect(closing).rejects.toThrow('dilution_acknowledged_by_another');
});
