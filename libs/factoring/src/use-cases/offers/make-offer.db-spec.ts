// Requests and bids on a real database: who may, how many at once, what others see of it, and how it ends.
import { ManualClock, newId } from '#kernel';
import { type Actor, NO_ONE } from '#platform';
import { ApplicationModule } from '../../../../../apps/application';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealStore } from '../../data/deal.store';
import { NoticeStore } from '../../data/notice.store';
import { OfferStore } from '../../data/offer.store';
import { RequestStore } from '../../data/request.store';
import { keyed, MarketUnderTest, plain, START } from '../../testing/market-under-test';
import { Expire } from '../expire';
import { RequestQueries } from '../requests/requests.queries';
import { WithdrawRequest } from '../requests/withdraw-request';
import { ComparisonQueries } from './comparison.queries';
import { OfferQueries } from './offers.queries';
import { PricePreview } from './price-preview';
import { WithdrawOffer } from './withdraw-offer';

let database: TestDatabase;
let market: MarketUnderTest;
let clock: ManualClock;
let supplier: Actor;
let debtor: Actor;
let factor: Actor;
let bank: Actor;

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
  factor = await market.financier([debtor], '80000');
  bank = await market.financier([debtor]);
});
beforeEach(() => clock.stepTo(START));
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const amount = (text: string) => ({ amount: text, currency: 'CNY' });
const openOne = async (over: object = {}) =>
  market.open(supplier, [await market.receivable(supplier, debtor)], [factor, bank], over);
const codeOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('a financing request', () => {
  it('asks for all that is free, is seen by those addressed, and shows each only its own side', async () => {
    const request = await openOne();
    expect(request).toMatchObject({
      state: 'open',
      total: amount('100000.00'),
      closesAt: '2026-06-08T02:00:00.000Z',
      headroom: null,
      roomForIt: null,
      actions: ['request.withdraw'],
    });
    expect(request.financiers).toHaveLength(2);
    const queries = market.nest.get(RequestQueries);
    const seen = await queries.byId(factor, request.id);
    expect(seen).toMatchObject({
      financiers: null,
      roomForIt: amount('80000.00'),
      headroom: [{ asked: amount('100000.00'), limit: amount('80000.00'), headroom: amount('80000.00') }],
      items: [{ state: 'confirmed', claimed: amount('0.00'), free: amount('100000.00') }],
      actions: ['offer.create'],
    });
    for (const stranger of [debtor, await market.financier([]), { ...factor, scope: NO_ONE }])
      expect(await codeOf(queries.byId(stranger, request.id))).toBe('factoring.request_not_found');
  });

  it('names every receivable that cannot be offered, and why', async () => {
    const good = await market.receivable(supplier, debtor);
    const soon = await market.receivable(supplier, debtor, { dueDate: '2026-06-05' });
    const work = market.open(supplier, [good, soon, good], [factor]);
    await expect(work).rejects.toMatchObject({
      code: 'factoring.items_refused',
      details: { refused: 2, given: 3 },
      errors: [
        { pointer: '/receivables/1', rule: 'factoring.tenor_too_short' },
        { pointer: '/receivables/2', rule: 'factoring.receivable_twice' },
      ],
    });
  });

  it('is refused for what is not the supplier’s, and to whom is no financier', async () => {
    const id = await market.receivable(supplier, debtor);
    expect(await codeOf(market.open(debtor, [id], [factor]))).toBe('factoring.receivable_not_found');
    expect(await codeOf(market.open(supplier, [newId(1)], [factor]))).toBe('factoring.receivable_not_found');
    for (const nobody of [debtor, supplier, { ...factor, organisationId: newId(1) }])
      expect(await codeOf(market.open(supplier, [id], [nobody]))).toBe('factoring.financier_unknown');
    const closing = (closesAt: string) => codeOf(market.open(supplier, [id], [factor], { closesAt }));
    expect(await closing('2026-06-01T02:00:00Z')).toBe('factoring.closing_in_past');
    expect(await closing('2026-08-30T16:00:01Z')).toBe('factoring.closing_after_due');
  });

  it('is withdrawn with its offers turned down, once', async () => {
    const request = await openOne();
    const offer = await market.offer(factor, request.id);
    const withdraw = (actor: Actor) => market.nest.get(WithdrawRequest).execute(plain(actor), request.id);
    expect(await codeOf(withdraw(factor))).toBe('factoring.request_not_found');
    expect(await withdraw(supplier)).toMatchObject({ state: 'withdrawn', version: 2, actions: [] });
    expect(await codeOf(withdraw(supplier))).toBe('factoring.request_not_open');
    expect(await codeOf(market.accept(supplier, offer.id))).toBe('factoring.request_not_open');
    expect(await codeOf(market.offer(bank, request.id))).toBe('factoring.request_not_open');
  });
});

