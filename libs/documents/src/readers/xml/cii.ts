// UN/CEFACT Cross Industry Invoice D16B as EN 16931 binds it (CEN/TS 16931-3-3), also inside Factur-X and ZUGFeRD 2,
// and the older document of ZUGFeRD 1.0, which says the same in other names and owes nothing to EN 16931.
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
import { owed } from '../../domain/amounts';
import { judged, type Reading } from '../../domain/reading';
import { Fields } from '../fields';
import { ciiNames, type CiiNames, ZUGFERD_1_ROOT } from './cii-names';

const DAY = 'DateTimeString';
/** The Factur-X profiles without invoice lines: by their own definition they are no EN 16931 invoices. */
const WITHOUT_LINES = /:(?:minimum|basicwl)$/u;

export function readCii(root: XmlElement): Reading {
  const fields = new Fields();
  const names = ciiNames(root.name);
  const document = first(root, names.document);
  const agreement = first(root, `${names.trade}/${names.agreement}`);
  const settlement = first(root, `${names.trade}/${names.settlement}`);
  const totals = first(settlement, names.totals);
  const currency = fields.text('InvoiceCurrencyCode', textAt(settlement, 'InvoiceCurrencyCode'));
  const taxTotals = taxTotalsOf(totals, currency);
  const items = all(root, `${names.trade}/IncludedSupplyChainTradeLineItem`);
  const lines = items.map((line) => lineOf(line, names, fields));
  const payee = first(settlement, 'PayeeTradeParty');
  const due = `SpecifiedTradePaymentTerms/DueDateDateTime/${DAY}`;
  const terms = textsAt(settlement, 'SpecifiedTradePaymentTerms/Description');
  const amount = (name: string): string | null => fields.amount(name, textAt(totals, name));
  const isBound = isEn16931(root, names);
  const [grossAmount, prepaidAmount] = [amount('GrandTotalAmount'), amount('TotalPrepaidAmount')];
  const draft: InvoiceDraft = {
    ...EMPTY_DRAFT,
    source: 'cii',
    number: fields.text('ID', textAt(document, 'ID')),
    typeCode: fields.text('TypeCode', textAt(document, 'TypeCode')),
    issueDate: fields.date('IssueDateTime', textAt(document, `IssueDateTime/${DAY}`)),
    dueDate: fields.date('DueDateDateTime', textAt(settlement, due)),
    paymentTerms: terms.length === 0 ? null : terms.join('\n'),
    currency,
    seller: partyOf(first(agreement, 'SellerTradeParty'), fields),
    buyer: partyOf(first(agreement, 'BuyerTradeParty'), fields),
    payee: payee === undefined ? null : partyOf(payee, fields),
    notes: textsAt(document, 'IncludedNote/Content'),
    precedingInvoices: textsAt(settlement, 'InvoiceReferencedDocument/IssuerAssignedID'),
    lineNetTotal: amount('LineTotalAmount'),
    allowanceTotal: amount('AllowanceTotalAmount'),
    chargeTotal: amount('ChargeTotalAmount'),
    netAmount: amount('TaxBasisTotalAmount'),
    taxAmount: fields.amount('TaxTotalAmount', taxTotals[0]?.text ?? null),
    grossAmount,
    prepaidAmount,
    roundingAmount: amount('RoundingAmount'),
    payableAmount: amount('DuePayableAmount') ?? (isBound ? null : owed(grossAmount, prepaidAmount)),
    lines,
    lineCount: lines.length,
    en16931: isBound
      ? factsOf(root, names, { hasTotals: totals !== undefined, taxTotals: taxTotals.length, fields })
      : null,
  };
  return judged(draft, fields.problems);
}

function guidelineOf(root: XmlElement, names: CiiNames): string | null {
  return textAt(root, `${names.context}/GuidelineSpecifiedDocumentContextParameter/ID`);
}

function isEn16931(root: XmlElement, names: CiiNames): boolean {
  return root.name !== ZUGFERD_1_ROOT && !WITHOUT_LINES.test(guidelineOf(root, names) ?? '');
}

/** Another total may state the same tax in the accounting currency. */
function taxTotalsOf(totals: XmlElement | undefined, currency: string | null): XmlElement[] {
  return all(totals, 'TaxTotalAmount').filter(({ attributes }) => {
    const stated = attributes.currencyID;
    return currency === null || stated === undefined || stated === currency;
  });
}

