// Why a whole file, or a row of one, could not be read at all.
import { DomainError, errorTable, type Bilingual, type ErrorEntry } from '#kernel';
import type { Finding } from './verdict';

function entry(message: Bilingual, fix: Bilingual): ErrorEntry {
  return { kind: 'refused', message, fix };
}

const ASK_FOR_ORIGINAL: Bilingual = {
  en: 'Ask the issuer for the original file and upload that one unchanged.',
  zh: '请向开票方索取原始文件，不作改动直接上传。',
};
const USE_A_READ_FORMAT: Bilingual = {
  en: 'Upload the invoice as UBL or CII XML, as e-fapiao XML, or as CSV in our template.',
  zh: '请改为上传 UBL 或 CII 的 XML、数电发票 XML，或按我们的模板填写的 CSV。',
};
const USE_THE_TEMPLATE: Bilingual = {
  en: 'Download the CSV template, fill in one invoice per row and upload it again.',
  zh: '请下载 CSV 模板，每行填写一张发票后重新上传。',
};

export const errors = errorTable('documents', {
  file_empty: entry({ en: 'The file is empty.', zh: '文件为空。' }, ASK_FOR_ORIGINAL),
  file_too_large: entry(
    { en: 'The file is larger than {limitMb} MB.', zh: '文件超过 {limitMb} MB。' },
    { en: 'Split the file and upload the parts.', zh: '请拆分文件后分别上传。' },
  ),
  format_not_read: entry(
    {
      en: 'The file is {format}; this format is not read yet.',
      zh: '文件为 {format}，目前尚不支持读取该格式。',
    },
    USE_A_READ_FORMAT,
  ),
  format_unknown: entry(
    { en: 'The content is not an invoice format we know.', zh: '文件内容不是可识别的发票格式。' },
    USE_A_READ_FORMAT,
  ),
  encoding_unknown: entry(
    {
      en: 'The text cannot be decoded as {encoding}.',
      zh: '无法按 {encoding} 编码读取文本。',
    },
    { en: 'Save the file as UTF-8 and upload it again.', zh: '请以 UTF-8 编码保存后重新上传。' },
  ),
  xml_malformed: entry(
    { en: 'The XML is not well formed or was cut off.', zh: 'XML 格式有误或文件不完整。' },
    ASK_FOR_ORIGINAL,
  ),
  xml_doctype: entry(
    {
      en: 'The XML has a document type declaration, which an invoice never needs.',
      zh: 'XML 含有文档类型声明（DOCTYPE），发票不需要它。',
    },
    ASK_FOR_ORIGINAL,
  ),
  xml_too_complex: entry(
    {
      en: 'The XML has too many or too deeply nested elements or attributes.',
      zh: 'XML 的元素或属性过多，或嵌套过深。',
    },
    ASK_FOR_ORIGINAL,
  ),
  csv_malformed: entry(
    { en: 'Line {line} is not well-formed CSV.', zh: '第 {line} 行不是格式正确的 CSV。' },
    USE_THE_TEMPLATE,
  ),
  csv_column_missing: entry(
    { en: 'The header lacks the columns {columns}.', zh: '表头缺少列：{columns}。' },
    USE_THE_TEMPLATE,
  ),
  csv_column_twice: entry(
    { en: 'The header names the column {columns} twice.', zh: '表头重复出现列：{columns}。' },
    USE_THE_TEMPLATE,
  ),
  csv_cells: entry(
    {
      en: 'Line {line} has more cells than the header.',
      zh: '第 {line} 行的单元格多于表头。',
    },
    {
      en: 'Put cells that contain the separator between double quotes.',
      zh: '含有分隔符的单元格请用双引号括起。',
    },
  ),
  csv_formula: entry(
    {
      en: 'Line {line}, column {column}: the cell looks like a spreadsheet formula.',
      zh: '第 {line} 行“{column}”列：单元格内容形似公式。',
    },
    {
      en: 'Enter the plain text or number without a leading =, +, - or @.',
      zh: '请直接填写文字或数字，不要以 =、+、- 或 @ 开头。',
    },
  ),
  csv_status: entry(
    {
      en: 'Line {line}: the status is none of normal, void, reversed, paid.',
      zh: '第 {line} 行：状态应为正常、作废、红冲或已付之一。',
    },
    { en: 'Use one of the four words or leave the cell empty.', zh: '请填写其中之一，或留空。' },
  ),
  csv_too_many_rows: entry(
    { en: 'The file has more than {limit} rows.', zh: '文件超过 {limit} 行。' },
    { en: 'Split the file and upload the parts.', zh: '请拆分文件后分别上传。' },
  ),
  csv_no_rows: entry(
    { en: 'The file has a header but no invoice.', zh: '文件只有表头，没有发票。' },
    USE_THE_TEMPLATE,
  ),
  value_malformed: entry(
    {
      en: '{field}: "{value}" is not {expected}.',
      zh: '{field}：“{value}”不是{expected}。',
    },
    {
      en: 'Write dates as YYYY-MM-DD and amounts as plain decimals such as 1234.56.',
      zh: '日期请写成 YYYY-MM-DD，金额请写成 1234.56 这样的小数。',
    },
  ),
});

/** A thrown refusal as a finding. Anything else is a defect of ours and is thrown on. */
export function findingOf(error: unknown): Finding {
  if (!(error instanceof DomainError)) throw error;
  return { rule: error.code, message: error.text, fix: error.fix, flag: null };
}
