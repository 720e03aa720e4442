import fc from 'fast-check';
import { csvTemplate } from '../../templates/csv-template';
import { xlsxTemplate } from '../../templates/xlsx-template';
import { readingsOf, rulesIn } from '../../testing/readings';
import { type Cell, DAY, workbookOf } from '../../testing/workbook';
import { zipOf } from '../../testing/zip';
import { isDangerousFormula, isDateFormat, numberText, serialDate, unescaped } from './cell-text';

const SELLER = '91110000802100433B';
const HEADER =
  'number,issue_date,currency,seller_name,seller_id,buyer_name,net_amount,tax_amount,gross_amount,note'.split(
    ',',
  );
const ROW: Cell[] = ['A-1', '2026-09-01', 'CNY', 'Ming', SELLER, 'Hua', '100', '13', '113', ''];
const AT = {
  number: 0,
  issue_date: 1,
  buyer_name: 5,
  net_amount: 6,
  tax_amount: 7,
  gross_amount: 8,
  note: 9,
};

const withCell = (column: keyof typeof AT, cell: Cell): Cell[] => ROW.with(AT[column], cell);
const book = (...rows: Cell[][]): Buffer => workbookOf({ sheets: { Data: [HEADER, ...rows] } });

describe('numbers keep their decimal text', () => {
  test.each([
    ['4780.2399999999998', '4780.24'],
    ['0.10000000000000001', '0.1'],
    ['-943.4', '-943.4'],
    ['1E3', '1000'],
    ['1.5E-2', '0.015'],
    ['999999999999999', '999999999999999'],
    ['1234567890123.45', '1234567890123.45'],
    ['00012', '00012'],
  ])('%s is %s', (raw, text) => expect(numberText(raw)).toEqual({ text, hasLostDigits: false }));

  test.each(['24312000000012345000', '2.4312000000012345E+19', '1234567890123456'])(
    '%s has lost digits',
    (raw) => expect(numberText(raw)?.hasLostDigits).toBe(true),
  );
  test.each(['', 'x', '1,5', '0x10', 'NaN', '1e9999'])('%s is no number', (raw) =>
    expect(numberText(raw)).toBeNull(),
  );

  test('any amount in cents comes back from how programs store it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (cents) => {
        const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const stored = Number(amount).toPrecision(17);
        expect(Number(numberText(stored)?.text)).toBe(Number(amount));
        expect(numberText(stored)?.text.split('.')[1]?.length ?? 0).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('days', () => {
  test.each([
    ['61', false, '1900-03-01'],
    ['46266', false, '2026-09-01'],
    ['46266.75', false, '2026-09-01'],
    ['44804', true, '2026-09-01'],
    ['0', true, '1904-01-01'],
    ['2958465', false, '9999-12-31'],
  ])('%s in the 1904 system %s is %s', (raw, is1904, date) => expect(serialDate(raw, is1904)).toBe(date));
  test.each(['60', '0', '-1', '2958466', '1e5', 'x'])('%s is no day', (raw) =>
    expect(serialDate(raw, false)).toBeNull(),
  );

  test.each([
    [14, undefined, true],
    [31, undefined, true],
    [2, undefined, false],
    [20, undefined, false],
    [164, 'yyyy\\-mm\\-dd', true],
    [165, '[$-804]yyyy"年"m"月"d"日"', true],
    [166, '#,##0.00 "days"', false],
    [167, '[Red]0.00', false],
    [168, 'h:mm', false],
  ])('format %i %s: %s', (id, code, isDate) => expect(isDateFormat(id, code)).toBe(isDate));

  test.each([false, true])('are read in both date systems (1904: %s)', async (date1904) => {
    const row = withCell('issue_date', { number: date1904 ? '44804' : '46266', style: DAY });
    const [reading] = await readingsOf(workbookOf({ sheets: { Data: [HEADER, row] }, date1904 }));
    expect(reading).toMatchObject({ status: 'accepted', draft: { issueDate: '2026-09-01' } });
  });

  test('a number that the program shows as a number is read as a day, and that is said', async () => {
    const [reading] = await readingsOf(book(withCell('issue_date', { number: '46266' })));
    expect(reading?.draft?.issueDate).toBe('2026-09-01');
    expect(rulesIn(reading ? [reading] : [])).toEqual(['documents.day_as_number']);
  });

  test('in a workbook that counts from 1904 it is another day', async () => {
    const Data = [HEADER, withCell('issue_date', { number: '44804' })];
    const [reading] = await readingsOf(workbookOf({ sheets: { Data }, date1904: true }));
    expect(reading?.draft?.issueDate).toBe('2026-09-01');
  });

  test('a number of another century is not guessed to be a day', async () => {
    const readings = await readingsOf(book(withCell('issue_date', { number: '11459' })));
    expect(rulesIn(readings)).toContain('documents.value_malformed');
  });
});

describe('cells', () => {
  test.each<[string, Cell]>([
    [
      'rich text without its pronunciation',
      { xml: '<c r="{at}" t="inlineStr"><is><r><t>Hu</t></r><r><t>a</t></r><rPh><t>x</t></rPh></is></c>' },
    ],
    ['the text of a formula', { xml: '<c r="{at}" t="str"><f>UPPER("x")</f><v>Hua</v></c>' }],
    ['CDATA', { xml: '<c r="{at}" t="str"><v><![CDATA[Hua]]></v></c>' }],
    ['an escaped character', { xml: '<c r="{at}" t="str"><v>_x0048_ua</v></c>' }],
    ['no reference', { xml: '<c t="str"><v>Hua</v></c>' }],
  ])('%s is read', async (_, cell) => {
    expect((await readingsOf(book(withCell('buyer_name', cell))))[0]?.draft?.buyer.name).toBe('Hua');
  });

  test('the value of a formula that only computes counts', async () => {
    const row = withCell('gross_amount', { formula: 'G2+H2', value: '113' });
    expect((await readingsOf(book(row)))[0]).toMatchObject({
      status: 'accepted',
      draft: { grossAmount: '113' },
    });
  });

  test.each<[string, keyof typeof AT, Cell]>([
    ['documents.table_formula', 'note', { formula: 'HYPERLINK("http://x","y")', value: 'y' }],
    ['documents.table_formula', 'note', { formula: "cmd|'/c calc'!A1", value: '1' }],
    ['documents.table_formula', 'net_amount', { formula: '[1]Sheet1!A1', value: '100' }],
    ['documents.table_formula', 'note', '=1+1'],
    ['documents.table_formula', 'buyer_name', '@SUM(A1)'],
    ['documents.workbook_formula', 'gross_amount', { formula: 'G2+H2' }],
    ['documents.workbook_error', 'gross_amount', { xml: '<c r="{at}" t="e"><v>#REF!</v></c>' }],
    ['documents.workbook_digits', 'number', { number: '24312000000012345000' }],
    ['documents.table_control', 'note', { xml: '<c r="{at}" t="str"><v>_x0001_</v></c>' }],
    ['documents.table_cells', 'note', { xml: '<c r="ZZ2" t="str"><v>far</v></c>' }],
  ])('%s refuses its row alone', async (rule, column, cell) => {
    const [bad, good] = await readingsOf(book(withCell(column, cell), ROW.with(0, 'A-2')));
    expect(bad).toMatchObject({ status: 'refused', line: 2, sheet: 'Data' });
    expect(rulesIn(bad === undefined ? [] : [bad])).toEqual([rule]);
    expect(good?.status).toBe('accepted');
  });

  test('a bad cell in a column that is passed over harms nothing', async () => {
    const header = [...HEADER, 'colour'];
    const row = [...ROW, { xml: '<c r="{at}" t="e"><v>#REF!</v></c>' }];
    const [reading] = await readingsOf(workbookOf({ sheets: { Data: [header, row] } }));
    expect(reading?.status).toBe('accepted');
  });

  test.each(['SUM(A1:A3)', 'Table1[Net]+1', 'ROUND(G2*0.13,2)', 'IF(A1>1,"a","b")', 'Sheet2!A1'])(
    '%s only computes',
    (formula) => expect(isDangerousFormula(formula)).toBe(false),
  );
  test('escapes are undone once', () => expect(unescaped('_x005F_x0041_')).toBe('_x0041_'));
});

describe('sheets', () => {
  test('every visible sheet with a header is read, in order', async () => {
    const sheets = {
      Guide: [['How to fill this in']],
      One: [HEADER, ROW],
      Hidden: [HEADER, ROW.with(0, 'H')],
      Two: [HEADER, ROW.with(0, 'B')],
    };
    const readings = await readingsOf(workbookOf({ sheets, hidden: ['Hidden'] }));
    expect(readings.map(({ sheet, draft }) => [sheet, draft?.number])).toEqual([
      ['One', 'A-1'],
      ['Two', 'B'],
    ]);
  });

  test('a workbook without a table of invoices is refused', async () => {
    expect(rulesIn(await readingsOf(workbookOf({ sheets: { A: [['x', 'y']] } })))).toEqual([
      'documents.format_unknown',
    ]);
  });
});

describe('the template', () => {
  test.each(['en', 'zh'] as const)('%s: its example is passed over', async (language) => {
    expect(rulesIn(await readingsOf(await xlsxTemplate(language)))).toEqual(['documents.table_no_rows']);
    expect(rulesIn(await readingsOf(csvTemplate(language)))).toEqual(['documents.table_no_rows']);
  });

  test('a template is the same file whenever it is made', async () => {
    expect(await xlsxTemplate('zh')).toEqual(await xlsxTemplate('zh'));
  });
});

describe('hostile workbooks are refused, with bounded memory and in time', () => {
  const sheet = 'xl/worksheets/sheet1.xml';
  const MEGABYTE = 1_048_576;

  /** The workbook with one of its parts replaced, by name and content. */
  function bent(part: string, content: string | Buffer): Buffer {
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const parts = new Map<string, string | Buffer>([
      [
        '_rels/.rels',
        `<Relationships><Relationship Id="a" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
      [
        'xl/workbook.xml',
        `<workbook xmlns:r="${relation}"><sheets><sheet name="A" r:id="s"/></sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `<Relationships><Relationship Id="s" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/>` +
          `<Relationship Id="t" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ],
      ['xl/sharedStrings.xml', '<sst/>'],
      [sheet, '<worksheet><sheetData/></worksheet>'],
    ]);
    parts.set(part, content);
    return zipOf(parts);
  }

  const repeated = (before: string, text: string, megabytes: number, after: string): string =>
    before + text.repeat((megabytes * MEGABYTE) / text.length) + after;

  test.each<[string, string, () => Buffer]>([
    [
      'one endless cell',
      'documents.xml_too_complex',
      () =>
        bent(
          sheet,
          repeated('<worksheet><sheetData><row><c><v>', 'x', 40, '</v></c></row></sheetData></worksheet>'),
        ),
    ],
    [
      'an endless attribute',
      'documents.xml_too_complex',
      () => bent(sheet, repeated('<worksheet a="', 'x', 40, '"/>')),
    ],
    [
      'an endless comment',
      'documents.xml_too_complex',
      () => bent(sheet, repeated('<worksheet><!--', 'x', 40, '--></worksheet>')),
    ],
    [
      'blank rows that shrink to nothing',
      'documents.workbook_too_large',
      () => bent(sheet, repeated('<worksheet><sheetData>', '<row></row>', 80, '</sheetData></worksheet>')),
    ],
    ['endless nesting', 'documents.xml_too_complex', () => bent(sheet, repeated('', '<a>', 4, ''))],
    [
      'a bomb of shared strings',
      'documents.workbook_too_large',
      () =>
        bent(
          'xl/sharedStrings.xml',
          repeated('<sst>', `<si><t>${'x'.repeat(30_000)}</t></si>`, 160, '</sst>'),
        ),
    ],
    [
      'a bomb of a string',
      'documents.xml_too_complex',
      () => bent('xl/sharedStrings.xml', repeated('<sst><si><t>', 'x', 40, '</t></si></sst>')),
    ],
    [
      'a document type',
      'documents.xml_doctype',
      () => bent(sheet, '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'),
    ],
    ['an entity of its own', 'documents.workbook_malformed', () => bent(sheet, '<worksheet>&b;</worksheet>')],
    ['a part cut off', 'documents.workbook_malformed', () => bent(sheet, '<worksheet><sheetData><row>')],
    [
      'bytes that are no text',
      'documents.workbook_malformed',
      () => bent(sheet, Buffer.from([0x3c, 0xff, 0xfe])),
    ],
    [
      'a string that is not there',
      'documents.workbook_malformed',
      () => bent(sheet, '<worksheet><row><c r="A1" t="s"><v>7</v></c></row></worksheet>'),
    ],
    [
      'a cell without a column',
      'documents.workbook_malformed',
      () => bent(sheet, '<worksheet><row><c r="1"><v>7</v></c></row></worksheet>'),
    ],
    ['macros', 'documents.workbook_macros', () => bent('xl/vbaProject.bin', 'x')],
    ['two parts of one name', 'documents.workbook_malformed', () => bent('XL/workbook.xml', '<workbook/>')],
    ['a zip cut off', 'documents.workbook_malformed', () => bent(sheet, '').subarray(0, 300)],
    [
      'an encrypted entry',
      'documents.workbook_encrypted',
      () => zipOf([['xl/workbook.xml', 'x']], { flags: 1 }),
    ],
    [
      'a lie about a size',
      'documents.workbook_malformed',
      () => zipOf([['_rels/.rels', '<Relationships></Relationships>']], { declaredSize: 5 }),
    ],
    ['no workbook', 'documents.format_unknown', () => zipOf([['a.txt', 'a']])],
  ])('%s: %s', async (_, rule, make) => {
    const bytes = make();
    const started = performance.now();
    expect(rulesIn(await readingsOf(bytes))).toEqual([rule]);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test('any damage to a sound workbook is a refusal or a reading', async () => {
    const sound = book(ROW);
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = Buffer.from(sound);
        damaged[at] = byte;
        expect((await readingsOf(damaged)).length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
