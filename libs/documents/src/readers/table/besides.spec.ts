import { gb18030 } from '../../testing/gb18030';
import { readingsOf, rulesIn } from '../../testing/readings';
import { workbookOf } from '../../testing/workbook';

const SELLER = '91110000802100433B';
const HEADER = [
  '发票号',
  '开票日期',
  '币种',
  '销售方名称',
  '销售方税号',
  '客户名称',
  '不含税金额(元)',
  '税额（元）',
  '价税合计',
];
const invoice = (number: string): string[] => [
  number,
  '2026年7月5日',
  '人民币',
  '明远',
  SELLER,
  '华东',
  '￥1,000.00',
  '130.00元',
  '1,130.00',
];
const TOTALS: [string, string[]][] = [
  ['in the first cell', ['合计', '', '', '', '', '', '2,000.00', '260.00', '2,260.00']],
  ['with a blank in it', ['合 计', '', '', '', '', '', '2000', '260', '2260']],
  ['of a page', ['', '', '', '本页小计', '', '', '2000', '260', '2260']],
  ['beside the amounts', ['', '', '', '', '', '总计（大写）：贰仟贰佰陆拾元', '', '', '2260']],
  ['in English', ['Grand Total', '', '', '', '', '', '2000', '260', '2260']],
  ['of a part', ['Sub-total:', '', '', '', '', '', '2000', '260', '2260']],
  ['in the column of days', ['', 'TOTAL', '', '', '', '', '2000', '260', '2260']],
  ['that counts', ['共 2 条', '', '', '', '', '', '', '', '']],
  ['that names who made it', ['制表人：王芳', '', '', '', '审核：李雷', '', '', '', '']],
  ['that is the header again', HEADER],
  ['that is the header in English', ['Invoice No.', 'Invoice Date', 'Currency', '', '', '', '', '', 'Gross']],
];
const csv = (rows: readonly (readonly string[])[], separator = ','): string =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(separator)).join('\r\n');

describe('a row that is no invoice is passed over, and said to be', () => {
  test.each(TOTALS)('%s', async (_, total) => {
    const rows = [HEADER, invoice('A-1'), total, invoice('A-2')];
    for (const table of [csv(rows), workbookOf({ sheets: { 发票: rows } })]) {
      const readings = await readingsOf(table);
      expect(readings.map(({ status, line }) => [status, line])).toEqual([
        ['accepted', 2],
        ['flagged', 3],
        ['accepted', 4],
      ]);
      expect(readings[1]).toMatchObject({ flags: ['no_invoice'], draft: null, key: null });
      expect(readings[1]?.reasons[0]?.message.zh).toContain('第 3 行');
      expect(readings[2]?.draft).toMatchObject({
        issueDate: '2026-07-05',
        currency: 'CNY',
        netAmount: '1000',
        taxAmount: '130',
        grossAmount: '1130',
      });
    }
  });

  test('a subtotal ends the lines of an invoice and is none of them', async () => {
    const header = [...HEADER, '行号', '项目名称', '行金额'];
    const rows = [
      header,
      [...invoice('A-1'), '1', 'Bearing', '600'],
      ['A-1', '', '', '', '', '', '', '', '', '2', 'Shaft', '400'],
      ['', '', '', '', '', '', '', '', '', '', '小计', '1,000.00'],
      [...invoice('A-2'), '1', 'Bearing', '1,000.00'],
    ];
    const readings = await readingsOf(csv(rows));
    expect(readings.map(({ status, line, draft }) => [status, line, draft?.lineCount])).toEqual([
      ['accepted', 2, 2],
      ['flagged', 4, undefined],
      ['accepted', 5, 1],
    ]);
  });

  test('of a ledger too', async () => {
    const ledger = [
      '企业代号,票号,开票日期,购方单位代号,金额,税额,价税合计',
      'E1,11459356,2026/7/5,B1,100,13,113',
      '合计,,,,100,13,113',
    ];
    const readings = await readingsOf(ledger.join('\n'));
    expect(readings.map(({ flags }) => flags)).toEqual([[], ['no_invoice']]);
  });
});

