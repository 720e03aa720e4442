// The downloadable workbook template: locked headings over cells of the right kind, the choices of each list, one
// example row that the reader passes over while it is unchanged, and a sheet that says what belongs in each column.
import { Decimal } from '#kernel';
import { INVOICE_COLUMNS } from '../readers/table/invoice-columns';
import { exampleRow, headingsIn, type TemplateLanguage } from './csv-template';
import { columnLetters, escaped, SPREADSHEET, textCell, zipped } from './spreadsheet-xml';

/** Rows below the header that are unlocked and checked; any more can still be uploaded as CSV. */
const ROWS = 10_000;
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** Positions in `cellXfs` of the styles below. */
const STYLE = { plain: 0, heading: 1, text: 2, date: 3, amount: 4, required: 5 } as const;

const DATES: ReadonlySet<string> = new Set(['issue_date', 'due_date']);
const LISTS: Readonly<Record<string, Readonly<Record<TemplateLanguage, string>>>> = {
  type: { en: '380,381,384,386,389', zh: '380,381,384,386,389' },
  currency: { en: 'CNY,EUR,USD,GBP,JPY,HKD', zh: 'CNY,EUR,USD,GBP,JPY,HKD' },
  status: { en: 'normal,void,reversed,paid', zh: '正常,作废,红冲,已付' },
};

function styleOf(name: string): number {
  if (DATES.has(name)) return STYLE.date;
  return isAmount(name) ? STYLE.amount : STYLE.text;
}

function isAmount(name: string): boolean {
  return name.endsWith('_amount') || name === 'line_price' || name === 'line_quantity';
}

/** Real numbers and days, so that a spreadsheet program treats what is typed over them alike. */
function exampleCell(reference: string, name: string, value: string): string {
  if (value === '') return '';
  if (DATES.has(name)) {
    const serial = (Date.parse(`${value}T00:00:00Z`) - EXCEL_DAY_0) / DAY_MS;
    return `<c r="${reference}" s="${STYLE.date}"><v>${serial}</v></c>`;
  }
  if (isAmount(name)) {
    return `<c r="${reference}" s="${STYLE.amount}"><v>${new Decimal(value).toFixed()}</v></c>`;
  }
  return textCell(reference, value, STYLE.text);
}

function validations(language: TemplateLanguage): string {
  const rules = INVOICE_COLUMNS.flatMap(({ name }, at) => {
    const range = `${columnLetters(at)}2:${columnLetters(at)}${ROWS + 1}`;
    const list = LISTS[name]?.[language];
    if (list !== undefined) return [rule('list', 'between', range, `"${list}"`)];
    if (DATES.has(name)) return [rule('date', 'greaterThan', range, '32874')];
    return isAmount(name) ? [rule('decimal', 'between', range, '-999999999999999', '999999999999999')] : [];
  });
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function rule(type: string, operator: string, range: string, first: string, second?: string): string {
  const formula2 = second === undefined ? '' : `<formula2>${second}</formula2>`;
  return (
    `<dataValidation type="${type}" operator="${operator}" allowBlank="1" showErrorMessage="1" sqref="${range}">` +
    `<formula1>${escaped(first)}</formula1>${formula2}</dataValidation>`
  );
}

function invoiceSheet(language: TemplateLanguage): string {
  const headings = headingsIn(language);
  const example = exampleRow(language);
  const columns = INVOICE_COLUMNS.map(
    ({ name }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="18" style="${styleOf(name)}" customWidth="1"/>`,
  );
  const header = INVOICE_COLUMNS.map(({ required }, at) =>
    textCell(`${columnLetters(at)}1`, headings[at] ?? '', required ? STYLE.required : STYLE.heading),
  );
  const cells = INVOICE_COLUMNS.map(({ name }, at) =>
    exampleCell(`${columnLetters(at)}2`, name, example[at] ?? ''),
  );
  return (
    `<worksheet xmlns="${SPREADSHEET}">` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols>` +
    `<sheetData><row r="1">${header.join('')}</row><row r="2">${cells.join('')}</row></sheetData>` +
    '<sheetProtection sheet="1" formatColumns="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>' +
    `${validations(language)}</worksheet>`
  );
}

const GUIDE = {
  en: {
    sheet: 'Invoices',
    guide: 'Guide',
    rows: [
      [
        'One row an invoice. Several lines of one invoice: one row each, below each other, with the same number.',
      ],
      [
        'Dates as YYYY-MM-DD, amounts as plain numbers. Bold headings must be filled. The example row is passed over.',
      ],
    ],
    yes: 'must be filled',
    no: 'may be empty',
  },
  zh: {
    sheet: '发票',
    guide: '填写说明',
    rows: [
      ['每行一张发票；一张发票有多行明细时，每行一条明细，发票号码相同并连续排列。'],
      ['日期格式 YYYY-MM-DD，金额填写数字；粗体列必填；示例行读取时自动忽略。'],
    ],
    yes: '必填',
    no: '选填',
  },
} as const;

function guideSheet(language: TemplateLanguage): string {
  const { rows, yes, no } = GUIDE[language];
  const example = exampleRow(language);
  const columns = INVOICE_COLUMNS.map(({ name, zh, required }, at) => [
    language === 'zh' ? zh : name,
    required ? yes : no,
    example[at] ?? '',
  ]);
  const data = [...rows, ...columns].map((cells, at) => {
    const row = cells.map((cell, column) => textCell(`${columnLetters(column)}${at + 1}`, cell, STYLE.plain));
    return `<row r="${at + 1}">${row.join('')}</row>`;
  });
  return (
    `<worksheet xmlns="${SPREADSHEET}"><cols><col min="1" max="3" width="24" customWidth="1"/></cols>` +
    `<sheetData>${data.join('')}</sheetData><sheetProtection sheet="1"/></worksheet>`
  );
}

const STYLES =
  `<styleSheet xmlns="${SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6">' +
  '<xf xfId="0"/><xf xfId="0"/>' +
  '<xf xfId="0" numFmtId="49" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf>' +
  '<xf xfId="0" numFmtId="164" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf>' +
  '<xf xfId="0" numFmtId="2" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf>' +
  '<xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>';

/** The bytes of an .xlsx file. */
export async function xlsxTemplate(language: TemplateLanguage): Promise<Buffer> {
  const { sheet, guide } = GUIDE[language];
  return zipped({
    styles: STYLES,
    sheets: [
      { name: sheet, xml: invoiceSheet(language) },
      { name: guide, xml: guideSheet(language) },
    ],
  });
}
