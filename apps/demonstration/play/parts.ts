// Who and what the play is about: the financiers with their people, a receivable that is sold, and the deal it becomes.
import type { LocalDate, Money } from '#kernel';
import type { Client } from '../client';
import type { Company } from './company';

/** People by their sign-in. */
export interface Bank {
  readonly id: string;
  readonly name: string;
  readonly officer: string;
  readonly riskOfficer: string;
  readonly operations: string;
  readonly colleague: string;
  /** It pays without a statutory registration, and says so. */
  readonly waives: boolean;
}
export interface Banks {
  readonly names: readonly string[];
  readonly banks: readonly Bank[];
  readonly searcher: string;
}
export interface Seen {
  readonly what: string;
  readonly seen: unknown;
}
/** One confirmed receivable and the two sides of it. */
export interface Trade {
  readonly seller: Company;
  readonly supplier: Client;
  readonly debtor: Company;
  readonly receivableId: string;
  readonly confirmationId: string;
  readonly invoiceNumber: string | null;
  readonly payable: Money;
  readonly dueDate: LocalDate;
}
export interface SoldDeal {
  readonly id: string;
  readonly offerId: string;
  readonly advance: Money;
  readonly netCash: Money;
  readonly surplusTo: 'supplier' | 'financier';
  readonly filingId: string;
  readonly filingNumber: string;
  readonly financierId: string;
  readonly items: readonly { readonly settlesOn: LocalDate }[];
  readonly notices: readonly { readonly id: string; readonly arrivedAt: string | null }[];
}
