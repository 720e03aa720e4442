// The canonical key of an invoice: the same claim has the same key whatever file it came in, so a second upload is
// seen as a duplicate. Numbers are compared without spaces, case or character width.
import { sellerId, type InvoiceDraft } from './invoice-draft';

const FULLY_DIGITAL = /^\d{20}$/;
const OLDER_CODE = /^(?:\d{10}|\d{12})$/;
const OLDER_NUMBER = /^\d{8}$/;
const USCC_SHAPE = /^[0-9A-Z]{18}$/;
/** Most codes are plain already, and a long table has millions of them. */
const ALREADY_PLAIN = /^[0-9A-Z./-]*$/;
const CHINESE_SOURCES: ReadonlySet<InvoiceDraft['source']> = new Set(['efapiao', 'vat_ledger'] as const);
const DASHES = /[\u2010-\u2015\u2212]/gu;

/** Half width, upper case, without spaces and invisible characters; leading zeros are kept. */
export function plainCode(text: string): string {
  if (ALREADY_PLAIN.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(/[\s\p{Cf}]+/gu, '')
    .toUpperCase();
}

/** Tax identifiers are printed with and without dots, dashes and slashes. */
function plainTaxId(text: string): string {
  const code = plainCode(text);
  return USCC_SHAPE.test(code) ? code : code.replace(/[^\p{L}\p{N}*]/gu, '');
}

/**
 * `D:` and 20 digits for a fully digitalised e-fapiao, `L:` code and number for an older VAT invoice, else `G:` seller
 * identifier, number and type. Null when the parts are not all there.
 */
export function invoiceKey(draft: InvoiceDraft): string | null {
  const number = plainCode(draft.number ?? '');
  if (number === '') return null;
  const code = plainCode(draft.code ?? '');
  if (OLDER_CODE.test(code) && OLDER_NUMBER.test(number)) return `L:${code}${number}`;
  const seller = plainTaxId(sellerId(draft) ?? '');
  const isChinese = CHINESE_SOURCES.has(draft.source) || USCC_SHAPE.test(seller);
  if (FULLY_DIGITAL.test(number) && isChinese) return `D:${number}`;
  return seller === '' || draft.typeCode === null ? null : `G:${seller}:${number}:${draft.typeCode}`;
}
