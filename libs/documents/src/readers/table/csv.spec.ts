import { csvTemplate } from '../../templates/csv-template';
import { MAX_TABLE_ROWS, readInvoices } from '../read-invoices';
import { INVOICE_COLUMNS, INVOICE_STATUS } from './invoice-columns';
import { readTable } from './read-table';

const SELLER = '91110000802100433B';
const HEADER =
  'number,issue_date,due_date,currency,seller_name,seller_id,buyer_name,net_amount,tax_amount,gross_amount';
const CHINESE = '发票号码,开票日期,到期日,币种,销售方名称,销售方识别号,购买方名称,不含税金额,税额,价税合计';
const ROW = `A-1,2026-09-01,2026-12-01,CNY,明远,${SELLER},华东,100.00,13.00,113.00`;

async function read(text: string | Uint8Array): Promise<Awaited<ReturnType<typeof readInvoices>>> {
  return readInvoices(typeof text === 'string' ? Buffer.from(text) : text);
}

async function only(text: string | Uint8Array): Promise<Awaited<ReturnType<typeof readInvoices>>[number]> {
  const readings = await read(text);
  expect(readings).toHaveLength(1);
  return readings[0] as (typeof readings)[number];
}

describe('a row is an invoice', () => {
  /** The row above in GB18030. */
  const gb18030 = Buffer.concat([
    Buffer.from(`${HEADER}\nA-1,2026-09-01,2026-12-01,CNY,`),
    Buffer.from([0xc3, 0xf7, 0xd4, 0xb6]),
    Buffer.from(`,${SELLER},`),
    Buffer.from([0xbb, 0xaa, 0xb6, 0xab]),
    Buffer.from(',100.00,13.00,113.00\n'),
  ]);
  test.each<[string, string | Uint8Array]>([
    ['English header', `${HEADER}\n${ROW}\n`],
    ['Chinese header', `${CHINESE}\r\n${ROW}\r\n`],
    ['byte order mark', `\ufeff${CHINESE}\r\n${ROW}`],
    ['semicolons', `${HEADER}\n${ROW}`.replaceAll(',', ';')],
    ['tabs', `${HEADER}\n${ROW}`.replaceAll(',', '\t')],
    ['quotes', `${HEADER}\n"${ROW.replaceAll(',', '","')}"`],
    ['UTF-16', Buffer.from(`\ufeff${HEADER}\n${ROW}`, 'utf16le')],
    ['GB18030', gb18030],
    ['blank rows', `${HEADER}\n\n,,,,,,,,,\n${ROW}\n\n`],
    ['an unknown column', `${HEADER},colour\n${ROW},red`],
  ])('%s', async (_, text) => {
    const { status, draft, key } = await only(text);
    expect(status).toBe('accepted');
    expect(draft).toMatchObject({
      source: 'table',
      number: 'A-1',
      typeCode: '380',
      issueDate: '2026-09-01',
      seller: { name: '明远', taxId: SELLER },
      buyer: { name: '华东' },
      grossAmount: '113',
      payableAmount: '113',
      lineCount: null,
    });
    expect(key).toBe(`G:${SELLER}:A-1:380`);
  });

  test.each([...INVOICE_STATUS].filter(([word]) => word !== ''))('status %s is %s', async (word, status) => {
    const { flags } = await only(`${HEADER},status\n${ROW},${word}`);
    expect(flags).toEqual(status === 'normal' ? [] : [status]);
  });
});

