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
  en: 'Upload the invoice as UBL, CII or e-fapiao XML, as Factur-X or ZUGFeRD PDF, as OFD, or as a row of our template (XLSX or CSV).',
  zh: '请改为上传 UBL、CII 或数电发票的 XML，Factur-X 或 ZUGFeRD 的 PDF，OFD，或按我们的模板（XLSX 或 CSV）填写。',
};
const UPLOAD_SEPARATELY: Bilingual = {
  en: 'Unpack the archive and upload its files.',
  zh: '请解压后直接上传其中的文件。',
};
const USE_THE_TEMPLATE: Bilingual = {
  en: 'Download the template, fill in one invoice per row and upload it again.',
  zh: '请下载模板，每行填写一张发票后重新上传。',
};

const SAVE_AS_XLSX: Bilingual = {
  en: 'Save the table as an Excel workbook without macros (.xlsx) and upload it again.',
  zh: '请另存为不含宏的 Excel 工作簿（.xlsx）后重新上传。',
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
  picture_not_read: entry(
    {
      en: 'The file is a picture ({format}): what a photo or a scan shows cannot be checked.',
      zh: '文件是图片（{format}）：拍照或扫描的发票无法核验。',
    },
    {
      en: 'Upload the original: of a Chinese e-fapiao the XML or OFD from the tax account or the issuer’s mail. Without one, fill in a row of our template.',
      zh: '请上传原件：数电发票可在电子税务局或开票方邮件中下载 XML 或 OFD；没有原件时，请按我们的模板填写一行。',
    },
  ),
  workbook_not_read: entry(
    {
      en: 'The file is {format}; of tables only .xlsx workbooks and CSV are read.',
      zh: '文件为 {format}；表格仅支持 .xlsx 工作簿和 CSV。',
    },
    SAVE_AS_XLSX,
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
  eicar: entry(
    {
      en: 'The file carries the EICAR test signature of virus scanners.',
      zh: '文件含有 EICAR 病毒检测特征串。',
    },
    { en: 'Have your computer checked and upload a clean file.', zh: '请检查电脑后上传无害的文件。' },
  ),
  several_invoices: entry(
    {
      en: 'One document carries different invoices: {numbers}.',
      zh: '同一文件内含不同的发票：{numbers}。',
    },
    { en: 'Ask the issuer for one document per invoice.', zh: '请开票方按每张发票单独提供文件。' },
  ),
  pdf_malformed: entry(
    { en: 'The PDF is damaged or was cut off.', zh: 'PDF 已损坏或不完整。' },
    ASK_FOR_ORIGINAL,
  ),
  pdf_encrypted: entry(
    { en: 'The PDF is encrypted.', zh: 'PDF 已加密。' },
    { en: 'Ask the issuer for a copy without a password.', zh: '请开票方提供未加密的文件。' },
  ),
  pdf_too_complex: entry(
    {
      en: 'The PDF holds more objects or larger attachments than an invoice needs.',
      zh: 'PDF 的对象过多或附件过大，超出发票所需。',
    },
    ASK_FOR_ORIGINAL,
  ),
  pdf_without_invoice: entry(
    {
      en: 'The PDF has no invoice XML inside; a picture of an invoice cannot be checked.',
      zh: 'PDF 内没有发票 XML；仅有版式的发票无法核验。',
    },
    {
      en: 'Upload the XML or OFD of the invoice (of a Chinese e-fapiao they are beside the PDF in the tax account), or a Factur-X or ZUGFeRD PDF.',
      zh: '请上传该发票的 XML 或 OFD（数电发票可在电子税务局与 PDF 一同下载），或 Factur-X、ZUGFeRD 格式的 PDF。',
    },
  ),
  ofd_malformed: entry(
    {
      en: 'The OFD is damaged: {part} is missing or cannot be read.',
      zh: 'OFD 已损坏：缺少或无法读取 {part}。',
    },
    ASK_FOR_ORIGINAL,
  ),
  ofd_without_invoice: entry(
    {
      en: 'The OFD has neither an attached invoice nor invoice data.',
      zh: 'OFD 内既无发票附件，也无发票数据。',
    },
    { en: 'Upload the original OFD or XML of the invoice.', zh: '请上传发票的 OFD 或 XML 原件。' },
  ),
  zip_malformed: entry(
    { en: 'The archive is damaged or was cut off.', zh: '压缩包已损坏或不完整。' },
    UPLOAD_SEPARATELY,
  ),
  zip_empty: entry({ en: 'The archive holds no file.', zh: '压缩包内没有文件。' }, UPLOAD_SEPARATELY),
  zip_encrypted: entry(
    { en: 'The archive is protected by a password.', zh: '压缩包设有密码。' },
    UPLOAD_SEPARATELY,
  ),
  zip_too_many: entry(
    { en: 'The archive holds more than {limit} files.', zh: '压缩包内文件超过 {limit} 个。' },
    { en: 'Split the archive and upload the parts.', zh: '请拆分压缩包后分别上传。' },
  ),
  zip_too_large: entry(
    {
      en: 'Unpacked, the archive would be larger than {limitMb} MB.',
      zh: '压缩包解压后将超过 {limitMb} MB。',
    },
    { en: 'Split the archive and upload the parts.', zh: '请拆分压缩包后分别上传。' },
  ),
  zip_bomb: entry(
    {
      en: 'The archive unpacks to far more than any invoice would.',
      zh: '压缩包解压后体积异常膨胀。',
    },
    UPLOAD_SEPARATELY,
  ),
  zip_too_deep: entry(
    {
      en: 'Archives are nested more than once.',
      zh: '压缩包嵌套超过一层。',
    },
    UPLOAD_SEPARATELY,
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
  table_column_missing: entry(
    { en: 'The header lacks the columns {columns}.', zh: '表头缺少列：{columns}。' },
    USE_THE_TEMPLATE,
  ),
  table_column_twice: entry(
    { en: 'The header names the column {columns} twice.', zh: '表头重复出现列：{columns}。' },
    USE_THE_TEMPLATE,
  ),
  table_control: entry(
    {
      en: 'Line {line} holds a control character, which no text of an invoice has.',
      zh: '第 {line} 行含有控制字符，发票文本中不应出现。',
    },
    { en: 'Type the cell anew and upload the file again.', zh: '请重新填写该单元格后再次上传。' },
  ),
  table_lines_differ: entry(
    {
      en: 'Line {line}, column {column}: the rows of one invoice state different values.',
      zh: '第 {line} 行“{column}”列：同一张发票的各行内容不一致。',
    },
    {
      en: 'Repeat the same value in every row of the invoice, or leave it empty below the first.',
      zh: '同一张发票的各行请填写相同内容，或仅在首行填写。',
    },
  ),
  table_too_many_lines: entry(
    {
      en: 'Line {line}: the invoice has more than {limit} lines.',
      zh: '第 {line} 行：该发票的明细超过 {limit} 行。',
    },
    { en: 'Upload the invoice as its original file.', zh: '请上传该发票的原始文件。' },
  ),
  ledger_by_line: entry(
    {
      en: 'This is the ledger by lines of goods: its amounts are not those of whole invoices.',
      zh: '这是按货物明细导出的台账，其金额不是整张发票的金额。',
    },
    {
      en: 'Export the ledger with one row an invoice (basic information) and upload that.',
      zh: '请导出“发票基础信息”后上传。',
    },
  ),
  table_cells: entry(
    {
      en: 'Line {line} has more cells than the header.',
      zh: '第 {line} 行的单元格多于表头。',
    },
    {
      en: 'Put cells that contain the separator between double quotes.',
      zh: '含有分隔符的单元格请用双引号括起。',
    },
  ),
  table_formula: entry(
    {
      en: 'Line {line}, column {heading}: the cell looks like a spreadsheet formula.',
      zh: '第 {line} 行“{heading}”列：单元格内容形似公式。',
    },
    {
      en: 'Enter the plain text or number without a leading =, +, - or @.',
      zh: '请直接填写文字或数字，不要以 =、+、- 或 @ 开头。',
    },
  ),
  table_status: entry(
    {
      en: 'Line {line}: the status is none of normal, void, reversed, paid.',
      zh: '第 {line} 行：状态应为正常、作废、红冲或已付之一。',
    },
    { en: 'Use one of the four words or leave the cell empty.', zh: '请填写其中之一，或留空。' },
  ),
  table_too_many_rows: entry(
    { en: 'The file has more than {limit} rows.', zh: '文件超过 {limit} 行。' },
    { en: 'Split the file and upload the parts.', zh: '请拆分文件后分别上传。' },
  ),
  table_no_rows: entry(
    { en: 'The table has a header but no invoice.', zh: '表格只有表头，没有发票。' },
    USE_THE_TEMPLATE,
  ),
  workbook_malformed: entry(
    { en: 'The workbook is damaged or was cut off.', zh: '工作簿已损坏或不完整。' },
    SAVE_AS_XLSX,
  ),
  workbook_encrypted: entry(
    { en: 'The workbook is protected by a password.', zh: '工作簿设有打开密码。' },
    { en: 'Remove the password and upload the file again.', zh: '请取消密码后重新上传。' },
  ),
  workbook_macros: entry(
    {
      en: 'The workbook contains macros, which a table of invoices never needs.',
      zh: '工作簿含有宏，发票表格不需要宏。',
    },
    SAVE_AS_XLSX,
  ),
  workbook_too_large: entry(
    {
      en: 'The workbook unpacks to far more than a table of invoices holds.',
      zh: '工作簿解压后的内容远超发票表格的规模。',
    },
    { en: 'Split the table, or upload it as CSV.', zh: '请拆分表格，或改用 CSV 上传。' },
  ),
  workbook_formula: entry(
    {
      en: 'Line {line}, column {column}: the formula has no value yet.',
      zh: '第 {line} 行 {column} 列：公式尚未计算出结果。',
    },
    {
      en: 'Open the workbook, let it compute, save it and upload it again; or enter the value itself.',
      zh: '请打开工作簿计算并保存后重新上传，或直接填写数值。',
    },
  ),
  workbook_error: entry(
    {
      en: 'Line {line}, column {column}: the cell shows the error {value}.',
      zh: '第 {line} 行 {column} 列：单元格显示错误 {value}。',
    },
    { en: 'Correct the formula or enter the value itself.', zh: '请更正公式，或直接填写数值。' },
  ),
  workbook_digits: entry(
    {
      en: 'Line {line}, column {column}: the number has more than 15 digits, and the workbook has lost some.',
      zh: '第 {line} 行 {column} 列：数字超过 15 位，工作簿已丢失部分位数。',
    },
    {
      en: 'Format the column as text and enter the number anew.',
      zh: '请将该列设为文本格式后重新填写。',
    },
  ),
  value_malformed: entry(
    {
      en: '{heading}: "{value}" is not {expected}.',
      zh: '{heading}：“{value}”不是{expected}。',
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
  const { column, field = column } = error.details;
  const cell = typeof field === 'string' ? { field } : {};
  return { rule: error.code, message: error.text, fix: error.fix, flag: null, ...cell };
}
