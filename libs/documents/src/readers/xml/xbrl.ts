// The accounting voucher of a fully digital e-fapiao (taxonomy einv of the Ministry of Finance): what the invoice
// states, with what the buyer's books know of it. Its facts decide whether the claim can still be financed.
import { textAt, textsAt, type XmlElement } from '#platform/xml';
import { EMPTY_DRAFT, EMPTY_PARTY, type InvoiceDraft } from '../../domain/invoice-draft';
import { judged, type Reading } from '../../domain/reading';
import { Fields } from '../fields';

const IS_RED = /^Whether\w*IsRed\w*$/u;
const IS_PAID = /^Whether\w*HasBeenPaid$/u;
const IS_ASSIGNED = /^Whether\w*HasBeenFactoredSoldOrSecuriti[sz]ed$/u;
/** An XBRL boolean, or the Y of the list of elements. */
const YES = /^(?:true|1|y|yes|是)$/iu;

const INVOICE = '380';
const CREDIT_NOTE = '381';

/** One voucher that says so is enough, whatever another context of the instance denies. */
function isSaid(root: XmlElement, fact: RegExp): boolean {
  return root.children.some(({ name, text }) => fact.test(name) && YES.test(text ?? ''));
}

export function readXbrl(root: XmlElement): Reading {
  const fields = new Fields();
  const text = (name: string): string | null => fields.text(name, textAt(root, name));
  const amount = (name: string): string | null => fields.amount(name, textAt(root, name));
  const isRed = isSaid(root, IS_RED);
  const gross = amount('TotalTax-includedAmount');
  const draft: InvoiceDraft = {
    ...EMPTY_DRAFT,
    source: 'efapiao',
    number: text('InvoiceNumber'),
    typeCode: isRed ? CREDIT_NOTE : INVOICE,
    issueDate: fields.date('RequestTime', textAt(root, 'RequestTime')),
    currency: currencyOf(root),
    seller: { ...EMPTY_PARTY, name: text('SellerName'), taxId: text('SellerIdNum') },
    // The voucher is the receiver's: the accounting entity is the buyer.
    buyer: {
      ...EMPTY_PARTY,
      name: text('NameOfAccountingEntity'),
      taxId: text('UnifiedSocialCreditCodeOfAccountingEntity'),
    },
    netAmount: amount('TotalAmWithoutTax'),
    taxAmount: amount('TotalTaxAm'),
    grossAmount: gross,
    payableAmount: gross,
    isCreditNote: isRed,
    isPaid: isSaid(root, IS_PAID),
    isAssigned: isSaid(root, IS_ASSIGNED),
  };
  return judged(draft, fields.problems);
}

/** `iso4217:CNY`; null when the units name several currencies. */
function currencyOf(root: XmlElement): string | null {
  const codes = textsAt(root, 'unit/measure').flatMap(
    (measure) => /^iso4217:([A-Z]{3})$/u.exec(measure)?.[1] ?? [],
  );
  return new Set(codes).size === 1 ? (codes[0] ?? null) : null;
}
