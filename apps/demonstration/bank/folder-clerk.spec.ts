// The clerk and the folder adapter of settlement meet as two processes would: through files alone.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localDate, ManualClock, money, todayOf } from '#kernel';
import { type BankDocument, FolderBank, readAnswers, readStatements, writePain001 } from '#settlement';
import { FakeBank } from './fake-bank';
import { FolderClerk, payAtTill, PLENTY } from './folder-clerk';

const OURS = '9558800001';
const clock = new ManualClock(new Date('2026-03-02T02:00:00Z'));
const order = (id: string) => ({
  id,
  xml: writePain001({
    ...{ messageId: id, createdAt: clock.now(), debtor: { name: '长江银行', account: OURS } },
    payments: [
      {
        ...{ endToEndId: id, amount: money('100', 'CNY'), creditorName: '海川工贸' },
        ...{ creditorAccount: '6217', creditorBankCode: '102100099996', remittance: 'Advance' },
        requestedDate: localDate('2026-03-02'),
      },
    ],
  }),
});

let folder: string;
let bank: FakeBank;
let clerk: FolderClerk;
let complaints: unknown[];
const open = async (series: string) => {
  complaints = [];
  bank = new FakeBank([], todayOf(clock), {}, series);
  clerk = new FolderClerk(folder, bank, clock, series, (error) => complaints.push(error));
  await clerk.start();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'youquan-clerk-'));
  await open('A');
});
afterEach(async () => {
  await clerk.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What comes, until there is so much of it. */
async function documents(adapter: FolderBank, count: number): Promise<readonly BankDocument[]> {
  for (let n = 0; n < 200; n++) {
    const found = await adapter.documentsSince(null);
    if (found.documents.length >= count) return found.documents;
    await sleep(20);
  }
  throw new Error('nothing came');
}
const answersIn = (found: readonly BankDocument[]) =>
  found.flatMap(({ content }) => readAnswers(content) ?? []);
const entriesIn = (found: readonly BankDocument[]) =>
  found
    .filter(({ content }) => readAnswers(content) === null)
    .flatMap(({ content }) => readStatements(content))
    .flatMap((reading) => (reading.status === 'read' ? reading.statement.entries : []));

describe('the clerk', () => {
  it('answers an order, pays it and tells of it; after a restart it does not take it again', async () => {
    const adapter = new FolderBank(folder);
    expect(await adapter.submit(order('M1'))).toMatchObject({ status: 'received' });
    const found = await documents(adapter, 2);
    expect(answersIn(found)).toMatchObject([{ messageId: 'M1', status: 'accepted' }]);
    expect(entriesIn(found)).toMatchObject([{ amount: '-100.00', endToEndId: 'M1' }]);
    expect(bank.balanceOf(OURS).amount).toBe(`${Number(PLENTY) - 100}.00`);
    await clerk.stop();
    await open('B');
    await adapter.submit(order('M1'));
    await adapter.submit(order('M2'));
    const more = await documents(adapter, 4);
    expect(answersIn(more).map(({ messageId }) => messageId)).toEqual(['M1', 'M2']);
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
    const references = entriesIn(more).map(({ key }) => key);
    expect(new Set(references).size).toBe(2);
  });

  it('takes what debtors bring, and says when a file is no such thing', async () => {
    const slip = { account: OURS, ownerName: '长江银行', amount: money('5', 'CNY'), payerName: '华东机械' };
    await payAtTill(folder, 'INV-1', { ...slip, payerAccount: '1', text: 'INV-1' });
    expect(entriesIn(await documents(new FolderBank(folder), 1))).toMatchObject([
      { amount: '5.00', counterpartyName: '华东机械', text: 'INV-1' },
    ]);
    writeFileSync(join(folder, 'till', 'broken.json'), '{');
    for (let n = 0; n < 100 && complaints.length === 0; n++) await sleep(20);
    expect(complaints).not.toEqual([]);
  });

  it('tells the day’s statement when the day is over', async () => {
    const adapter = new FolderBank(folder);
    await adapter.submit(order('M3'));
    await documents(adapter, 2);
    clock.advance(24 * 3_600_000);
    const found = await documents(adapter, 3);
    expect(entriesIn(found)).toHaveLength(2);
    expect(new Set(entriesIn(found).map(({ key }) => key)).size).toBe(1);
    expect(existsSync(join(folder, 'taken', 'M3.xml'))).toBe(true);
  });
});
