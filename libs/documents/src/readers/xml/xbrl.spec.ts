import { voucher } from '../../testing/xml-documents';
import { readInvoices } from '../read-invoices';

describe('an accounting voucher', () => {
  const FACTORED = 'WhetherEinvoiceHasBeenFactoredSoldOrSecuritized';

  test.each<[string, Record<string, string>, string, string[]]>([
    ['nothing of note', {}, 'accepted', []],
    ['paid', { WhetherEinvoiceHasBeenPaid: 'true' }, 'flagged', ['paid']],
    ['factored, sold or securitised', { [FACTORED]: 'Y' }, 'flagged', ['already_assigned']],
    ['the same in British letters', { [FACTORED.replace('z', 's')]: '1' }, 'flagged', ['already_assigned']],
    ['not factored', { [FACTORED]: 'N' }, 'accepted', []],
    ['red letter', { WhetherEinvoiceIsRedEinvoice: '是' }, 'flagged', ['credit_note']],
    ['a masked seller', { SellerIdNum: '91320500MAXXXXXX1L' }, 'flagged', ['identifier_masked']],
    ['a sum that does not add up', { 'TotalTax-includedAmount': '1131.00' }, 'refused', []],
  ])('that says %s', async (_, facts, status, flags) => {
    const [reading] = await readInvoices(Buffer.from(voucher(facts)));
    expect([reading?.status, reading?.flags]).toEqual([status, flags]);
  });

  test('has the key of its invoice', async () => {
    const [reading] = await readInvoices(Buffer.from(voucher()));
    expect(reading?.key).toBe('D:26322000000912345699');
    expect(reading?.draft).toMatchObject({ payableAmount: '1130', issueDate: '2026-09-28', currency: 'CNY' });
  });

  test('of two currencies is refused', async () => {
    const two = voucher().replace(
      '</x:unit>',
      '</x:unit><x:unit><x:measure>iso4217:EUR</x:measure></x:unit>',
    );
    const [reading] = await readInvoices(Buffer.from(two));
    expect(reading?.reasons.map(({ rule }) => rule)).toContain('BR-05');
  });
});
