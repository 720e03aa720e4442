import { readingsOf, rulesIn } from '../../testing/readings';
import { workbookOf } from '../../testing/workbook';
import type { Reading } from '../../domain/reading';

const SALES = '企业代号,发票号码,开票日期,购方单位代号,金额,税额,价税合计,发票状态';
const PURCHASES = SALES.replace('购方', '销方');
const SALE = 'E1,11459356,2017/8/4,B03711,9401.71,1598.29,11000.0,有效发票';

async function only(text: string, options: { owner?: string } = {}): Promise<Reading> {
  const readings = await readingsOf(text, options);
  expect(readings).toHaveLength(1);
  return readings[0] as Reading;
}

describe('a ledger is known by its header', () => {
  test('in the sales ledger the owner is the seller', async () => {
    const { status, reasons, draft, key } = await only(`${SALES}\n${SALE}`);
    expect({ status, reasons }).toEqual({ status: 'accepted', reasons: [] });
    expect(key).toBe('G:E1:11459356:380');
    expect(draft).toMatchObject({
      source: 'vat_ledger',
      number: '11459356',
      typeCode: '380',
      issueDate: '2017-08-04',
      dueDate: null,
      currency: 'CNY',
      seller: { name: null, taxId: 'E1' },
      buyer: { name: null, taxId: 'B03711' },
      netAmount: '9401.71',
      grossAmount: '11000',
      payableAmount: '11000',
      isVoid: false,
      isCreditNote: false,
    });
  });

  test('in the purchase ledger the owner is the buyer, and owes', async () => {
    const { status, flags, draft } = await only(`${PURCHASES}\n${SALE.replace('B03711', 'A00297')}`);
    expect({ status, flags }).toEqual({ status: 'flagged', flags: ['purchase'] });
    expect(draft).toMatchObject({ seller: { taxId: 'A00297' }, buyer: { taxId: 'E1' } });
  });

  test('a workbook holds both ledgers, whatever its sheets are called', async () => {
    const rows = (text: string): string[][] => text.split('\n').map((line) => line.split(','));
    const sheets = { A: rows(`${PURCHASES}\n${SALE}`), B: rows(`${SALES}\n${SALE}`) };
    const readings = await readingsOf(workbookOf({ sheets }));
    expect(readings.map(({ sheet, flags }) => [sheet, flags])).toEqual([
      ['A', ['purchase']],
      ['B', []],
    ]);
  });

  test('an index column without a heading and columns of other names are passed over', async () => {
    expect((await only(`,${SALES},开票人\n0,${SALE},王`)).status).toBe('accepted');
  });

  test('the export of the tax account names both sides, and fully digital invoices', async () => {
    const header =
      '发票代码,发票号码,数电发票号码,销方识别号,销方名称,购方识别号,购买方名称,开票日期,金额,税额,价税合计,发票状态,是否正数发票';
    const digital = '24312000000012345678';
    const row = `,,${digital},91110000802100433B,甲公司,91110000802100433B,乙公司,2026-03-01 10:00:00,100,13,113,正常,是`;
    expect(await only(`${header}\n${row}`)).toMatchObject({ status: 'accepted', key: `D:${digital}` });
    const paper = row.replace(`,,${digital}`, '50001700111,3390939,');
    const older = await only(`${header}\n${paper}`);
    expect(older).toMatchObject({ status: 'accepted', key: 'L:05000170011103390939' });
    expect(rulesIn([older])).toEqual(['documents.zeros_restored', 'documents.zeros_restored']);
  });

  test('the owner may be told where the ledger does not say', async () => {
    const header = SALES.replace('企业代号,', '');
    const row = SALE.replace('E1,', '');
    expect((await only(`${header}\n${row}`, { owner: 'E7' })).draft?.seller.taxId).toBe('E7');
    expect(rulesIn([await only(`${header}\n${row}`)])).toEqual(expect.arrayContaining(['BR-06', 'BR-CO-26']));
  });

  test('a table with a currency is none, and lacks what our own table needs', async () => {
    expect(rulesIn([await only(`${SALES},币种\n${SALE},CNY`)])).toEqual(['documents.table_column_missing']);
  });

  test('a ledger by lines of goods is refused, for its amounts are not of invoices', async () => {
    expect(rulesIn([await only(`${SALES},单价\n${SALE},1`)])).toEqual(['documents.ledger_by_line']);
  });
});

describe('the dirt of real ledgers', () => {
  test.each<[string, string, Partial<Reading> & { rules?: string[] }]>([
    [
      'lost zeros are put back and told',
      SALE.replace('11459356', '3390939'),
      { status: 'accepted', key: 'G:E1:03390939:380', rules: ['documents.zeros_restored'] },
    ],
    ['blanks around a status', SALE.replace('有效发票', ' 作废发票'), { status: 'flagged', flags: ['void'] }],
    [
      'a wide space around a status',
      SALE.replace('有效发票', '　作废发票'),
      { status: 'flagged', flags: ['void'] },
    ],
    [
      'a void row of zeros',
      SALE.replace('9401.71,1598.29,11000.0,有效发票', '0.0,0.0,0.0,作废发票'),
      { status: 'flagged', flags: ['zero_payable', 'void'] },
    ],
    [
      'a red-letter row',
      SALE.replace('9401.71,1598.29,11000.0', '-9401.71,-1598.29,-11000.0'),
      { status: 'flagged', key: 'G:E1:11459356:381', flags: ['credit_note', 'negative_payable'] },
    ],
    ['a reversed row', SALE.replace('有效发票', '已红冲-全额'), { status: 'flagged', flags: ['reversed'] }],
    [
      'a total that does not add up',
      SALE.replace('11000.0', '11000.01'),
      { status: 'refused', rules: ['BR-CO-15'] },
    ],
    [
      'an unknown status',
      SALE.replace('有效发票', '失控'),
      { status: 'refused', rules: ['documents.table_status'] },
    ],
    [
      'a number of no known length',
      SALE.replace('11459356', '114593561'),
      { status: 'refused', rules: ['documents.value_malformed'] },
    ],
    [
      'a number that is none',
      SALE.replace('11459356', '1145935A'),
      { status: 'refused', rules: ['documents.value_malformed'] },
    ],
    ['a formula', SALE.replace('B03711', '=1+1'), { status: 'refused', rules: ['documents.table_formula'] }],
    ['a missing number', SALE.replace('11459356', ''), { status: 'refused', rules: ['BR-02'] }],
  ])('%s', async (_, row, { rules, ...expected }) => {
    const reading = await only(`${SALES}\n${row}`);
    expect(reading).toMatchObject(expected);
    if (rules !== undefined) expect(rulesIn([reading])).toEqual(rules);
  });
});