describe('an offer', () => {
  it('defaults what the law says and shows what may be done with it', async () => {
    const request = await openOne();
    const fees = [{ name: 'handling', amount: amount('12.5') }];
    const offer = await market.offer(bank, request.id, { recourse: 'without', fees });
    expect(offer).toMatchObject({
      state: 'live',
      dayCount: 'ACT/360',
      surplusTo: 'financier',
      advance: amount('80000.00'),
      feesTotal: amount('12.50'),
      fees: [{ name: 'handling', amount: amount('12.50') }],
      actions: ['offer.withdraw'],
    });
    const { items } = await market.nest
      .get(OfferQueries)
      .page(supplier, { requestId: request.id, limit: 10 });
    expect(items).toEqual([{ ...offer, actions: ['offer.accept'] }]);
  });

  it('is one at a time, however many are sent together', async () => {
    const request = await openOne();
    const twenty = Array.from({ length: 20 }, () => codeOf(market.offer(bank, request.id)));
    const codes = await Promise.all(twenty);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['done', 'factoring.offer_already_live']));
    const [row] = await market.rows(
      'select count(*)::int as live from factoring.offer where request_id = $1',
      [request.id],
    );
    expect(row).toEqual({ live: 1 });
  });

  it('answers its key again, also when it could not be made any more, and keeps no key of a refusal', async () => {
    const request = await openOne();
    const command = keyed(bank, request.id);
    const until = { validUntil: '2026-06-02T02:00:00Z' };
    const both = await Promise.all([
      market.offer(bank, request.id, until, command),
      market.offer(bank, request.id, until, command),
    ]);
    clock.moveTo(new Date('2026-06-20T02:00:00Z'));
    expect(await market.offer(bank, request.id, until, command)).toEqual(both[0]);
    expect(both[1]).toEqual(both[0]);
    const late = keyed(bank, `late ${request.id}`);
    const good = await openOne();
    const codes = await Promise.all([
      codeOf(market.offer(bank, request.id, {}, late)),
      codeOf(market.offer(bank, good.id, {}, keyed(bank, good.id))),
    ]);
    expect(codes).toEqual(['factoring.request_expired', 'done']);
    const kept = await market.rows('select key from platform.idempotency_key where key like $1', ['late %']);
    expect(kept).toEqual([]);
  });

  it.each([
    ['factoring.limit_too_small', { advanceRate: '0.9' }],
    ['factoring.no_net_cash', { fees: [{ name: 'a', amount: amount('80000') }] }],
    ['factoring.validity_in_past', { validUntil: '2026-06-01T02:00:00Z' }],
    ['factoring.advance_rate_out_of_range', { advanceRate: '0' }],
    ['kernel.amount_too_precise', { fees: [{ name: 'a', amount: amount('0.001') }] }],
  ])('is refused: %s', async (code, over) => {
    const request = await openOne();
    expect(await codeOf(market.offer(factor, request.id, over))).toBe(code);
  });

  it('is for those who were asked, and tells the headroom that is missing', async () => {
    const request = await openOne();
    const uninvited = await market.financier([debtor]);
    expect(await codeOf(market.offer(uninvited, request.id))).toBe('factoring.request_not_found');
    expect(await codeOf(market.offer(bank, newId(1)))).toBe('factoring.request_not_found');
    await expect(market.offer(factor, request.id, { advanceRate: '0.9' })).rejects.toMatchObject({
      details: { wanted: amount('90000.00'), headroom: amount('80000.00') },
    });
  });

  it('is withdrawn by its financier, who may then make another', async () => {
    const request = await openOne();
    const offer = await market.offer(bank, request.id);
    const withdraw = (actor: Actor) => market.nest.get(WithdrawOffer).execute(plain(actor), offer.id);
    expect(await codeOf(withdraw(supplier))).toBe('factoring.offer_not_found');
    expect(await codeOf(withdraw(factor))).toBe('factoring.offer_not_found');
    expect(await withdraw(bank)).toMatchObject({ state: 'withdrawn', version: 2, actions: [] });
    expect(await codeOf(withdraw(bank))).toBe('factoring.offer_not_live');
    expect(await codeOf(market.accept(supplier, offer.id))).toBe('factoring.offer_not_live');
    expect(await codeOf(market.offer(bank, request.id))).toBe('done');
  });
});