describe('an invoice is never passed over', () => {
  test.each<[string, string[]]>([
    ['it is dated, whoever its buyer is', invoice('A-9').with(5, '合计')],
    ['it has a number and no day', invoice('A-9').with(1, '').with(5, '总计')],
    ['its day cannot be read', invoice('').with(1, 'soon').with(5, 'Total')],
    ['its buyer is called after a total', invoice('').with(1, '').with(5, '合计商贸有限公司')],
  ])('%s', async (_, row) => {
    const [reading] = await readingsOf(csv([HEADER, row]));
    expect(reading?.flags).not.toContain('no_invoice');
    expect(reading?.draft).not.toBeNull();
  });
});

describe('what a person would read is read', () => {
  test.each([
    ['semicolons', csv([HEADER, invoice('A-1')], ';')],
    ['tabs', csv([HEADER, invoice('A-1')], '\t')],
    ['a byte order mark', `\ufeff${csv([HEADER, invoice('A-1')])}`],
    ['GBK', gb18030(csv([HEADER, invoice('A-1')]))],
    ['blank rows and a title above', `\r\n,,,\r\n发票清单\r\n\r\n${csv([HEADER, invoice('A-1')])}`],
    ['numbers kept as text', csv([HEADER, invoice("'A-1")])],
  ])('%s', async (_, text: string | Buffer) => {
    const [reading, ...others] = await readingsOf(text);
    expect(others).toEqual([]);
    expect(reading).toMatchObject({ status: 'accepted', draft: { number: 'A-1', grossAmount: '1130' } });
  });

  test('a number that an export keeps as text by a formula', async () => {
    const header =
      'number,issue_date,currency,seller_name,seller_id,buyer_name,net_amount,tax_amount,gross_amount';
    const row = (number: string) => `${number},2026-07-05,CNY,Ming,${SELLER},Hua,100,13,113`;
    const [kept] = await readingsOf(`${header}\n${row('="00123"')}`);
    expect(kept).toMatchObject({ status: 'accepted', draft: { number: '00123' } });
    for (const formula of ['="=1+1"', '="@SUM(A1)"', '="a"&B1', "'=1+1"]) {
      const quoted = `"${formula.replaceAll('"', '""')}"`;
      const [reading] = await readingsOf(`${header}\n${row(quoted)}`);
      expect(reading?.draft?.number ?? formula).toBe(formula);
    }
  });

  test('one visible sheet among guides and hidden ones', async () => {
    const sheets = { 说明: [['请填写']], 旧: [HEADER, invoice('OLD')], 发票: [HEADER, invoice('A-1')] };
    const readings = await readingsOf(workbookOf({ sheets, hidden: ['旧'] }));
    expect(readings.map(({ sheet, draft }) => [sheet, draft?.number])).toEqual([['发票', 'A-1']]);
  });
});

describe('what could mean two things is refused at its cell', () => {
  test.each<[string, number, string, string]>([
    ['documents.date_order', 1, '03/04/2026', 'issue_date'],
    ['documents.amount_separators', 8, '1.130,00', 'gross_amount'],
    ['documents.amount_currency', 8, '€1,130.00', 'gross_amount'],
  ])('%s', async (rule, column, cell, field) => {
    const [reading] = await readingsOf(csv([HEADER, invoice('A-1').with(column, cell)]));
    expect(reading?.status).toBe('refused');
    expect(reading?.reasons.find((reason) => reason.rule === rule)).toMatchObject({ field });
  });

  test('one, or one thousand of a currency that is grouped by points', async () => {
    const row = (currency: string) =>
      invoice('A-1').with(2, currency).with(6, '1.000').with(7, '').with(8, '1.000');
    expect(rulesIn(await readingsOf(csv([HEADER, row('EUR')])))).toContain('documents.amount_separators');
    expect(rulesIn(await readingsOf(csv([HEADER, row('CNY')])))).not.toContain('documents.amount_separators');
  });
});