function partyOf(party: XmlElement | undefined, fields: Fields): DraftParty {
  if (party === undefined) return EMPTY_PARTY;
  const registration = (scheme: string): string | null =>
    fields.text(
      'SpecifiedTaxRegistration/ID',
      all(party, 'SpecifiedTaxRegistration/ID').find(
        ({ text, attributes }) => text !== null && attributes.schemeID?.toUpperCase() === scheme,
      )?.text ?? null,
    );
  return {
    name: fields.text('Name', textAt(party, 'Name')),
    tradingName: textAt(party, 'SpecifiedLegalOrganization/TradingBusinessName'),
    taxId: registration('VA'),
    taxRegistration: registration('FC'),
    legalId: fields.text('SpecifiedLegalOrganization/ID', textAt(party, 'SpecifiedLegalOrganization/ID')),
    ids: [...all(party, 'ID'), ...all(party, 'GlobalID')].flatMap(({ text, attributes }) =>
      text === null ? [] : [{ scheme: attributes.schemeID ?? '', value: text }],
    ),
    hasAddress: first(party, 'PostalTradeAddress') !== undefined,
    country: textAt(party, 'PostalTradeAddress/CountryID'),
  };
}

function periodOf(parent: XmlElement | undefined, fields: Fields): DraftPeriod | null {
  const period = first(parent, 'BillingSpecifiedPeriod');
  if (period === undefined) return null;
  return {
    start: fields.date('StartDateTime', textAt(period, `StartDateTime/${DAY}`)),
    end: fields.date('EndDateTime', textAt(period, `EndDateTime/${DAY}`)),
  };
}

function lineOf(line: XmlElement, names: CiiNames, fields: Fields): DraftLine {
  const quantity = first(line, `${names.lineDelivery}/BilledQuantity`);
  const agreement = first(line, names.lineAgreement);
  const settlement = first(line, names.lineSettlement);
  const net = `${names.lineTotals}/LineTotalAmount`;
  const price = (name: string): string | null =>
    fields.amount(name, textAt(agreement, `${name}/ChargeAmount`));
  return {
    id: textAt(line, 'AssociatedDocumentLineDocument/LineID'),
    quantity: quantity?.text ?? null,
    unit: quantity?.attributes.unitCode ?? null,
    netAmount: fields.amount('LineTotalAmount', textAt(settlement, net)),
    itemName: textAt(line, 'SpecifiedTradeProduct/Name'),
    netPrice: price('NetPriceProductTradePrice'),
    grossPrice: price('GrossPriceProductTradePrice'),
    taxCategory: textAt(settlement, 'ApplicableTradeTax/CategoryCode'),
    taxAmount: null,
    taxRate: null,
    period: periodOf(settlement, fields),
  };
}

function adjustmentsOf(
  settlement: XmlElement | undefined,
  isCharge: boolean,
  fields: Fields,
): DraftAdjustment[] {
  return all(settlement, 'SpecifiedTradeAllowanceCharge')
    .filter((item) => ['true', '1'].includes(textAt(item, 'ChargeIndicator/Indicator') ?? '') === isCharge)
    .map((item) => ({
      amount: fields.amount('ActualAmount', textAt(item, 'ActualAmount')),
      taxCategory: textAt(item, 'CategoryTradeTax/CategoryCode'),
      reason: textAt(item, 'Reason') ?? textAt(item, 'ReasonCode'),
    }));
}

function representativeOf(agreement: XmlElement | undefined): En16931Facts['representative'] {
  const party = first(agreement, 'SellerTaxRepresentativeTradeParty');
  if (party === undefined) return null;
  return {
    name: textAt(party, 'Name'),
    hasAddress: first(party, 'PostalTradeAddress') !== undefined,
    country: textAt(party, 'PostalTradeAddress/CountryID'),
  };
}

function factsOf(
  root: XmlElement,
  names: CiiNames,
  { hasTotals, taxTotals, fields }: { hasTotals: boolean; taxTotals: number; fields: Fields },
): En16931Facts {
  const agreement = first(root, `${names.trade}/${names.agreement}`);
  const settlement = first(root, `${names.trade}/${names.settlement}`);
  return {
    specification: guidelineOf(root, names),
    hasTotals,
    taxTotals,
    taxLines: all(settlement, 'ApplicableTradeTax').map((line) => ({
      taxable: fields.amount('BasisAmount', textAt(line, 'BasisAmount')),
      tax: fields.amount('CalculatedAmount', textAt(line, 'CalculatedAmount')),
      category: textAt(line, 'CategoryCode'),
      rate: fields.amount(names.taxRate, textAt(line, names.taxRate)),
    })),
    allowances: adjustmentsOf(settlement, false, fields),
    charges: adjustmentsOf(settlement, true, fields),
    representative: representativeOf(agreement),
    period: periodOf(settlement, fields),
  };
}
