// A price as its readers see it: the supplier beside other offers, a financier while it thinks about a bid.
import { dateOf, type LocalDate, minDate, money, type Money } from '#kernel';
import type { Flow } from '../../domain/annual-rate';
import type { ItemToPrice, Price } from '../../domain/pricing';
import { noRateWords } from '../../domain/rate-words';
import type { FinancingRequest, RequestItem } from '../../domain/request';

export interface PriceView {
  readonly amount: Money;
  readonly advance: Money;
  readonly reserve: Money;
  readonly interest: Money;
  readonly interestUpFront: Money;
  readonly fees: Money;
  readonly released: Money;
  readonly forgone: Money;
  readonly netCash: Money;
  readonly totalCost: Money;
  readonly receipts: readonly Flow[];
  readonly days: string;
  readonly simpleRate: string | null;
  readonly allInRate: string | null;
  readonly noRateReason: { readonly en: string; readonly zh: string } | null;
  readonly calendarPublished: boolean;
}

export function priceView(price: Price): PriceView {
  const { amount, advance, reserve, interest, interestUpFront, fees, released, forgone } = price;
  const { netCash, totalCost, receipts, days, simpleRate, allInRate, noRate, calendarPublished } = price;
  return {
    amount,
    advance,
    reserve,
    interest,
    interestUpFront,
    fees,
    released,
    forgone,
    netCash,
    totalCost,
    receipts,
    days,
    simpleRate,
    allInRate,
    noRateReason: noRate && noRateWords(noRate),
    calendarPublished,
  };
}

/** Today, or the day the request ended, which always lies before the first due date. */
export const valueDateOf = ({ endedAt, closesAt }: FinancingRequest, now: Date): LocalDate =>
  minDate(dateOf(now), minDate(dateOf(endedAt ?? closesAt), dateOf(new Date(closesAt.getTime() - 1))));

export const itemsToPrice = (items: readonly RequestItem[], currency: string): ItemToPrice[] =>
  items.map(({ amount, dueDate }) => ({ amount: money(amount, currency), dueDate }));
