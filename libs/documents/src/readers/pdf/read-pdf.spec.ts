import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflated, filesOf, type PdfObject, pdfOf, pdfWith } from '../../testing/pdf';
import { zugferd1 } from '../../testing/xml-documents';
import { EICAR } from '../eicar';
import { readInvoices } from '../read-invoices';

const own = (file: string): Buffer => readFileSync(join(__dirname, '../../../../../test/samples', file));
const CII = own('cii-mingyuan-nanfang-01.xml');
const OTHER = own('cii-haichuan-huadong-01.xml');

async function only(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof readInvoices>>[number]> {
  const readings = await readInvoices(bytes);
  expect(readings).toHaveLength(1);
  return readings[0] as (typeof readings)[number];
}

async function refusedBy(bytes: Uint8Array): Promise<string | undefined> {
  const { status, reasons } = await only(bytes);
  expect(status).toBe('refused');
  return reasons[0]?.rule;
}

const catalog = (inside: string): [number, PdfObject] => [1, `<< /Type /Catalog ${inside} >>`];
const named = '/Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >>';

/** Objects 1 and up packed into one object stream, as PDF 1.5 and later do. */
function packed(objects: readonly string[]): PdfObject {
  const heads = objects.map(
    (_, at) => `${at + 1} ${objects.slice(0, at).join(' ').length + (at > 0 ? 1 : 0)}`,
  );
  const first = `${heads.join(' ')} `;
  return deflated(
    `${first}${objects.join(' ')}`,
    `/Type /ObjStm /N ${objects.length} /First ${first.length}`,
  );
}

describe('the invoice inside', () => {
  const file: [number, PdfObject] = [10, '<</Type/Filespec/EF<</F 100 0 R>>>>'];
  const hex = { head: '/Filter [/ASCIIHexDecode]', data: Buffer.from(`${CII.toString('hex')}>`) };
  const later = '<</Type/Filespec /EF<</UF 101 0 R>> /Desc (a \\) b (c)) /X <41> /Y#20Z null>> % end';

  test.each<[string, Buffer]>([
    ['a name tree', pdfWith(CII)],
    ['an associated file', pdfOf([catalog('/AF [10 0 R]'), ...filesOf([CII])])],
    ['one associated file without a list', pdfOf([catalog('/AF 10 0 R'), ...filesOf([CII])])],
    [
      'a tree of several levels',
      pdfOf([
        catalog('/Names 3 0 R'),
        [3, '<< /EmbeddedFiles 4 0 R >>'],
        [4, '<< /Kids [5 0 R] >>'],
        [5, '<< /Kids [6 0 R] /Limits [(a) (b)] >>'],
        [6, '<< /Names 7 0 R >>'],
        [7, '[(a) 10 0 R]'],
        ...filesOf([CII]),
      ]),
    ],
    [
      'a tree that refers back to itself',
      pdfOf([
        catalog('/Names << /EmbeddedFiles 4 0 R >>'),
        [4, '<< /Kids [4 0 R 5 0 R 4 0 R] >>'],
        [5, '<< /Kids [4 0 R] /Names [(a) 10 0 R] >>'],
        ...filesOf([CII]),
      ]),
    ],
    ['a plain stream', pdfOf([catalog(named), file, [100, { head: '', data: CII }]])],
    ['hexadecimal', pdfOf([catalog(named), file, [100, hex]])],
    [
      'a length in a later object',
      pdfOf([catalog(named), file, [100, { head: '/Length 101 0 R', data: CII }], [101, String(CII.length)]]),
    ],
    [
      'object streams',
      pdfOf([
        [9, packed(['<</Type/Catalog/AF[2 0 R]>>', '<</Type/Filespec/EF<</F 100 0 R>>>>'])],
        [100, deflated(CII)],
      ]),
    ],
    [
      'an update that replaces it',
      pdfOf([...filesOf([OTHER]), [101, deflated(CII)], [10, later], catalog(named)]),
    ],
    ['both places, and once more', pdfOf([catalog(`${named} /AF [10 0 R 11 0 R]`), ...filesOf([CII, CII])])],
    ['other attachments', pdfWith('a note', '<html/>', CII, '<broken')],
  ])('is found in %s', async (_, bytes) => {
    const { status, draft } = await only(bytes);
    expect([status, draft?.number]).toEqual(['accepted', 'MY-2026-1012']);
    expect(draft).toEqual((await only(CII)).draft);
  });

  test('is read as ZUGFeRD 1.0', async () => {
    const { status, draft, key } = await only(pdfWith(zugferd1()));
    expect([status, key]).toEqual(['accepted', 'G:DE123456789:R-77:380']);
    expect(draft).toMatchObject({
      grossAmount: '119',
      payableAmount: '119',
      dueDate: '2026-04-04',
      lineCount: 1,
    });
  });

  test.each([
    [
      'a part is prepaid',
      '<GrandTotalAmount>119.00</GrandTotalAmount><TotalPrepaidAmount>19.00</TotalPrepaidAmount>',
      [],
    ],
    ['the sum is wrong', '<GrandTotalAmount>120.00</GrandTotalAmount>', ['BR-CO-15']],
  ])('ZUGFeRD 1.0 is judged when %s', async (_, totals, rules) => {
    expect((await only(pdfWith(zugferd1({ totals })))).reasons.map(({ rule }) => rule)).toEqual(rules);
  });

  test('a profile without lines is not asked for them', async () => {
    const text = CII.toString()
      .replace(/urn:cen\.eu:en16931:2017[^<]*/u, 'urn:factur-x.eu:1p0:basicwl')
      .replaceAll(
        /<ram:IncludedSupplyChainTradeLineItem>[\s\S]*<\/ram:IncludedSupplyChainTradeLineItem>/gu,
        '',
      );
    expect((await only(pdfWith(text))).status).toBe('accepted');
  });

  test('two different invoices are refused, and both are named', async () => {
    const { status, reasons, draft } = await only(pdfWith(CII, OTHER));
    expect([status, draft, reasons[0]?.rule]).toEqual(['refused', null, 'documents.several_invoices']);
    expect(reasons[0]?.message.en).toMatch(/MY-2026-1012.*HC-2026-1103/u);
  });

  test('one number with two amounts is two invoices', async () => {
    const dearer = CII.toString().replace(/(DuePayableAmount>)/u, '$19');
    expect(await refusedBy(pdfWith(CII, dearer))).toBe('documents.several_invoices');
  });
});

describe('a PDF that cannot be read is refused', () => {
  const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1_048_576);
  const doctype = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Invoice>&b;</Invoice>';
  const whole = pdfWith(CII);
  const many = Array.from({ length: 250_000 }, (_, at): [number, PdfObject] => [at, '<<>>']);

  test.each<[string, string, () => Uint8Array]>([
    ['documents.pdf_without_invoice', 'no attachment', () => pdfWith()],
    ['documents.pdf_without_invoice', 'an XML that is no invoice', () => pdfWith('<html/>')],
    ['documents.xml_doctype', 'a hostile XML', () => pdfWith(doctype)],
    ['documents.xml_malformed', 'a damaged XML', () => pdfWith(CII.subarray(0, 900))],
    ['documents.eicar', 'a virus signature', () => pdfWith(CII, EICAR)],
    ['documents.pdf_encrypted', 'encryption', () => pdfOf([catalog(named)], '/Root 1 0 R /Encrypt 5 0 R')],
    ['documents.pdf_malformed', 'cut off', () => whole.subarray(0, whole.length / 2)],
    ['documents.pdf_malformed', 'nothing but a heading', () => Buffer.from('%PDF-1.7\n')],
    ['documents.pdf_malformed', 'no catalog', () => pdfOf([[2, '<<>>']])],
    ['documents.pdf_malformed', 'a catalog that is itself', () => pdfOf([[1, '1 0 R']])],
    [
      'documents.pdf_malformed',
      'a filter of pictures',
      () =>
        pdfOf([
          catalog(named),
          [10, '<</EF<</F 100 0 R>>>>'],
          [100, { head: '/Filter/DCTDecode', data: CII }],
        ]),
    ],
    [
      'documents.pdf_malformed',
      'a length before the start',
      () => pdfOf([[1, { head: '/Length -40', data: CII }]], ''),
    ],
    ['documents.pdf_too_complex', 'a bomb', () => pdfWith(zeros(65))],
    ['documents.pdf_too_complex', 'a bomb of many', () => pdfWith(zeros(30), zeros(30), zeros(30))],
    [
      'documents.pdf_too_complex',
      'filters upon filters',
      () =>
        pdfOf([
          catalog(named),
          [10, '<</EF<</F 100 0 R>>>>'],
          [100, { head: `/Filter [${'/FlateDecode'.repeat(9)}]`, data: CII }],
        ]),
    ],
    ['documents.pdf_too_complex', 'a huge graph of objects', () => pdfOf(many)],
    [
      'documents.pdf_too_complex',
      'a broad tree',
      () => pdfOf([catalog('/Names<</EmbeddedFiles 4 0 R>>'), [4, `<</Kids [${'5 0 R '.repeat(20_000)}]>>`]]),
    ],
    [
      'documents.pdf_too_complex',
      'open strings',
      () =>
        pdfOf([
          [1, '('.repeat(9)],
          [2, '1 0 obj ('.repeat(300_000)],
        ]),
    ],
    ['documents.pdf_malformed', 'deep nesting', () => pdfOf([[1, '['.repeat(1_000_000)]])],
    ['documents.pdf_malformed', 'a long list', () => pdfOf([[1, `[${'1 '.repeat(2_000_000)}]`]])],
    ['documents.file_too_large', '21 MB', () => Buffer.concat([whole, zeros(21)])],
  ])('%s: %s', async (rule, _, make) => {
    const bytes = make();
    const started = performance.now();
    expect(await refusedBy(bytes)).toBe(rule);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
