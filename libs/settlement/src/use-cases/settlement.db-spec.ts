// Payout, collection and payment slips on a real database, with a bank that doubles, reorders, rejects and returns.
import { DealQueries } from '#factoring';
import { NO_ONE } from '#platform';
import { verifyBooks } from '../../../../apps/application';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import {
  colleagueOf,
  DealMarket,
  type Member,
  plain,
  START,
  yuan,
} from '../../../../test/support/deal-market';
import { AllocatePayment } from './collection/allocate-payment';
import { PaymentQueries } from './collection/payments.queries';
import { DealStatementQueries } from './deal-statement.queries';
import { PaymentSlipQueries } from './payment-slips.queries';
import { CheckPayout } from './payouts/check-payout';
import { PayoutQueries } from './payouts/payouts.queries';

let database: TestDatabase;
let market: DealMarket;
let supplier: Member;
let debtor: Member;
let factor: Member;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await DealMarket.start(database.appUrl);
  supplier = await market.member('supplier');
  debtor = await market.member('core_enterprise');
});
beforeEach(async () => {
  market.clock.stepTo(START);
  factor = await market.member('factor');
  await market.limit(factor, debtor);
});
afterEach(async () => {
  expect(Object.values(await verifyBooks(market.nest)).flat()).toEqual([]);
});
afterAll(async () => {
  await market.nest.close();
  await database.drop();
});

const receivable = (payable = '100000', due = '2026-08-31') =>
  market.receivable(supplier, debtor, payable, due);
const accepted = async () => {
  const invoice = await receivable();
  return { invoice, deal: await market.deal(supplier, factor, [invoice.id]) };
};
const funded = async (payable?: string, terms = {}) => {
  const invoice = await receivable(payable);
  return { invoice, deal: await market.funded(supplier, factor, [invoice.id], terms) };
};
const statement = (dealId: string, of = supplier) => market.nest.get(DealStatementQueries).of(of, dealId);
const state = async (dealId: string) => (await statement(dealId)).state;
const actions = async (dealId: string, of = factor) => [
  ...(await market.nest.get(DealQueries).byId(of, dealId)).actions,
  ...(await statement(dealId, of)).actions,
];
const from = (text: string, amount: string) => ({ amount, text, counterpartyName: debtor.name });
const payment = async (id: string) => market.nest.get(PaymentQueries).byId(factor, id);
const slips = async () => (await market.nest.get(PaymentSlipQueries).page(debtor, { limit: 200 })).items;
const all = async <T>(sql: string, ...params: unknown[]) => market.rows<T>(sql, params);

