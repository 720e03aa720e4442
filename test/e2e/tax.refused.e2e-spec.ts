// Nobody is paid on an invoice that the tax bureau does not stand by, asks it more than it allows, or closes what he has
// caused himself.
import { verifyBooks } from '../../apps/application';
import { COLLEAGUE, instructed, OPERATIONS, proposedAccount } from './money';
import { expectRefused, get, post } from './refusal';
import { NOBODYS } from './stock';
import { RISK, TaxMarket, until } from './tax-market';
import { DAY, HOUR } from './world';

const number = (last: number) => `263220000010987655${String(last).padStart(2, '0')}`;

describe('tax verification that refuses', () => {
  let market: TaxMarket;
  const check = (receivableId: string) => post('/tax-checks', { receivableIds: [receivableId] });
  const release = (payoutId: string) => post(`/payouts/${payoutId}/check`, { decision: 'release' });
  const colleague = () => market.world.as(COLLEAGUE);
  const frozen = (dealId: string) =>
    until(
      () => market.seen<{ frozenAt: string | null }>('jiangnan', `/deals/${dealId}`),
      ({ frozenAt }) => frozenAt !== null,
    );

  beforeAll(async () => {
    market = await TaxMarket.start();
  });
  afterAll(async () => {
    expect(Object.values(await verifyBooks(market.world.app.app)).flat()).toEqual([]);
    await market.world.close();
  });

  it('the sixth check of a day, and takes the first of the next', async () => {
    const id = await market.invoice(number(1), '100000.00');
    market.bureau.mood = 'full';
    await market.checked(id);
    market.bureau.mood = 'broken';
    expect((await market.checked(id)).checks[0]?.result).toMatchObject({
      kind: 'unavailable',
      why: 'failure',
    });
    market.bureau.mood = 'slow';
    for (const left of [2, 1, 0]) expect(await market.checked(id)).toMatchObject({ standing: 'good', left });
    market.bureau.mood = 'well';
    const supplier = await market.world.as('mingyuan');
    await expectRefused(supplier, check(id), 429, 'receivables.tax_quota_used');
    expect(market.bureau.asked).toHaveLength(5);
    market.world.clock.advance(DAY);
    expect(await market.checked(id)).toMatchObject({ left: 4 });
  });

  it('what cannot be checked, what is somebody else’s, and who may not', async () => {
    const id = await market.invoice(number(2), '61000.00');
    const foreign = await market.world.as('haichuan');
    await expectRefused(foreign, check(id), 404, 'receivables.receivable_not_found');
    await expectRefused(
      foreign,
      get(`/receivables/${id}/tax-checks`),
      404,
      'receivables.receivable_not_found',
    );
    for (const login of ['huadong.maker', 'jiangnan', 'lawyer'])
      await expectRefused(await market.world.as(login), check(id), 403, 'platform.permission_missing');
    const supplier = await market.world.as('mingyuan');
    await expectRefused(supplier, check(NOBODYS), 404, 'receivables.receivable_not_found');
    const paper = await market.invoice('MY-PAPER-1', '7300.00');
    await expectRefused(supplier, check(paper), 422, 'receivables.tax_not_verifiable');
    await expectRefused(supplier, get('/tax-queries'), 403, 'platform.permission_missing');
    const operator = await market.world.as('operator');
    await expectRefused(operator, post('/tax-results', {}), 400, 'platform.upload_not_multipart');
    const file = new FormData();
    file.append('file', new Blob(['check_id,result\r\n1,found\r\n']), 'results.csv');
    const hostile = { method: 'POST', path: '/tax-results', raw: file } as const;
    await expectRefused(operator, hostile, 422, 'receivables.tax_file_unreadable');
  });

  it('a payout on an invoice that was voided after its check', async () => {
    const id = await market.invoice(number(3), '248000.00');
    await market.checked(id);
    const dealId = await market.deal(id);
    const payout = await instructed(market.world, dealId);
    expect((await market.answered(id)).checks).toHaveLength(2);
    market.bureau.holds(number(3), { isVoid: true });
    await (await market.world.client(RISK)).post(`/deals/${dealId}/tax-checks`, {});
    await frozen(dealId);
    await expectRefused(await colleague(), release(payout.id), 422, 'settlement.deal_frozen');
    const acknowledgement = post(`/deals/${dealId}/dilution-acknowledgement`, {
      ...{ receivableId: id, reason: '已知悉' },
    });
    for (const login of ['mingyuan', OPERATIONS, 'operator'])
      await expectRefused(await market.world.as(login), acknowledgement, 403, 'platform.permission_missing');
    await expectRefused(
      await market.world.as('huitong.risk'),
      acknowledgement,
      404,
      'factoring.deal_not_found',
    );
    const risk = await market.world.as(RISK);
    const elsewhere = { ...acknowledgement, body: { receivableId: NOBODYS, reason: '已知悉' } };
    await expectRefused(risk, elsewhere, 404, 'factoring.deal_item_not_found');
    await risk.client.post(`/deals/${dealId}/dilution-acknowledgement`, {
      receivableId: id,
      reason: '已知悉',
    });
    await expectRefused(risk, acknowledgement, 409, 'factoring.dilution_not_open');
    // The invoice is void all the same, and the tax bureau says so.
    await expectRefused(await colleague(), release(payout.id), 422, 'settlement.tax_check_missing');
  });

  it('a payout without a fresh check, unless the financier waives it, and then not on worse news', async () => {
    const id = await market.invoice(number(4), '37500.00');
    await market.checked(id);
    const dealId = await market.deal(id);
    const payout = await instructed(market.world, dealId);
    await market.answered(id);
    const waiver = post(`/deals/${dealId}/tax-waiver`, { reason: '税务系统维护' });
    const risk = await market.world.as(RISK);
    await expectRefused(risk, waiver, 409, 'factoring.tax_waiver_needless');
    market.world.clock.advance(25 * HOUR);
    await expectRefused(await colleague(), release(payout.id), 422, 'settlement.tax_check_missing');
    for (const login of ['mingyuan', 'jiangnan', OPERATIONS])
      await expectRefused(await market.world.as(login), waiver, 403, 'platform.permission_missing');
    await expectRefused(await market.world.as('huitong.risk'), waiver, 404, 'factoring.deal_not_found');
    const waived = { basis: 'waived', waiverReason: '税务系统维护' };
    expect(await (await market.world.client(RISK)).post(waiver.path, waiver.body)).toMatchObject(waived);
    market.world.clock.advance(HOUR);
    market.bureau.holds(number(4), { sellerId: '91330200MAE5HC029D' });
    await market.checked(id);
    expect(await market.tax(dealId)).toMatchObject({ basis: 'missing', items: [{ standing: 'bad' }] });
    await expectRefused(await colleague(), release(payout.id), 422, 'settlement.tax_check_missing');
    await (await market.world.client(RISK)).post(waiver.path, { reason: '销方更名，已核实' });
    const released = await (
      await colleague()
    ).client.post(`/payouts/${payout.id}/check`, { decision: 'release' });
    const paidOn = { taxBasis: 'waived', taxCheckedAt: null, taxWaiverReason: '销方更名，已核实' };
    expect(released).toMatchObject({ state: 'released', ...paidOn });
  });

  it('an account that somebody proposes between acceptance and payout', async () => {
    const id = await market.invoice(number(5), '459000.00');
    await market.checked(id);
    const dealId = await market.deal(id);
    const swapped = await proposedAccount(market.world, 'mingyuan', '622200666666');
    const payout = await instructed(market.world, dealId);
    expect(payout).toMatchObject({ toAccount: expect.stringMatching(/0001$/) as string });
    await (
      await market.world.client('operator')
    ).post(`/accounts/${swapped}/verification`, { decision: 'verified' });
    await expectRefused(await colleague(), release(payout.id), 409, 'settlement.payout_account_changed');
  });
});
