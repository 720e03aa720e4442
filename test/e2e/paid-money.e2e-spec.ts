// The story from title to money, to the cent: an advance is paid out, comes back, is paid again; the debtor pays in
// parts, late, too much and without a word; the surplus goes to the supplier and the deal is settled.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyBooks } from '../../apps/application';
import { castOrganisation } from '../../apps/demonstration/cast';
import { ask, receivable, setLimit } from '../../apps/demonstration/steps';
import { confirmedBill } from './bills';
import {
  COLLEAGUE,
  imported,
  instructed,
  OPERATIONS,
  type Payout,
  released,
  secondPerson,
  StatedAccount,
  verifiedAccount,
} from './money';
import { HandItem, type HandShares, sumOf } from './money-by-hand';
import { centsOf, text } from './price-by-hand';
import type * as shown from './shown';
import { DAY, startWorld, type World } from './world';

const TERMS = { advanceRate: '0.9', rateAnnual: '0.0385', recourse: 'with' } as const;
const BY_HAND = {
  ...{ advanceRate: 900_000n, rateAnnual: 38_500n, yearDays: 360n },
  feesCents: centsOf('1250.50'),
};
const FUNDED_ON = '2026-11-25';
/** 2027-02-01 is a Monday, 2027-01-15 a Friday; the festival of 2027 begins on the fifth of February. */
const [LONG, SHORT] = ['MY-2026-3107', 'MY-2026-4458'];
const [LONG_DUE, SHORT_DUE] = ['2027-02-01', '2027-01-15'];

interface Allocation extends Record<keyof HandShares, { amount: string }> {
  readonly receivableId: string;
  readonly rule: string;
}
interface Payment {
  readonly allocations: readonly Allocation[];
  readonly free: { amount: string };
  readonly overpaid: { amount: string };
  readonly suggestion: { readonly rule: string; readonly automatic: boolean } | null;
  readonly actions: readonly string[];
}
interface Statement {
  readonly state: string;
  readonly sums: Readonly<Record<string, { amount: string }>>;
  readonly items: readonly { receivableId: string; outstanding: { amount: string } }[];
}

