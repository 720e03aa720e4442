// Statement files are hostile until proven otherwise: a refusal with a reason, never a crash, never a hang.
import fc from 'fast-check';
import { localDate, money } from '#kernel';
import { writeCamt053 } from './camt053-writer';
import { readStatements } from './read-statements';

const good = writeCamt053({
  messageId: 'S1',
  createdAt: new Date('2026-03-02T12:00:00Z'),
  account: '6222000011112222',
  ownerName: 'We',
  currency: 'CNY',
  from: localDate('2026-03-02'),
  to: localDate('2026-03-02'),
  openingBalance: money('1', 'CNY'),
  entries: [
    {
      amount: money('2', 'CNY'),
      bookingDate: localDate('2026-03-02'),
      valueDate: localDate('2026-03-02'),
      servicerReference: 'B1',
      endToEndId: 'E1',
      counterpartyName: 'They',
      counterpartyAccount: '1',
      text: 'INV1',
    },
  ],
});

function rule(content: string | Uint8Array): string {
  const [reading] = readStatements(typeof content === 'string' ? Buffer.from(content) : content);
  return reading?.status === 'read' ? 'read' : (reading?.reasons[0]?.rule.replace('settlement.', '') ?? '');
}

const deep = '<a>'.repeat(100) + '</a>'.repeat(100);
const body = good.replace(/^.*\n/, '');

test.each([
  ['nothing', '', 'file_empty'],
  ['only space', ' \n\t', 'file_empty'],
  ['a document type', `<!DOCTYPE Document [<!ENTITY a "b">]>${body}`, 'xml_doctype'],
  ['an external entity', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${body}`, 'xml_doctype'],
  ['depth', deep, 'xml_too_complex'],
  ['a cut file', good.slice(0, -20), 'xml_malformed'],
  ['crossed tags', '<a><b></a></b>', 'xml_malformed'],
  ['two roots', `${good}<a/>`, 'xml_malformed'],
  ['text behind the root', `${good} x`, 'xml_malformed'],
  ['an open comment', `${good}<!--`, 'xml_malformed'],
  ['a control character', good.replace('INV1', 'INV\u0001'), 'xml_malformed'],
  ['another XML', '<Invoice/>', 'format_unknown'],
  ['a payment instruction', '<Document><CstmrCdtTrfInitn/></Document>', 'format_unknown'],
  ['MT940', ':20:STARTUMS\n:25:10020030/1234567\n', 'format_not_read'],
  ['MT940 in its envelope', '{1:F01BANKDEFFXXXX}{4:\n:20:1\n', 'format_not_read'],
  ['BAI2', '01,0004,12345,060321,0829,001,80,1,2/\n', 'format_not_read'],
  ['CSV', '交易日期,金额\n2026-03-02,1.00\n', 'format_not_read'],
  ['a workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0]), 'format_not_read'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'format_not_read'],
  ['a PDF', '%PDF-1.7\n', 'format_not_read'],
  ['words', 'hello', 'format_unknown'],
  ['bytes', Buffer.from([0, 1, 2, 3, 254]), 'format_unknown'],
  [
    'broken UTF-8',
    Buffer.concat([Buffer.from(good.slice(0, 300)), Buffer.from([0xff, 0xfe])]),
    'encoding_unknown',
  ],
  ['a large file', Buffer.alloc(21 * 1_048_576, '<'), 'file_too_large'],
])('%s is refused', (_, content, expected) => expect(rule(content)).toBe(expected));

test('the file behind these cases is read', () => expect(rule(good)).toBe('read'));

test('millions of attributes or elements are refused before the test runs out of time', () => {
  expect(rule(`<a ${'b="" '.repeat(1_000_000)}/>`)).toBe('xml_too_complex');
  expect(rule(`<a>${'<b/>'.repeat(1_000_000)}</a>`)).toBe('xml_too_complex');
  expect(rule(`<a>${'<'.repeat(1_000_000)}`)).toBe('xml_malformed');
  expect(rule(`<a b="${'x'.repeat(10_000_000)}"/>`)).toBe('xml_too_complex');
});

test('a mutated file is read or refused, and when read it still adds up', () => {
  const bytes = Buffer.from(good);
  const change = fc.record({
    at: fc.nat(bytes.length - 1),
    to: fc.nat(255),
    cut: fc.nat(40),
    again: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const mutated = changes.reduce<Buffer>((now, { at, to, cut, again }) => {
        const from = Math.min(at, now.length);
        const piece = now.subarray(from, from + cut);
        const middle = again === 0 ? Buffer.from([to]) : Buffer.concat(Array<Buffer>(again).fill(piece));
        return Buffer.concat([now.subarray(0, from), middle, now.subarray(from + cut)]);
      }, bytes);
      const readings = readStatements(mutated);
      expect(readings.length).toBeGreaterThan(0);
      for (const reading of readings)
        if (reading.status === 'refused') expect(reading.reasons.length).toBeGreaterThan(0);
        else expect(reading.statement.entries.length).toBeLessThan(10);
    }),
    { numRuns: 800, seed: 20260302 },
  );
});

test('names of object properties are only names', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(rule(`<${name}><x/></${name}>`)).toMatch(/format_unknown|xml_malformed/);
    expect(rule(good.replace('<Sts>', `<${name}>1</${name}><Sts>`))).toMatch(/read|xml_malformed/);
  }
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
