import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { localDate } from '#kernel';
import type { Reading } from '../domain/reading';
import { customDatas, ofdOf, ORIGINAL_INVOICE } from '../testing/ofd';
import { pdfOf, pdfWith } from '../testing/pdf';
import { voucher, zugferd1 } from '../testing/xml-documents';
import { zipOf } from '../testing/zip';
import { EICAR } from './eicar';
import { invoicesIn, readInvoices } from './read-invoices';

const OWN = join(__dirname, '../../../../test/samples');
const ownFiles = readdirSync(OWN).filter((file) => !file.endsWith('.md'));
const own = (file: string): Buffer => readFileSync(join(OWN, file));

async function rulesOf(bytes: Uint8Array): Promise<string[]> {
  const readings = await readInvoices(bytes);
  expect(readings.length).toBeGreaterThan(0);
  return readings.flatMap(({ status, reasons }) =>
    status === 'refused' ? reasons.map(({ rule }) => rule) : [],
  );
}

describe('our own samples', () => {
  test.each(ownFiles)('%s is read without a refusal and has a key', async (file) => {
    for (const { status, flags, key, draft } of await readInvoices(own(file))) {
      expect([status, flags]).toEqual(
        draft?.typeCode === '381' ? ['flagged', ['credit_note']] : ['accepted', []],
      );
      expect(key).not.toBeNull();
    }
  });

  test('every invoice is there once', async () => {
    const readings = (await Promise.all(ownFiles.map((file) => readInvoices(own(file))))).flat();
    expect(new Set(readings.map(({ key }) => key)).size).toBe(readings.length);
    expect(readings.length).toBeGreaterThan(ownFiles.length);
  });
});

describe('one invoice, many spellings', () => {
  const ubl = own('ubl-mingyuan-huadong-01.xml').toString();
  const cii = own('cii-mingyuan-nanfang-01.xml').toString();

  test.each([
    ['another prefix', ubl.replaceAll('cbc:', 'b:').replace('xmlns:cbc', 'xmlns:b')],
    ['a byte order mark', `\ufeff${ubl}`],
    ['one line', ubl.replaceAll('\n', '')],
    ['CDATA', ubl.replace('>MY-2026-0901<', '><![CDATA[MY-2026-0901]]><')],
    ['a character reference', ubl.replace('>MY-2026-0901<', '>MY-2026&#45;0901<')],
  ])('UBL with %s', async (_, text) => {
    const [reading] = await readInvoices(Buffer.from(text));
    expect([reading?.status, reading?.draft?.number]).toEqual(['accepted', 'MY-2026-0901']);
  });

  test.each([
    ['other prefixes', cii.replaceAll('ram:', 'a:').replace('xmlns:ram', 'xmlns:a')],
    ['no prefix', cii.replaceAll(/(<\/?)(?:rsm|ram|udt):/gu, '$1')],
  ])('CII with %s', async (_, text) => {
    const [reading] = await readInvoices(Buffer.from(text));
    expect([reading?.status, reading?.draft?.number]).toEqual(['accepted', 'MY-2026-1012']);
  });

  test.each(['utf16le', 'latin1'] as const)('%s', async (encoding) => {
    const text =
      encoding === 'latin1'
        ? ubl.replace('UTF-8', 'ISO-8859-1').replaceAll(/[^\n\x20-\x7e]/gu, 'é')
        : `\ufeff${ubl.replace('UTF-8', 'UTF-16')}`;
    const [reading] = await readInvoices(Buffer.from(text, encoding));
    expect(reading?.draft?.number).toBe('MY-2026-0901');
    if (encoding === 'latin1') expect(reading?.draft?.seller.name).toMatch(/^é+$/u);
  });

  test('text inside CDATA is not decoded twice', async () => {
    const text = ubl.replace('>MY-2026-0901<', '><![CDATA[A&amp;B]]><');
    expect((await readInvoices(Buffer.from(text)))[0]?.draft?.number).toBe('A&amp;B');
  });

  test('a red e-fapiao is a credit note that names the invoice it reverses', async () => {
    const red = own('efapiao-mingyuan-huadong.xml')
      .toString()
      .replace('<LabelCode>Y<', '<LabelCode>N<')
      .replace(/<Remark>[^<]*/u, '<Remark>被红冲蓝字数电票号码：26322000000912345600');
    const [reading] = await readInvoices(Buffer.from(red));
    expect([reading?.status, reading?.flags]).toEqual(['flagged', ['credit_note']]);
    expect(reading?.draft?.precedingInvoices).toEqual(['26322000000912345600']);
  });
});

