// What is written can be read again by the reader of tables, whatever the cells hold.
import { invoicesIn } from '../readers/read-invoices';
import { xlsxTable } from './xlsx-table';

const COLUMNS = [
  ...['number', 'issue_date', 'due_date', 'currency', 'seller_name', 'seller_id', 'buyer_name', 'buyer_id'],
].map((name) => ({ name }));
const AMOUNTS = ['net_amount', 'gross_amount'].map((name) => ({ name, isNumber: true }));

async function* pagesOf(...pages: readonly (readonly (readonly string[])[])[]) {
  for (const page of pages) yield await Promise.resolve(page);
}

it('writes a workbook whose rows are read as they were', async () => {
  const row = (number: string) => [
    ...[
      number,
      '2026-01-15',
      '2026-04-15',
      'EUR',
      'A & B <"x">\u0007',
      'DE111111111',
      'Debtor',
      'DE222222222',
    ],
    ...['1000.25', '1000.25'],
  ];
  const pages = pagesOf([row('00012'), row('A-2')], [], [row('A-3')]);
  const bytes = await xlsxTable('a & b', [...COLUMNS, ...AMOUNTS], pages);
  const seen = [];
  for await (const { draft, status } of invoicesIn(bytes))
    seen.push([draft?.number, draft?.payableAmount, status]);
  expect(seen).toEqual([
    ['00012', '1000.25', 'accepted'],
    ['A-2', '1000.25', 'accepted'],
    ['A-3', '1000.25', 'accepted'],
  ]);
});
