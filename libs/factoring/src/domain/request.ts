// A financing request: receivables that a supplier offers to chosen financiers until a closing time.
import {
  addDays,
  compareDates,
  compareMoney,
  type DomainError,
  isPositive,
  type LocalDate,
  minDate,
  type Money,
  startOfDay,
  subtractMoney,
} from '#kernel';
import { errors } from './errors';
import type { RequestState } from './states';

/** A row; the total is decimal text in `currency`. */
export interface FinancingRequest {
  readonly id: string;
  readonly supplierId: string;
  readonly currency: string;
  readonly state: RequestState;
  readonly closesAt: Date;
  readonly totalAmount: string;
  readonly itemCount: number;
  readonly firstDueDate: LocalDate;
  /** Of the evidence of what it offers, as it was then; null where nothing was graded. */
  readonly worstGrade: 'A' | 'B' | 'C' | 'D' | 'E' | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** When it was closed, withdrawn or found expired. */
  readonly endedAt: Date | null;
  readonly version: number;
}

/** One receivable of a request, with the facts that offers are priced on. */
export interface RequestItem {
  readonly requestId: string;
  readonly receivableId: string;
  readonly debtorId: string;
  readonly assetKey: string;
  readonly invoiceNumber: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly amount: string;
}

/** What the rules need to know of a receivable. */
export interface Candidate {
  readonly invoiceNumber: string;
  readonly state: string;
  readonly dueDate: LocalDate | null;
  /** What the debtor has confirmed. */
  readonly financeable: Money;
  /** What exclusive claims in the registry already hold. */
  readonly claimed: Money;
}

const FINANCEABLE_STATES: readonly string[] = ['confirmed', 'part_disputed'];
export const isFinanceable = (state: string): boolean => FINANCEABLE_STATES.includes(state);

/** What can still be financed; negative when more is claimed than is confirmed by now. */
export const freeOf = ({ financeable, claimed }: Pick<Candidate, 'financeable' | 'claimed'>): Money =>
  subtractMoney(financeable, claimed);

export interface Asked {
  /** Null asks for all that is free. */
  readonly amount: Money | null;
  readonly currency: string;
  readonly today: LocalDate;
  readonly minTenorDays: number;
}

/** The first reason why a receivable cannot be offered, or null. */
export function refuseItem(candidate: Candidate, asked: Asked): DomainError | null {
  const { invoiceNumber, state, dueDate, financeable } = candidate;
  const { amount, currency, today, minTenorDays } = asked;
  if (!isFinanceable(state)) return errors.receivable_not_confirmed({ invoiceNumber, state });
  if (dueDate === null) return errors.due_date_missing({ invoiceNumber });
  if (compareDates(dueDate, addDays(today, Math.max(minTenorDays, 1))) < 0)
    return errors.tenor_too_short({ invoiceNumber, dueDate, days: minTenorDays });
  const other = [financeable, ...(amount ? [amount] : [])].find((money) => money.currency !== currency);
  if (other) return errors.currency_mixed({ currency, amount: other });
  if (amount && !isPositive(amount)) return errors.amount_not_positive({ invoiceNumber, amount });
  const free = freeOf(candidate);
  const wanted = amount ?? free;
  return isPositive(free) && compareMoney(wanted, free) <= 0
    ? null
    : errors.amount_not_free({ invoiceNumber, free, amount: wanted });
}

/** An open request ends at the latest when its first due date begins, so that every offer has days to run. */
export function refuseClosing(closesAt: Date, firstDueDate: LocalDate, now: Date): DomainError | null {
  if (closesAt <= now) return errors.closing_in_past({ closesAt });
  if (closesAt > startOfDay(firstDueDate))
    return errors.closing_after_due({ closesAt, dueDate: firstDueDate });
  return null;
}

const DAY_MILLIS = 86_400_000;

/** `openDays` from now, or the beginning of the first due date where that is earlier. */
export function defaultClosing(now: Date, openDays: number, firstDueDate: LocalDate): Date {
  const open = now.getTime() + openDays * DAY_MILLIS;
  return new Date(Math.min(open, startOfDay(firstDueDate).getTime()));
}

export interface Openness {
  readonly state: RequestState;
  readonly closesAt: Date;
}

/** The reason why nothing can be offered or taken on this request now, or null. */
export function refuseClosed({ state, closesAt }: Openness, now: Date): DomainError | null {
  if (state === 'expired') return errors.request_expired({ closesAt });
  if (state !== 'open') return errors.request_not_open({ state });
  return closesAt > now ? null : errors.request_expired({ closesAt });
}

export const firstOf = (dates: readonly LocalDate[]): LocalDate | undefined =>
  dates.length === 0 ? undefined : dates.reduce((first, date) => minDate(first, date));
