// The element names in which UN/CEFACT CII D16B (EN 16931, Factur-X, ZUGFeRD 2) and its forerunner of ZUGFeRD 1.0,
// the Cross Industry Document, differ. Everything else has the same name in both.
export interface CiiNames {
  readonly context: string;
  readonly document: string;
  readonly trade: string;
  readonly agreement: string;
  readonly settlement: string;
  readonly totals: string;
  readonly taxRate: string;
  readonly lineAgreement: string;
  readonly lineDelivery: string;
  readonly lineSettlement: string;
  readonly lineTotals: string;
}

const D16B: CiiNames = {
  context: 'ExchangedDocumentContext',
  document: 'ExchangedDocument',
  trade: 'SupplyChainTradeTransaction',
  agreement: 'ApplicableHeaderTradeAgreement',
  settlement: 'ApplicableHeaderTradeSettlement',
  totals: 'SpecifiedTradeSettlementHeaderMonetarySummation',
  taxRate: 'RateApplicablePercent',
  lineAgreement: 'SpecifiedLineTradeAgreement',
  lineDelivery: 'SpecifiedLineTradeDelivery',
  lineSettlement: 'SpecifiedLineTradeSettlement',
  lineTotals: 'SpecifiedTradeSettlementLineMonetarySummation',
};

const ZUGFERD_1: CiiNames = {
  context: 'SpecifiedExchangedDocumentContext',
  document: 'HeaderExchangedDocument',
  trade: 'SpecifiedSupplyChainTradeTransaction',
  agreement: 'ApplicableSupplyChainTradeAgreement',
  settlement: 'ApplicableSupplyChainTradeSettlement',
  totals: 'SpecifiedTradeSettlementMonetarySummation',
  taxRate: 'ApplicablePercent',
  lineAgreement: 'SpecifiedSupplyChainTradeAgreement',
  lineDelivery: 'SpecifiedSupplyChainTradeDelivery',
  lineSettlement: 'SpecifiedSupplyChainTradeSettlement',
  lineTotals: 'SpecifiedTradeSettlementMonetarySummation',
};

export const ZUGFERD_1_ROOT = 'CrossIndustryDocument';

export function ciiNames(rootName: string): CiiNames {
  return rootName === ZUGFERD_1_ROOT ? ZUGFERD_1 : D16B;
}
