// The acceptance on a real database: all of it happens, or none of it.
import { ManualClock } from '#kernel';
import { type Actor, NO_ONE, query } from '#platform';
import { Receivables } from '#receivables';
import { Filings } from '#registry';
import { Limits } from '#risk';
import { ApplicationModule } from '../../../../../apps/application';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { keyed, MarketUnderTest, START } from '../../testing/market-under-test';
import { FreezeDeals } from './freeze-deals';
import { DealQueries } from './deals.queries';
import { NoticeQueries } from './notices.queries';

let database: TestDatabase;
let market: MarketUnderTest;
let clock: ManualClock;
let supplier: Actor;
let debtor: Actor;
let other: Actor;
let factor: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = new ManualClock(START);
  const settings = { poolSize: 8, logLevel: 'silent', production: false, stateDir: '/nonexistent', clock };
  market = await MarketUnderTest.start(
    ApplicationModule.for({ databaseUrl: database.appUrl, ...settings }),
    clock,
  );
  supplier = await market.member('supplier');
  debtor = await market.member('core_enterprise');
  other = await market.member('core_enterprise');
});
beforeEach(async () => {
  clock.stepTo(START);
  factor = await market.financier([debtor, other]);
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const amount = (text: string) => ({ amount: text, currency: 'CNY' });
const bid = async (receivableIds: string[], financiers = [factor]) => {
  const request = await market.open(supplier, receivableIds, financiers);
  const offer = await market.offer(factor, request.id);
  return { request, offer };
};
const used = async (of = debtor) => {
  const key = { debtorId: of.organisationId, currency: 'CNY' };
  const lines = await market.nest.get(Limits).headroom(market.db.reads, factor.organisationId, [key]);
  return lines.get(`${of.organisationId}:CNY`)?.used.amount;
};
const counts = async () => {
  const [row] = await market.rows<object>(
    `select (select count(*) from factoring.deal)::int as deals, (select count(*) from factoring.notice)::int as notices,
       (select count(*) from registry.filing)::int as filings, (select count(*) from ledger.posting)::int as postings,
       (select count(*) from risk.exposure)::int as exposures, (select count(*) from audit.deed)::int as deeds`,
  );
  return row;
};
const deeds = async (subjectId: string) => {
  const sql = 'select action from audit.deed where subject_id = $1 order by subject_version';
  return (await market.rows<{ action: string }>(sql, [subjectId])).map(({ action }) => action);
};

describe('accepting an offer', () => {
  it('passes title, draws the limits, posts the commitment and notifies each debtor, at once', async () => {
    const ids = [
      await market.receivable(supplier, debtor),
      await market.receivable(supplier, other, { payable: '50000' }),
    ];
    const rival = await market.financier([debtor, other]);
    const { request, offer } = await bid(ids, [factor, rival]);
    const losing = await market.offer(rival, request.id, { advanceRate: '0.7' });
    const deal = await market.accept(supplier, offer.id);

    expect(deal).toMatchObject({
      state: 'accepted',
      total: amount('150000.00'),
      advance: amount('120000.00'),
      interest: amount('1820.00'),
      netCash: amount('120000.00'),
      released: amount('28180.00'),
      totalCost: amount('1820.00'),
      allInRate: '0.062237',
      valueDate: '2026-06-01',
      frozenAt: null,
    });
    expect([await used(debtor), await used(other)]).toEqual(['80000.00', '40000.00']);
    const receivables = await market.nest.get(Receivables).byIds(market.db.reads, supplier.scope, ids);
    const keys = receivables.map((one) => market.nest.get(Receivables).assetKeyOf(one));
    const claims = await market.nest.get(Filings).claims(market.db.reads, keys);
    expect([...claims.values()].map(({ claimed }) => claimed.amount).sort()).toEqual([
      '100000.00',
      '50000.00',
    ]);
    expect(receivables.every(({ state }) => state === 'confirmed')).toBe(true);
    const [filing] = await market.rows<object>(
      'select category, origin, deal_id, term_months from registry.filing where id = $1',
      [deal.filingId],
    );
    expect(filing).toEqual({ category: 'factoring', origin: 'deal', deal_id: deal.id, term_months: 9 });
    const transfers = await market.rows<object>(
      'select amount, currency from ledger.transfer where posting_id = $1',
      [deal.postingId],
    );
    expect(transfers).toEqual([{ amount: '120000.00', currency: 'CNY' }]);
    const [ended] = await market.rows<object>('select state, version from factoring.offer where id = $1', [
      losing.id,
    ]);
    expect(ended).toEqual({ state: 'rejected', version: 2 });
    expect(await deeds(request.id)).toEqual(['factoring.request_opened', 'factoring.request_closed']);
    expect(await deeds(offer.id)).toEqual(['factoring.offer_made', 'factoring.offer_accepted']);
    expect(await deeds(losing.id)).toEqual(['factoring.offer_made', 'factoring.offer_rejected']);
    expect(await deeds(deal.id)).toEqual(['factoring.deal_made']);
    expect(await deeds(deal.notices[0]?.id ?? '')).toEqual([
      'factoring.notice_issued',
      'factoring.notice_arrived',
    ]);
  });

  it('shows a debtor its own notice and nothing else, and strangers nothing', async () => {
    const ids = [await market.receivable(supplier, debtor), await market.receivable(supplier, other)];
    const deal = await market.accept(supplier, (await bid(ids)).offer.id);
    const notices = market.nest.get(NoticeQueries);
    const own = deal.notices.find(({ debtorId }) => debtorId === debtor.organisationId)?.id ?? '';
    const shown = await notices.byId(debtor, own);
    expect(shown).toMatchObject({
      state: 'arrived',
      total: amount('100000.00'),
      registrationNumber: deal.filingNumber,
      arrivedAt: START.toISOString(),
    });
    expect(shown.invoices.map(({ receivableId }) => receivableId)).toEqual([ids[0]]);
    for (const text of Object.values(shown.text)) expect(text).toContain(deal.filingNumber);
    const page = await notices.page(debtor, { limit: 200 });
    expect(new Set(page.items.map(({ debtorId }) => debtorId))).toEqual(new Set([debtor.organisationId]));
    for (const stranger of [other, supplier, { ...debtor, scope: NO_ONE }])
      await expect(notices.byId(stranger, own)).rejects.toMatchObject({ code: 'factoring.notice_not_found' });
    for (const stranger of [debtor, await market.financier([]), { ...supplier, scope: NO_ONE }])
      await expect(market.nest.get(DealQueries).byId(stranger, deal.id)).rejects.toMatchObject({
        code: 'factoring.deal_not_found',
      });
    expect(await market.nest.get(DealQueries).byId(factor, deal.id)).toEqual(deal);
    expect(await market.nest.get(DealQueries).byId(supplier, deal.id)).toEqual(deal);
  });

  it('answers the same key with the same deal', async () => {
    const { offer } = await bid([await market.receivable(supplier, debtor)]);
    const first = await market.accept(supplier, offer.id, keyed(supplier, offer.id));
    const before = await counts();
    expect(await market.accept(supplier, offer.id, keyed(supplier, offer.id))).toEqual(first);
    expect(await counts()).toEqual(before);
  });

  it('has one winner among many that want one receivable, by whatever request', async () => {
    const id = await market.receivable(supplier, debtor);
    const offers = [];
    for (let n = 0; n < 6; n += 1) offers.push((await bid([id])).offer.id);
    const all = await Promise.allSettled(
      [...offers, ...offers].map((offerId) => market.accept(supplier, offerId)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = all.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['registry.asset_claimed', 'factoring.request_not_open']));
    expect(await used()).toBe('80000.00');
  });
});

describe('an acceptance that is refused leaves nothing behind', () => {
  const refused = async (offerId: string, code: string, actor = supplier) => {
    const before = await counts();
    await expect(market.accept(actor, offerId, keyed(actor, `${offerId} ${code}`))).rejects.toMatchObject({
      code,
    });
    expect(await counts()).toEqual(before);
    expect(
      await market.rows('select from platform.idempotency_key where key = $1', [`${offerId} ${code}`]),
    ).toEqual([]);
  };
  const change = (sql: string, ...params: unknown[]) => query(market.db.reads, sql, params);

  it('to anyone but the supplier', async () => {
    const { offer } = await bid([await market.receivable(supplier, debtor)]);
    for (const stranger of [factor, debtor, await market.member('supplier')])
      await refused(offer.id, 'factoring.offer_not_found', stranger);
  });

  it('when the offer or the request has run out, before any job has noticed', async () => {
    const id = await market.receivable(supplier, debtor);
    const { offer } = await bid([id]);
    clock.moveTo(new Date(offer.validUntil));
    await refused(offer.id, 'factoring.offer_expired');
    clock.stepTo(START);
    const closesAt = new Date(START.getTime() + 3_600_000);
    const short = await market.open(supplier, [id], [factor], { closesAt: closesAt.toISOString() });
    const late = await market.offer(factor, short.id);
    clock.moveTo(closesAt);
    await refused(late.id, 'factoring.request_expired');
  });

  it('when the receivable is no longer what it was', async () => {
    const id = await market.receivable(supplier, debtor);
    const { offer } = await bid([id]);
    await change(`update receivables.receivable set state = 'frozen' where id = $1`, id);
    await refused(offer.id, 'factoring.receivable_not_confirmed');
    await change(
      `update receivables.receivable set state = 'confirmed', due_date = '2026-09-30' where id = $1`,
      id,
    );
    await refused(offer.id, 'factoring.terms_changed');
  });

  it('when less is confirmed than was offered, also in parts', async () => {
    const id = await market.receivable(supplier, debtor, { confirmed: '60000' });
    const part = (text: string) => ({ receivables: [{ receivableId: id, amount: amount(text) }] });
    const first = await market.open(supplier, [], [factor], part('40000'));
    const second = await market.open(supplier, [], [factor], part('30000'));
    const firstOffer = await market.offer(factor, first.id);
    const secondOffer = await market.offer(factor, second.id);
    await market.accept(supplier, firstOffer.id);
    await refused(secondOffer.id, 'factoring.amount_not_free');
  });

  it('when the limit no longer carries it, without telling the supplier how large it is', async () => {
    const small = await market.financier([debtor], '80000');
    const offers = [];
    for (let n = 0; n < 2; n += 1) {
      const request = await market.open(supplier, [await market.receivable(supplier, debtor)], [small]);
      offers.push(await market.offer(small, request.id));
    }
    await market.accept(supplier, offers[0]?.id ?? '');
    await refused(offers[1]?.id ?? '', 'factoring.limit_used_up');
    await expect(market.accept(supplier, offers[1]?.id ?? '')).rejects.toMatchObject({ details: {} });
  });

  it('when somebody else has registered a claim on the receivable before, which would rank first', async () => {
    const id = await market.receivable(supplier, debtor);
    const { offer } = await bid([id, await market.receivable(supplier, debtor)]);
    const { number, filedAt } = await market.file(await market.member('registry_user'), [id], 'First Bank');
    await refused(offer.id, 'registry.competing_earlier_filing');
    await expect(market.accept(supplier, offer.id)).rejects.toMatchObject({
      kind: 'conflict',
      details: { number, filedAt },
    });
  });

  it('when the financier was suspended', async () => {
    const { offer } = await bid([await market.receivable(supplier, debtor)]);
    await change(`update parties.organisation set status = 'suspended' where id = $1`, factor.organisationId);
    await refused(offer.id, 'factoring.financier_inactive');
  });
});

describe('a competing registration', () => {
  it('freezes the deals on the asset, once, and no others', async () => {
    const id = await market.receivable(supplier, debtor);
    const deal = await market.accept(supplier, (await bid([id])).offer.id);
    const apart = await market.accept(
      supplier,
      (await bid([await market.receivable(supplier, debtor)])).offer.id,
    );
    const [item] = await market.rows<{ assetKey: string }>(
      'select asset_key as "assetKey" from factoring.deal_item where deal_id = $1',
      [deal.id],
    );
    const claim = { filingId: apart.filingId, assetKeys: [item?.assetKey ?? ''] };
    await market.nest.get(FreezeDeals).execute(claim);
    clock.advance(1000);
    await market.nest.get(FreezeDeals).execute(claim);
    const read = (dealId: string) => market.nest.get(DealQueries).byId(supplier, dealId);
    expect(await read(deal.id)).toMatchObject({
      frozenAt: START.toISOString(),
      frozenByFilingId: apart.filingId,
      version: 2,
    });
    expect(await read(apart.id)).toMatchObject({ frozenAt: null, version: 1 });
    expect(await deeds(deal.id)).toEqual(['factoring.deal_made', 'factoring.deal_frozen']);
  });
});
