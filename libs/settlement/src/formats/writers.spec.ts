// What we write is read back: by our own reader, and by a parser that knows nothing of ours.
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { addDays, Decimal, DomainError, localDate, money } from '#kernel';
import { writeCamt053, writeCamt054, type WrittenStatement } from './camt053-writer';
import { type PaymentInstruction, type PaymentMessage, writePain001 } from './pain001';
import { readStatements } from './read-statements';
import { isIban } from './xml/account-node';

const day = localDate('2026-03-02');
const createdAt = new Date('2026-03-02T01:02:03Z');

const PLAIN = new XMLParser({ ignoreAttributes: false, parseTagValue: false, attributeNamePrefix: '@' });

const text = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .map((raw) => raw.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim())
    .filter((clean) => clean !== '' && Array.from(clean).length <= max);
const account = fc.stringMatching(/^[A-Z0-9]{5,30}$/);
const cents = fc.integer({ min: 1, max: 10 ** 12 });
const amount = (value: number) => money(new Decimal(value).div(100), 'CNY');

const payout: fc.Arbitrary<PaymentInstruction> = fc.record({
  endToEndId: fc.uuid().map((id) => id.replaceAll('-', '')),
  amount: cents.map(amount),
  creditorName: text(40),
  creditorAccount: account,
  creditorBankCode: fc.stringMatching(/^\d{12}$/),
  remittance: text(40),
  requestedDate: fc.nat(2).map((days) => addDays(day, days)),
});

const one: PaymentInstruction = {
  endToEndId: 'P1',
  amount: money('1234.50', 'CNY'),
  creditorName: '海川 & <工贸> "有限"公司',
  creditorAccount: '6222000011112222',
  creditorBankCode: '102100099996',
  remittance: 'Advance INV-1',
  requestedDate: day,
};
const message: PaymentMessage = {
  messageId: 'MSG-1',
  createdAt,
  debtor: { name: '长江银行', account: '9558800001', bankCode: '104100000004' },
  payments: [one],
};

interface Group {
  NbOfTxs: string;
  CtrlSum: string;
  PmtInfId: string;
  ReqdExctnDt: { Dt: string };
  CdtTrfTxInf: unknown;
}
interface Initiation {
  GrpHdr: { MsgId: string; CreDtTm: string; NbOfTxs: string; CtrlSum: string };
  PmtInf: Group | Group[];
}

function parsed(xml: string): Initiation {
  return (PLAIN.parse(xml) as { Document: { CstmrCdtTrfInitn: Initiation } }).Document.CstmrCdtTrfInitn;
}

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

