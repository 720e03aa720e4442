import { readInvoices } from '#documents';
import { candidateOf } from './candidate';

const place = { position: 1, file: 0, fileName: 'a.csv' };
const HEADER =
  'number,issue_date,due_date,currency,seller_id,seller_name,buyer_id,buyer_name,net_amount,gross_amount';
const candidateIn = async (row: string) => {
  const [reading] = await readInvoices(Buffer.from(`${HEADER}\r\n${row}\r\n`));
  if (!reading) throw new Error('nothing was read');
  return candidateOf(reading, place);
};

describe('a candidate', () => {
  it('carries what the invoice states', async () => {
    const row =
      'INV-1,2026-01-15,2026-04-15,EUR,DE123456789,Seller GmbH,FR40303265045,Acheteur SA,1000.5,1000.5';
    expect(await candidateIn(row)).toMatchObject({
      ...place,
      line: 2,
      key: 'G:DE123456789:INV-1:380',
      number: 'INV-1',
      issueDate: '2026-01-15',
      dueDate: '2026-04-15',
      sellerIds: ['DE123456789'],
      buyerIds: ['FR40303265045'],
      buyerName: 'Acheteur SA',
      payable: { amount: '1000.50', currency: 'EUR' },
    });
  });

  it('has no key that is longer than the registry can guard', async () => {
    const keyOf = async (digits: number) =>
      (
        await candidateIn(
          `${'1'.repeat(digits)},2026-01-15,2026-04-15,EUR,DE123456789,Seller GmbH,FR40303265045,Acheteur SA,1,1`,
        )
      ).key;
    expect((await keyOf(274))?.length).toBe(292);
    expect(await keyOf(275)).toBeNull();
  });

  it('has no amount that its currency cannot have', async () => {
    const row =
      'INV-1,2026-01-15,2026-04-15,JPY,DE123456789,Seller GmbH,FR40303265045,Acheteur SA,1000.5,1000.5';
    expect((await candidateIn(row)).payable).toBeNull();
  });

  it('holds no text that a database refuses, and no key that was changed to fit', async () => {
    const row =
      'INV\u0000-1,2026-01-15,2026-04-15,EUR,DE123456789,Seller GmbH,FR40303265045,Ache\u0000teur,1000.5,1000.5';
    const candidate = await candidateIn(row);
    expect(JSON.stringify(candidate)).not.toContain('\\u0000');
    expect(candidate.key).toBeNull();
  });

  it('from an archive is named by archive and entry', async () => {
    const [reading] = await readInvoices(Buffer.from('%PDF-1.7'));
    const inside = reading && candidateOf({ ...reading, entry: 'a/b.pdf' }, place);
    expect(inside?.fileName).toBe(`${place.fileName} › a/b.pdf`);
  });

  it('of a file that cannot be read keeps the reason', async () => {
    const [reading] = await readInvoices(Buffer.from('%PDF-1.7'));
    expect(reading && candidateOf(reading, place)).toMatchObject({
      status: 'refused',
      key: null,
      payable: null,
      reasons: [{ rule: 'documents.pdf_malformed' }],
    });
  });
});
