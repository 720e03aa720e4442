import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { customDatas, ofdOf } from '../../testing/ofd';
import { pdfWith } from '../../testing/pdf';
import { zipOf } from '../../testing/zip';
import { EICAR } from '../eicar';
import { readInvoices } from '../read-invoices';

const own = (file: string): Buffer => readFileSync(join(__dirname, '../../../../../test/samples', file));
const XML = own('efapiao-mingyuan-huadong.xml');
const CII = own('cii-mingyuan-nanfang-01.xml');
const MEGABYTE = 1_048_576;

async function outcomes(bytes: Uint8Array): Promise<[string | null, string][]> {
  const readings = await readInvoices(bytes);
  return readings.map(({ entry, status, reasons }) => [
    entry,
    status === 'refused' ? (reasons[0]?.rule ?? '') : status,
  ]);
}

describe('an archive', () => {
  test('has an outcome for each entry, named by it', async () => {
    const bytes = zipOf([
      ['a/', ''],
      ['a/发票.xml', XML],
      ['b.pdf', pdfWith(CII)],
      ['c.ofd', ofdOf({ data: customDatas() })],
      ['d.txt', 'no invoice'],
      ['__MACOSX/._a', 'x'],
      ['.DS_Store', 'x'],
    ]);
    expect(await outcomes(bytes)).toEqual([
      ['a/发票.xml', 'accepted'],
      ['b.pdf', 'accepted'],
      ['c.ofd', 'accepted'],
      ['d.txt', 'documents.format_unknown'],
    ]);
  });

  test('of stored OFD files is not taken for one', async () => {
    const ofd = ofdOf({ data: customDatas() });
    const bytes = zipOf(
      [
        ['1.ofd', ofd],
        ['2.xml', CII],
      ],
      { stored: true },
    );
    expect(await outcomes(bytes)).toEqual([
      ['1.ofd', 'accepted'],
      ['2.xml', 'accepted'],
    ]);
  });

  test('may hold an archive, but that one none', async () => {
    const inner = zipOf([
      ['i.xml', XML],
      ['deep.zip', zipOf([['x.xml', CII]])],
    ]);
    expect(await outcomes(zipOf([['in.zip', inner]]))).toEqual([
      ['in.zip/i.xml', 'accepted'],
      ['in.zip/deep.zip', 'documents.zip_too_deep'],
    ]);
  });

  test('names its entries in the encoding of a Chinese program', async () => {
    const gbk = zipOf([['x.xml', XML]], { encodeName: () => Buffer.from([0xb7, 0xa2, 0xc6, 0xb1]) });
    expect(await outcomes(gbk)).toEqual([['发票', 'accepted']]);
  });

  test('of CSV states the line and the entry', async () => {
    const [reading] = await readInvoices(zipOf([['list.csv', own('invoices.csv')]]));
    expect([reading?.entry, reading?.line]).toEqual(['list.csv', 2]);
  });
});

describe('a hostile archive is refused', () => {
  const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * MEGABYTE);
  /** Of a size that is only stated, and not so far from the packed one as to give a bomb away. */
  const stated = (megabytes: number, names: readonly string[]): Buffer =>
    zipOf(
      names.map((name) => [name, randomBytes(megabytes * 6000)] as const),
      { declaredSize: megabytes * MEGABYTE },
    );
  const nested = (levels: number): Buffer =>
    Array.from({ length: levels }).reduce<Buffer>(
      (inner) => zipOf([['z.zip', inner]]),
      zipOf([['a.xml', XML]]),
    );
  const whole = zipOf([['a.xml', XML]]);

  test.each<[string, string, () => Uint8Array]>([
    ['documents.zip_bomb', 'a flat bomb', () => zipOf([['a.xml', zeros(40)]])],
    ['documents.zip_bomb', 'one entry of 65 MB', () => stated(65, ['a.xml'])],
    ['documents.zip_bomb', 'a nested bomb', () => zipOf([['b.zip', zipOf([['a.xml', zeros(40)]])]])],
    ['documents.zip_too_large', 'many parts', () => stated(30, ['a', 'b', 'c', 'd', 'e'])],
    [
      'documents.zip_too_many',
      '6,000 entries',
      () => zipOf(Array.from({ length: 6000 }, (_, at) => [`${at}`, ''])),
    ],
    ['documents.zip_too_deep', '200 levels', () => nested(200)],
    [
      'documents.zip_malformed',
      'a size that is not true',
      () => zipOf([['a.xml', zeros(2)]], { declaredSize: 10 }),
    ],
    ['documents.zip_malformed', 'cut off', () => whole.subarray(0, whole.length - 30)],
    ['documents.zip_malformed', 'nothing but its signature', () => Buffer.from('PK\u0003\u0004')],
    ['documents.zip_encrypted', 'a password', () => zipOf([['a.xml', XML]], { flags: 1 })],
    ['documents.zip_empty', 'no entry', () => zipOf([])],
    ['documents.eicar', 'a virus signature in an entry', () => zipOf([['a.xml', EICAR]])],
    [
      'documents.eicar',
      'a virus signature two levels down',
      () => zipOf([['b.zip', zipOf([['a.txt', EICAR]])]]),
    ],
    ['documents.eicar', 'a virus signature in its comment', () => Buffer.concat([whole, Buffer.from(EICAR)])],
    ['documents.format_unknown', 'a workbook of nothing', () => zipOf([['xl/workbook.xml', '<a/>']])],
    ['documents.xml_doctype', 'entities in an entry', () => zipOf([['a.xml', '<!DOCTYPE a><Invoice/>']])],
  ])('%s: %s', async (rule, _, make) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    const started = performance.now();
    expect((await outcomes(bytes))[0]?.[1]).toBe(rule);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * MEGABYTE);
  });
});