describe('a deal is paid and collected', () => {
  let world: World;
  let account: StatedAccount;
  let dealId: string;
  let filingId: string;
  let [long, short] = ['', ''];
  const [longByHand, shortByHand] = [
    new HandItem(BY_HAND, centsOf('113000.00'), LONG_DUE),
    new HandItem(BY_HAND, centsOf('56500.00'), SHORT_DUE),
  ];
  const used: HandShares[] = [];
  const netCash = text(longByHand.principal + shortByHand.principal - BY_HAND.feesCents);
  const debtor = castOrganisation('huadong').legalName;

  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const statement = async (login = 'mingyuan') =>
    (await world.client(login)).get<Statement>(`/deals/${dealId}/statement`);
  const payment = async (id: string | undefined) =>
    (await world.client(OPERATIONS)).get<Payment>(`/payments/${id ?? ''}`);
  const sharesOf = ({ allocations }: Payment) =>
    allocations.map(({ principal, interest, surplus }) => ({
      principal: principal.amount,
      interest: interest.amount,
      surplus: surplus.amount,
    }));
  /** What the product made of a payment is what the hand makes of it. */
  const expectUsed = async (id: string | undefined, ...parts: readonly HandShares[]) => {
    const seen = await payment(id);
    expect(sharesOf(seen)).toEqual(parts);
    used.push(...parts);
    return seen;
  };
  const onDay = (day: string) => world.clock.moveTo(new Date(`${day}T02:00:00Z`));

  beforeAll(async () => {
    world = await startWorld();
    account = new StatedAccount(world, '622200020001');
    await secondPerson(world);
    await verifiedAccount(world, 'mingyuan', '622200010001');
    await verifiedAccount(world, 'jiangnan', '622200020001');
    await setLimit(await world.client('jiangnan.risk'), world.idOf('huadong'), cny('5000000'));
    long = await confirmedBill(world, { number: LONG, due: LONG_DUE });
    short = await confirmedBill(world, { number: SHORT, due: SHORT_DUE, net: '50000.00' });
    const supplier = await world.client('mingyuan');
    const { id: requestId } = await ask(supplier, [long, short], [world.idOf('jiangnan')]);
    const offer = { requestId, ...TERMS, dayCount: 'ACT/360', validUntil: world.later(5 * DAY) };
    const fees = [{ name: '手续费', amount: cny('1250.50') }];
    const { id } = await (await world.client('jiangnan')).post<{ id: string }>('/offers', { ...offer, fees });
    const deal = await supplier.post<shown.Deal>(`/offers/${id}/acceptance`, {});
    [dealId, filingId] = [deal.id, deal.filingId];
    expect(deal.netCash).toEqual(cny(netCash));
    await (
      await world.client('jiangnan.risk')
    ).post(`/deals/${dealId}/registration-waiver`, { reason: '已登记在途' });
  });
  afterAll(() => world.close());

  it('is paid out by two people, from and to verified accounts, and the bank’s debit makes it funded', async () => {
    const payout = await instructed(world, dealId);
    expect(payout).toMatchObject({ state: 'instructed', amount: cny(netCash), titleBasis: 'waived' });
    const colleague = await world.client(COLLEAGUE);
    const checked = await colleague.post<Payout>(`/payouts/${payout.id}/check`, { decision: 'release' });
    expect(checked).toMatchObject({ state: 'released', toAccount: expect.stringMatching(/0001$/) as string });
    const file = await (
      await world.as(OPERATIONS)
    ).call({ method: 'GET', path: `/payouts/${payout.id}/pain001` });
    for (const fact of [netCash, '622200010001', payout.endToEndId]) expect(file.text).toContain(fact);
    expect(await statement()).toMatchObject({ state: 'accepted', sums: { netCashPaid: cny('0.00') } });
    const told = await account.tells({ amount: `-${netCash}`, endToEndId: payout.endToEndId });
    expect(told).toMatchObject({ payoutIds: [payout.id], paymentIds: [], unexplained: 0 });
    expect(await statement()).toMatchObject({ state: 'funded', sums: { netCashPaid: cny(netCash) } });
  });

  it('is as if never paid when the bank returns it, and can be paid again', async () => {
    onDay('2026-11-24');
    const [first] = (await (await world.client(OPERATIONS)).get<shown.Page<Payout>>('/payouts')).items;
    const back = { amount: netCash, endToEndId: first?.endToEndId ?? '', returnReason: 'AC04' };
    expect(await account.tells(back)).toMatchObject({ payoutIds: [first?.id], paymentIds: [] });
    const nothing = { netCashPaid: cny('0.00'), fees: cny('0.00'), advanceOutstanding: cny('0.00') };
    expect(await statement()).toMatchObject({ state: 'accepted', sums: nothing });
    onDay(FUNDED_ON);
    const again = await released(world, dealId);
    expect(again.endToEndId).not.toBe(first?.endToEndId);
    await account.tells({ amount: `-${netCash}`, endToEndId: again.endToEndId });
    for (const item of [longByHand, shortByHand]) item.fund(FUNDED_ON);
    expect(await statement()).toMatchObject({
      state: 'funded',
      sums: {
        ...{ netCashPaid: cny(netCash), fees: cny('1250.50'), interest: cny('0.00') },
        advanceOutstanding: cny(text(longByHand.principal + shortByHand.principal)),
      },
    });
  });

  it('takes a part payment that names its invoice, once, however often the bank tells of it', async () => {
    onDay('2026-12-15');
    const part = { amount: '30000.00', from: debtor, text: `货款 ${LONG}`, reference: 'PART' };
    const file = account.statement(part);
    const { paymentIds } = await imported(world, file);
    const seen = await expectUsed(paymentIds[0], longByHand.pay(centsOf('30000.00'), '2026-12-15'));
    expect(seen.allocations).toMatchObject([{ receivableId: long, rule: 'reference_part' }]);
    expect(await imported(world, file)).toMatchObject({ repeated: true, paymentIds: [] });
    const again = await account.tells({ ...part, amount: '30000.00' });
    expect(again).toMatchObject({ repeated: false, paymentIds: [], statements: [{ added: 0 }] });
    const { items } = await statement();
    expect(items.find(({ receivableId }) => receivableId === long)?.outstanding).toEqual(cny('83000.00'));
  });

  it('leaves a payment that says nothing to a person, who says what it pays', async () => {
    onDay('2026-12-31');
    const { paymentIds } = await account.tells({ amount: '20000.01', from: '某物流公司', text: '货款' });
    expect(await payment(paymentIds[0])).toMatchObject({
      ...{ allocations: [], free: cny('20000.01') },
      actions: ['allocate'],
    });
    const items = [{ dealId, receivableId: long, amount: cny('20000.01') }];
    const allocated = await (
      await world.client(OPERATIONS)
    ).post<object>(`/payments/${paymentIds[0] ?? ''}/allocation`, { items });
    expect(allocated).toMatchObject({ free: cny('0.00'), settledDealIds: [] });
    const seen = await expectUsed(paymentIds[0], longByHand.pay(centsOf('20000.01'), '2026-12-31'));
    expect(seen.allocations).toMatchObject([{ rule: 'person' }]);
  });

  it('takes late interest on what is paid after its due date', async () => {
    onDay('2027-01-25');
    const { paymentIds } = await account.tells({ amount: '56500.00', from: debtor, text: `货款 ${SHORT}` });
    await expectUsed(paymentIds[0], shortByHand.pay(centsOf('56500.00'), '2027-01-25'));
    expect(await receivable(await world.client('mingyuan'), short)).toMatchObject({ state: 'confirmed' });
    const { sums } = await statement();
    expect(sums['advanceOutstanding']).toEqual(cny(text(longByHand.principal)));
  });

  it('keeps what was paid too much for the payer, and settles the deal', async () => {
    onDay(LONG_DUE);
    const owed = longByHand.owed;
    const amount = text(owed + centsOf('500.00'));
    const { paymentIds } = await account.tells({ amount, from: debtor, text: `货款 ${LONG}` });
    const seen = await expectUsed(paymentIds[0], longByHand.pay(owed, LONG_DUE));
    expect(seen).toMatchObject({ free: cny('500.00'), overpaid: cny('0.00') });
    expect(longByHand).toMatchObject({ principal: 0n, owed: 0n });
    const rest = { items: [], restIsOverpaid: true };
    const path = `/payments/${paymentIds[0] ?? ''}/allocation`;
    expect(await (await world.client(OPERATIONS)).post<object>(path, rest)).toMatchObject({
      ...{ free: cny('0.00'), overpaid: cny('500.00') },
    });
    const sums = {
      ...{ netCashPaid: cny(netCash), fees: cny('1250.50'), collected: cny('169500.00') },
      interest: cny(sumOf(used.map(({ interest }) => interest))),
      ...{ advanceOutstanding: cny('0.00'), surplusPaid: cny('0.00'), surplusKept: cny('0.00') },
      surplusOwed: cny(sumOf(used.map(({ surplus }) => surplus))),
    };
    expect(await statement()).toMatchObject({ state: 'settled', sums });
    expect(await statement(OPERATIONS)).toEqual({ ...(await statement()), actions: ['instruct_surplus'] });
    expect(sumOf([netCash, '1250.50', sums.interest.amount, sums.surplusOwed.amount])).toBe('169500.00');
  });

  it('lets go of receivables, registration, limit and slip', async () => {
    const supplier = await world.client('mingyuan');
    for (const id of [long, short])
      expect(await receivable(supplier, id)).toMatchObject({ state: 'settled' });
    expect(await supplier.get(`/registrations/${filingId}`)).toMatchObject({ state: 'cancelled' });
    const limits = await (await world.client('jiangnan.risk')).get<shown.Page<shown.Limit>>('/limits');
    expect(limits.items).toMatchObject([{ used: cny('0.00') }]);
    const slips = await (await world.client('huadong.maker')).get<shown.Page<object>>('/payment-slips');
    expect(slips.items).toEqual([]);
  });

  it('pays the surplus to the supplier, once', async () => {
    const owed = sumOf(used.map(({ surplus }) => surplus));
    const payout = await released(world, dealId, 'surplus');
    expect(payout).toMatchObject({ amount: cny(owed) });
    await account.tells({ amount: `-${owed}`, endToEndId: payout.endToEndId });
    expect((await statement()).sums).toMatchObject({ surplusOwed: cny('0.00'), surplusPaid: cny(owed) });
    const path = '/payouts';
    const twice = await (
      await world.as(OPERATIONS)
    ).call({ method: 'POST', path, body: { dealId, kind: 'surplus' } });
    expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('settlement.nothing_payable')]);
  });

  it('leaves every book in order', async () => {
    expect(Object.values(await verifyBooks(world.app.app)).flat()).toEqual([]);
  });

  it('was computed by hand without the product', () => {
    const source = readFileSync(join(__dirname, 'money-by-hand.ts'), 'utf8');
    expect([...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from)).toEqual(['./price-by-hand']);
  });
});