describe('a payout', () => {
  it('waits for a title that counts, for two people and for the bank', async () => {
    const { deal } = await accepted();
    await expect(market.instruct(factor, deal.id)).rejects.toMatchObject({
      code: 'settlement.title_missing',
    });
    await expect(market.instruct(supplier, deal.id)).rejects.toMatchObject({
      code: 'settlement.deal_not_found',
    });
    expect(await actions(deal.id)).toEqual(['record_registration', 'waive_registration', 'instruct_advance']);
    expect(await actions(deal.id, supplier)).toEqual([]);
    const title = await market.waive(factor, deal.id);
    expect(title).toMatchObject({
      basis: 'waived',
      warning: { en: expect.stringContaining('rank') as string },
    });
    const payout = await market.instruct(factor, deal.id);
    expect(payout).toMatchObject({ state: 'instructed', titleBasis: 'waived', amount: yuan('80000.00') });
    expect(await actions(deal.id)).toEqual(['record_registration']);
    const check = market.nest.get(CheckPayout);
    const own = check.execute(plain(factor), payout.id, { decision: 'release' });
    await expect(own).rejects.toMatchObject({ code: 'settlement.maker_is_checker' });
    await expect(market.instruct(factor, deal.id)).rejects.toMatchObject({
      code: 'settlement.payout_exists',
    });
    await expect(market.nest.get(PayoutQueries).file(factor, payout.id)).rejects.toMatchObject({
      code: 'settlement.payout_not_open',
    });
    const released = await market.release(factor, payout.id);
    const file = await market.nest.get(PayoutQueries).file(factor, payout.id);
    expect(file.xml).toContain(supplier.account);
    expect(file.xml).toContain('80000.00');
    expect(await market.nest.get(PayoutQueries).file(factor, payout.id)).toEqual(file);
    expect(await state(deal.id)).toBe('accepted');
    await market.tell(factor, market.paid(released));
    expect(await statement(deal.id)).toMatchObject({
      state: 'funded',
      titleBasis: 'waived',
      sums: { netCashPaid: yuan('80000.00'), advanceOutstanding: yuan('80000.00') },
    });
  });

  it('goes to a verified account of the supplier and to no other', async () => {
    const poor = await market.member('supplier', false);
    const invoice = await market.receivable(poor, debtor, '1000', '2026-08-31');
    const deal = await market.deal(poor, factor, [invoice.id]);
    await market.waive(factor, deal.id);
    const refused = { code: 'settlement.supplier_account_missing' };
    await expect(market.instruct(factor, deal.id)).rejects.toMatchObject(refused);
    await market.account(poor, '9555000011112222');
    const payout = await market.instruct(factor, deal.id);
    expect(payout).toMatchObject({ toHolder: poor.name, toAccount: '****2222' });
    await market.account(poor, '9555000033334444');
    await expect(market.release(factor, payout.id)).rejects.toMatchObject({
      code: 'settlement.payout_account_changed',
    });
    const declining = market.nest.get(CheckPayout);
    const declined = await declining.execute(plain(colleagueOf(factor)), payout.id, { decision: 'decline' });
    expect(declined.state).toBe('declined');
    expect((await market.payout(factor, deal.id)).toAccount).toBe('****4444');
  });

  it('that the bank rejects can be instructed anew, and the late news of it changes nothing', async () => {
    const { deal } = await accepted();
    await market.waive(factor, deal.id);
    const first = await market.payout(factor, deal.id);
    const rejected = await market.nest.get(CheckPayout).reject(plain(factor), first.id, 'AC04 closed');
    expect(rejected).toMatchObject({ state: 'rejected', reason: 'AC04 closed' });
    const second = await market.payout(factor, deal.id);
    expect(second.endToEndId).not.toBe(first.endToEndId);
    await market.tell(factor, market.paid(second));
    expect(await state(deal.id)).toBe('funded');
  });

  it('tolerates doubled and reordered news: return before debit, debit twice, return after debit', async () => {
    const { deal } = await accepted();
    await market.waive(factor, deal.id);
    const lost = await market.payout(factor, deal.id);
    const back = { amount: lost.amount.amount, endToEndId: lost.endToEndId, returnReason: 'AC04' };
    await market.tell(factor, back);
    expect((await market.nest.get(PayoutQueries).byId(factor, lost.id)).state).toBe('rejected');
    await market.tell(factor, market.paid(lost));
    expect(await state(deal.id)).toBe('accepted');

    const sent = await market.payout(factor, deal.id);
    const debit = { ...market.paid(sent), servicerReference: 'BANK-1' };
    await market.tell(factor, debit);
    expect(await market.tell(factor, debit)).toMatchObject({ payoutIds: [] });
    const day = market.file(factor, [debit], 'camt.053');
    await market.import(factor, day);
    expect(await market.import(factor, day)).toMatchObject({ repeated: true, fileId: null });
    expect(await state(deal.id)).toBe('funded');
    await market.tell(factor, { ...back, endToEndId: sent.endToEndId });
    expect(await statement(deal.id)).toMatchObject({
      state: 'accepted',
      sums: { netCashPaid: yuan('0.00'), advanceOutstanding: yuan('0.00') },
    });
    await market.tell(factor, market.paid(await market.payout(factor, deal.id)));
    expect(await state(deal.id)).toBe('funded');
  });
});

