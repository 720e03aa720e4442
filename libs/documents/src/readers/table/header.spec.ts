import { readingsOf, rulesIn } from '../../testing/readings';
import { workbookOf } from '../../testing/workbook';
import { MAX_LINES } from './invoice-table';

const SELLER = '91110000802100433B';
const HEADER =
  'number,issue_date,currency,seller_name,seller_id,buyer_name,net_amount,tax_amount,gross_amount'.split(',');
const ROW = ['A-1', '2026-09-01', 'CNY', 'Ming', SELLER, 'Hua', '100.00', '13.00', '113.00'];
const MERGED = [
  ['发票号码', '开票日期', '币种', '销售方', '', '购买方', '不含税金额', '税额', '价税合计'],
  ['', '', '', '名称', '识别号', '名称', '', '', ''],
];

const csv = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join(',')).join('\n');

describe('a header is found', () => {
  test.each<[string, string[][]]>([
    ['in the first row', [HEADER, ROW]],
    ['below titles', [['Invoices of Ming'], ['as of', '2026-09-30'], [], HEADER, ROW]],
    ['over two rows of merged cells', [...MERGED, ROW]],
    ['over two rows below a title', [['发票清单'], ...MERGED, ROW]],
    [
      'with marks of columns that must be filled',
      [HEADER.map((heading) => ` ${heading.toUpperCase()} *`), ROW],
    ],
  ])('%s', async (_, rows) => {
    for (const table of [csv(rows), workbookOf({ sheets: { Sheet1: rows } })]) {
      const readings = await readingsOf(table);
      expect(rulesIn(readings)).toEqual([]);
      expect(readings).toHaveLength(1);
      expect(readings[0]?.draft).toMatchObject({
        number: 'A-1',
        seller: { taxId: SELLER },
        buyer: { name: 'Hua' },
      });
    }
  });

  test.each<[string, string[][], string]>([
    ['lacks columns', [HEADER.slice(0, 5), ROW], 'documents.table_column_missing'],
    [
      'names a column twice',
      [
        [...HEADER, '发票号码'],
        [...ROW, 'B'],
      ],
      'documents.table_column_twice',
    ],
    [
      'comes too late',
      [...Array.from({ length: 20 }, () => ['x', 'y', 'z', 'w']), HEADER, ROW],
      'documents.format_unknown',
    ],
  ])('or its table is refused: it %s', async (_, rows, rule) => {
    expect(rulesIn(await readingsOf(csv(rows)))).toEqual([rule]);
    expect(rulesIn(await readingsOf(workbookOf({ sheets: { Sheet1: rows } })))).toEqual([rule]);
  });
});

describe('an invoice over several rows', () => {
  const LINES = [...HEADER, 'line_id', 'line_item', 'line_amount'];
  const first = [...ROW, '1', 'Bearing', '60'];
  const blank = Array.from({ length: HEADER.length }, () => '');

  test.each<[string, string[]]>([
    ['repeats everything', [...ROW, '2', 'Shaft', '40']],
    ['repeats the number', ['A-1', ...blank.slice(1), '2', 'Shaft', '40']],
    ['leaves all but the line empty', [...blank, '2', 'Shaft', '40']],
  ])('its second row %s', async (_, second) => {
    const other = ['A-2', ...ROW.slice(1), '', '', ''];
    const readings = await readingsOf(csv([LINES, first, second, other]));
    expect(readings.map(({ status, line }) => ({ status, line }))).toEqual([
      { status: 'accepted', line: 2 },
      { status: 'accepted', line: 4 },
    ]);
    expect(readings[0]?.draft).toMatchObject({
      lineCount: 2,
      lines: [
        { id: '1', netAmount: '60' },
        { id: '2', itemName: 'Shaft' },
      ],
    });
    expect(readings[1]?.draft).toMatchObject({ number: 'A-2', lineCount: null, lines: [] });
  });

  test('lines that do not make the total break BR-CO-10', async () => {
    const second = ['A-1', ...blank.slice(1), '2', 'Shaft', '40.01'];
    expect(rulesIn(await readingsOf(csv([LINES, first, second])))).toEqual(['BR-CO-10']);
  });

  test('rows that contradict each other are refused with the column', async () => {
    const second = [...ROW, '2', 'Shaft', '40'].with(5, 'Dong');
    const [reading] = await readingsOf(csv([LINES, first, second]));
    expect(reading?.reasons[0]?.rule).toBe('documents.table_lines_differ');
    expect(reading?.reasons[0]?.message.en).toContain('Line 3, column buyer_name');
  });

  test('the same number without lines is another invoice of the same key', async () => {
    const [one, two] = await readingsOf(csv([HEADER, ROW, ROW]));
    expect(one?.key).toBe(`G:${SELLER}:A-1:380`);
    expect(two?.key).toBe(one?.key);
  });

  test('no invoice gathers lines without end', async () => {
    const lines = Array.from({ length: MAX_LINES + 5 }, () => [...blank, '2', 'Shaft', '1']);
    const readings = await readingsOf(csv([LINES, first, ...lines]));
    expect(readings).toHaveLength(1);
    expect(readings[0]?.draft?.lines).toHaveLength(MAX_LINES);
    expect(rulesIn(readings).filter((rule) => rule === 'documents.table_too_many_lines')).toHaveLength(1);
  });
});

test('a refusal in the middle leaves what was read before it', async () => {
  const readings = await readingsOf(`${csv([HEADER, ROW])}\n"A-2`);
  expect(readings.map(({ status }) => status)).toEqual(['accepted', 'refused']);
  expect(rulesIn(readings)).toEqual(['documents.csv_malformed']);
});

test('a line of ten million characters is refused in time', async () => {
  const started = performance.now();
  for (const long of ['x', '"', ',', ' ', '\t', '0,']) {
    const readings = await readingsOf(`${csv([HEADER, ROW])}\n${long.repeat(10_000_000 / long.length)}`);
    expect(readings.at(-1)?.status).toBe('refused');
  }
  expect(performance.now() - started).toBeLessThan(20_000);
});
