// Random deals with random payments: exact, in parts, too much, told twice and out of order, after payouts that were
// rejected or came back. A small model of cents beside it says what is owed, and every book must agree at the end.
// SIZE is the number of deals (100), SEED repeats a run.
import { Ledger } from '#ledger';
import { query } from '#platform';
import {
  AllocatePayment,
  balanced,
  CheckPayout,
  DealStatementQueries,
  MatureDeals,
  PaymentQueries,
  type StatementSums,
} from '#settlement';
import { verifyBooks } from '../../apps/application';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { randomFrom } from '../support/random';
import { DealMarket, type Member, plain, START, type Told, yuan } from '../support/deal-market';

const SIZE = Number(process.env['SIZE'] ?? 100);
const SEED = Number(process.env['SEED'] ?? 20260601);

const random = randomFrom(SEED);
const within = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
const chance = (part: number) => random() < part;
const pick = <T>(list: readonly T[]): T => list[within(0, list.length - 1)] as T;
const text = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
const cents = ({ amount }: { amount: string }) => Math.round(Number(amount) * 100);

interface Owed {
  readonly id: string;
  readonly invoiceNumber: string;
  readonly total: number;
  open: number;
}
interface Played {
  readonly dealId: string;
  readonly factor: Member;
  readonly debtor: Member;
  readonly owed: readonly Owed[];
}

let database: TestDatabase;
let market: DealMarket;
let suppliers: Member[];
let debtors: Member[];
let factors: Member[];
const figures = { payments: 0, doubled: 0, rejected: 0, returned: 0, overpaid: 0, byPerson: 0, settled: 0 };

beforeAll(async () => {
  database = await createTestDatabase();
  market = await DealMarket.start(database.appUrl);
  const members = async (count: number, capability: 'supplier' | 'core_enterprise' | 'factor') => {
    const list: Member[] = [];
    for (let n = 0; n < count; n++) list.push(await market.member(capability));
    return list;
  };
  [suppliers, debtors, factors] = [
    await members(4, 'supplier'),
    await members(3, 'core_enterprise'),
    await members(3, 'factor'),
  ];
  for (const factor of factors) for (const debtor of debtors) await market.limit(factor, debtor, '900000000');
}, 120_000);
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

/** Accepted and paid out, with what a bank may do to a payout on the way. */
async function openDeal(): Promise<Played> {
  const [supplier, debtor, factor] = [pick(suppliers), pick(debtors), pick(factors)];
  const owed: Owed[] = [];
  for (let n = within(1, 3); n > 0; n--) {
    const total = within(10_000, 50_000_000);
    const due = `2026-0${within(7, 9)}-${String(within(1, 28)).padStart(2, '0')}`;
    const { id, invoiceNumber } = await market.receivable(supplier, debtor, text(total), due);
    owed.push({ id, invoiceNumber, total, open: total });
  }
  const deal = await market.deal(
    supplier,
    factor,
    owed.map(({ id }) => id),
    {
      advanceRate: pick(['0.5', '0.8', '0.9', '1', '0.8333']),
      rateAnnual: pick(['0', '0.045', '0.0613', '0.18']),
      surplusTo: pick(['supplier', 'financier'] as const),
      recourse: pick(['with', 'without'] as const),
      fees: chance(0.5) ? [{ name: 'Handling', amount: yuan(text(within(1, 900))) }] : [],
    },
  );
  await market.waive(factor, deal.id);
  if (chance(0.1)) {
    const lost = await market.payout(factor, deal.id);
    await market.nest.get(CheckPayout).reject(plain(factor), lost.id, 'AC04');
    figures.rejected++;
  }
  if (chance(0.1)) {
    const lost = await market.payout(factor, deal.id);
    const back = { amount: lost.amount.amount, endToEndId: lost.endToEndId, returnReason: 'AC04' };
    const news = [market.paid(lost), back];
    for (const one of chance(0.5) ? news : [...news].reverse()) await market.tell(factor, one);
    figures.returned++;
  }
  await tellTwice(factor, market.paid(await market.payout(factor, deal.id)));
  return { dealId: deal.id, factor, debtor, owed };
}

async function tellTwice(factor: Member, told: Told): Promise<string | undefined> {
  const named = { servicerReference: `R${figures.payments}-${figures.doubled}-${within(0, 1e9)}`, ...told };
  const { paymentIds } = await market.tell(factor, named);
  if (chance(0.3)) {
    const again = await market.tell(factor, named);
    expect(again).toMatchObject({ payoutIds: [], paymentIds: [] });
    figures.doubled++;
  }
  return paymentIds[0];
}

