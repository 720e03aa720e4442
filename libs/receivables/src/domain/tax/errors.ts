// What is refused around tax verification.
import { errorTable } from '#kernel';

export const errors = errorTable('receivables', {
  tax_bureau_missing: {
    kind: 'refused',
    message: { en: 'No tax bureau is connected here.', zh: '本平台未接入税务查验渠道。' },
    fix: {
      en: 'Ask the operator to set up tax verification; until then invoices are not verified.',
      zh: '请联系运营方开通发票查验；开通前发票不作查验。',
    },
  },
  tax_not_verifiable: {
    kind: 'refused',
    message: {
      en: 'The tax bureau only knows Chinese VAT invoices in yuan.',
      zh: '税务查验仅适用于人民币增值税发票。',
    },
    fix: { en: 'Check this invoice by other means.', zh: '请以其他方式核实该发票。' },
  },
  tax_invoice_too_old: {
    kind: 'refused',
    message: {
      en: 'The tax bureau answers for invoices of the last {years} years only.',
      zh: '税务查验仅支持近 {years} 年开具的发票。',
    },
    fix: { en: 'Check this invoice by other means.', zh: '请以其他方式核实该发票。' },
  },
  tax_check_waiting: {
    kind: 'conflict',
    message: { en: 'A check of this invoice awaits its answer.', zh: '该发票已有查验待答复。' },
    fix: { en: 'Wait for the answer.', zh: '请等待查验结果。' },
  },
  tax_quota_used: {
    kind: 'limited',
    message: {
      en: 'This invoice was checked {quota} times today, which is all the tax bureau allows.',
      zh: '该发票今日已查验 {quota} 次，已达税务机关上限。',
    },
    fix: { en: 'Check it again tomorrow (Shanghai time).', zh: '请于次日（北京时间）再查验。' },
  },
  tax_file_too_large: {
    kind: 'too_large',
    message: { en: 'The result file is larger than {limitMb} MB.', zh: '查验结果文件超过 {limitMb} MB。' },
    fix: { en: 'Split the file and import the parts.', zh: '请拆分文件后分别导入。' },
  },
  tax_file_unreadable: {
    kind: 'refused',
    message: {
      en: 'Line {line} of the result file: "{column}" is missing or malformed.',
      zh: '查验结果文件第 {line} 行的“{column}”缺失或格式有误。',
    },
    fix: {
      en: 'Use the columns of the query file and fill in the result columns; nothing was imported.',
      zh: '请使用导出文件的列并填写结果列；本次未导入任何内容。',
    },
  },
});