describe('a bad row is refused by itself', () => {
  test.each([
    ['documents.value_malformed', ROW.replace('2026-09-01', '2026-02-30')],
    ['documents.date_order', ROW.replace('2026-09-01', '01/09/2026')],
    ['documents.value_malformed', ROW.replace('100.00', '1e2')],
    ['documents.value_malformed', ROW.replace('A-1', 'A'.repeat(1001))],
    ['BR-CO-15', ROW.replace('113.00', '113.01')],
    ['BR-02', ROW.replace('A-1', '')],
    ['BR-CL-04', ROW.replace('CNY', 'RMC')],
    ['documents.table_formula', ROW.replace('明远', '=HYPERLINK(1)')],
    ['documents.table_formula', ROW.replace('明远', '@SUM(A1)')],
    ['documents.table_formula', ROW.replace('A-1', '+1+cmd')],
    ['documents.table_cells', `${ROW},more`],
    ['documents.table_control', ROW.replace('明远', '明\u0001远')],
  ])('%s: %s', async (rule, row) => {
    const [bad, good] = await read(`${HEADER}\n${row}\n${ROW}`);
    expect(bad?.status).toBe('refused');
    expect(bad?.line).toBe(2);
    expect(bad?.reasons.map((reason) => reason.rule)).toContain(rule);
    expect(good?.status).toBe('accepted');
  });

  test('a negative amount is no formula', async () => {
    const row = ROW.replace('100.00,13.00,113.00', '-100.00,-13.00,-113.00');
    expect((await only(`${HEADER}\n${row}`)).flags).toContain('credit_note');
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['documents.table_column_missing', 'number,issue_date,currency\n1,2,3'],
    ['documents.table_column_twice', `${HEADER},number\n${ROW},2`],
    ['documents.table_no_rows', `${HEADER}\n`],
    ['documents.csv_malformed', `${HEADER}\n"never closed`],
    ['documents.format_unknown', 'a,b,c\n1,2,3'],
  ])('%s', async (rule, text) => {
    const reading = await only(text);
    expect(reading.status).toBe('refused');
    expect(reading.reasons.map((reason) => reason.rule)).toEqual([rule]);
  });
});

describe('the template', () => {
  test.each(['en', 'zh'] as const)(
    '%s: its example is passed over, a changed one is read',
    async (language) => {
      expect((await only(csvTemplate(language))).reasons[0]?.rule).toBe('documents.table_no_rows');
      const changed = await only(csvTemplate(language).replace('EXAMPLE-0001', 'A-1'));
      expect(changed.draft?.number).toBe('A-1');
      expect(changed.draft?.seller.name).not.toBeNull();
    },
  );

  test('no column or status is named twice', () => {
    const headings = INVOICE_COLUMNS.flatMap(({ name, zh, aliases }) => [name, zh, ...aliases]);
    expect(new Set(headings).size).toBe(headings.length);
  });
});

describe('a long file', () => {
  async function* chunks(rows: number): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`${HEADER}\n`);
    for (let row = 0; row < rows; row += 1) yield Buffer.from(`${ROW.replace('A-1', `A-${row}`)}\n`);
  }

  test('is read as a stream, and stops at the limit', async () => {
    let accepted = 0;
    let last: string | undefined;
    for await (const { status, reasons } of readTable(chunks(MAX_TABLE_ROWS + 5), {
      maxRows: MAX_TABLE_ROWS,
    })) {
      if (status === 'accepted') accepted += 1;
      last = reasons[0]?.rule;
    }
    expect(accepted).toBe(MAX_TABLE_ROWS);
    expect(last).toBe('documents.table_too_many_rows');
  });

  test('one endless line after an empty one is refused at once', async () => {
    const started = performance.now();
    const reading = await only(`\n${'a'.repeat(1_000_000)}`);
    expect(reading.reasons[0]?.rule).toBe('documents.format_unknown');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('blank rows beyond the limit are refused too', async () => {
    const reading = await only(`${HEADER}\n${',\n'.repeat(MAX_TABLE_ROWS + 1)}`);
    expect(reading.reasons[0]?.rule).toBe('documents.table_too_many_rows');
  });

  test('Chinese that begins late in a GB18030 file is still read', async () => {
    const ascii = ROW.replace('明远', 'Ming').replace('华东', 'Hua');
    const head = Buffer.from(`${HEADER}\n${`${ascii}\n`.repeat(2000)}`);
    const tail = Buffer.concat([
      Buffer.from('A-2,2026-09-01,,CNY,'),
      Buffer.from([0xc3, 0xf7, 0xd4, 0xb6]),
      Buffer.from(`,${SELLER},Hua,100,13,113\n`),
    ]);
    async function* parts(): AsyncGenerator<Uint8Array> {
      yield head;
      yield tail;
    }
    const names: (string | null | undefined)[] = [];
    for await (const { draft } of readTable(parts())) names.push(draft?.seller.name);
    expect(names.at(-1)).toBe('明远');
  });
});
