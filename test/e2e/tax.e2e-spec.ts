// Invoices are checked with the tax bureau: on request, before money goes out, and again later; what it holds as reversed
// reaches the deal, and the deal goes on once the financier has acknowledged that.
import { RecheckTax } from '#factoring';
import { COLLEAGUE, instructed } from './money';
import { RISK, TaxMarket, until } from './tax-market';
import { DAY } from './world';

const [SOUND, RED] = ['26322000001098765501', '26322000001098765502'] as const;
interface DealSeen {
  readonly frozenAt: string | null;
  readonly frozenByCorrectionId: string | null;
  readonly state: string;
}
interface Dilution {
  readonly items: readonly { readonly open: boolean; readonly excess: object; readonly state: string }[];
  readonly actions: readonly string[];
}

describe('tax verification', () => {
  let market: TaxMarket;
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const release = async (payoutId: string) =>
    (await market.world.client(COLLEAGUE)).post<{ state: string }>(`/payouts/${payoutId}/check`, {
      decision: 'release',
    });

  beforeAll(async () => {
    market = await TaxMarket.start();
  });
  afterAll(() => market.world.close());

  it('answers for an invoice, and keeps question and answer', async () => {
    const id = await market.invoice(SOUND);
    expect(await market.panel(id)).toMatchObject({ standing: 'unchecked', left: 5, quota: 5, checks: [] });
    const panel = await market.checked(id);
    expect(panel).toMatchObject({
      ...{ standing: 'good', left: 4 },
      checks: [{ reason: 'request', result: { kind: 'equal', why: null } }],
    });
    expect(panel.checks[0]?.result?.rawHash).toMatch(/^[0-9a-f]{64}$/);
    expect(market.bureau.asked).toMatchObject([{ number: SOUND, code: null, total: cny('113000.00') }]);

    const dealId = await market.deal(id);
    market.world.clock.advance(2 * DAY);
    expect(await market.tax(dealId)).toMatchObject({ basis: 'missing', items: [{ standing: 'stale' }] });
    const payout = await instructed(market.world, dealId);
    await until(
      () => market.tax(dealId),
      ({ basis }) => basis === 'checked',
    );
    const [answer] = (await market.panel(id)).checks;
    expect(answer).toMatchObject({ reason: 'payout', result: { kind: 'equal' } });
    const tax = { taxBasis: 'checked', taxCheckedAt: answer?.result?.answeredAt, taxWaiverReason: null };
    const unreleased = { taxBasis: null, taxCheckedAt: null };
    expect(await market.seen(COLLEAGUE, `/payouts/${payout.id}`)).toMatchObject(unreleased);
    expect(await release(payout.id)).toMatchObject({ state: 'released', ...tax });
    market.world.clock.advance(2 * DAY);
    expect(await market.seen(COLLEAGUE, `/payouts/${payout.id}`)).toMatchObject(tax);
    await market.answered(id);
  });

  it('finds a red letter, which freezes the deal until the financier acknowledges it', async () => {
    const id = await market.invoice(RED, '260000.00');
    const dealId = await market.deal(id);
    market.bureau.reversed(RED, '26322000009900000001', '13000.00');
    const risk = await market.world.client(RISK);
    expect(await risk.post(`/deals/${dealId}/tax-checks`, {})).toMatchObject({ basis: 'missing' });
    const frozen = await until(
      () => market.seen<DealSeen>('jiangnan', `/deals/${dealId}`),
      ({ frozenAt }) => frozenAt !== null,
    );
    expect(frozen.frozenByCorrectionId).not.toBeNull();
    expect(await market.seen('mingyuan', `/receivables/${id}`)).toMatchObject({
      ...{ state: 'frozen', payable: cny('293800.00') },
      corrections: [{ number: '26322000009900000001', applied: cny('0.00'), excess: cny('13000.00') }],
    });
    expect(await market.seen<Dilution>(RISK, `/deals/${dealId}/dilution`)).toMatchObject({
      ...{ items: [{ open: true, excess: cny('13000.00') }], actions: ['acknowledge_dilution'] },
    });

    const given = { receivableId: id, reason: '折让已核实，风险可控' };
    expect(await risk.post(`/deals/${dealId}/dilution-acknowledgement`, given)).toMatchObject({
      released: true,
    });
    expect(await market.seen('mingyuan', `/receivables/${id}`)).toMatchObject({ state: 'confirmed' });
    expect(await market.seen('jiangnan', `/deals/${dealId}`)).toMatchObject({
      ...{ frozenAt: null, frozenByCorrectionId: null },
    });
    expect(await market.seen<Dilution>(RISK, `/deals/${dealId}/dilution`)).toMatchObject({
      ...{ items: [{ open: false, acknowledgements: [{ reason: given.reason }] }], actions: [] },
    });

    await risk.post(`/deals/${dealId}/tax-checks`, {});
    await until(
      () => market.tax(dealId),
      ({ basis }) => basis === 'checked',
    );
    const payout = await instructed(market.world, dealId);
    expect(await release(payout.id)).toMatchObject({ state: 'released' });
    await market.answered(id);
  });

  it('is repeated for financed invoices when their turn has come', async () => {
    const before = market.bureau.asked.length;
    const recheck = market.world.app.app.get(RecheckTax, { strict: false });
    await recheck.execute();
    market.world.clock.advance(8 * DAY);
    await recheck.execute();
    await recheck.execute();
    await until(
      () => Promise.resolve(market.bureau.asked.length),
      (asked) => asked === before + 2,
    );
  });
});