describe('collection', () => {
  it('of the exact amount settles the deal: surplus, registration, limit and receivable', async () => {
    const fees = [{ name: 'Handling', amount: yuan('200.00') }];
    const { deal, invoice } = await funded(undefined, { fees });
    market.moveTo('2026-08-31');
    const { paymentIds } = await market.tell(factor, from(invoice.invoiceNumber, '100000'));
    expect(await payment(paymentIds[0] ?? '')).toMatchObject({
      free: yuan('0.00'),
      allocations: [{ principal: yuan('80000.00'), interest: yuan('1213.33'), surplus: yuan('18786.67') }],
    });
    const settled = await statement(deal.id);
    expect(settled).toMatchObject({
      state: 'settled',
      sums: {
        collected: yuan('100000.00'),
        netCashPaid: yuan('79800.00'),
        fees: yuan('200.00'),
        interest: yuan('1213.33'),
        advanceOutstanding: yuan('0.00'),
        surplusOwed: yuan('18786.67'),
      },
    });
    const [row] = await all<object>(
      `select r.state, f.state as filing, c.claimed_amount::text as claimed, l.used_amount::text as used
       from receivables.receivable r, registry.filing_current f, registry.asset_claim c, risk.limit_line l
       where r.id = $1 and f.filing_id = $2 and c.asset_key = 'invoice:' || r.invoice_key and l.financier_id = $3`,
      invoice.id,
      deal.filingId,
      factor.organisationId,
    );
    expect(row).toEqual({ state: 'settled', filing: 'cancelled', claimed: '0.00', used: '0.00' });
    expect(await actions(deal.id)).toEqual(['instruct_surplus']);
    await market.tell(factor, market.paid(await market.payout(factor, deal.id, 'surplus')));
    expect((await statement(deal.id)).sums).toMatchObject({
      surplusOwed: yuan('0.00'),
      surplusPaid: yuan('18786.67'),
    });
    await expect(market.instruct(factor, deal.id, 'surplus')).rejects.toMatchObject({
      code: 'settlement.nothing_payable',
    });
    expect((await slips()).some(({ id }) => id === invoice.id)).toBe(false);
  });

  it('in parts settles with the last of them, whatever the bank repeats', async () => {
    const { deal, invoice } = await funded();
    market.moveTo('2026-08-31');
    const first = { ...from(invoice.invoiceNumber, '30000'), servicerReference: 'PART-1' };
    for (let n = 0; n < 3; n++) await market.tell(factor, first);
    expect(await statement(deal.id)).toMatchObject({
      state: 'funded',
      items: [{ paid: yuan('30000.00'), outstanding: yuan('70000.00') }],
    });
    await market.tell(factor, from(invoice.invoiceNumber, '69999.99'));
    expect(await state(deal.id)).toBe('funded');
    const last = await market.tell(factor, from(invoice.invoiceNumber, '0.01'));
    const id = last.paymentIds[0] ?? '';
    if ((await payment(id)).allocations.length === 0) {
      const item = { dealId: deal.id, receivableId: invoice.id, amount: yuan('0.01') };
      const wish = { items: [item], restIsOverpaid: false, rule: 'person' };
      await market.nest.get(AllocatePayment).execute(plain(factor), id, wish);
    }
    expect(await statement(deal.id)).toMatchObject({
      state: 'settled',
      sums: { collected: yuan('100000.00'), advanceOutstanding: yuan('0.00') },
    });
  });

  it('of too much waits for a person, who allocates what is owed and notes the rest', async () => {
    const { deal, invoice } = await funded();
    market.moveTo('2026-08-31');
    const { paymentIds } = await market.tell(factor, from('thanks', '100500'));
    const id = paymentIds[0] ?? '';
    expect(await payment(id)).toMatchObject({ free: yuan('100500.00'), actions: ['allocate'] });
    const allocating = market.nest.get(AllocatePayment);
    const allocate = (amount: string, restIsOverpaid: boolean, by = factor) =>
      allocating.execute(plain(by), id, {
        items: [{ dealId: deal.id, receivableId: invoice.id, amount: yuan(amount) }],
        restIsOverpaid,
        rule: 'person',
      });
    await expect(allocate('100000.01', false)).rejects.toMatchObject({
      code: 'settlement.obligation_exceeded',
    });
    await expect(allocate('100500.01', false)).rejects.toMatchObject({ code: 'settlement.payment_spent' });
    await expect(allocate('1', false, supplier)).rejects.toMatchObject({
      code: 'settlement.payment_not_found',
    });
    expect(await allocate('100000', true)).toMatchObject({
      overpaid: yuan('500.00'),
      free: yuan('0.00'),
      settledDealIds: [deal.id],
    });
    await expect(allocate('1', false)).rejects.toMatchObject({ code: 'settlement.payment_spent' });
  });

  it('counts a movement once when one file is imported by many at once', async () => {
    const { deal, invoice } = await funded();
    market.moveTo('2026-08-31');
    const one = { ...from(invoice.invoiceNumber, '40000'), servicerReference: 'RACE' };
    const files = [0, 1, 2, 3].map(() => market.file(factor, [one]));
    const answers = await Promise.all([...files, ...files].map((file) => market.import(factor, file)));
    expect(answers.flatMap(({ paymentIds }) => paymentIds)).toHaveLength(1);
    expect(await statement(deal.id)).toMatchObject({ items: [{ paid: yuan('40000.00') }] });
  });

  it('refuses a file of an account that is not verified, and one that is no statement', async () => {
    const stranger = { ...factor, account: '6222999999999999' };
    const strange = await market.import(factor, market.file(stranger, [from('x', '10')]));
    expect(strange.statements).toMatchObject([
      { status: 'refused', reasons: [{ rule: 'settlement.account_unknown' }] },
    ]);
    const [refused] = (await market.import(factor, Buffer.from('hello'))).statements;
    expect(refused?.status).toBe('refused');
  });
});

describe('a payment slip', () => {
  it('names the supplier before any notice and the financier since the notice arrived', async () => {
    const invoice = await receivable('50000');
    const slip = async () => (await slips()).find(({ id }) => id === invoice.id);
    expect(await slip()).toMatchObject({
      payments: [
        {
          creditorRole: 'supplier',
          outstanding: yuan('50000.00'),
          noticeId: null,
          account: { accountNumber: supplier.account },
        },
      ],
    });
    const deal = await market.funded(supplier, factor, [invoice.id]);
    expect((await slip())?.payments).toMatchObject([
      {
        creditorRole: 'financier',
        creditorName: factor.name,
        account: { accountNumber: factor.account },
        noticeId: deal.notices[0]?.id,
        since: START.toISOString(),
        registrationNumber: deal.filingNumber,
      },
    ]);
    await market.tell(factor, from(invoice.invoiceNumber, '20000'));
    expect((await slip())?.payments).toMatchObject([{ outstanding: yuan('30000.00') }]);
    const nobody = { ...debtor, scope: NO_ONE };
    expect((await market.nest.get(PaymentSlipQueries).page(nobody, { limit: 10 })).items).toEqual([]);
  });
});

it('shows a deal’s statement to its two parties and to nobody else', async () => {
  const { deal } = await funded();
  expect(await statement(deal.id, factor)).toEqual(await statement(deal.id));
  for (const stranger of [debtor, await market.member('supplier')])
    await expect(statement(deal.id, stranger)).rejects.toMatchObject({ code: 'settlement.deal_not_found' });
});
