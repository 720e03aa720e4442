// The line to the bank on a real database, with a bank in memory and one behind a folder: handed over once, paid once,
// told twice, and a bank that is away.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BankAck,
  type BankDocument,
  type BankDocuments,
  type BankMessage,
  type BankPort,
  FolderBank,
} from '#settlement';
import { FakeBank } from '../../../../../apps/demonstration/bank/fake-bank';
import { verifyBooks } from '../../../../../apps/application';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DealMarket, type Member, plain, START, yuan } from '../../../../../test/support/deal-market';
import { WhenPayoutReleased } from '../../listeners/when-payout-released';
import { writePain002 } from '../../formats/pain002';
import { DealStatementQueries } from '../deal-statement.queries';
import { CheckPayout } from '../payouts/check-payout';
import { PayoutQueries } from '../payouts/payouts.queries';
import { OpenDocument } from './open-document';
import { ReadBank } from './read-bank';
import { SubmitPayout } from './submit-payout';

/** Whatever bank the test has, with a telephone that can be cut. */
class Line implements BankPort {
  readonly pauseMs = 10;
  bank!: BankPort;
  isCut = false;
  readonly submitted: string[] = [];
  readonly cursors: (string | null)[] = [];

  async submit(message: BankMessage): Promise<BankAck> {
    if (this.isCut) throw new Error('the bank is away');
    this.submitted.push(message.id);
    return this.bank.submit(message);
  }
  async documentsSince(cursor: string | null): Promise<BankDocuments> {
    if (this.isCut) throw new Error('the bank is away');
    this.cursors.push(cursor);
    return this.bank.documentsSince(cursor);
  }
}

let database: TestDatabase;
let market: DealMarket;
const line = new Line();
let fake: FakeBank;
let supplier: Member;
let debtor: Member;
let factor: Member;

beforeEach(async () => {
  database = await createTestDatabase();
  market = await DealMarket.start(database.appUrl, { bank: line });
  supplier = await market.member('supplier');
  debtor = await market.member('core_enterprise');
  factor = await market.member('factor');
  await market.limit(factor, debtor);
  fake = new FakeBank([], market.today());
  fake.open({ account: factor.account, ownerName: factor.name, balance: yuan('5000000') });
  Object.assign(line, { bank: fake, isCut: false });
  line.submitted.length = 0;
  line.cursors.length = 0;
});
afterEach(async () => {
  expect(Object.values(await verifyBooks(market.nest)).flat()).toEqual([]);
  await market.nest.close();
  await database.drop();
});

/** A bank that has nothing but these to tell. */
const mailbox = (documents: readonly BankDocument[], cursor: string): BankPort => ({
  pauseMs: 10,
  submit: (message) => fake.submit(message),
  documentsSince: () => Promise.resolve({ documents, cursor }),
});
const released = async () => {
  const invoice = await market.receivable(supplier, debtor, '100000', '2026-08-31');
  const deal = await market.deal(supplier, factor, [invoice.id]);
  await market.waive(factor, deal.id);
  const payout = await market.payout(factor, deal.id);
  return { invoice, deal, payout };
};
const hear = (payout: { id: string; dealId: string }) =>
  market.nest
    .get(WhenPayoutReleased)
    .handle({ payoutId: payout.id, dealId: payout.dealId, financierId: factor.organisationId });
const read = () => market.nest.get(ReadBank).execute();
const payoutNow = (id: string) => market.nest.get(PayoutQueries).byId(factor, id);
const state = async (dealId: string) =>
  (await market.nest.get(DealStatementQueries).of(supplier, dealId)).state;
const count = async (sql: string) =>
  (await market.rows<{ n: number }>(`select count(*)::int as n ${sql}`))[0]?.n;
const deeds = (subjectId: string) =>
  market.rows<{ action: string; userId: string | null }>(
    `select action, user_id as "userId" from audit.deed where subject_id = '${subjectId}' order by subject_version`,
  );
const outcomes = async () =>
  (
    await market.rows<{ outcome: string }>(
      // The clock stands still, so what came together has no order.
      'select outcome from settlement.bank_document order by outcome',
    )
  ).map(({ outcome }) => outcome);

