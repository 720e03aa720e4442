// What the tests read of the answers, and nothing more.
import type { Money } from '#kernel';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
export interface Priced {
  readonly offer: { readonly id: string; readonly financierId: string };
  readonly price: {
    readonly advance: Money;
    readonly interest: Money;
    readonly netCash: Money;
    readonly totalCost: Money;
    readonly simpleRate: string;
    readonly allInRate: string;
  };
  readonly rankByNetCash: number;
  readonly rankByRate: number;
}
export interface Comparison {
  readonly offers: readonly Priced[];
}
export interface Deal {
  readonly id: string;
  readonly requestId: string;
  readonly offerId: string;
  readonly state: string;
  readonly advance: Money;
  readonly netCash: Money;
  readonly totalCost: Money;
  readonly allInRate: string;
  readonly total: Money;
  readonly filingId: string;
  readonly filingNumber: string;
  readonly postingId: string;
  readonly acceptedAt: string;
  readonly notices: readonly {
    readonly id: string;
    readonly state: string;
    readonly arrivedAt: string | null;
  }[];
  readonly actions: readonly string[];
}
export interface Registration {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly category: string;
  readonly filedAt: string;
  readonly grantors: readonly { readonly legalName: string; readonly identifier: string | null }[];
  readonly securedParties: readonly { readonly legalName: string }[];
  readonly collateral: readonly {
    readonly assetKey: string;
    readonly amount: Money;
    readonly invoiceNumber: string;
    readonly debtorName: string;
  }[];
}
export interface Certificate {
  readonly id: string;
  readonly number: string;
  readonly searchedAt: string;
  readonly hits: readonly { readonly class: string; readonly rule: string; readonly filing: Registration }[];
}
export interface Task {
  readonly id: string;
  readonly task: string;
  readonly answerBy: string | null;
  readonly actions: readonly string[];
  readonly answer: { readonly confirmationId: string } | null;
}
export interface Notice {
  readonly id: string;
  readonly dealId: string;
  readonly state: string;
  readonly total: Money;
  readonly registrationNumber: string;
  readonly issuedAt: string;
  readonly arrivedAt: string | null;
  readonly text: { readonly en: string; readonly zh: string };
}
export interface Limit {
  readonly id: string;
  readonly debtorId: string;
  readonly limit: Money;
  readonly used: Money;
  readonly headroom: Money;
  readonly version: number;
}
export interface Deed {
  readonly action: string;
  readonly subjectVersion: number;
  readonly userId: string | null;
}
export interface OfferShown {
  readonly id: string;
  readonly state: string;
  readonly actions: readonly string[];
}
