// What a bank tells first alone and then in a batch, or in a batch and then alone, is money that came once; and a
// payer is known by its verified accounts.
import { verifyBooks } from '../../../../../apps/application';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, yuan } from '../../../../../test/support/deal-market';
import { PaymentQueries } from './payments.queries';

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
  factor = await market.member('factor');
  await market.limit(factor, debtor);
});
afterAll(async () => {
  expect(Object.values(await verifyBooks(market.nest)).flat()).toEqual([]);
  await market.nest.close();
  await database.drop();
});

interface Part {
  readonly amount: string;
  readonly ref: string | null;
}
const svc = (ref: string | null) => (ref === null ? '' : `<AcctSvcrRef>${ref}</AcctSvcrRef>`);
const signed = (amount: string) => `<Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`;

/** One booking of so many payments; without parts, as a sum. */
function batch(amount: string, ref: string, parts: readonly Part[], count = parts.length): Buffer {
  const list = parts.map((part) => `<TxDtls><Refs>${svc(part.ref)}</Refs>${signed(part.amount)}</TxDtls>`);
  return Buffer.from(`<Document><BkToCstmrStmt><Stmt><Id>S</Id><Acct><Id><Othr><Id>${factor.account}</Id></Othr>
    </Id><Ccy>CNY</Ccy></Acct><Ntry>${signed(amount)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${market.today()}</Dt>
    </BookgDt>${svc(ref)}<NtryDtls><Btch><NbOfTxs>${count}</NbOfTxs></Btch>${list.join('')}</NtryDtls></Ntry></Stmt>
    </BkToCstmrStmt></Document>`);
}
const alone = (amount: string, ref: string) =>
  market.file(factor, [{ amount, servicerReference: ref, text: 'x' }]);
const PARTS = [
  { amount: '100.00', ref: 'P1' },
  { amount: '200.00', ref: 'P2' },
];
const received = async () => {
  const payments = await market.rows<{ amount: string }>(
    `select amount::text from settlement.payment where financier_id = $1 order by amount`,
    [factor.organisationId],
  );
  return payments.map(({ amount }) => amount);
};

describe('a payment', () => {
  it.each([
    ['alone and then in a batch', () => [alone('100.00', 'P1'), batch('300.00', 'SUM', PARTS)]],
    ['in a batch and then alone', () => [batch('300.00', 'SUM', PARTS), alone('100.00', 'P1')]],
    [
      'alone, all of them, and then in a batch',
      () => [alone('100.00', 'P1'), alone('200.00', 'P2'), batch('300.00', 'SUM', PARTS)],
    ],
    [
      'in a batch without references of its own, twice in different words',
      () => {
        const bare = PARTS.map(({ amount }) => ({ amount, ref: null }));
        return [batch('300.00', 'SUM', bare), batch('300.00', 'SUM', PARTS)];
      },
    ],
  ])('that is told %s is booked once', async (_, files) => {
    for (const file of files()) await market.import(factor, file);
    expect(await received()).toEqual(['100.00', '200.00']);
  });

  it.each([
    ['payment by payment and then as a sum', true, ['100.00', '200.00']],
    ['as a sum and then payment by payment', false, ['300.00']],
  ])('that is told %s is booked as it was told first', async (_, itemisedFirst, expected) => {
    const files = [batch('300.00', 'SUM', PARTS), batch('300.00', 'SUM', [], 2)];
    for (const file of itemisedFirst ? files : files.reverse()) await market.import(factor, file);
    expect(await received()).toEqual(expected);
  });

  it('in a batch beside one of the same amount is booked beside it', async () => {
    const twins = [
      { amount: '100.00', ref: null },
      { amount: '100.00', ref: null },
    ];
    await market.import(factor, batch('200.00', 'TWINS', twins));
    await market.import(factor, batch('200.00', 'NEXT', twins));
    expect(await received()).toEqual(['100.00', '100.00', '100.00', '100.00']);
  });

  it.each([
    ['as items and as a sum', () => [batch('300.00', 'SUM', PARTS), batch('300.00', 'SUM', [], 2)]],
    [
      'in a batch and alone',
      () => [batch('300.00', 'SUM', PARTS), alone('100.00', 'P1'), alone('200.00', 'P2')],
    ],
  ])('told %s at once is booked once', async (_, told) => {
    const files = told();
    await Promise.all([...files, ...files].map((file) => market.import(factor, file)));
    expect((await received()).reduce((total, amount) => total + Number(amount), 0)).toBe(300);
  });

  it('without a word is known by the verified account of its payer, and by no other', async () => {
    const invoice = await market.receivable(supplier, debtor, '77123.45', '2026-08-31');
    await market.funded(supplier, factor, [invoice.id]);
    const from = (counterpartyAccount: string) =>
      market.tell(factor, { amount: '77123.45', counterpartyAccount });
    const stranger = await from('9999000011112222');
    const open = await market.nest.get(PaymentQueries).byId(factor, stranger.paymentIds[0] ?? '');
    expect(open).toMatchObject({ free: yuan('77123.45'), suggestion: null });
    const known = await from(debtor.account);
    const paid = await market.nest.get(PaymentQueries).byId(factor, known.paymentIds[0] ?? '');
    expect(paid).toMatchObject({ free: yuan('0.00'), allocations: [{ rule: 'amount_and_payer' }] });
  });
});
