import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { DomainError } from '#kernel';
import { CsvRecords, MAX_RECORD } from './csv-records';

type Separator = ConstructorParameters<typeof CsvRecords>[0];

function cellsOf(text: string, separator: Separator, cuts: readonly number[] = []): (readonly string[])[] {
  const records = new CsvRecords(separator);
  const rows = [];
  let at = 0;
  for (const cut of cuts.toSorted((a, b) => a - b)) {
    rows.push(...records.push(text.slice(at, Math.max(at, cut))));
    at = Math.max(at, cut);
  }
  rows.push(...records.push(text.slice(at)), ...records.end());
  return rows.map(({ cells }) => cells);
}

const cell = fc.string({
  unit: fc.constantFrom('a', '中', '0', ',', ';', '\t', '"', '\n', '\r', ' ', '.'),
  maxLength: 8,
});
/** Two columns at least: an empty line is no row. */
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 });

test('what another program writes is read as it was, in every dialect and cut anywhere', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom<Separator>(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.array(fc.nat(200)),
      (rows, delimiter, record_delimiter, quoted, cuts) => {
        const text = stringify(rows, { delimiter, record_delimiter, quoted, quoted_match: /[\r\n\t ]/ });
        const expected = rows.map((cells) => cells.map((one) => one.trim()));
        expect(cellsOf(text, delimiter, cuts)).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test('rows know the line they begin on, after cells of several lines too', () => {
  const records = new CsvRecords(',');
  const rows = [...records.push('a,b\r\n"1\r\n2\n3",x\n\n'), ...records.push('c,d'), ...records.end()];
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 6]);
});

test('a quote inside an unquoted cell is a character', () => {
  expect(cellsOf('5" pipe,6"\nx,"y"', ',')).toEqual([
    ['5" pipe', '6"'],
    ['x', 'y'],
  ]);
});

describe('what breaks off', () => {
  test.each([
    ['a quote that never closes', 'a,b\nc,"d\ne,f', 2],
    ['text after a closing quote', 'a,b\nc,"d"e\nf,g', 2],
    ['a row beyond all length', `a,b\n${'x'.repeat(MAX_RECORD + 1)}\nc,d`, 2],
    ['an open quote beyond all length', `a,b\n"${'x,\n'.repeat(MAX_RECORD)}`, 2],
  ])('%s is refused with its line, after the rows before it', (_, text, line) => {
    const records = new CsvRecords(',');
    expect(records.push(text).map(({ cells }) => cells)).toEqual([['a', 'b']]);
    let refusal: unknown;
    try {
      records.end();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'documents.csv_malformed', details: { line } });
  });
});