/** Pays a random part of a random debt; what the rule leaves open a person allocates. */
async function pay({ dealId, factor, debtor, owed }: Played): Promise<void> {
  const debts = owed.filter(({ open }) => open > 0);
  if (debts.length === 0) return;
  const debt = pick(debts);
  const amount = chance(0.6) ? debt.open : chance(0.8) ? within(1, debt.open) : debt.open + within(1, 5_000);
  const id = await tellTwice(factor, {
    amount: text(amount),
    text: debt.invoiceNumber,
    counterpartyName: debtor.name,
  });
  figures.payments++;
  if (id === undefined) throw new Error('A new payment has an id.');
  const queries = market.nest.get(PaymentQueries);
  let payment = await queries.byId(factor, id);
  for (const { receivableId, dealId: of, amount: part } of payment.allocations) {
    const used = owed.find((one) => one.id === receivableId);
    expect(of).toBe(dealId);
    if (!used) throw new Error('A payment pays the debt that it names.');
    used.open -= cents(part);
  }
  const free = cents(payment.free);
  if (free === 0) return;
  figures.byPerson++;
  const part = Math.min(free, debt.open);
  const items = part > 0 ? [{ dealId, receivableId: debt.id, amount: yuan(text(part)) }] : [];
  const wish = { items, restIsOverpaid: part < free, rule: 'person' };
  await market.nest.get(AllocatePayment).execute(plain(factor), id, wish);
  debt.open -= part;
  if (part < free) figures.overpaid++;
  payment = await queries.byId(factor, id);
  expect(cents(payment.free)).toBe(0);
}

/** cash in = cash out + fees + interest + surplus, when nothing is outstanding; in general with the advance. */
function expectBalanced(sums: StatementSums): void {
  expect(balanced(sums)).toBe(true);
  const out = cents(sums.netCashPaid) + cents(sums.surplusPaid);
  const earned = cents(sums.fees) + cents(sums.interest);
  const surplus = cents(sums.surplusOwed) + cents(sums.surplusKept);
  expect(cents(sums.collected) + cents(sums.advanceOutstanding)).toBe(out + earned + surplus);
}

it(`${SIZE} random deals keep every cent (seed ${SEED})`, async () => {
  const played: Played[] = [];
  for (let n = 0; n < SIZE; n++) played.push(await openDeal());
  for (const day of ['2026-07-10', '2026-08-05', '2026-08-31', '2026-09-30']) {
    market.moveTo(day);
    await market.nest.get(MatureDeals).execute();
    for (const deal of played) for (let n = within(0, 2); n > 0; n--) await pay(deal);
  }
  for (const deal of played) {
    if (chance(0.8)) while (deal.owed.some(({ open }) => open > 0)) await pay(deal);
    await expectDealAgrees(deal);
  }
  await expectBooksAgree();
  process.stdout.write(`${JSON.stringify({ size: SIZE, seed: SEED, ...figures })}\n`);
}, 3_600_000);

async function expectDealAgrees({ dealId, factor, owed }: Played): Promise<void> {
  const statements = market.nest.get(DealStatementQueries);
  const { state, sums, items } = await statements.of(factor, dealId);
  expectBalanced(sums);
  const open = new Map(owed.map((one) => [one.id, one.open]));
  for (const { receivableId, outstanding } of items) expect(cents(outstanding)).toBe(open.get(receivableId));
  const lacking = owed.reduce((sum, one) => sum + one.open, 0);
  expect(cents(sums.collected)).toBe(owed.reduce((sum, { total }) => sum + total, 0) - lacking);
  expect(state === 'settled').toBe(lacking === 0 && cents(sums.advanceOutstanding) === 0);
  if (state !== 'settled') return;
  figures.settled++;
  if (cents(sums.surplusOwed) > 0 && chance(0.5))
    await tellTwice(factor, market.paid(await market.payout(factor, dealId, 'surplus')));
  expectBalanced((await statements.of(factor, dealId)).sums);
}

async function expectBooksAgree(): Promise<void> {
  expect(Object.values(await verifyBooks(market.nest)).flat()).toEqual([]);
  const unbalanced = await market.rows(
    `select currency from ledger.account a join ledger.account_balance b on b.account_id = a.id
     group by currency having sum(b.debited) <> sum(b.credited)`,
  );
  expect(unbalanced).toEqual([]);
  // The bank accounts in the ledger hold what the banks told, once each.
  const [bank] = await market.rows<{ same: boolean }>(
    `select (select sum(b.debited - b.credited) from ledger.account a
        join ledger.account_balance b on b.account_id = a.id where a.purpose = 'bank_clearing')
      = (select sum(amount) from settlement.bank_entry where use = 'payment')
      - (select sum(amount) from settlement.payout where state = 'paid') as same`,
  );
  expect(bank).toEqual({ same: true });
  const ids = (await query<{ id: string }>(market.db.reads, 'select id from ledger.account')).map(
    ({ id }) => id,
  );
  const ledger = market.nest.get(Ledger);
  const now = await ledger.balances(market.db.reads, ids);
  expect(await ledger.balancesAt(market.db.reads, ids, { bookedAt: market.clock.now() })).toEqual(now);
  const before = await ledger.balancesAt(market.db.reads, ids, { bookedAt: new Date(START.getTime() - 1) });
  expect([...before.values()].every(({ balance, held }) => cents(balance) === 0 && cents(held) === 0)).toBe(
    true,
  );
}
