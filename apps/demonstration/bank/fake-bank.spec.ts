// The bank that plays the other side must itself be believable: its statements add up, tell every movement once, and
// its faults are those of timing and repetition only.
import fc from 'fast-check';
import { addMoney, localDate, money, type Money, sumMoney } from '#kernel';
import { readStatements, writePain001 } from '#settlement';
import { FakeBank, type FakeDocument, type Misbehaviour } from './fake-bank';

const today = localDate('2026-03-02');
const OURS = '9558800001';
const THEIRS = '6222000011112222';
const accounts = [
  { account: OURS, ownerName: '长江银行', balance: money('1000', 'CNY') },
  { account: THEIRS, ownerName: '海川工贸', balance: money('0', 'CNY') },
];

function instruction(id: string, amounts: readonly string[], creditorAccount = '6217000099998888') {
  const xml = writePain001({
    messageId: id,
    createdAt: new Date('2026-03-02T01:00:00Z'),
    debtor: { name: '长江银行', account: OURS },
    payments: amounts.map((amount, place) => ({
      endToEndId: `${id}-${place}`,
      amount: money(amount, 'CNY'),
      creditorName: '海川工贸',
      creditorAccount,
      creditorBankCode: '102100099996',
      remittance: 'Advance',
      requestedDate: today,
    })),
  });
  return { id, xml };
}

function statements(documents: readonly FakeDocument[], kind: FakeDocument['kind']) {
  return documents
    .filter((document) => document.kind === kind)
    .flatMap(({ xml }) => readStatements(Buffer.from(xml)))
    .map((reading) => {
      if (reading.status !== 'read') throw new Error(JSON.stringify(reading.reasons));
      return reading.statement;
    });
}

const sum = (amounts: readonly string[]): Money =>
  sumMoney(
    amounts.map((amount) => money(amount, 'CNY')),
    'CNY',
  );

describe('a bank without faults', () => {
  test('pays, notifies and states', async () => {
    const bank = new FakeBank(accounts, today);
    const ack = await bank.submit(instruction('M1', ['100', '250.50'], THEIRS));
    expect(ack).toMatchObject({
      status: 'accepted',
      payments: [{ status: 'accepted' }, { status: 'accepted' }],
    });
    expect(bank.balanceOf(OURS).amount).toBe('649.50');
    expect(bank.balanceOf(THEIRS).amount).toBe('350.50');
    expect(bank.endOfDay()).toBe('2026-03-03');
    const { documents, cursor } = await bank.documentsSince(null);
    expect(statements(documents, 'camt.054')).toHaveLength(4);
    expect(statements(documents, 'camt.053')).toMatchObject([
      { account: OURS, closingBalance: { amount: '649.50' }, balanceProof: 'proved', entries: [{}, {}] },
      { account: THEIRS, closingBalance: { amount: '350.50' }, balanceProof: 'proved', entries: [{}, {}] },
    ]);
    expect((await bank.documentsSince(cursor)).documents).toEqual([]);
  });

  test('pays a message once, however often it is sent', async () => {
    const bank = new FakeBank(accounts, today);
    const first = await bank.submit(instruction('M1', ['100']));
    expect(await bank.submit(instruction('M1', ['100']))).toEqual(first);
    expect(bank.balanceOf(OURS).amount).toBe('900.00');
    expect(await bank.submit(instruction('M1', ['200']))).toMatchObject({ reason: { code: 'DU01' } });
    expect(bank.balanceOf(OURS).amount).toBe('900.00');
  });

  test.each([
    ['more than there is', instruction('M1', ['600', '600']).xml, 'partly_accepted', 'AM04'],
    [
      'a changed sum',
      instruction('M1', ['600']).xml.replaceAll('<CtrlSum>600<', '<CtrlSum>601<'),
      'rejected',
      'AM10',
    ],
    [
      'a changed count',
      instruction('M1', ['600']).xml.replaceAll('<NbOfTxs>1<', '<NbOfTxs>2<'),
      'rejected',
      'AM18',
    ],
    ['an unknown debtor', instruction('M1', ['1']).xml.replace(OURS, '1'), 'rejected', 'AC02'],
    ['another currency', instruction('M1', ['1']).xml.replaceAll('CNY', 'USD'), 'rejected', 'AM03'],
    ['what is no instruction', '<a>', 'rejected', 'FF01'],
  ])('does not pay %s', async (_, xml, status, code) => {
    const ack = await new FakeBank(accounts, today).submit({ id: 'M1', xml });
    expect(ack.status).toBe(status);
    expect([ack.reason?.code, ...ack.payments.map(({ reason }) => reason?.code)]).toContain(code);
  });
});

