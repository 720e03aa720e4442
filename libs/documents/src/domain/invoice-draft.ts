// The neutral shape every reader fills, whatever the format: only what was written, nothing guessed.
// Amounts are plain decimal strings, dates are YYYY-MM-DD, and null means "not stated".
import type { LocalDate } from '#kernel';

type SourceKind = 'ubl' | 'cii' | 'efapiao' | 'table' | 'vat_ledger';

interface PartyIdentifier {
  /** VAT, TAX, LEGAL, or the identifier scheme the document states; empty when it states none. */
  readonly scheme: string;
  readonly value: string;
}

export interface DraftParty {
  /** The registered name: BT-27 for a seller, BT-44 for a buyer; never the trading name when both are given. */
  readonly name: string | null;
  readonly tradingName: string | null;
  /** VAT identifier: BT-31, BT-48, or the taxpayer number of an e-fapiao. */
  readonly taxId: string | null;
  /** Local tax registration, BT-32. */
  readonly taxRegistration: string | null;
  /** Legal registration, BT-30 or BT-47. */
  readonly legalId: string | null;
  readonly ids: readonly PartyIdentifier[];
  readonly hasAddress: boolean;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
}

export interface DraftPeriod {
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
}

export interface DraftLine {
  readonly id: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly netAmount: string | null;
  readonly itemName: string | null;
  readonly netPrice: string | null;
  readonly grossPrice: string | null;
  readonly taxCategory: string | null;
  /** What a Chinese invoice states for each line: its tax, and the rate as a fraction of one. */
  readonly taxAmount: string | null;
  readonly taxRate: string | null;
  readonly period: DraftPeriod | null;
}

/** A document-level allowance (BG-20) or charge (BG-21). */
export interface DraftAdjustment {
  readonly amount: string | null;
  readonly taxCategory: string | null;
  /** The reason or its code, whichever is given. */
  readonly reason: string | null;
}

/** One line of the VAT breakdown (BG-23). */
interface DraftTaxLine {
  readonly taxable: string | null;
  readonly tax: string | null;
  readonly category: string | null;
  /** Percent. */
  readonly rate: string | null;
}

/** What only an EN 16931 document states, and only its own rules ask for. */
export interface En16931Facts {
  readonly specification: string | null;
  readonly hasTotals: boolean;
  /** How many VAT totals are stated in the currency of the document; EN 16931 wants exactly one. */
  readonly taxTotals: number;
  readonly taxLines: readonly DraftTaxLine[];
  readonly allowances: readonly DraftAdjustment[];
  readonly charges: readonly DraftAdjustment[];
  readonly representative: Pick<DraftParty, 'name' | 'hasAddress' | 'country'> | null;
  readonly period: DraftPeriod | null;
}

export interface InvoiceDraft {
  readonly source: SourceKind;
  readonly number: string | null;
  /** Code of an older Chinese VAT invoice, 10 or 12 digits. */
  readonly code: string | null;
  /** UNTDID 1001. */
  readonly typeCode: string | null;
  readonly issueDate: LocalDate | null;
  readonly dueDate: LocalDate | null;
  readonly paymentTerms: string | null;
  readonly currency: string | null;
  readonly seller: DraftParty;
  readonly buyer: DraftParty;
  readonly payee: DraftParty | null;
  readonly notes: readonly string[];
  /** Numbers of the invoices this one corrects or credits. */
  readonly precedingInvoices: readonly string[];
  readonly lineNetTotal: string | null;
  readonly allowanceTotal: string | null;
  readonly chargeTotal: string | null;
  readonly netAmount: string | null;
  readonly taxAmount: string | null;
  readonly grossAmount: string | null;
  readonly prepaidAmount: string | null;
  readonly roundingAmount: string | null;
  /** BT-115: what the buyer still owes, the amount that can be financed. */
  readonly payableAmount: string | null;
  readonly lines: readonly DraftLine[];
  /** Null where the format has no lines. */
  readonly lineCount: number | null;
  /** True when the format itself says so: a credit note document, a red-letter e-fapiao. */
  readonly isCreditNote: boolean;
  readonly isVoid: boolean;
  readonly isReversed: boolean;
  readonly isPaid: boolean;
  /** An accounting voucher says that the claim was factored, sold or securitised. */
  readonly isAssigned: boolean;
  readonly en16931: En16931Facts | null;
}

export const EMPTY_PARTY: DraftParty = {
  name: null,
  tradingName: null,
  taxId: null,
  taxRegistration: null,
  legalId: null,
  ids: [],
  hasAddress: false,
  country: null,
};

export const EMPTY_DRAFT: Omit<InvoiceDraft, 'source'> = {
  number: null,
  code: null,
  typeCode: null,
  issueDate: null,
  dueDate: null,
  paymentTerms: null,
  currency: null,
  seller: EMPTY_PARTY,
  buyer: EMPTY_PARTY,
  payee: null,
  notes: [],
  precedingInvoices: [],
  lineNetTotal: null,
  allowanceTotal: null,
  chargeTotal: null,
  netAmount: null,
  taxAmount: null,
  grossAmount: null,
  prepaidAmount: null,
  roundingAmount: null,
  payableAmount: null,
  lines: [],
  lineCount: null,
  isCreditNote: false,
  isVoid: false,
  isReversed: false,
  isPaid: false,
  isAssigned: false,
  en16931: null,
};

/** The seller's identifier: BT-31, else BT-32, else BT-30. */
export function sellerId(draft: InvoiceDraft): string | null {
  return draft.seller.taxId ?? draft.seller.taxRegistration ?? draft.seller.legalId;
}

/** The buyer's identifier: BT-48, else BT-47, else the first BT-46. */
export function buyerId(draft: InvoiceDraft): string | null {
  return draft.buyer.taxId ?? draft.buyer.legalId ?? draft.buyer.ids[0]?.value ?? null;
}

/** Every identifier that may name the seller, in the order in which they count: BT-31, BT-32, BT-30. */
export const sellerIds = ({ seller }: InvoiceDraft): string[] =>
  stated(seller.taxId, seller.taxRegistration, seller.legalId);

/** Every identifier that may name the buyer, in the order in which they count: BT-48, BT-47, then each BT-46. */
export const buyerIds = ({ buyer }: InvoiceDraft): string[] =>
  stated(buyer.taxId, buyer.taxRegistration, buyer.legalId, ...buyer.ids.map(({ value }) => value));

/** A value without a digit names nobody: Swedish invoices carry "Godkänd för F-skatt" as BT-32. */
const stated = (...values: readonly (string | null)[]): string[] => [
  ...new Set(values.flatMap((value) => (value !== null && /\d/.test(value) ? [value] : []))),
];
