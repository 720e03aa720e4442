// Writes an invented invoice as EN 16931 UBL, dated as asked, so that demonstrations never run out of unexpired ones.
import { addMoney, type LocalDate, type Money, multiplyMoney } from '#kernel';
import type { CastOrganisation } from './cast';

export interface InventedInvoice {
  readonly number: string;
  readonly seller: CastOrganisation;
  readonly buyer: CastOrganisation;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate | null;
  readonly item: string;
  /** Without tax; 13 % is added. */
  readonly net: Money;
}

const TAX_RATE = '0.13';

/** What the buyer owes: net and tax. */
export const payableOf = ({ net }: InventedInvoice): Money =>
  addMoney(net, multiplyMoney(net, TAX_RATE, 'half_up'));

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const party = ({ legalName, uscc }: CastOrganisation) => `<cac:Party>
      <cac:PartyName><cbc:Name>${escaped(legalName)}</cbc:Name></cac:PartyName>
      <cac:PostalAddress><cac:Country><cbc:IdentificationCode>CN</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
      <cac:PartyTaxScheme><cbc:CompanyID>${uscc}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
      <cac:PartyLegalEntity><cbc:RegistrationName>${escaped(legalName)}</cbc:RegistrationName><cbc:CompanyID>${uscc}</cbc:CompanyID></cac:PartyLegalEntity>
    </cac:Party>`;

export function ublInvoice(invoice: InventedInvoice): string {
  const { number, seller, buyer, issueDate, dueDate, item, net } = invoice;
  const tax = multiplyMoney(net, TAX_RATE, 'half_up');
  const payable = payableOf(invoice);
  const amount = (name: string, { amount: value, currency }: Money) =>
    `<cbc:${name} currencyID="${currency}">${value}</cbc:${name}>`;
  const category = `<cbc:ID>S</cbc:ID><cbc:Percent>13</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ID>${escaped(number)}</cbc:ID>
  <cbc:IssueDate>${issueDate}</cbc:IssueDate>
${dueDate ? `  <cbc:DueDate>${dueDate}</cbc:DueDate>\n` : ''}  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>${net.currency}</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty>${party(seller)}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${party(buyer)}</cac:AccountingCustomerParty>
  <cac:PaymentTerms><cbc:Note>合同约定付款</cbc:Note></cac:PaymentTerms>
  <cac:TaxTotal>
    ${amount('TaxAmount', tax)}
    <cac:TaxSubtotal>${amount('TaxableAmount', net)}${amount('TaxAmount', tax)}<cac:TaxCategory>${category}</cac:TaxCategory></cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    ${amount('LineExtensionAmount', net)}
    ${amount('TaxExclusiveAmount', net)}
    ${amount('TaxInclusiveAmount', payable)}
    ${amount('PayableAmount', payable)}
  </cac:LegalMonetaryTotal>
  <cac:InvoiceLine>
    <cbc:ID>1</cbc:ID>
    <cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>
    ${amount('LineExtensionAmount', net)}
    <cac:Item><cbc:Name>${escaped(item)}</cbc:Name><cac:ClassifiedTaxCategory>${category}</cac:ClassifiedTaxCategory></cac:Item>
    <cac:Price>${amount('PriceAmount', net)}</cac:Price>
  </cac:InvoiceLine>
</Invoice>
`;
}