describe('a bank with faults', () => {
  const faults: fc.Arbitrary<Misbehaviour> = fc.record({
    seed: fc.nat(),
    rejects: fc.constantFrom(0, 0.3),
    returns: fc.constantFrom(0, 0.4),
    delays: fc.constantFrom(0, 0.5),
    doubles: fc.constantFrom(0, 0.5),
    reorders: fc.constantFrom(0, 1),
  });
  const deed = fc.oneof(
    fc.record({
      kind: fc.constant('out' as const),
      cents: fc.integer({ min: 1, max: 40_000 }),
      here: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('in' as const),
      cents: fc.integer({ min: 1, max: 40_000 }),
      here: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('night' as const), cents: fc.constant(0), here: fc.boolean() }),
  );

  test('still adds up, tells every movement, and repeats itself for one seed', async () => {
    const seen = { doubled: 0, returned: 0, rejected: 0 };
    const play = async (bank: FakeBank, deeds: readonly { kind: string; cents: number; here: boolean }[]) => {
      for (const [place, { kind, cents, here }] of deeds.entries()) {
        const amount = (cents / 100).toFixed(2);
        if (kind === 'night') bank.endOfDay();
        else if (kind === 'out') {
          const ack = await bank.submit(instruction(`M${place}`, [amount], here ? THEIRS : undefined));
          if (ack.payments.some(({ reason }) => reason !== null && reason.code !== 'AM04'))
            seen.rejected += 1;
        } else
          bank.payIn({
            ...{ account: OURS, amount: money(amount, 'CNY'), payerName: '华东机械' },
            ...{ payerAccount: '1', text: `INV-${place}` },
          });
      }
      for (let night = 0; night < 12; night += 1) bank.endOfDay();
      return (await bank.documentsSince(null)).documents;
    };
    await fc.assert(
      fc.asyncProperty(faults, fc.array(deed, { maxLength: 15 }), async (misbehaviour, deeds) => {
        const bank = new FakeBank(accounts, today, misbehaviour);
        const documents = await play(bank, deeds);
        const daily = statements(documents, 'camt.053').sort((a, b) =>
          (a.toDate ?? '') < (b.toDate ?? '') ? -1 : 1,
        );
        for (const { account, balance } of accounts) {
          const own = daily.filter((statement) => statement.account === account);
          let expected = balance.amount;
          for (const { openingBalance, closingBalance, balanceProof } of own) {
            expect(balanceProof).toBe('proved');
            expect(openingBalance?.amount).toBe(expected);
            expected = closingBalance?.amount ?? '';
          }
          expect(expected).toBe(bank.balanceOf(account).amount);
          const entries = own.flatMap((statement) => statement.entries);
          expect(addMoney(balance, sum(entries.map(({ amount }) => amount)))).toEqual(
            bank.balanceOf(account),
          );
          const told = statements(documents, 'camt.054')
            .filter((statement) => statement.account === account)
            .flatMap((statement) => statement.entries);
          const keys = told.map(({ key }) => key);
          expect(new Set(keys)).toEqual(new Set(entries.map(({ key }) => key)));
          seen.doubled += keys.length - new Set(keys).size;
          seen.returned += entries.filter(({ returnReason }) => returnReason !== null).length;
        }
        expect(await play(new FakeBank(accounts, today, misbehaviour), deeds)).toEqual(documents);
      }),
      { numRuns: 60, seed: 20260302 },
    );
    expect(Object.values(seen).every((count) => count > 0)).toBe(true);
  });
});
