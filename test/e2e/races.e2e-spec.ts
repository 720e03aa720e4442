// Hundreds at once for one receivable, for one limit, for the parts of one invoice: exactly what fits is given.
import { randomUUID } from 'node:crypto';
import { addMoney, money, type Money, multiplyMoney, zero } from '#kernel';
import { Db, query } from '#platform';
import { verifyBooks } from '../../apps/application';
import { bid, type Receivable, receivable } from '../../apps/demonstration/steps';
import { confirmed, confirmedBill, csvFile, csvRow, uploaded } from './bills';
import { post, problemFaults, type Problem } from './refusal';
import type { Deal, Limit, Page } from './shown';
import { TERMS } from './stock';
import { type Answer, DAY, startWorld, type World } from './world';

const CROWD = 200;
/** At once while the stage is set; the races themselves hold nobody back. */
const HANDS = 16;
const FINANCIERS = ['jiangnan', 'huitong'] as const;

async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...items.entries()];
  const hand = async () => {
    for (let next = queue.shift(); next; next = queue.shift())
      results[next[0]] = await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  return results;
}

interface Race {
  readonly deals: readonly Deal[];
  readonly refused: readonly Answer[];
}

describe('races', () => {
  let world: World;
  const lines: string[] = [];

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(async () => {
    await world.close();
    process.stdout.write(`${lines.join('\n')}\n`);
  });

  const limitOf = async (financier: string): Promise<Limit> => {
    const officer = await world.client(`${financier}.risk`);
    const path = `/limits?debtorId=${world.idOf('huadong')}`;
    const [limit] = (await officer.get<Page<Limit>>(path)).items;
    if (!limit) throw new Error(`${financier} has no limit`);
    return limit;
  };

  const setLimits = async (amount: Money): Promise<void> => {
    for (const financier of FINANCIERS) {
      const officer = await world.client(`${financier}.risk`);
      const path = `/limits?debtorId=${world.idOf('huadong')}`;
      const [known] = (await officer.get<Page<Limit>>(path)).items;
      const body = { debtorId: world.idOf('huadong'), limit: amount };
      await officer.post('/limits', known ? { ...body, expectedVersion: known.version } : body);
    }
  };

  /** All of them at once; every answer is a deal or a sound refusal. */
  async function race(
    name: string,
    offerIds: readonly string[],
    keys: readonly string[] = [],
  ): Promise<Race> {
    const supplier = await world.as('mingyuan');
    const begun = performance.now();
    const answers = await Promise.all(
      offerIds.map((id, index) =>
        supplier.call(post(`/offers/${id}/acceptance`, {}, { key: keys[index] ?? randomUUID() })),
      ),
    );
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.flatMap(problemFaults)).toEqual([]);
    expect(refused.filter(({ status }) => status !== 409 && status !== 422)).toEqual([]);
    const codes = new Map<string, number>();
    for (const answer of refused) {
      const { code } = answer.json() as Problem;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    const deals = answers.filter(({ status }) => status === 201).map((answer) => answer.json() as Deal);
    const byCode = [...codes].map(([code, count]) => `${code} ${count}`).join(', ');
    lines.push(`${name}: ${offerIds.length} at once, accepted ${deals.length}, ${byCode}, ${seconds} s`);
    return { deals, refused };
  }

  const offersOn = (requestIds: readonly string[], financiers: readonly string[]): Promise<string[]> =>
    inTurns(requestIds, async (requestId, index) => {
      const financier = await world.client(financiers[index % financiers.length] ?? '');
      return (await bid(financier, requestId, { ...TERMS, validUntil: world.later(DAY) })).id;
    });

  const asked = async (
    receivables: readonly { readonly receivableId: string; readonly amount?: Money }[],
  ): Promise<string[]> => {
    const supplier = await world.client('mingyuan');
    const financierIds = FINANCIERS.map((key) => world.idOf(key));
    return inTurns(receivables, async (one) => {
      const { id } = await supplier.post<{ id: string }>('/financing-requests', {
        ...{ receivables: [one], financierIds },
      });
      return id;
    });
  };

  /** How many rows the deals with this receivable left behind. */
  const traces = async (receivableId: string) => {
    const { reads } = world.app.app.get(Db, { strict: false });
    const [row] = await query<Record<string, number>>(
      reads,
      `with of_deal as (select deal_id from factoring.deal_item where receivable_id = $1)
       select (select count(*)::int from of_deal) as deals,
         (select count(*)::int from registry.filing where deal_id in (select * from of_deal)) as filings,
         (select count(*)::int from ledger.posting where subject_id in (select * from of_deal)) as postings,
         (select count(*)::int from factoring.notice where deal_id in (select * from of_deal)) as notices,
         (select count(*)::int from risk.exposure where deal_id in (select * from of_deal)) as exposures`,
      [receivableId],
    );
    return row;
  };
  const all = (count: number) => ({
    ...{ deals: count, filings: count, postings: count, notices: count, exposures: count },
  });
  const sumOf = (deals: readonly Deal[]): Money =>
    deals.reduce((sum, { advance }) => addMoney(sum, advance), zero('CNY'));

  it('for one receivable have one winner', async () => {
    await setLimits(money('100000000', 'CNY'));
    const id = await confirmedBill(world, { number: 'MY-RACE-ONE', net: '884955.75' });
    const requests = await asked(Array.from({ length: CROWD }, () => ({ receivableId: id })));
    const { deals } = await race('one receivable', await offersOn(requests, FINANCIERS));
    expect(deals).toHaveLength(1);
    const shown = await receivable(await world.client('mingyuan'), id);
    expect(shown).toMatchObject({ claimed: shown.payable, available: { amount: '0.00' } });
    expect(await traces(id)).toEqual(all(1));
    const used = await Promise.all(FINANCIERS.map(limitOf));
    expect(used.reduce((sum, limit) => addMoney(sum, limit.used), zero('CNY'))).toEqual(sumOf(deals));
  }, 90_000);

  it('for one invoice in thirds have three winners', async () => {
    const id = await confirmedBill(world, { number: 'MY-RACE-THIRDS', net: '265486.73' });
    const before = await Promise.all(FINANCIERS.map(limitOf));
    const { payable } = await receivable(await world.client('mingyuan'), id);
    expect(payable).toEqual({ amount: '300000.00', currency: 'CNY' });
    const third = { receivableId: id, amount: money('100000', 'CNY') };
    const requests = await asked(Array.from({ length: 30 }, () => third));
    const { deals } = await race('one invoice in thirds', await offersOn(requests, FINANCIERS));
    expect(deals).toHaveLength(3);
    const shown = await receivable(await world.client('mingyuan'), id);
    expect(shown).toMatchObject({ claimed: payable, available: { amount: '0.00' } });
    expect(await traces(id)).toEqual(all(3));
    const after = await Promise.all(FINANCIERS.map(limitOf));
    const drawn = (limits: readonly Limit[]) =>
      limits.reduce((sum, { used }) => addMoney(sum, used), zero('CNY'));
    expect(drawn(after)).toEqual(addMoney(drawn(before), sumOf(deals)));
  }, 60_000);

  it('for one offer have one deal: the same for one key, and none for the others', async () => {
    const id = await confirmedBill(world, { number: 'MY-RACE-KEYS' });
    const [request = ''] = await asked([{ receivableId: id }]);
    const [offer = ''] = await offersOn([request], FINANCIERS);
    const keys = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? 'one-deed' : `deed-${index}`));
    const { deals } = await race(
      'one offer, half with one key',
      keys.map(() => offer),
      keys,
    );
    expect([1, 25]).toContain(deals.length);
    expect(new Set(deals.map((deal) => deal.id)).size).toBe(1);
    expect(await traces(id)).toEqual(all(1));
  }, 60_000);

  it('for one limit have as many winners as fit, to the cent', async () => {
    const fits = 73;
    const gross = '11300.07';
    const advance = multiplyMoney(money(gross, 'CNY'), TERMS.advanceRate, 'half_even');
    const rows = Array.from({ length: CROWD }, (_, index) => csvRow({ number: `MY-LIMIT-${index}` }, gross));
    const ids = await uploadedAll(csvFile('limit.csv', rows));
    await confirmed(world, ids);
    const requests = await asked(ids.map((receivableId) => ({ receivableId })));
    const offers = await offersOn(requests, ['jiangnan']);
    const { used, version } = await limitOf('jiangnan');
    const limit = addMoney(used, multiplyMoney(advance, `${fits}`, 'half_even'));
    const body = { debtorId: world.idOf('huadong'), limit, expectedVersion: version };
    await (await world.client('jiangnan.risk')).post('/limits', body);

    const { deals, refused } = await race('one limit', offers);
    expect(deals).toHaveLength(fits);
    expect(new Set(refused.map((answer) => (answer.json() as Problem).code))).toEqual(
      new Set(['factoring.limit_used_up']),
    );
    expect(addMoney(used, sumOf(deals))).toEqual(limit);
    expect(await limitOf('jiangnan')).toMatchObject({ limit, used: limit, headroom: { amount: '0.00' } });
    expect(new Set(deals.map(({ filingNumber }) => filingNumber)).size).toBe(fits);
  }, 90_000);

  it('leave books that agree with themselves', async () => {
    expect(Object.values(await verifyBooks(world.app.app)).flat()).toEqual([]);
  });

  /** An upload answers with its first outcomes only; the list of receivables has them all. */
  async function uploadedAll(file: Parameters<typeof uploaded>[2][number]): Promise<string[]> {
    const supplier = await world.client('mingyuan');
    await supplier.upload('/uploads', [file]);
    const { items } = await supplier.get<Page<Receivable>>('/receivables?limit=200&q=MY-LIMIT-&state=listed');
    expect(items).toHaveLength(CROWD);
    return items.map(({ id }) => id);
  }
});
