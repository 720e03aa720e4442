import fc from 'fast-check';
import { writtenAmount } from './amount';
import { currencyOf } from './currency';
import { plainDay, writtenDay } from './day';

describe('an amount as people write it', () => {
  test.each([
    ['1,000,000.00', 'CNY', '1000000'],
    ['1,234.56', 'EUR', '1234.56'],
    ['1,000,000', 'EUR', '1000000'],
    ['12,000', 'CNY', '12000'],
    ['￥1,000.00', 'CNY', '1000'],
    ['¥ 88.5', 'CNY', '88.5'],
    ['¥120', 'JPY', '120'],
    ['$1,200.50', 'USD', '1200.5'],
    ['€12.50', 'EUR', '12.5'],
    ['RMB 100', 'CNY', '100'],
    ['100 eur', 'EUR', '100'],
    ['人民币100.00元', 'CNY', '100'],
    ['1000元整', 'CNY', '1000'],
    ['１，０００．５０', 'CNY', '1000.5'],
    ['-1,000.00', 'CNY', '-1000'],
    ['-¥1,000.00', 'CNY', '-1000'],
    ['¥-1,000.00', 'CNY', '-1000'],
    ['\u22121,000.00', 'CNY', '-1000'],
    ['(1,000.00)', 'CNY', '-1000'],
    ['1 000.00', 'EUR', '1000'],
    ['¥5', null, '5'],
  ])('%s in a row of %s is %s', (cell, currency, amount) =>
    expect(writtenAmount(cell, currency)).toEqual({ amount }),
  );

  test.each([
    ['1.000,00', 'EUR', 'separators'],
    ['1,000', 'EUR', 'separators'],
    ['1,000', null, 'separators'],
    ['100,50', 'CNY', 'separators'],
    ['0,500', 'CNY', 'separators'],
    ['1,0000', 'CNY', 'separators'],
    ['1,00,000.00', 'CNY', 'separators'],
    ['1.000.000', 'EUR', 'separators'],
    ['€100', 'CNY', 'other_currency'],
    ['100元', 'EUR', 'other_currency'],
    ['¥100', 'EUR', 'other_currency'],
    ['100万', 'CNY', 'no_amount'],
    ['壹佰元', 'CNY', 'no_amount'],
    ['1e5', 'CNY', 'no_amount'],
    ['12 pieces', 'CNY', 'no_amount'],
    ['-(100)', 'CNY', 'no_amount'],
    ['(100', 'CNY', 'no_amount'],
    ['--5', 'CNY', 'no_amount'],
    ['-¥-5', 'CNY', 'no_amount'],
    ['', 'CNY', 'no_amount'],
    ['1'.repeat(200), 'CNY', 'no_amount'],
  ])('%s in a row of %s is refused: %s', (cell, currency, fault) =>
    expect(writtenAmount(cell, currency)).toEqual({ fault }),
  );

  test('what a program groups is read as it was, and with comma and point swapped never as something else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, part) => {
          const grouped = `${whole.toLocaleString('en-US')}.${String(part).padStart(2, '0')}`;
          const read = writtenAmount(grouped, 'EUR');
          expect('amount' in read && Number(read.amount)).toBe(
            Number(`${whole}.${String(part).padStart(2, '0')}`),
          );
          const swapped = grouped.replaceAll(',', ' ').replace('.', ',').replaceAll(' ', '.');
          expect(writtenAmount(swapped, 'EUR')).toEqual({ fault: 'separators' });
        },
      ),
    );
  });
});

describe('a day as people write it', () => {
  const read = (cell: string) => {
    const plain = plainDay(cell);
    return plain === null ? writtenDay(cell, false) : { day: plain };
  };

  test.each([
    ['2026-07-05'],
    ['2026/7/5'],
    ['2026.7.5'],
    ['2026年7月5日'],
    ['2026 年 07 月 05 日'],
    ['２０２６年７月５日'],
    ['20260705'],
    ['2026/7/5 10:30:00'],
    ['2026-07-05T10:30:00+08:00'],
  ])('%s', (cell) => expect(read(cell)).toEqual({ day: '2026-07-05' }));

  test.each([
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['25.12.2026', '2026-12-25'],
    ['5/5/2026', '2026-05-05'],
  ])('%s can only be %s', (cell, day) => expect(read(cell)).toEqual({ day }));

  test('the number under which a spreadsheet program keeps a day is one, and says so', () => {
    expect(writtenDay('46208', false)).toEqual({ day: '2026-07-05', isSerial: true });
    expect(writtenDay('46208.5', false)).toEqual({ day: '2026-07-05', isSerial: true });
    expect(writtenDay('44746', true)).toEqual({ day: '2026-07-05', isSerial: true });
  });

  test.each([['03/04/2026'], ['3.4.2026'], ['03-04-2026'], ['26/7/5'], ['5/7/26']])(
    '%s could be several days',
    (cell) => expect(read(cell)).toEqual({ fault: 'order' }),
  );

  test.each([
    ['2026-02-30'],
    ['2026年2月30日'],
    ['31/31/2026'],
    ['20261305'],
    ['11459'],
    ['99999'],
    ['soon'],
    ['9'.repeat(99)],
  ])('%s is none', (cell) => expect(read(cell)).toEqual({ fault: 'no_day' }));

  test('a day is read as itself whichever way its year stands first, and never as another one', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-');
        const iso = `${year}-${month}-${day}`;
        for (const written of [
          `${year}/${+month}/${+day}`,
          `${year}年${+month}月${+day}日`,
          year + month + day,
        ])
          expect(read(written)).toEqual({ day: iso });
        for (const written of [`${day}/${month}/${year}`, `${month}/${day}/${year}`])
          expect([{ day: iso }, { fault: 'order' }]).toContainEqual(read(written));
      }),
    );
  });
});

describe('a currency as people write it', () => {
  test.each([
    ['CNY', 'CNY'],
    ['cny', 'CNY'],
    ['RMB', 'CNY'],
    ['rmb', 'CNY'],
    ['人民币', 'CNY'],
    ['人民币元', 'CNY'],
    ['元', 'CNY'],
    ['ＥＵＲ', 'EUR'],
    ['美元', 'USD'],
    ['港币', 'HKD'],
  ])('%s is %s', (written, code) => expect(currencyOf(written)).toBe(code));

  test.each([['¥'], ['$'], ['dollars'], ['RMC'], ['万元']])('%s stays what it is, to be refused', (written) =>
    expect(currencyOf(written)).toBe(written),
  );
});
