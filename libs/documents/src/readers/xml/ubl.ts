// OASIS UBL 2.1 Invoice and CreditNote as EN 16931 binds them (CEN/TS 16931-3-2). Paths are local names.
import { all, first, textAt, textsAt, type XmlElement } from '#platform/xml';
import type {
  DraftAdjustment,
  DraftLine,
  DraftParty,
  DraftPeriod,
  En16931Facts,
  InvoiceDraft,
} from '../../domain/invoice-draft';
import { EMPTY_DRAFT, EMPTY_PARTY } from '../../domain/invoice-draft';
import { judged, type Reading } from '../../domain/reading';
import { Fields } from '../fields';

/** Where the two documents differ. */
const SHAPES = {
  Invoice: { type: 'InvoiceTypeCode', line: 'InvoiceLine', quantity: 'InvoicedQuantity', due: 'DueDate' },
  CreditNote: {
    type: 'CreditNoteTypeCode',
    line: 'CreditNoteLine',
    quantity: 'CreditedQuantity',
    due: 'PaymentMeans/PaymentDueDate',
  },
} as const;

type Shape = (typeof SHAPES)[keyof typeof SHAPES];

const TOTALS = {
  lineNetTotal: 'LineExtensionAmount',
  netAmount: 'TaxExclusiveAmount',
  grossAmount: 'TaxInclusiveAmount',
  allowanceTotal: 'AllowanceTotalAmount',
  chargeTotal: 'ChargeTotalAmount',
  prepaidAmount: 'PrepaidAmount',
  roundingAmount: 'PayableRoundingAmount',
  payableAmount: 'PayableAmount',
} as const;

export function readUbl(root: XmlElement): Reading {
  const isCreditNote = root.name === 'CreditNote';
  const shape = SHAPES[isCreditNote ? 'CreditNote' : 'Invoice'];
  const fields = new Fields();
  const currency = fields.text('DocumentCurrencyCode', textAt(root, 'DocumentCurrencyCode'));
  const totals = first(root, 'LegalMonetaryTotal');
  const taxTotal = taxTotals(root, currency);
  const lines = all(root, shape.line).map((line) => lineOf(line, shape, fields));
  const payee = first(root, 'PayeeParty');
  const draft: InvoiceDraft = {
    ...EMPTY_DRAFT,
    source: 'ubl',
    number: fields.text('ID', textAt(root, 'ID')),
    typeCode: fields.text(shape.type, textAt(root, shape.type)),
    issueDate: fields.date('IssueDate', textAt(root, 'IssueDate')),
    dueDate: fields.date(shape.due, textAt(root, shape.due)),
    paymentTerms: joined(textsAt(root, 'PaymentTerms/Note')),
    currency,
    seller: partyOf(first(root, 'AccountingSupplierParty/Party'), fields),
    buyer: partyOf(first(root, 'AccountingCustomerParty/Party'), fields),
    payee: payee === undefined ? null : partyOf(payee, fields),
    notes: textsAt(root, 'Note'),
    precedingInvoices: textsAt(root, 'BillingReference/InvoiceDocumentReference/ID'),
    ...totalsOf(totals, fields),
    taxAmount: fields.amount('TaxTotal/TaxAmount', textAt(taxTotal[0], 'TaxAmount')),
    lines,
    lineCount: lines.length,
    isCreditNote,
    en16931: factsOf(root, taxTotal, totals !== undefined, fields),
  };
  return judged(draft, fields.problems);
}

function totalsOf(
  totals: XmlElement | undefined,
  fields: Fields,
): Record<keyof typeof TOTALS, string | null> {
  const amount = (path: string): string | null => fields.amount(path, textAt(totals, path));
  return {
    lineNetTotal: amount(TOTALS.lineNetTotal),
    netAmount: amount(TOTALS.netAmount),
    grossAmount: amount(TOTALS.grossAmount),
    allowanceTotal: amount(TOTALS.allowanceTotal),
    chargeTotal: amount(TOTALS.chargeTotal),
    prepaidAmount: amount(TOTALS.prepaidAmount),
    roundingAmount: amount(TOTALS.roundingAmount),
    payableAmount: amount(TOTALS.payableAmount),
  };
}

/** The totals in the currency of the document; another may state the same tax in the accounting currency. */
function taxTotals(root: XmlElement, currency: string | null): XmlElement[] {
  return all(root, 'TaxTotal').filter((total) => {
    const stated = first(total, 'TaxAmount')?.attributes.currencyID;
    return currency === null || stated === undefined || stated === currency;
  });
}

function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('\n');
}

