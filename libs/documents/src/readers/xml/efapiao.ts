// The fully digitalised e-fapiao (数电发票) in the XML of the Ministry of Finance's voucher data standard.
// The total is TotalTax-includedAmount; the similar TotaltaxIncludedAmount belongs to one line.
import { all, first, textAt, textsAt, type XmlElement } from '#platform/xml';
import {
  EMPTY_DRAFT,
  EMPTY_PARTY,
  type DraftLine,
  type DraftParty,
  type InvoiceDraft,
} from '../../domain/invoice-draft';
import { judged, type Reading } from '../../domain/reading';
import { Fields } from '../fields';
import { reversedNumbers } from './reversed-numbers';
import { taxOf, taxRateOf } from './line-tax';

const INVOICE = '380';
const CREDIT_NOTE = '381';

export function readEfapiao(root: XmlElement): Reading {
  const fields = new Fields();
  const data = first(root, 'EInvoiceData');
  const basic = first(data, 'BasicInformation');
  const supervision = first(root, 'TaxSupervisionInfo');
  const isRed = textAt(root, 'Header/InherentLabel/InIssuType/LabelCode')?.toUpperCase() === 'N';
  const notes = textsAt(data, 'AdditionalInformation/Remark');
  const lines = all(data, 'IssuItemInformation').map((line) => lineOf(line, fields));
  const net = fields.amount('TotalAmWithoutTax', textAt(basic, 'TotalAmWithoutTax'));
  const gross = fields.amount('TotalTax-includedAmount', textAt(basic, 'TotalTax-includedAmount'));
  const draft: InvoiceDraft = {
    ...EMPTY_DRAFT,
    source: 'efapiao',
    number: fields.text('InvoiceNumber', textAt(supervision, 'InvoiceNumber') ?? textAt(root, 'Header/EIid')),
    typeCode: isRed ? CREDIT_NOTE : INVOICE,
    issueDate: fields.date('IssueTime', textAt(supervision, 'IssueTime') ?? textAt(basic, 'RequestTime')),
    currency: 'CNY',
    seller: partyOf(data, 'Seller', fields),
    buyer: partyOf(data, 'Buyer', fields),
    notes,
    precedingInvoices: isRed ? reversedNumbers(notes) : [],
    lineNetTotal: net,
    netAmount: net,
    taxAmount: fields.amount('TotalTaxAm', textAt(basic, 'TotalTaxAm')),
    grossAmount: gross,
    payableAmount: gross,
    lines,
    lineCount: lines.length,
    isCreditNote: isRed,
  };
  return judged(draft, fields.problems);
}

function partyOf(data: XmlElement | undefined, role: 'Seller' | 'Buyer', fields: Fields): DraftParty {
  const party = first(data, `${role}Information`);
  const text = (name: string): string | null =>
    fields.text(`${role}${name}`, textAt(party, `${role}${name}`));
  return {
    ...EMPTY_PARTY,
    name: text('Name'),
    taxId: text('IdNum'),
    hasAddress: textAt(party, `${role}Addr`) !== null,
  };
}

function lineOf(line: XmlElement, fields: Fields): DraftLine {
  return {
    id: null,
    quantity: textAt(line, 'Quantity'),
    unit: textAt(line, 'MeaUnits'),
    netAmount: fields.amount('IssuItemInformation/Amount', textAt(line, 'Amount')),
    itemName: textAt(line, 'ItemName'),
    netPrice: textAt(line, 'UnPrice'),
    grossPrice: null,
    taxCategory: null,
    taxAmount: fields.amount('IssuItemInformation/ComTaxAm', taxOf(textAt(line, 'ComTaxAm'))),
    taxRate: taxRateOf(textAt(line, 'TaxRate')),
    period: null,
  };
}