describe('a payment instruction', () => {
  test('holds the payment as given', () => {
    expect(writePain001(message)).toContain('xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"');
    expect(parsed(writePain001(message))).toEqual({
      GrpHdr: {
        MsgId: 'MSG-1',
        CreDtTm: '2026-03-02T01:02:03.000Z',
        NbOfTxs: '1',
        CtrlSum: '1234.5',
        InitgPty: { Nm: '长江银行' },
      },
      PmtInf: {
        PmtInfId: 'MSG-1-1',
        PmtMtd: 'TRF',
        NbOfTxs: '1',
        CtrlSum: '1234.5',
        ReqdExctnDt: { Dt: '2026-03-02' },
        Dbtr: { Nm: '长江银行' },
        DbtrAcct: { Id: { Othr: { Id: '9558800001' } }, Ccy: 'CNY' },
        DbtrAgt: { FinInstnId: { ClrSysMmbId: { ClrSysId: { Cd: 'CNAPS' }, MmbId: '104100000004' } } },
        CdtTrfTxInf: {
          PmtId: { EndToEndId: 'P1' },
          Amt: { InstdAmt: { '#text': '1234.50', '@Ccy': 'CNY' } },
          CdtrAgt: { FinInstnId: { ClrSysMmbId: { ClrSysId: { Cd: 'CNAPS' }, MmbId: '102100099996' } } },
          Cdtr: { Nm: '海川 & <工贸> "有限"公司' },
          CdtrAcct: { Id: { Othr: { Id: '6222000011112222' } } },
          RmtInf: { Ustrd: 'Advance INV-1' },
        },
      },
    });
  });

  test('keeps control sums for any payments, and every payment once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(payout, { minLength: 1, maxLength: 12, selector: (p) => p.endToEndId }),
        (payments) => {
          const { GrpHdr, PmtInf } = parsed(writePain001({ ...message, payments }));
          const sum = payments.reduce((total, p) => total.plus(p.amount.amount), new Decimal(0));
          const groups = list(PmtInf);
          expect(GrpHdr).toMatchObject({ NbOfTxs: String(payments.length), CtrlSum: sum.toFixed() });
          expect(groups.map(({ ReqdExctnDt }) => ReqdExctnDt.Dt)).toEqual(
            [...new Set(payments.map(({ requestedDate }) => requestedDate))].sort(),
          );
          const sums = groups.reduce((total, { CtrlSum }) => total.plus(CtrlSum), new Decimal(0));
          expect(sums.toFixed()).toBe(sum.toFixed());
          const written = groups.flatMap(({ CdtTrfTxInf }) => list(CdtTrfTxInf)) as {
            PmtId: { EndToEndId: string };
            Amt: { InstdAmt: { '#text': string } };
            RmtInf: { Ustrd: string };
          }[];
          const found = new Map(written.map((p) => [p.PmtId.EndToEndId, p]));
          expect(found.size).toBe(payments.length);
          for (const { endToEndId, amount: paid } of payments)
            expect(found.get(endToEndId)?.Amt.InstdAmt['#text']).toBe(paid.amount);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('writes an IBAN as one, and no agent as not provided', () => {
    const iban = { ...one, creditorAccount: 'NL26VAYB8060476890' };
    const xml = writePain001({ ...message, debtor: { name: 'A', account: '1' }, payments: [iban] });
    expect(xml).toContain('<IBAN>NL26VAYB8060476890</IBAN>');
    expect(xml).toContain('NOTPROVIDED');
    expect(isIban('NL26VAYB8060476891')).toBe(false);
  });

  test('shortens only the group id when the message id takes all room', () => {
    const { PmtInf, GrpHdr } = parsed(writePain001({ ...message, messageId: 'M'.repeat(35) }));
    expect(GrpHdr.MsgId).toHaveLength(35);
    expect(list(PmtInf)[0]?.PmtInfId).toBe(`${'M'.repeat(33)}-1`);
  });

  const wrong: [string, Partial<PaymentMessage>, string][] = [
    ['nothing to pay', { payments: [] }, 'payment_none'],
    ['a message id of 36', { messageId: 'M'.repeat(36) }, 'payment_text'],
    ['an empty name', { payments: [{ ...one, creditorName: '' }] }, 'payment_text'],
    ['a name of 141', { payments: [{ ...one, creditorName: '名'.repeat(141) }] }, 'payment_text'],
    ['a remittance of 141', { payments: [{ ...one, remittance: 'r'.repeat(141) }] }, 'payment_text'],
    ['a line break', { payments: [{ ...one, remittance: 'a\nb' }] }, 'payment_text'],
    ['half a character', { payments: [{ ...one, remittance: 'a\ud800' }] }, 'payment_text'],
    ['an end-to-end id of 36', { payments: [{ ...one, endToEndId: 'e'.repeat(36) }] }, 'payment_text'],
    ['one end-to-end id twice', { payments: [one, one] }, 'payment_id_twice'],
    ['nothing as amount', { payments: [{ ...one, amount: money('0', 'CNY') }] }, 'payment_amount'],
    ['less than nothing', { payments: [{ ...one, amount: money('-1', 'CNY') }] }, 'payment_amount'],
    ['an account of 35', { payments: [{ ...one, creditorAccount: '1'.repeat(35) }] }, 'payment_account'],
    ['a masked account', { payments: [{ ...one, creditorAccount: '6222****2222' }] }, 'payment_account'],
  ];
  test.each(wrong)('refuses %s', (_, change, code) => {
    expect(() => writePain001({ ...message, ...change })).toThrow(
      expect.objectContaining({ code: `settlement.${code}` }) as DomainError,
    );
  });
});

describe('a written statement', () => {
  const entry = fc.record({
    amount: fc.tuple(cents, fc.boolean()).map(([value, credit]) => amount(credit ? value : -value)),
    bookingDate: fc.constant(day),
    valueDate: fc.nat(3).map((days) => addDays(day, days)),
    servicerReference: fc.uuid(),
    endToEndId: fc.option(fc.uuid()),
    counterpartyName: text(40),
    counterpartyAccount: account.map((number) => `9${number}`),
    text: fc.option(text(60)),
    isReversal: fc.boolean(),
    returnReason: fc.option(fc.constantFrom('AC01', 'AC04', 'AM09')),
  });
  const statement: fc.Arbitrary<WrittenStatement> = fc.record({
    messageId: fc.uuid(),
    createdAt: fc.constant(createdAt),
    account,
    ownerName: text(20),
    currency: fc.constant('CNY'),
    from: fc.constant(day),
    to: fc.constant(day),
    openingBalance: cents.map((value) => amount(value - 10 ** 11)),
    entries: fc.array(entry, { maxLength: 8 }),
  });

  test('is read as it was meant and proves itself', () => {
    fc.assert(
      fc.property(statement, (given) => {
        const [reading] = readStatements(Buffer.from(writeCamt053(given)));
        const [told] = readStatements(Buffer.from(writeCamt054(given)));
        if (reading?.status !== 'read' || told?.status !== 'read') throw new Error(JSON.stringify(reading));
        expect(reading.statement).toMatchObject({
          balanceProof: 'proved',
          account: given.account,
          openingBalance: { amount: given.openingBalance.amount },
          fromDate: day,
          toDate: day,
        });
        expect(told.statement).toMatchObject({ kind: 'notification', balanceProof: 'not_stated' });
        expect(told.statement.entries).toEqual(reading.statement.entries);
        expect(reading.statement.entries).toMatchObject(
          given.entries.map((written) => ({
            amount: written.amount.amount,
            date: written.bookingDate,
            valueDate: written.valueDate,
            servicerReference: written.servicerReference,
            endToEndId: written.endToEndId,
            counterpartyName: written.counterpartyName,
            counterpartyAccount: written.counterpartyAccount,
            text: written.text,
            isReversal: written.isReversal,
            returnReason: written.returnReason,
          })),
        );
      }),
      { numRuns: 150 },
    );
  });
});
