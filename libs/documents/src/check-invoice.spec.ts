import { bent } from './testing/sound-draft';
import { invoiceCheckLine } from './check-invoice';
import { judged, unreadable } from './domain/reading';
import { refusal } from './domain/verdict';

test('an accepted invoice is one flat line with amounts as decimal strings', () => {
  const line = invoiceCheckLine('a/b.xml', judged(bent({ prepaidAmount: '0', payableAmount: '113' }), []));
  expect(line).toEqual({
    file: 'a/b.xml',
    status: 'accepted',
    reasons: [],
    flags: [],
    invoice: {
      number: 'A-1',
      typeCode: '380',
      issueDate: '2026-09-01',
      dueDate: '2026-12-01',
      currency: 'CNY',
      sellerName: 'Seller Ltd',
      sellerId: 'SE123456789001',
      buyerName: 'Buyer Ltd',
      buyerId: null,
      payeeName: null,
      netAmount: '100.00',
      grossAmount: '113.00',
      prepaidAmount: '0.00',
      payableAmount: '113.00',
      lineCount: 1,
    },
  });
});

test('the seller is identified by BT-31, else BT-32, else BT-30', () => {
  const { seller } = bent({});
  const id = (taxId: string | null, taxRegistration: string | null): string | null | undefined =>
    invoiceCheckLine('f', judged(bent({ seller: { ...seller, taxId, taxRegistration, legalId: 'L' } }), []))
      .invoice?.sellerId;
  expect([id('V', 'T'), id(null, 'T'), id(null, null)]).toEqual(['V', 'T', 'L']);
});

test('a refused invoice keeps what was readable, with messages in English', () => {
  const line = invoiceCheckLine('f', judged(bent({ payableAmount: '1' }), []));
  expect(line.status).toBe('refused');
  expect(line.reasons).toEqual([
    { rule: 'BR-CO-16', message: 'The amount due (BT-115) is 1, but its parts make 113.' },
  ]);
  expect(line.invoice?.payableAmount).toBe('1.00');
});

test('a file that could not be read has no invoice', () => {
  const both = { en: 'no', zh: '否' };
  expect(invoiceCheckLine('f', unreadable(refusal('x', both, both)))).toEqual({
    file: 'f',
    status: 'refused',
    reasons: [{ rule: 'x', message: 'no' }],
    flags: [],
    invoice: null,
  });
});
