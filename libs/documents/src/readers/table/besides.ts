// Rows that stand in a table of invoices and are none: totals, the header printed again, who made the list. They are
// passed over and said to be, for a total that was taken for an invoice would be money nobody owes.
import { flagging, type Finding } from '../../domain/verdict';
import { type Header, isNamed } from './header';
import type { TableRow } from './table-row';

const LONGEST_LABEL = 40;
const TOTAL =
  /^(?:本页|本月|本期|本年|本表|分页|金额|以上)?(?:合\s*计|总\s*计|小\s*计|累\s*计|共\s*计|总额|汇总)(?:金额|[(:].*)?$/u;
const ENGLISH_TOTAL =
  /^(?:grand\s|page\s)?(?:sub-?\s?)?(?:totals?|sum)(?:\s(?:amount|[a-z]{3}))?\s?(?:[(:].*)?$/iu;
const FOOTER =
  /^(?:制表人?|填表人?|审核人?|复核人?|经办人?|打印(?:时间|日期|人)?|导出(?:时间|日期|人)?|第\s*\d+\s*页|共\s*\d+\s*[条张笔行页]|(?:printed|exported|prepared|approved)\s(?:by|on|at)\b|page\s\d+)/iu;

const ZERO = 0x30;
const NINE = 0x39;

/** Null for what has to be read as an invoice. A row that states a day or a number of its own is always one. */
export function besides(row: TableRow, header: Header): Finding | null {
  const day = cellOf(row, header, 'issue_date');
  const first = day.charCodeAt(0);
  if (first >= ZERO && first <= NINE) return null;
  if (isHeaderAgain(row, header)) return repeatedHeader(row.line);
  const label = row.cells.find((cell) => isLabel(cell));
  if (label === undefined) return null;
  const number = cellOf(row, header, 'number');
  const isDated = day !== '' && !isLabel(day);
  return isDated || (number !== '' && !isLabel(number)) ? null : passedOver(row.line, label);
}

function cellOf({ cells }: TableRow, { columns }: Header, name: string): string {
  const at = columns.get(name);
  return at === undefined ? '' : (cells[at] ?? '');
}

function isLabel(cell: string): boolean {
  if (cell === '' || cell.length > LONGEST_LABEL) return false;
  const text = cell.normalize('NFKC').trim();
  return TOTAL.test(text) || ENGLISH_TOTAL.test(text) || FOOTER.test(text);
}

/** As on every printed page, or below itself in the other language. */
function isHeaderAgain(row: TableRow, header: Header): boolean {
  return ['number', 'issue_date', 'gross_amount'].every((name) => {
    const cell = cellOf(row, header, name);
    return cell !== '' && isNamed(cell);
  });
}

function passedOver(line: number, label: string): Finding {
  return flagging(
    'no_invoice',
    {
      en: `Line ${line} ("${label}") is a total or a note of the table and no invoice; it is passed over.`,
      zh: `第 ${line} 行（“${label}”）是表格的合计或说明，不是发票，已跳过。`,
    },
    {
      en: 'Nothing has to be done, unless it is an invoice: then fill in its number and day.',
      zh: '无需处理；若确为发票，请填写发票号码和开票日期。',
    },
  );
}

function repeatedHeader(line: number): Finding {
  return flagging(
    'no_invoice',
    {
      en: `Line ${line} repeats the header and is no invoice; it is passed over.`,
      zh: `第 ${line} 行重复了表头，不是发票，已跳过。`,
    },
    { en: 'Nothing has to be done.', zh: '无需处理。' },
  );
}