describe('hostile and foreign files are refused with a reason', () => {
  const deep = `<Invoice>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</Invoice>`;
  const wide = `<Invoice>${'<a/>'.repeat(400_000)}</Invoice>`;
  const attributes = `<Invoice ${Array.from({ length: 500 }, (_, at) => `a${at}="1"`).join(' ')}/>`;
  const doctype = (inside: string): string => `<!DOCTYPE Invoice [${inside}]><Invoice><ID>&a;</ID></Invoice>`;

  test.each<[string, string, string | Uint8Array]>([
    ['documents.file_empty', 'no bytes', ''],
    ['documents.file_empty', 'only spaces', ' \n \n'],
    ['documents.file_empty', 'only a byte order mark', '\ufeff'],
    ['documents.xml_doctype', 'entity expansion', doctype('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">')],
    ['documents.xml_doctype', 'external entity', doctype('<!ENTITY a SYSTEM "file:///etc/passwd">')],
    ['documents.xml_doctype', 'doctype in UTF-16', Buffer.from(`\ufeff${doctype('')}`, 'utf16le')],
    ['documents.xml_doctype', 'doctype in small letters', doctype('').replace('DOCTYPE', 'doctype')],
    ['documents.xml_malformed', 'cut off', own('ubl-mingyuan-huadong-01.xml').subarray(0, 2000)],
    ['documents.xml_malformed', 'wrong nesting', '<Invoice><ID>1</Invoice></ID>'],
    ['documents.xml_malformed', 'two roots', '<Invoice/><Invoice/>'],
    ['documents.xml_malformed', 'text after the root', '<Invoice/>more'],
    ['documents.xml_malformed', 'attribute without quotes', '<Invoice a=1/>'],
    ['documents.xml_malformed', 'open comment', '<Invoice><!-- </Invoice>'],
    ['documents.xml_malformed', 'only open brackets', '<'.repeat(1_000_000)],
    ['documents.xml_malformed', 'control character', '<Invoice>\u0001</Invoice>'],
    ['documents.xml_too_complex', 'depth', deep],
    ['documents.xml_too_complex', 'elements', wide],
    ['documents.xml_too_complex', 'attributes', attributes],
    ['documents.xml_too_complex', 'long attribute', `<Invoice a="${'x'.repeat(100_000)}"/>`],
    ['documents.file_too_large', '11 MB of XML', `<Invoice>${'x'.repeat(11 * 1024 * 1024)}</Invoice>`],
    [
      'documents.encoding_unknown',
      'bytes that are not UTF-8',
      Buffer.from('<Invoice>\xff\xfe</Invoice>', 'latin1'),
    ],
    [
      'documents.encoding_unknown',
      'an unknown encoding',
      '<?xml version="1.0" encoding="x-none"?><Invoice/>',
    ],
    ['documents.workbook_not_read', 'HTML', '<html><body/></html>'],
    [
      'documents.workbook_not_read',
      'a page that calls itself a workbook',
      '\ufeff<TABLE border=1><tr><td>发票号码',
    ],
    [
      'documents.workbook_not_read',
      'a workbook of 2003',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ],
    ['documents.workbook_not_read', 'XLS', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    [
      'documents.workbook_not_read',
      'ODS',
      zipOf([
        ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
        ['content.xml', '<office:document-content/>'],
      ]),
    ],
    ['documents.format_not_read', 'Word', zipOf([['word/document.xml', '<w:document/>']])],
    ['documents.format_not_read', 'RAR', Buffer.from('Rar!\u001a\u0007', 'latin1')],
    ['documents.xml_malformed', 'a name of Object', '<constructor/>'],
    ['documents.format_unknown', 'JSON', '{"invoice":1}'],
    ['documents.format_unknown', '10 MB on one line', 'x'.repeat(10 * 1024 * 1024)],
    ['documents.format_unknown', 'zeros', Buffer.alloc(1000)],
    ['documents.format_unknown', 'binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3])],
    ['documents.pdf_malformed', 'PDF under a false start', '\n\n<x>%PDF-1.7'],
    ['documents.eicar', 'a virus signature', `number\n${EICAR}`],
    ['documents.eicar', 'a virus signature in UTF-16', Buffer.from(`<Invoice>${EICAR}</Invoice>`, 'utf16le')],
    ['documents.picture_not_read', 'PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['documents.picture_not_read', 'JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['documents.picture_not_read', 'of a telephone', Buffer.from('\0\0\0\u0018ftypheic', 'latin1')],
    ['BR-02', 'an empty voucher', '<xbrli:xbrl xmlns:xbrli="urn:x"/>'],
    ['BR-02', 'an empty invoice', '<Invoice/>'],
    [
      'documents.xml_malformed',
      'prototype names',
      '<Invoice><__proto__><ID>1</ID></__proto__><constructor/></Invoice>',
    ],
  ])('%s: %s', async (rule, _, content) => {
    const started = performance.now();
    const rules = await rulesOf(typeof content === 'string' ? Buffer.from(content) : content);
    expect(rules).toContain(rule);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('a draft is filled also when the invoice is refused', async () => {
    const text = own('ubl-mingyuan-huadong-01.xml')
      .toString()
      .replace(/PayableAmount currencyID="CNY">\d+/u, (from) => `${from}1`);
    const [reading] = await readInvoices(Buffer.from(text));
    expect(reading?.status).toBe('refused');
    expect(reading?.reasons.map(({ rule }) => rule)).toEqual(['BR-CO-16']);
    expect(reading?.draft?.number).toBe('MY-2026-0901');
    expect(reading?.key).not.toBeNull();
  });
});

async function listed(readings: AsyncIterable<Reading>): Promise<Reading[]> {
  const list: Reading[] = [];
  for await (const reading of readings) list.push(reading);
  return list;
}

describe('a source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'invoices-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function from(name: string, bytes: Uint8Array): Promise<Reading[]> {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return listed(invoicesIn({ path }));
  }

  test.each([...ownFiles, 'a.pdf'])('%s on disk reads as its bytes do', async (file) => {
    const bytes = file === 'a.pdf' ? pdfWith(own('cii-mingyuan-nanfang-01.xml')) : own(file);
    expect(await from('any-name', bytes)).toEqual(await readInvoices(bytes));
  });

  test('of text is watched piece by piece', async () => {
    const rows = own('invoices.csv');
    const padding = Buffer.alloc(65_500 - rows.length, '\n');
    const [last] = (await from('list', Buffer.concat([rows, padding, Buffer.from(EICAR)]))).slice(-1);
    expect(last?.reasons[0]?.rule).toBe('documents.eicar');
  });

  test('larger than 64 MB and no table is refused by its size', async () => {
    const [reading] = await from('large', Buffer.alloc(65 * 1_048_576, '<a/>'));
    expect(reading?.reasons[0]?.rule).toBe('documents.file_too_large');
  });

  test('that is not there is the caller’s mistake', async () => {
    await expect(listed(invoicesIn({ path: join(folder, 'none') }))).rejects.toThrow('ENOENT');
  });

  test.each([
    ['2026-09-01', 'flagged', ['issued_in_future']],
    ['2026-09-02', 'accepted', []],
    ['2026-11-22', 'accepted', []],
  ])('read on %s is %s', async (today, status, flags) => {
    const [reading] = await readInvoices(own('ubl-mingyuan-huadong-01.xml'), { today: localDate(today) });
    expect([reading?.status, reading?.flags]).toEqual([status, flags]);
  });

  test('a refused invoice of the future stays refused', async () => {
    const text = own('ubl-mingyuan-huadong-01.xml')
      .toString()
      .replace('InvoiceTypeCode>380', 'InvoiceTypeCode>0');
    const [reading] = await readInvoices(Buffer.from(text), { today: localDate('2020-01-01') });
    expect(reading?.status).toBe('refused');
    expect(reading?.reasons.map(({ rule }) => rule)).toEqual(['BR-CL-01', 'issued_in_future']);
  });
});

describe('mutations', () => {
  const cii = own('cii-mingyuan-nanfang-01.xml');
  const seeds = [
    ...ownFiles.map(own),
    Buffer.from(voucher()),
    Buffer.from(zugferd1()),
    Buffer.from(ORIGINAL_INVOICE),
    pdfWith(cii),
    pdfWith('a note', zugferd1()),
    pdfOf([
      [1, '<< /AF [10 0 R] >>'],
      [10, '<< /EF << /F 100 0 R >> >>'],
      [100, { head: '', data: cii }],
    ]),
    ofdOf({ data: customDatas() }),
    ofdOf({ attachments: [ORIGINAL_INVOICE] }),
    zipOf(
      [
        ['a.xml', cii],
        ['b.zip', zipOf([['c.xml', voucher()]], { stored: true })],
      ],
      { stored: true },
    ),
  ];
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(40),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc
        .constantFrom(
          '<',
          '>',
          '&',
          '"',
          '</a>',
          '<!--',
          ']]>',
          '<![CDATA[',
          '-',
          '9'.repeat(30),
          ',',
          '\n',
          '\u0000',
          '>>',
          'obj',
          'stream',
          '/Length 0',
          ' 1 0 R ',
          'PK\u0001\u0002',
        )
        .map((text) => new Uint8Array(Buffer.from(text))),
    ),
  });

  function mutated(
    bytes: Buffer,
    changes: readonly { at: number; remove: number; insert: Uint8Array }[],
  ): Buffer {
    return changes.reduce((current, { at, remove, insert }) => {
      const from = Math.floor(at * current.length);
      return Buffer.concat([current.subarray(0, from), insert, current.subarray(from + remove)]);
    }, bytes);
  }

  test('never throw, and always give a verdict with reasons', async () => {
    const file = fc.constantFrom(...seeds);
    await fc.assert(
      fc.asyncProperty(file, fc.array(mutation, { minLength: 1, maxLength: 4 }), async (bytes, changes) => {
        const readings = await readInvoices(mutated(bytes, changes));
        expect(readings.length).toBeGreaterThan(0);
        for (const { status, reasons, draft } of readings) {
          expect(status === 'accepted').toBe(reasons.length === 0);
          if (status !== 'refused') expect(draft).not.toBeNull();
        }
      }),
      { numRuns: 4000, seed: 20261122 },
    );
  });

  test.each([
    ['XML', own('cii-mingyuan-nanfang-01.xml')],
    ['PDF', pdfWith(cii).subarray(0, -10)],
    ['OFD', ofdOf({ data: customDatas() })],
  ])('a file cut anywhere is never accepted as %s', async (_, whole) => {
    const end = whole.toString('latin1').trimEnd().length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: end - 1 }), async (length) => {
        expect((await readInvoices(whole.subarray(0, length)))[0]?.status).toBe('refused');
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
