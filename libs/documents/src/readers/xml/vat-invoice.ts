// What an older Chinese VAT invoice states, whether it comes as the XML attached to an OFD, as the data or the tagged
// page of one: the same dozen values become the same draft.
import {
  EMPTY_DRAFT,
  EMPTY_PARTY,
  type DraftLine,
  type DraftParty,
  type InvoiceDraft,
} from '../../domain/invoice-draft';
import { judged, type Reading } from '../../domain/reading';
import type { Fields } from '../fields';
import { reversedNumbers } from './reversed-numbers';

/** Named as the schema of the e-invoice (edrm.org.cn) names its elements; absent means not stated. */
export type VatField =
  | 'InvoiceCode'
  | 'InvoiceNo'
  | 'IssueDate'
  | 'SellerName'
  | 'SellerTaxID'
  | 'BuyerName'
  | 'BuyerTaxID'
  | 'TaxExclusiveTotalAmount'
  | 'TaxTotalAmount'
  | 'TaxInclusiveTotalAmount'
  | 'Note';

export type VatValues = Readonly<Partial<Record<VatField, string | null>>>;

const INVOICE = '380';
const CREDIT_NOTE = '381';

/** @param lines null where the source has none */
export function vatInvoice(values: VatValues, lines: readonly DraftLine[] | null, fields: Fields): Reading {
  const text = (field: VatField): string | null => fields.text(field, values[field] ?? null);
  const amount = (field: VatField): string | null => fields.amount(field, values[field] ?? null);
  const party = (role: 'Seller' | 'Buyer'): DraftParty => ({
    ...EMPTY_PARTY,
    name: text(`${role}Name`),
    taxId: text(`${role}TaxID`),
  });
  const net = amount('TaxExclusiveTotalAmount');
  const gross = amount('TaxInclusiveTotalAmount');
  const notes = values.Note ? [values.Note] : [];
  const isRed = gross?.startsWith('-') ?? false;
  const draft: InvoiceDraft = {
    ...EMPTY_DRAFT,
    source: 'efapiao',
    code: text('InvoiceCode'),
    number: text('InvoiceNo'),
    typeCode: isRed ? CREDIT_NOTE : INVOICE,
    issueDate: fields.date('IssueDate', values.IssueDate ?? null),
    currency: 'CNY',
    seller: party('Seller'),
    buyer: party('Buyer'),
    notes,
    precedingInvoices: isRed ? reversedNumbers(notes) : [],
    lineNetTotal: lines === null ? null : net,
    netAmount: net,
    taxAmount: amount('TaxTotalAmount'),
    grossAmount: gross,
    payableAmount: gross,
    lines: lines ?? [],
    lineCount: lines?.length ?? null,
    isCreditNote: isRed,
  };
  return judged(draft, fields.problems);
}
