import fc from 'fast-check';
import { bent } from '../testing/sound-draft';
import { EMPTY_PARTY, type InvoiceDraft } from './invoice-draft';
import { invoiceKey } from './invoice-key';

const seller = (taxId: string | null): InvoiceDraft['seller'] => ({ ...EMPTY_PARTY, taxId });
const USCC = '91110000802100433B';

describe('the invoice key', () => {
  const same: [string, Partial<InvoiceDraft>, string | null][] = [
    ['fully digitalised', { number: '26322000000912345601', seller: seller(USCC) }, 'D:26322000000912345601'],
    [
      'masked e-fapiao',
      { source: 'efapiao', number: '26322000000912345601', seller: seller('91**') },
      'D:26322000000912345601',
    ],
    ['older VAT invoice', { code: '050001700111', number: '00099951' }, 'L:05000170011100099951'],
    ['elsewhere', { number: 'a 17', seller: seller('SE 1122'), typeCode: '380' }, 'G:SE1122:A17:380'],
    ['full width', { number: 'Ａ１７', seller: seller('ＳＥ１１２２'), typeCode: '380' }, 'G:SE1122:A17:380'],
    [
      'dots in a tax number',
      { number: 'a17', seller: seller('SE.11-22'), typeCode: '380' },
      'G:SE1122:A17:380',
    ],
    [
      '20 digits of a foreign seller',
      { number: '26322000000912345601', seller: seller('SE1') },
      'G:SE1:26322000000912345601:380',
    ],
    ['no number', { number: null }, null],
    ['a number of spaces', { number: ' 　' }, null],
    ['no seller identifier', { seller: EMPTY_PARTY }, null],
    ['no type', { typeCode: null }, null],
  ];
  test.each(same)('%s', (_, change, key) => {
    expect(invoiceKey(bent(change))).toBe(key);
  });

  test('leading zeros and the type tell invoices apart', () => {
    const key = (change: Partial<InvoiceDraft>): string | null => invoiceKey(bent(change));
    expect(key({ number: '007' })).not.toBe(key({ number: '7' }));
    expect(key({ typeCode: '380' })).not.toBe(key({ typeCode: '381' }));
  });

  test('spaces and case never matter', () => {
    const number = fc.stringMatching(/^[A-Za-z0-9/-]{1,20}$/u);
    fc.assert(
      fc.property(number, (text) => {
        const spaced = text.replaceAll(/(.)/gu, '$1 ').toLowerCase();
        expect(invoiceKey(bent({ number: spaced }))).toBe(invoiceKey(bent({ number: text })));
      }),
    );
  });
});
