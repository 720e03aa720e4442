import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { DomainError, localDate, money, newId } from '#kernel';
import { MAX_RESULT_FILE_BYTES, readResults, TAX_FILE_COLUMNS, writeQueries } from './tax-files';

const id = newId(1);
const query = {
  ...{ checkId: id, code: null, number: '26312000000000000017', issueDate: localDate('2026-10-01') },
  total: money('1130.00', 'CNY'),
};
const HEAD = TAX_FILE_COLUMNS.join(',');
const line = (result: string, rest = ',,,,,') =>
  `${id},,26312000000000000017,2026-10-01,1130.00,${result},${rest}`;
const FOUND = '2026-10-01,1130.00,S1,B1,,';
const read = (...lines: string[]) => readResults(Buffer.from([HEAD, ...lines].join('\r\n')));
const refused = (bytes: Buffer) => {
  try {
    return readResults(bytes);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

describe('the files for the tax bureau', () => {
  it('come back without a result when nothing was filled in', () => {
    const text = writeQueries([query]);
    expect(text).toBe(`\uFEFF${HEAD}\r\n${line('')}\r\n`);
    expect(readResults(Buffer.from(text))).toEqual([]);
  });

  it('are read with their results', () => {
    expect(read(line('found', FOUND))).toMatchObject([
      {
        checkId: id,
        answer: { status: 'found', isVoid: false, total: query.total, sellerId: 'S1', red: null },
      },
    ]);
    expect(read(line('void', FOUND))).toMatchObject([{ answer: { isVoid: true } }]);
    expect(read(line('found', '2026-10-01,1130.00,S1,B1,26000000000000000001,30.00'))).toMatchObject([
      { answer: { red: { number: '26000000000000000001', amount: money('30.00', 'CNY') } } },
    ]);
    expect(read(line('not_found'))).toMatchObject([{ answer: { status: 'not_found' } }]);
    expect(read(line('quota'))).toMatchObject([{ answer: { status: 'unavailable', why: 'quota' } }]);
  });

  it.each([
    ['another result', line('perhaps', FOUND), 'result'],
    ['no day', line('found', ',1130.00,S1,B1,,'), 'found_issue_date'],
    ['a day that is none', line('found', '2026-02-30,1130.00,S1,B1,,'), 'found_issue_date'],
    ['a negative amount', line('found', '2026-10-01,-1,S1,B1,,'), 'found_total_amount'],
    ['an amount of nothing', line('found', '2026-10-01,0.00,S1,B1,,'), 'found_total_amount'],
    ['an amount too long', line('found', `2026-10-01,${'9'.repeat(16)},S1,B1,,`), 'found_total_amount'],
    ['a formula for a seller', line('found', '2026-10-01,1.00,=1+1,B1,,'), 'found_seller_id'],
    ['a zero byte', line('found', '2026-10-01,1.00,S1,B\u0000,,'), 'found_buyer_id'],
    ['a red letter without a number', line('found', '2026-10-01,1.00,S1,B1,,5.00'), 'red_number'],
    ['no check', line('not_found').replace(id, 'x'), 'check_id'],
  ])('are refused with line and column: %s', (_, text, column) =>
    expect(refused(Buffer.from(`${HEAD}\r\n${text}`))).toMatchObject({
      code: 'receivables.tax_file_unreadable',
      details: { line: 2, column },
    }),
  );

  it('are refused when one check stands in them twice, or the columns are others', () => {
    const twice = Buffer.from([HEAD, line('not_found'), line('not_found')].join('\r\n'));
    expect(refused(twice)).toMatchObject({ details: { line: 3, column: 'check_id' } });
    expect(refused(Buffer.from('a,b\r\n1,2'))).toMatchObject({ details: { line: 1, column: 'check_id' } });
    expect(refused(Buffer.from(`${HEAD}\r\n"open`))).toMatchObject({
      code: 'receivables.tax_file_unreadable',
    });
    expect(refused(Buffer.alloc(MAX_RESULT_FILE_BYTES + 1))).toMatchObject({
      code: 'receivables.tax_file_too_large',
    });
    expect(refused(Buffer.from(`${HEAD}\r\n${'x'.repeat(1_000_000)}`))).toMatchObject({
      code: 'receivables.tax_file_unreadable',
    });
  });

  it('are read or refused, whatever they are', () => {
    const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 20 }), (cells) => {
        expect(refused(Buffer.from(`${HEAD}\n${cells.join(',')}`))).toBeDefined();
        expect(refused(Buffer.from(cells.join('\n')))).toBeDefined();
      }),
    );
    expect(refused(randomBytes(4096))).toBeDefined();
  });
});