describe('a released payout', () => {
  it('is handed to the bank once, though the event comes twice, and its statement makes the deal funded', async () => {
    const { deal, payout } = await released();
    expect(payout).toMatchObject({ submission: 'waiting', submittedAt: null });
    await hear(payout);
    await hear(payout);
    expect(line.submitted).toEqual([payout.endToEndId]);
    expect(await payoutNow(payout.id)).toMatchObject({
      ...{ state: 'released', submission: 'done', submittedAt: START.toISOString() },
    });
    await read();
    expect(await payoutNow(payout.id)).toMatchObject({ state: 'paid', paidOn: '2026-06-01' });
    expect(await state(deal.id)).toBe('funded');
    expect((await deeds(payout.id)).map(({ action }) => action)).toEqual([
      'settlement.payout_instructed',
      'settlement.payout_released',
      'settlement.payout_submitted',
      'settlement.payout_paid',
    ]);
    expect(await market.rows('select source, imported_by as by from settlement.bank_file')).toEqual([
      { source: 'bank', by: null },
    ]);
  });

  it('waits for a bank that is away, and is sent again when its process died in between', async () => {
    const { payout } = await released();
    line.isCut = true;
    await expect(hear(payout)).rejects.toThrow('away');
    await expect(read()).rejects.toThrow('away');
    expect(await payoutNow(payout.id)).toMatchObject({ state: 'released', submission: 'begun' });
    const rejecting = market.nest.get(CheckPayout).reject(plain(factor), payout.id, 'AC04');
    await expect(rejecting).rejects.toMatchObject({ code: 'settlement.payout_being_submitted' });
    line.isCut = false;
    // The bank had it, and nobody wrote down that it had.
    await fake.submit({
      id: payout.endToEndId,
      ...(await market.nest.get(PayoutQueries).file(factor, payout.id)),
    });
    await market.nest.get(SubmitPayout).submitLost();
    expect(line.submitted).toEqual([]);
    market.clock.advance(21 * 60_000);
    await market.nest.get(SubmitPayout).submitLost();
    await market.nest.get(SubmitPayout).submitLost();
    expect(line.submitted).toEqual([payout.endToEndId]);
    await read();
    expect(await payoutNow(payout.id)).toMatchObject({ state: 'paid', submission: 'done' });
    expect(fake.balanceOf(factor.account)).toEqual(yuan('4920000.00'));
  });

  it('that the bank refuses fails with its reason, frees the money and can be instructed anew', async () => {
    const { deal, payout } = await released();
    fake.refuseNext({ code: 'AC04', text: 'Closed account number' });
    await hear(payout);
    expect(await payoutNow(payout.id)).toMatchObject({
      ...{ state: 'rejected', reason: 'AC04 Closed account number', submission: 'done' },
    });
    expect((await deeds(payout.id)).at(-1)).toEqual({ action: 'settlement.payout_rejected', userId: null });
    await hear(payout);
    const second = await market.payout(factor, deal.id);
    await hear(second);
    await read();
    expect(line.submitted).toEqual([payout.endToEndId, second.endToEndId]);
    expect(await state(deal.id)).toBe('funded');
  });

  it('that people carry is left to them, also when a bank is there later', async () => {
    const byHand = await DealMarket.start(database.appUrl);
    byHand.clock.stepTo(START);
    const invoice = await market.receivable(supplier, debtor, '100000', '2026-08-31');
    const deal = await market.deal(supplier, factor, [invoice.id]);
    await market.waive(factor, deal.id);
    const payout = await byHand.payout(factor, deal.id);
    await byHand.nest.close();
    expect(payout).toMatchObject({ submission: 'by_hand', actions: ['download', 'reject'] });
    await hear(payout);
    market.clock.advance(60 * 60_000);
    await market.nest.get(SubmitPayout).submitLost();
    expect(line.submitted).toEqual([]);
  });
});

