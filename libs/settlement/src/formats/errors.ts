// Why a statement file cannot be read, or a payment instruction cannot be written.
import { DomainError, errorTable, type Bilingual, type ErrorEntry } from '#kernel';
import type { StatementFinding } from '../domain/statement';

function entry(message: Bilingual, fix: Bilingual): ErrorEntry {
  return { kind: 'refused', message, fix };
}

const ASK_THE_BANK: Bilingual = {
  en: 'Fetch the file from the bank again and upload it unchanged.',
  zh: '请从银行重新下载该文件，不作改动后上传。',
};
const USE_CAMT: Bilingual = {
  en: 'Ask the bank for camt.052, camt.053 or camt.054.',
  zh: '请向银行索取 camt.052、camt.053 或 camt.054 文件。',
};
const CORRECT_THE_PAYMENT: Bilingual = {
  en: 'Correct the payment instruction and release it again.',
  zh: '请更正付款指令后重新提交。',
};

export const errors = errorTable('settlement', {
  file_empty: entry({ en: 'The file is empty.', zh: '文件为空。' }, ASK_THE_BANK),
  file_too_large: entry(
    { en: 'The file is larger than {limitMb} MB.', zh: '文件超过 {limitMb} MB。' },
    { en: 'Ask the bank for one file a day or an account.', zh: '请向银行索取按日或按账户分开的文件。' },
  ),
  format_not_read: entry(
    {
      en: 'The file is {format}; this format is not read yet.',
      zh: '文件为 {format}，目前尚不支持读取该格式。',
    },
    USE_CAMT,
  ),
  format_unknown: entry(
    { en: 'The content is not a statement format we know.', zh: '文件内容不是可识别的对账单格式。' },
    USE_CAMT,
  ),
  encoding_unknown: entry(
    { en: 'The text cannot be decoded as {encoding}.', zh: '无法按 {encoding} 编码读取文本。' },
    ASK_THE_BANK,
  ),
  xml_malformed: entry(
    { en: 'The XML is not well formed or was cut off.', zh: 'XML 格式有误或文件不完整。' },
    ASK_THE_BANK,
  ),
  xml_doctype: entry(
    {
      en: 'The XML has a document type declaration, which a statement never needs.',
      zh: 'XML 含有文档类型声明（DOCTYPE），对账单不需要它。',
    },
    ASK_THE_BANK,
  ),
  xml_too_complex: entry(
    {
      en: 'The XML has too many or too deeply nested elements or attributes.',
      zh: 'XML 的元素或属性过多，或嵌套过深。',
    },
    ASK_THE_BANK,
  ),
  statement_empty: entry({ en: 'The message holds no statement.', zh: '报文中没有对账单。' }, ASK_THE_BANK),
  value_missing: entry({ en: '{field} is missing.', zh: '缺少 {field}。' }, ASK_THE_BANK),
  value_malformed: entry(
    { en: '{field}: "{value}" is not {expected}.', zh: '{field}：“{value}”不是{expected}。' },
    ASK_THE_BANK,
  ),
  balance_mismatch: entry(
    {
      en: 'Opening balance {opening} and booked entries {entries} make {sum}, but the closing balance is {closing}.',
      zh: '期初余额 {opening} 加已记账发生额 {entries} 等于 {sum}，与期末余额 {closing} 不符。',
    },
    ASK_THE_BANK,
  ),
  balance_currency: entry(
    {
      en: 'The balances and entries are not all in {currency}, so they could not be proved against each other.',
      zh: '余额与发生额的币种并非都是 {currency}，无法相互核对。',
    },
    { en: 'Compare the balances with the bank.', zh: '请与银行核对余额。' },
  ),
  balance_period: entry(
    {
      en: 'An entry is booked on {date}, before the opening balance of {opening}, so the balances could not be proved.',
      zh: '有发生额的记账日 {date} 早于期初余额日 {opening}，无法核对余额。',
    },
    { en: 'Compare the balances with the bank.', zh: '请与银行核对余额。' },
  ),
  batch_mismatch: entry(
    {
      en: 'The payments of a batch make {sum}, but the entry is {entry}.',
      zh: '批量入账的明细合计 {sum}，与该笔发生额 {entry} 不符。',
    },
    ASK_THE_BANK,
  ),
  control_mismatch: entry(
    {
      en: 'The summary states {stated}, but the entries give {counted}.',
      zh: '汇总为 {stated}，与明细 {counted} 不符。',
    },
    ASK_THE_BANK,
  ),
  payment_none: entry(
    { en: 'There is no payment to instruct.', zh: '没有可提交的付款。' },
    CORRECT_THE_PAYMENT,
  ),
  payment_amount: entry(
    { en: 'The amount {amount} cannot be paid.', zh: '金额 {amount} 不能支付。' },
    CORRECT_THE_PAYMENT,
  ),
  payment_id_twice: entry(
    { en: 'The end-to-end id {endToEndId} stands twice.', zh: '端到端编号 {endToEndId} 重复。' },
    CORRECT_THE_PAYMENT,
  ),
  payment_text: entry(
    {
      en: '{field} must have 1 to {limit} characters and no control characters.',
      zh: '{field} 应为 1 至 {limit} 个字符，且不含控制字符。',
    },
    CORRECT_THE_PAYMENT,
  ),
  payment_account: entry(
    {
      en: '{field} must be an account number of at most 34 letters and digits.',
      zh: '{field} 应为不超过 34 位的字母数字账号。',
    },
    CORRECT_THE_PAYMENT,
  ),
});

/** Where in the file a refusal or a note belongs. */
export interface Place {
  readonly line: number;
  readonly path: string;
}

/** A thrown refusal as a finding. Anything else is a defect of ours and is thrown on. */
export function findingOf(error: unknown, place: Place | null = null): StatementFinding {
  if (!(error instanceof DomainError)) throw error;
  return {
    rule: error.code,
    message: error.text,
    fix: error.fix,
    line: place?.line ?? null,
    path: place?.path ?? null,
  };
}
