// A deal: an accepted offer, with its price fixed on the day of acceptance.
import {
  addMoney,
  addMonths,
  compareDates,
  type DayCount,
  type LocalDate,
  type Money,
  type Rate,
} from '#kernel';
import type { Recourse, SurplusTo } from './offer';
import type { DealState } from './states';

/** A row; amounts are decimal text in `currency`. */
export interface Deal {
  readonly id: string;
  readonly requestId: string;
  readonly offerId: string;
  readonly supplierId: string;
  readonly financierId: string;
  readonly currency: string;
  readonly state: DealState;
  readonly advanceRate: string;
  readonly rateAnnual: Rate;
  readonly dayCount: DayCount;
  readonly recourse: Recourse;
  readonly surplusTo: SurplusTo;
  /** The day of acceptance, from which the price was computed. */
  readonly valueDate: LocalDate;
  readonly totalAmount: string;
  readonly advanceAmount: string;
  readonly reserveAmount: string;
  readonly interestAmount: string;
  readonly upFrontAmount: string;
  readonly feesAmount: string;
  readonly releasedAmount: string;
  readonly forgoneAmount: string;
  readonly netCashAmount: string;
  readonly costAmount: string;
  readonly simpleRate: string | null;
  readonly allInRate: string | null;
  /** The registration that gives the financier its rank, and the ledger posting of the commitment. */
  readonly filingId: string;
  readonly filingNumber: string;
  readonly postingId: string;
  readonly acceptedBy: string;
  readonly acceptedAt: Date;
  /** Set when somebody else registered a claim on an asset, or one was diluted: nothing is paid out meanwhile. */
  readonly frozenAt: Date | null;
  readonly frozenByFilingId: string | null;
  /** Set when a credit note reached one of its receivables and the financier has not acknowledged it. */
  readonly frozenByCorrectionId: string | null;
  /** Why the financier pays out without a tax check, who said so and when; what it did not know then is not covered. */
  readonly taxWaiverReason: string | null;
  readonly taxWaivedBy: string | null;
  readonly taxWaivedAt: Date | null;
  readonly version: number;
}

export interface DealItem {
  readonly dealId: string;
  readonly receivableId: string;
  readonly debtorId: string;
  readonly assetKey: string;
  readonly invoiceNumber: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly settlesOn: LocalDate;
  readonly amount: string;
  readonly advanceAmount: string;
  readonly interestAmount: string;
}

const LONGEST_TERM_MONTHS = 360;

/** Whole months from one day to another, a started month counting in full. */
export function startedMonths(from: LocalDate, to: LocalDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const months = Math.max(0, years * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)));
  return compareDates(addMonths(from, months), to) < 0 ? months + 1 : months;
}

/** Months until the last due date plus a margin for collection; a registration lasts 1 month to 30 years. */
export function registrationTermMonths(accepted: LocalDate, lastDue: LocalDate, extraMonths: number): number {
  const months = startedMonths(accepted, lastDue) + extraMonths;
  return Math.min(Math.max(months, 1), LONGEST_TERM_MONTHS);
}

export interface Drawn {
  readonly debtorId: string;
  readonly amount: Money;
}

/** One sum for each debtor, by ascending id. */
export function sumByDebtor(draws: readonly Drawn[]): Drawn[] {
  const sums = new Map<string, Money>();
  for (const { debtorId, amount } of draws) {
    const sum = sums.get(debtorId);
    sums.set(debtorId, sum ? addMoney(sum, amount) : amount);
  }
  return [...sums]
    .map(([debtorId, amount]) => ({ debtorId, amount }))
    .sort((a, b) => (a.debtorId < b.debtorId ? -1 : 1));
}