describe('what is seen of offers', () => {
  it('is compared for the supplier alone; a financier sees its own', async () => {
    const request = await openOne();
    const dear = await market.offer(bank, request.id, { advanceRate: '0.9', rateAnnual: '0.09' });
    const cheap = await market.offer(factor, request.id);
    const comparisons = market.nest.get(ComparisonQueries);
    const shown = await comparisons.compare(supplier, request.id);
    expect(shown).toMatchObject({
      valueDate: '2026-06-01',
      offers: [
        { offer: { id: dear.id }, rankByNetCash: 1, rankByRate: 2, bestNetCash: true, bestRate: false },
        {
          offer: { id: cheap.id, actions: ['offer.accept'] },
          price: { netCash: amount('80000.00'), allInRate: '0.062236', noRateReason: null },
          bestRate: true,
        },
      ],
    });
    for (const stranger of [factor, bank, debtor])
      expect(await codeOf(comparisons.compare(stranger, request.id))).toBe('factoring.request_not_found');
    const own = await market.nest.get(OfferQueries).page(factor, { requestId: request.id, limit: 10 });
    expect(own.items.map(({ id }) => id)).toEqual([cheap.id]);
    await market.accept(supplier, cheap.id);
    clock.moveTo(new Date('2027-01-01T00:00:00Z'));
    expect((await comparisons.compare(supplier, request.id)).valueDate).toBe('2026-06-01');
  });

  it('is foreseen: the price before the bid is the price in the comparison', async () => {
    const request = await openOne();
    const terms = { advanceRate: '0.9', rateAnnual: '0.09', recourse: 'with' } as const;
    const fees = [{ name: 'service', amount: amount('150.00') }];
    const preview = (actor: Actor, over: object = {}) =>
      market.nest.get(PricePreview).of(actor, request.id, { ...terms, ...over });
    const foreseen = await preview(bank, { fees: '150' });
    const offer = await market.offer(bank, request.id, { ...terms, fees });
    const { valueDate, offers } = await market.nest.get(ComparisonQueries).compare(supplier, request.id);
    expect(offers.find((one) => one.offer.id === offer.id)?.price).toEqual(foreseen.price);
    expect(foreseen.valueDate).toBe(valueDate);
    expect((await preview(bank, { recourse: 'without' })).price.released).toEqual(amount('0.00'));
    for (const stranger of [await market.financier([debtor]), debtor])
      expect(await codeOf(preview(stranger))).toBe('factoring.request_not_found');
    expect(await codeOf(preview(bank, { advanceRate: '1.01' }))).toBe('factoring.advance_rate_out_of_range');
    expect(await codeOf(preview(bank, { rateAnnual: '1.5' }))).toBe('factoring.rate_out_of_range');
    expect(await codeOf(preview(bank, { fees: '-1' }))).toBe('factoring.fee_invalid');
  });

  it('is nothing for an empty scope, in every store', async () => {
    const request = await openOne();
    const offer = await market.offer(bank, request.id);
    const deal = await market.accept(supplier, offer.id);
    const live = await openOne();
    await market.offer(bank, live.id);
    const on = market.db.reads;
    const [requests, offers] = [market.nest.get(RequestStore), market.nest.get(OfferStore)];
    const [deals, notices] = [market.nest.get(DealStore), market.nest.get(NoticeStore)];
    const reads = (scope: Actor['scope']) =>
      Promise.all([
        requests.byIds(on, scope, [request.id]),
        requests.page(on, scope, { limit: 1 }),
        requests.items(on, scope, [request.id]),
        requests.financiers(on, scope, [request.id]),
        offers.byIds(on, scope, [offer.id]),
        offers.ofRequests(on, scope, [request.id]),
        offers.page(on, scope, { limit: 1 }),
        offers.liveCounts(on, scope, [live.id], START),
        deals.byIds(on, scope, [deal.id]),
        deals.page(on, scope, { limit: 1 }),
        deals.items(on, scope, [deal.id]),
        notices.page(on, scope, { limit: 1 }),
        notices.ofDeals(on, scope, [deal.id]),
      ]);
    expect((await reads(NO_ONE)).every((rows) => rows.length === 0)).toBe(true);
    expect((await reads(bank.scope)).every((rows) => rows.length > 0)).toBe(true);
  });
});

describe('time', () => {
  it('ends open requests and live offers, with a deed for each, and leaves the rest', async () => {
    const soon = await openOne({ closesAt: '2026-06-01T03:00:00Z' });
    const third = await market.financier([debtor]);
    const late = await market.open(supplier, [await market.receivable(supplier, debtor)], [bank, third]);
    const [lapsing, lasting, closing] = [
      await market.offer(bank, late.id, { validUntil: '2026-06-01T03:00:00Z' }),
      await market.offer(third, late.id),
      await market.offer(bank, soon.id),
    ];
    clock.moveTo(new Date('2026-06-01T03:00:00Z'));
    await market.nest.get(Expire).execute();
    await market.nest.get(Expire).execute();
    const states = await market.rows<{ id: string; state: string; version: number }>(
      `select id, state, version from factoring.offer where id = any($1)
       union all select id, state, version from factoring.request where id = any($1)`,
      [[lapsing.id, lasting.id, closing.id, soon.id, late.id]],
    );
    const of = (id: string) => states.find((row) => row.id === id);
    expect(of(lapsing.id)).toMatchObject({ state: 'lapsed', version: 2 });
    expect(of(closing.id)).toMatchObject({ state: 'lapsed', version: 2 });
    expect(of(lasting.id)).toMatchObject({ state: 'live', version: 1 });
    expect(of(soon.id)).toMatchObject({ state: 'expired', version: 2 });
    expect(of(late.id)).toMatchObject({ state: 'open', version: 1 });
    const ids = [lapsing.id, closing.id, soon.id];
    const [row] = await market.rows(
      'select count(*)::int as deeds from audit.deed where subject_id = any($1) and subject_version = 2',
      [ids],
    );
    expect(row).toEqual({ deeds: 3 });
  });
});