describe('what the bank sends', () => {
  it('doubled, reordered and in a statement after its notifications counts once; the cursor outlives a restart', async () => {
    fake = new FakeBank([], market.today(), { seed: 7, doubles: 1, reorders: 1 });
    fake.open({ account: factor.account, ownerName: factor.name, balance: yuan('5000000') });
    line.bank = fake;
    const { deal, invoice, payout } = await released();
    await hear(payout);
    for (const amount of ['30000', '30000', '40000'])
      fake.payIn({
        ...{ account: factor.account, amount: yuan(amount), payerName: debtor.name },
        ...{ payerAccount: debtor.account, text: invoice.invoiceNumber },
      });
    fake.moveTo(market.today());
    await read();
    const [before] = await market.rows('select cursor from settlement.bank_cursor');
    await market.nest.close();
    market = await DealMarket.start(database.appUrl, { bank: line });
    fake.endOfDay();
    expect(await read()).toBe(1);
    expect(line.cursors).toEqual([null, '8']);
    expect(before).toEqual({ cursor: '8' });
    expect(await read()).toBe(0);
    expect(await count('from settlement.bank_entry')).toBe(4);
    expect(await count('from settlement.payment')).toBe(3);
    expect(await state(deal.id)).toBe('settled');
  });

  it('is read again from the old place when its process died before it noted how far it was', async () => {
    const { payout } = await released();
    await hear(payout);
    await read();
    await market.rows('update settlement.bank_cursor set cursor = $1', ['0']);
    expect(await read()).toBe(1);
    expect(await count('from settlement.bank_entry')).toBe(1);
    expect(await outcomes()).toEqual(['imported']);
  });

  it('of strangers, or unreadable, or that makes the reading fail is kept, and holds up nothing', async () => {
    const { deal, payout } = await released();
    fake.open({ account: supplier.account, ownerName: supplier.name, balance: yuan('0') });
    await hear(payout);
    const [own, theirs] = (await fake.documentsSince(null)).documents;
    const documents = [
      { name: 'note.txt', content: Buffer.from('hello') },
      { name: 'supplier.xml', content: theirs?.content ?? Buffer.alloc(0) },
      { name: 'own.xml', content: own?.content ?? Buffer.alloc(0) },
    ];
    line.bank = mailbox(documents, '3');
    await read();
    expect(await outcomes()).toEqual(['imported', 'refused', 'unclaimed']);
    expect(await state(deal.id)).toBe('funded');
  });

  it('and makes the reading fail every time is put aside after five tries, and the next is read', async () => {
    const { deal, payout } = await released();
    await hear(payout);
    const [told] = (await fake.documentsSince(null)).documents;
    const documents = [{ name: 'bad', content: Buffer.from('bad') }, ...(told ? [told] : [])];
    line.bank = mailbox(documents, '2');
    const opening = market.nest.get(OpenDocument);
    const open = opening.execute.bind(opening);
    jest
      .spyOn(opening, 'execute')
      .mockImplementation((one) => (one.name === 'bad' ? Promise.reject(new Error('odd')) : open(one)));
    for (let n = 0; n < 4; n++) await expect(read()).rejects.toThrow('odd');
    expect(await state(deal.id)).toBe('accepted');
    await read();
    expect(await outcomes()).toEqual(['failed', 'imported']);
    expect(await state(deal.id)).toBe('funded');
  });
});

describe('a bank behind a folder', () => {
  let folder: string;
  const lay = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(folder, 'in', name), content);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'youquan-bank-'));
    line.bank = new FolderBank(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gets each instruction as one file, answers by a status report, and pays by a notification', async () => {
    const { deal, payout } = await released();
    await read();
    await hear(payout);
    await hear(payout);
    const [file = '', ...others] = readdirSync(join(folder, 'out'));
    expect([file, others]).toEqual([`${payout.endToEndId}.xml`, []]);
    const message = { id: payout.endToEndId, xml: readFileSync(join(folder, 'out', file), 'utf8') };
    expect((await payoutNow(payout.id)).submission).toBe('done');
    fake.refuseNext({ code: 'AM04', text: 'Insufficient funds' });
    lay('answer.xml', writePain002(await fake.submit(message), 'R1', START));
    lay('half.xml.part', 'not yet whole');
    expect(await read()).toBe(1);
    expect(await payoutNow(payout.id)).toMatchObject({
      state: 'rejected',
      reason: 'AM04 Insufficient funds',
    });
    expect(await outcomes()).toEqual(['answer']);

    const second = await market.payout(factor, deal.id);
    await hear(second);
    const xml = readFileSync(join(folder, 'out', `${second.endToEndId}.xml`), 'utf8');
    const answer = writePain002(await fake.submit({ id: second.endToEndId, xml }), 'R2', START);
    const [told] = (await fake.documentsSince(null)).documents;
    lay('b.xml', told?.content ?? '');
    lay('b-again.xml', told?.content ?? '');
    lay('a.xml', answer);
    expect(await read()).toBe(3);
    expect(await state(deal.id)).toBe('funded');
    expect(await outcomes()).toEqual(['answer', 'answer', 'imported']);
    expect(readdirSync(join(folder, 'in'))).toEqual(['half.xml.part']);
  });

  it('gives every file one number, when several processes look at once and after what was read is gone', async () => {
    const banks = [line.bank, new FolderBank(folder), new FolderBank(folder)];
    await line.bank.documentsSince(null);
    for (let n = 0; n < 120; n++) lay(`f${n}`, `content ${n}`);
    await Promise.all(banks.map((bank) => bank.documentsSince(null)));
    let cursor: string | null = null;
    const seen: string[] = [];
    for (;;) {
      const found: BankDocuments = await line.bank.documentsSince(cursor);
      if (found.documents.length === 0) break;
      expect(found.documents.length).toBeLessThanOrEqual(50);
      cursor = found.cursor;
      seen.push(...found.documents.map(({ content }) => Buffer.from(content).toString()));
    }
    expect(new Set(seen).size).toBe(120);
    rmSync(join(folder, 'read'), { recursive: true });
    lay('late', 'late');
    const { documents } = await line.bank.documentsSince(cursor);
    expect(documents.map(({ content }) => Buffer.from(content).toString())).toEqual(['late']);
    expect(existsSync(join(folder, 'in', 'late'))).toBe(false);
  });
});
