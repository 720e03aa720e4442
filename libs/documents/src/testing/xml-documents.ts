// Small XML documents for the specs, of formats that the repository has no sample file of.

/** A voucher of the buyer's books about a fully digital e-fapiao, with further facts. */
export function voucher(facts: Readonly<Record<string, string>> = {}): string {
  const values = {
    InvoiceNumber: '26322000000912345699',
    SellerName: '苏州明远精密机械有限公司',
    SellerIdNum: '91320500MAD7MY018L',
    TotalAmWithoutTax: '1000.00',
    TotalTaxAm: '130.00',
    'TotalTax-includedAmount': '1130.00',
    RequestTime: '2026-09-28 08:00:00',
    UnifiedSocialCreditCodeOfAccountingEntity: '91310000MAA1HD0390',
    NameOfAccountingEntity: '华东重工集团股份有限公司',
    WhetherEinvoiceHasBeenPaid: 'false',
    ...facts,
  };
  const body = Object.entries(values).map(
    ([name, value]) => `<e:${name} contextRef="c">${value}</e:${name}>`,
  );
  return (
    '<x:xbrl xmlns:x="http://www.xbrl.org/2003/instance" xmlns:e="urn:einv">' +
    `<x:unit id="u"><x:measure>iso4217:CNY</x:measure></x:unit>${body.join('')}</x:xbrl>`
  );
}

interface Zugferd1Options {
  readonly number?: string;
  readonly totals?: string;
}

const PARTY = (role: string, name: string, vat: string): string =>
  `<${role}TradeParty><Name>${name}</Name><PostalTradeAddress><CountryID>DE</CountryID></PostalTradeAddress>` +
  `<SpecifiedTaxRegistration><ID schemeID="VA">${vat}</ID></SpecifiedTaxRegistration></${role}TradeParty>`;

/** ZUGFeRD 1.0, whose BASIC profile has lines without amounts. */
export function zugferd1({
  number = 'R-77',
  totals = '<GrandTotalAmount>119.00</GrandTotalAmount>',
}: Zugferd1Options = {}): string {
  return `<CrossIndustryDocument xmlns="urn:ferd:CrossIndustryDocument:invoice:1p0">
<SpecifiedExchangedDocumentContext><GuidelineSpecifiedDocumentContextParameter>
<ID>urn:ferd:CrossIndustryDocument:invoice:1p0:basic</ID></GuidelineSpecifiedDocumentContextParameter></SpecifiedExchangedDocumentContext>
<HeaderExchangedDocument><ID>${number}</ID><Name>RECHNUNG</Name><TypeCode>380</TypeCode>
<IssueDateTime><DateTimeString format="102">20260305</DateTimeString></IssueDateTime></HeaderExchangedDocument>
<SpecifiedSupplyChainTradeTransaction>
<ApplicableSupplyChainTradeAgreement>${PARTY('Seller', 'Lieferant GmbH', 'DE123456789')}${PARTY('Buyer', 'Kunde AG', 'DE987654321')}</ApplicableSupplyChainTradeAgreement>
<ApplicableSupplyChainTradeSettlement><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode>
<SpecifiedTradePaymentTerms><DueDateDateTime><DateTimeString format="102">20260404</DateTimeString></DueDateDateTime></SpecifiedTradePaymentTerms>
<SpecifiedTradeSettlementMonetarySummation><LineTotalAmount>100.00</LineTotalAmount><TaxBasisTotalAmount>100.00</TaxBasisTotalAmount>
<TaxTotalAmount currencyID="EUR">19.00</TaxTotalAmount>${totals}</SpecifiedTradeSettlementMonetarySummation>
</ApplicableSupplyChainTradeSettlement>
<IncludedSupplyChainTradeLineItem><SpecifiedSupplyChainTradeDelivery><BilledQuantity unitCode="C62">1</BilledQuantity></SpecifiedSupplyChainTradeDelivery>
<SpecifiedTradeProduct><Name>Lager</Name></SpecifiedTradeProduct></IncludedSupplyChainTradeLineItem>
</SpecifiedSupplyChainTradeTransaction></CrossIndustryDocument>`;
}
