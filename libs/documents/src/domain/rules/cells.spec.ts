import { readingsOf } from '../../testing/readings';

const COLUMNS = [
  '发票号',
  '开票日期',
  '币种',
  '销方名称',
  '销方税号',
  '购方名称',
  '金额',
  '税额',
  '含税金额',
  '到期日',
];
const ROW = [
  'A-1',
  '2026-09-01',
  'CNY',
  'Ming',
  '91110000802100433B',
  'Hua',
  '100.00',
  '13.00',
  '113.00',
  '',
];

async function reasonsOf(column: number, cell: string) {
  const [reading] = await readingsOf(
    [COLUMNS, ROW.with(column, cell)].map((row) => row.join('\t')).join('\n'),
  );
  return reading?.reasons.map(({ rule, field, message, fix }) => ({
    rule,
    field,
    zh: message.zh,
    fix: fix.zh,
  }));
}

test.each([
  [0, '', 'BR-02', 'number', '请按发票填写该单元格。'],
  [1, '', 'BR-03', 'issue_date', '请按发票填写该单元格。'],
  [4, '', 'BR-CO-26', 'seller_id', '请按发票填写该单元格。'],
  [6, '', 'BR-13', 'net_amount', '请按发票填写该单元格。'],
  [8, '', 'BR-14', 'gross_amount', '请按发票填写该单元格。'],
  [8, '1.130', 'BR-CO-15', 'gross_amount', '请与发票核对并更正该单元格。'],
  [8, '113.01', 'BR-CO-15', 'gross_amount', '请与发票核对并更正该单元格。'],
  [9, '2026-08-31', 'due_before_issue', 'due_date', '请与发票核对并更正该单元格。'],
  [2, 'XXQ', 'BR-CL-04', 'currency', '请与发票核对并更正该单元格。'],
])('column %s with "%s" is told once, at its cell: %s', async (column, cell, rule, field, fix) => {
  expect(await reasonsOf(column, cell)).toEqual([expect.objectContaining({ rule, field, fix })]);
});

test.each([
  [1, '03/04/2026', 'documents.date_order', '开票日期'],
  [1, 'soon', 'documents.value_malformed', '开票日期'],
  [6, 'about 100', 'documents.value_malformed', '金额'],
  [8, '1,13', 'documents.amount_separators', '含税金额'],
  [8, '€113.00', 'documents.amount_currency', '含税金额'],
  [0, '=1+1', 'documents.table_formula', '发票号'],
])('column %s with "%s" is named as the table names it', async (column, cell, rule, heading) => {
  const reasons = await reasonsOf(column, cell);
  expect(reasons).toHaveLength(1);
  expect(reasons?.[0]).toMatchObject({ rule });
  expect(reasons?.[0]?.zh).toContain(heading);
});
