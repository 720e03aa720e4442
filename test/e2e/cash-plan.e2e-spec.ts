// So much cash, as cheaply as can be: the plan takes the cheapest offers that reach it, keeps within the financiers' limits,
// says why it leaves others out, and what it foresees is what the deals then pay.
import { bid, setLimit } from '../../apps/demonstration/steps';
import { confirmedBill } from './bills';
import type * as shown from './shown';
import { DAY, startWorld, type World } from './world';

interface Money {
  readonly amount: string;
  readonly currency: string;
}
interface Plan {
  readonly isReached: boolean;
  readonly netCash: Money;
  readonly totalCost: Money;
  readonly allInRate: string | null;
  readonly gap: string;
  readonly offers: readonly { readonly offer: { readonly id: string } }[];
  readonly offersLeftOut: readonly { readonly offer: { readonly id: string }; readonly reason: string }[];
  readonly receivablesLeftOut: readonly {
    readonly receivableId: string;
    readonly reason: string;
    readonly obstacle: { readonly en: string } | null;
  }[];
}

const cny = (amount: string): Money => ({ amount, currency: 'CNY' });

describe('a plan for an amount of cash', () => {
  let world: World;
  const requests: string[] = [];
  const offers = { jiangnan: [] as string[], huitong: [] as string[] };
  const planFor = async (amount: string): Promise<Plan> =>
    (await world.client('mingyuan')).get<Plan>(`/financing-requests/cash-plan?amount=${amount}&currency=CNY`);
  const taken = ({ offers: planned }: Plan) => planned.map(({ offer }) => offer.id).sort();
  const reasonOf = ({ offersLeftOut }: Plan, id: string | undefined) =>
    offersLeftOut.find(({ offer }) => offer.id === id)?.reason;

  /** Four requests of 113 000 each: the bank bids on three and has room for two, the factor is dearer and bids on the third. */
  beforeAll(async () => {
    world = await startWorld();
    const supplier = await world.client('mingyuan');
    const [bank, factor] = [await world.client('jiangnan'), await world.client('huitong')];
    await setLimit(await world.client('jiangnan.risk'), world.idOf('huadong'), cny('203400.00'));
    await setLimit(await world.client('huitong.risk'), world.idOf('huadong'), cny('500000.00'));
    for (const number of ['CP-1', 'CP-2', 'CP-3', 'CP-4']) {
      const receivableId = await confirmedBill(world, { number });
      const financierIds = [world.idOf('jiangnan'), world.idOf('huitong')];
      const { id } = await supplier.post<{ id: string }>('/financing-requests', {
        ...{ receivables: [{ receivableId }], financierIds },
      });
      requests.push(id);
    }
    const terms = { advanceRate: '0.9', recourse: 'with', validUntil: world.later(DAY) } as const;
    for (const request of requests.slice(0, 3))
      offers.jiangnan.push((await bid(bank, request, { ...terms, rateAnnual: '0.04' })).id);
    offers.huitong.push((await bid(factor, requests[2] ?? '', { ...terms, rateAnnual: '0.08' })).id);
  }, 60_000);
  afterAll(() => world.close());

  it('takes no more than is needed, of the cheapest', async () => {
    const plan = await planFor('100000.00');
    expect(plan).toMatchObject({ isReached: true, netCash: cny('101700.00'), gap: '0.000000' });
    expect(taken(plan)).toHaveLength(1);
    expect(offers.jiangnan).toContain(taken(plan)[0]);
    expect(reasonOf(plan, offers.huitong[0])).toMatch(/^(dearer|receivable_taken)$/);
    expect(plan.receivablesLeftOut.map(({ reason }) => reason).sort()).toEqual([
      'dearer',
      'dearer',
      'no_offer',
    ]);
  });

  it('goes to the dearer financier where the room of the cheaper one ends', async () => {
    const plan = await planFor('300000.00');
    expect(plan).toMatchObject({ isReached: true, netCash: cny('305100.00'), gap: '0.000000' });
    expect(taken(plan)).toEqual([...offers.jiangnan.slice(0, 2), ...offers.huitong].sort());
    expect(reasonOf(plan, offers.jiangnan[2])).toBe('receivable_taken');
    expect(plan.receivablesLeftOut.map(({ reason }) => reason)).toEqual(['no_offer']);
  });

  it('says how much there is when it is not enough', async () => {
    expect(await planFor('400000.00')).toMatchObject({ isReached: false, netCash: cny('305100.00') });
  });

  it('is of its supplier alone, and of an amount', async () => {
    const path = '/financing-requests/cash-plan';
    const [other, bank] = [await world.as('haichuan'), await world.as('jiangnan')];
    const ask = `${path}?amount=1000.00&currency=CNY`;
    expect((await other.call({ method: 'GET', path: ask })).json()).toMatchObject({
      ...{ isReached: false, offers: [], offersLeftOut: [], receivablesLeftOut: [] },
    });
    expect((await bank.call({ method: 'GET', path: ask })).status).toBe(403);
    for (const amount of ['0.00', '-5.00', '1.234', 'much']) {
      const answer = await other.call({ method: 'GET', path: `${path}?amount=${amount}&currency=CNY` });
      expect([400, 422]).toContain(answer.status);
    }
  });

  it('foresees what the deals then pay, to the cent', async () => {
    const supplier = await world.client('mingyuan');
    const plan = await planFor('300000.00');
    const deals: shown.Deal[] = [];
    for (const { offer } of plan.offers)
      deals.push(await supplier.post(`/offers/${offer.id}/acceptance`, {}));
    const cents = (all: readonly Money[]) =>
      all.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n);
    expect(cents(deals.map(({ netCash }) => netCash))).toBe(cents([plan.netCash]));
    expect(cents(deals.map(({ totalCost }) => totalCost))).toBe(cents([plan.totalCost]));
    expect((await planFor('1000.00')).offers).toEqual([]);
  });
});
