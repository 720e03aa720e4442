import fc from 'fast-check';
import { attachment, safeFileName } from './file-name';

describe('the name of an uploaded file', () => {
  it.each([
    ['invoice.xml', 'invoice.xml'],
    ['发票 2026.xml', '发票 2026.xml'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\a.csv', 'a.csv'],
    ['a\u0000b\nc.xml', 'abc.xml'],
    ['\u202elmx.exe', 'lmx.exe'],
    ['a"b.xml', 'ab.xml'],
    ['', 'file'],
    ['..', 'file'],
    ['   ', 'file'],
    ['folder/', 'file'],
  ])('%j is kept as %j', (given, kept) => expect(safeFileName(given)).toBe(kept));

  it('is at most 100 characters and keeps its end', () => {
    expect(safeFileName(`${'长'.repeat(500)}.xml`)).toBe(`${'长'.repeat(96)}.xml`);
  });

  it('can be stored and sent whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = safeFileName(given);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(200);
        expect(name).not.toMatch(/[/\\\p{C}]/u);
        expect(attachment(name)).toMatch(/^[\x20-\x7e]+$/);
      }),
    );
  });
});

it('a download carries a plain and a true name', () => {
  expect(attachment("发票'1.xml")).toBe(
    `attachment; filename="__'1.xml"; filename*=UTF-8''%E5%8F%91%E7%A5%A8%271.xml`,
  );
});
