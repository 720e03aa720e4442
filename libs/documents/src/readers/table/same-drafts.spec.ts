// The same invoices in every dialect, encoding and kind of table make the same readings.
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { gb18030 } from '../../testing/gb18030';
import { readingsOf } from '../../testing/readings';
import { type Cell, DAY, workbookOf } from '../../testing/workbook';
import type { Reading } from '../../domain/reading';
import { INVOICE_COLUMNS } from './invoice-columns';

const SELLER = '91110000802100433B';
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const LINE_NAMES = ['line_id', 'line_item', 'line_quantity', 'line_unit', 'line_price', 'line_amount'];

type Row = Readonly<Record<string, string>>;

const cents = (value: number): string => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
const name = fc.string({
  unit: fc.constantFrom('明', '远', '华', '东', 'A', 'b', '7', ' ', ',', ';', '"', '\t', '&', '<'),
  minLength: 1,
  maxLength: 10,
});
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(Date.UTC(1990, 0, 1) + days * DAY_MS).toISOString().slice(0, 10));

interface Invoice {
  readonly head: Row;
  readonly lines: readonly Row[];
}

const line = fc.record({ line_item: name, cents: fc.integer({ min: 1, max: 10_000_000 }) });

const invoice: fc.Arbitrary<Invoice> = fc
  .record({
    prefix: fc.constantFrom('A', '00', '发票', '2026-'),
    issue: day,
    due: day,
    seller: name,
    buyer: name,
    note: name,
    net: fc.integer({ min: -1_000_000_000, max: 9_000_000_000_000 }),
    lines: fc.array(line, { maxLength: 4 }),
    status: fc.constantFrom('', 'normal', '作废', 'paid'),
  })
  .map(({ lines, net, ...rest }) => {
    const whole = lines.length === 0 ? Math.abs(net) : lines.reduce((sum, one) => sum + one.cents, 0);
    const sign = lines.length === 0 && net < 0 ? '-' : '';
    const amount = `${sign}${cents(whole)}`;
    const head = {
      ...{ number: rest.prefix, issue_date: rest.issue, due_date: rest.due, currency: 'CNY' },
      ...{ seller_name: rest.seller, seller_id: SELLER, buyer_name: rest.buyer, status: rest.status },
      ...{ net_amount: amount, tax_amount: '0.00', gross_amount: amount, note: rest.note },
    };
    return {
      head,
      lines: lines.map((one, at) => ({
        line_id: String(at + 1),
        line_item: one.line_item,
        line_quantity: '1.50',
        line_amount: cents(one.cents),
      })),
    };
  });

/** Numbered, so that no two invoices are one. */
const invoices = fc
  .array(invoice, { minLength: 1, maxLength: 6 })
  .map((list) =>
    list.map(({ head, lines }, at) => ({ head: { ...head, number: `${head.number ?? ''}${at}` }, lines })),
  );

/** Lines below each other; further rows of an invoice repeat its number alone. */
function rowsOf(list: readonly Invoice[]): Row[] {
  return list.flatMap(({ head, lines }) => {
    if (lines.length === 0) return [head];
    return lines.map((one, at) => (at === 0 ? { ...head, ...one } : { number: head.number ?? '', ...one }));
  });
}

const COLUMNS = [
  ...['number', 'issue_date', 'due_date', 'currency', 'seller_name', 'seller_id', 'buyer_name', 'status'],
  ...['net_amount', 'tax_amount', 'gross_amount', 'note', ...LINE_NAMES],
];

/** A formula would refuse its row, and blanks at the ends are trimmed: neither is the matter here. */
const isPlain = (list: readonly Invoice[]): boolean =>
  rowsOf(list).every((row) =>
    Object.values(row).every((cell) => cell === cell.trim() && !/^[\s@=+%|]/u.test(cell)),
  );

function headings(columns: readonly string[], isChinese: boolean): string[] {
  return columns.map((column) => {
    const known = INVOICE_COLUMNS.find((one) => one.name === column);
    return (isChinese ? known?.zh : known?.name) ?? column;
  });
}

function cellOf(column: string, value: string, isTyped: boolean): Cell {
  if (!isTyped || value === '') return value;
  if (column.endsWith('_date')) {
    const serial = (Date.parse(`${value}T00:00:00Z`) - EXCEL_DAY_0) / DAY_MS;
    return { number: String(serial), style: DAY };
  }
  if (!/amount|quantity/.test(column)) return value;
  return { number: asStored(value) };
}

/** As spreadsheet programs store a number: 17 significant digits of the binary value. */
const asStored = (amount: string): string => String(Number(Number(amount).toPrecision(17)));

const ENCODERS: Readonly<Record<string, (text: string) => Buffer>> = {
  utf8: (text) => Buffer.from(text),
  'utf8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'utf16 little endian': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf16 big endian': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  gb18030,
};

/** Without what only the kind of table decides. */
const content = (readings: readonly Reading[]) =>
  readings.map(({ draft, status, reasons, flags, key }) => ({
    draft,
    status,
    flags,
    key,
    rules: reasons.map(({ rule }) => rule),
  }));

test('CSV in every dialect and encoding, and workbooks of every style, read alike', async () => {
  await fc.assert(
    fc.asyncProperty(
      invoices.filter(isPlain),
      fc.shuffledSubarray(COLUMNS, { minLength: COLUMNS.length }),
      fc.record({
        delimiter: fc.constantFrom(',', ';', '\t'),
        record_delimiter: fc.constantFrom('\n', '\r\n', '\r'),
        quoted: fc.boolean(),
      }),
      fc.constantFrom(...Object.keys(ENCODERS)),
      fc.record({
        shared: fc.boolean(),
        prefix: fc.constantFrom('', 'x'),
        isTyped: fc.boolean(),
        isChinese: fc.boolean(),
      }),
      fc.integer({ min: 1, max: 5000 }),
      async (list, columns, dialect, encoding, { isTyped, isChinese, ...style }, pieces) => {
        const rows = rowsOf(list).map((row) => columns.map((column) => row[column] ?? ''));
        // Without Chinese headings a few GB18030 bytes may be good UTF-8 of another script, and nobody could tell.
        const header = headings(columns, isChinese || encoding === 'gb18030');
        const plain = await readingsOf(stringify([headings(columns, false), ...rows]));
        expect(plain).toHaveLength(list.length);
        plain.forEach(({ draft }, at) => {
          const { head, lines } = list[at] as Invoice;
          expect(draft?.number).toBe(head.number);
          expect(draft?.lines).toHaveLength(lines.length);
          expect(draft?.isVoid).toBe(head.status === '作废');
        });
        const text = stringify([header, ...rows], { ...dialect, quoted_match: /\t|^ | $/ });
        const csv = await readingsOf(ENCODERS[encoding]?.(text) ?? '', { pieces });
        expect(content(csv)).toEqual(content(plain));
        const cells = rows.map((row) => row.map((value, at) => cellOf(columns[at] ?? '', value, isTyped)));
        const workbook = workbookOf({ sheets: { Data: [header, ...cells] }, ...style });
        expect(content(await readingsOf(workbook, { pieces }))).toEqual(content(plain));
      },
    ),
    { numRuns: 150 },
  );
});

test('random bytes behind a header never throw', async () => {
  const header = Buffer.from(`${headings(COLUMNS, false).join(',')}\n`);
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.integer({ min: 1, max: 50 }),
      async (bytes, pieces) => {
        expect((await readingsOf(Buffer.concat([header, bytes]), { pieces })).length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
});
