// The table that goes to the statutory registry and comes back.
import fc from 'fast-check';
import { DomainError } from '#kernel';
import { readCarried, writeDue } from './statutory-csv';

const HEAD = 'registration_number,filed_at,grantor,statutory_number,statutory_time,reason';
const NUMBER = '000000000000000197';
const line = (over: Partial<Record<'number' | 'given' | 'at' | 'reason', string>> = {}) => {
  const { number = NUMBER, given = 'ZD-1', at = '2026-11-22 10:00:00', reason = '' } = over;
  return `${number},,某公司,${given},${at},${reason}`;
};
const read = (...lines: string[]) => readCarried([HEAD, ...lines].join('\r\n'));

it('reads back what it wrote, once the last columns are filled in', () => {
  const due = { id: 'x', number: NUMBER, filedAt: '2026-11-22T00:00:00.000000Z', grantor: '=甲, "乙"' };
  const written = writeDue([{ ...due, waiting: false }]);
  expect(readCarried(written)).toEqual([]);
  const filled = written.replace(/,,,\r\n$/, ',ZD-1,2026-11-22 10:00:00,\r\n');
  expect(readCarried(filled)).toEqual([
    {
      ...{ line: 2, filingNumber: NUMBER, number: 'ZD-1', reason: null },
      registeredAt: '2026-11-22T02:00:00.000000Z',
    },
  ]);
});

it.each([
  ['2026-11-22 10:00:00', '2026-11-22T02:00:00.000000Z'],
  ['2026-11-22T10:00:00', '2026-11-22T02:00:00.000000Z'],
  ['2026-11-22T02:00:00Z', '2026-11-22T02:00:00.000000Z'],
  ['2026-11-22T10:00:00.123+08:00', '2026-11-22T02:00:00.123000Z'],
])('takes the time %s for %s', (at, expected) => {
  expect(read(line({ at }))).toMatchObject([{ registeredAt: expected }]);
});

it.each<[string, string[], object]>([
  ['no time', [line({ at: '' })], { line: 2, column: 'statutory_time' }],
  ['a time in words', [line({ at: '昨天' })], { line: 2, column: 'statutory_time' }],
  ['a day that does not exist', [line({ at: '2026-02-31T25:00:00Z' })], { column: 'statutory_time' }],
  ['a number of another kind', [line({ number: '1.97E+02' })], { line: 2, column: 'registration_number' }],
  ['one registration twice', [line(), line()], { line: 3, column: 'registration_number' }],
  ['a number as long as a book', [line({ given: 'x'.repeat(65) })], { column: 'statutory_number' }],
])('refuses %s, and with it the whole', (_, lines, details) => {
  const outcome = (() => {
    try {
      return read(...lines);
    } catch (error) {
      return error;
    }
  })();
  expect(outcome).toBeInstanceOf(DomainError);
  expect(outcome).toMatchObject({ code: 'registry.statutory_csv_unreadable', details });
});

it('answers any text with lines or a refusal', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((text) => `${HEAD}\r\n${text}`),
      ),
      (text) => {
        try {
          expect(Array.isArray(readCarried(text))).toBe(true);
        } catch (error) {
          expect(error).toMatchObject({ code: 'registry.statutory_csv_unreadable' });
        }
      },
    ),
  );
});