function partyOf(party: XmlElement | undefined, fields: Fields): DraftParty {
  if (party === undefined) return EMPTY_PARTY;
  const registrations = all(party, 'PartyTaxScheme').map((scheme) => ({
    scheme: textAt(scheme, 'TaxScheme/ID')?.toUpperCase() ?? '',
    value: fields.text('PartyTaxScheme/CompanyID', textAt(scheme, 'CompanyID')),
  }));
  const tradingName = fields.text('PartyName/Name', textAt(party, 'PartyName/Name'));
  const registeredName = textAt(party, 'PartyLegalEntity/RegistrationName');
  return {
    // A payee (BT-59) has only a PartyName; a seller or a buyer has a registered name.
    name:
      fields.text('RegistrationName', registeredName) ?? (party.name === 'PayeeParty' ? tradingName : null),
    tradingName,
    taxId: registrations.find(({ scheme, value }) => scheme === 'VAT' && value !== null)?.value ?? null,
    taxRegistration:
      registrations.find(({ scheme, value }) => scheme !== 'VAT' && value !== null)?.value ?? null,
    legalId: fields.text('PartyLegalEntity/CompanyID', textAt(party, 'PartyLegalEntity/CompanyID')),
    ids: all(party, 'PartyIdentification/ID').flatMap(({ text, attributes }) =>
      text === null ? [] : [{ scheme: attributes.schemeID ?? '', value: text }],
    ),
    hasAddress: first(party, 'PostalAddress') !== undefined,
    country: textAt(party, 'PostalAddress/Country/IdentificationCode'),
  };
}

function periodOf(parent: XmlElement, fields: Fields): DraftPeriod | null {
  const period = first(parent, 'InvoicePeriod');
  if (period === undefined) return null;
  return {
    start: fields.date('InvoicePeriod/StartDate', textAt(period, 'StartDate')),
    end: fields.date('InvoicePeriod/EndDate', textAt(period, 'EndDate')),
  };
}

function lineOf(line: XmlElement, shape: Shape, fields: Fields): DraftLine {
  const quantity = first(line, shape.quantity);
  return {
    id: textAt(line, 'ID'),
    quantity: quantity?.text ?? null,
    unit: quantity?.attributes.unitCode ?? null,
    netAmount: fields.amount(`${shape.line}/LineExtensionAmount`, textAt(line, 'LineExtensionAmount')),
    itemName: textAt(line, 'Item/Name'),
    netPrice: fields.amount('Price/PriceAmount', textAt(line, 'Price/PriceAmount')),
    grossPrice: fields.amount('Price/BaseAmount', textAt(line, 'Price/AllowanceCharge/BaseAmount')),
    taxCategory: textAt(line, 'Item/ClassifiedTaxCategory/ID'),
    taxAmount: null,
    taxRate: null,
    period: periodOf(line, fields),
  };
}

function adjustmentsOf(root: XmlElement, isCharge: boolean, fields: Fields): DraftAdjustment[] {
  return all(root, 'AllowanceCharge')
    .filter((adjustment) => ['true', '1'].includes(textAt(adjustment, 'ChargeIndicator') ?? '') === isCharge)
    .map((adjustment) => ({
      amount: fields.amount('AllowanceCharge/Amount', textAt(adjustment, 'Amount')),
      taxCategory: textAt(adjustment, 'TaxCategory/ID'),
      reason: textAt(adjustment, 'AllowanceChargeReason') ?? textAt(adjustment, 'AllowanceChargeReasonCode'),
    }));
}

function representativeOf(root: XmlElement): En16931Facts['representative'] {
  const party = first(root, 'TaxRepresentativeParty');
  if (party === undefined) return null;
  return {
    name: textAt(party, 'PartyName/Name'),
    hasAddress: first(party, 'PostalAddress') !== undefined,
    country: textAt(party, 'PostalAddress/Country/IdentificationCode'),
  };
}

function factsOf(
  root: XmlElement,
  taxTotal: readonly XmlElement[],
  hasTotals: boolean,
  fields: Fields,
): En16931Facts {
  return {
    specification: textAt(root, 'CustomizationID'),
    hasTotals,
    taxTotals: taxTotal.length,
    taxLines: taxTotal
      .flatMap((total) => all(total, 'TaxSubtotal'))
      .map((line) => ({
        taxable: fields.amount('TaxSubtotal/TaxableAmount', textAt(line, 'TaxableAmount')),
        tax: fields.amount('TaxSubtotal/TaxAmount', textAt(line, 'TaxAmount')),
        category: textAt(line, 'TaxCategory/ID'),
        rate: fields.amount('TaxCategory/Percent', textAt(line, 'TaxCategory/Percent')),
      })),
    allowances: adjustmentsOf(root, false, fields),
    charges: adjustmentsOf(root, true, fields),
    representative: representativeOf(root),
    period: periodOf(root, fields),
  };
}
