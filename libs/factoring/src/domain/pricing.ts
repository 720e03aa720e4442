// The true cost of an offer: what the supplier gets today, what comes back at maturity, and what all of it costs.
// Interest is due at maturity and taken from the item's reserve; only what the reserve cannot carry is taken up front.
import {
  addMoney,
  compareDates,
  type DayCount,
  daysBetween,
  Decimal,
  decimalOf,
  invariant,
  isPositive,
  type LocalDate,
  minMoney,
  type Money,
  multiplyMoney,
  type Rate,
  simpleInterest,
  subtractMoney,
  sumMoney,
  type WorkingCalendar,
  zero,
} from '#kernel';
import { annualRate, type Flow, type NoRate, rateText } from './annual-rate';
import type { SurplusTo } from './offer';

export interface PricedTerms {
  /** Fraction of each amount that is advanced: above 0, at most 1. */
  readonly advanceRate: string;
  readonly rateAnnual: Rate;
  readonly dayCount: DayCount;
  /** Deducted from the advance on the value date. */
  readonly fees: readonly Money[];
  readonly surplusTo: SurplusTo;
}
export interface ItemToPrice {
  readonly amount: Money;
  readonly dueDate: LocalDate;
}

/** amount = advance + reserve, and reserve = (interest - interestUpFront) + released + forgone. */
export interface ItemPrice {
  readonly amount: Money;
  readonly advance: Money;
  readonly reserve: Money;
  readonly interest: Money;
  readonly interestUpFront: Money;
  /** Paid to the supplier at maturity. */
  readonly released: Money;
  /** Kept by the financier at maturity: a cost. */
  readonly forgone: Money;
  /** The due date, rolled to the next working day. */
  readonly settlesOn: LocalDate;
}

/** The same sums over all items. Always: netCash + released + totalCost = amount. */
export interface Price extends Omit<ItemPrice, 'settlesOn'> {
  readonly valueDate: LocalDate;
  readonly items: readonly ItemPrice[];
  readonly fees: Money;
  /** Paid on the value date: advance - fees - interest up front. */
  readonly netCash: Money;
  /** Interest + fees + forgone surplus. */
  readonly totalCost: Money;
  /** What the supplier receives, by date; it sums to amount - totalCost. */
  readonly receipts: readonly Flow[];
  /** Days until settlement, weighted by the amounts, 2 decimals. */
  readonly days: string;
  /** totalCost / netCash x 365 / days, 6 decimals half-even. */
  readonly simpleRate: string | null;
  /** Effective annual rate over the dated flows (XIRR, ACT/365), 6 decimals half-even. */
  readonly allInRate: string | null;
  readonly noRate: NoRate | null;
  /** False when a due date was rolled over days whose holidays are not published yet. */
  readonly calendarPublished: boolean;
}

const Wide = Decimal.clone({ precision: 150 });

/** What one financier risks on one amount: the advance, half-even to the currency's minor unit. */
const advanceOf = (amount: Money, advanceRate: string): Money =>
  multiplyMoney(amount, advanceRate, 'half_even');

/**
 * Prices an offer for a value date that lies before every due date. Surplus is what is left of a collected item after
 * advance, interest and fees: it returns to the supplier (Civil Code 766) or stays with the financier (767).
 */
export function priceOffer(
  terms: PricedTerms,
  items: readonly ItemToPrice[],
  valueDate: LocalDate,
  calendar: WorkingCalendar,
): Price {
  const currency = items[0]?.amount.currency;
  invariant(currency, 'an offer is priced for at least one item');
  const settled = items.map(({ dueDate }) => calendar.nextWorkingDay(dueDate));
  const priced = items.map((item, index) =>
    priceItem(terms, item, valueDate, settled[index]?.date ?? item.dueDate),
  );
  const total = (pick: (item: ItemPrice) => Money) => sumMoney(priced.map(pick), currency);
  const sums = {
    amount: total(({ amount }) => amount),
    advance: total(({ advance }) => advance),
    reserve: total(({ reserve }) => reserve),
    interest: total(({ interest }) => interest),
    interestUpFront: total(({ interestUpFront }) => interestUpFront),
    released: total(({ released }) => released),
    forgone: total(({ forgone }) => forgone),
    fees: sumMoney(terms.fees, currency),
  };
  const netCash = subtractMoney(subtractMoney(sums.advance, sums.fees), sums.interestUpFront);
  const totalCost = addMoney(addMoney(sums.interest, sums.fees), sums.forgone);
  const dayWeight = weigh(priced, valueDate);
  const allIn = annualRate([
    { date: valueDate, amount: netCash },
    ...priced.map(({ settlesOn, amount, released }) => ({
      date: settlesOn,
      amount: subtractMoney(released, amount),
    })),
  ]);
  return {
    ...sums,
    valueDate,
    items: priced,
    netCash,
    totalCost,
    receipts: receiptsOf(priced, valueDate, netCash),
    days: dayWeight.div(decimalOf(sums.amount)).toFixed(2),
    simpleRate: simpleRate(totalCost, netCash, sums.amount, dayWeight),
    allInRate: allIn.rate,
    noRate: allIn.reason,
    calendarPublished: settled.every(({ published }) => published),
  };
}

function priceItem(
  terms: PricedTerms,
  { amount, dueDate }: ItemToPrice,
  valueDate: LocalDate,
  settlesOn: LocalDate,
): ItemPrice {
  invariant(compareDates(valueDate, dueDate) < 0, 'an item is priced before it falls due');
  const advance = advanceOf(amount, terms.advanceRate);
  const reserve = subtractMoney(amount, advance);
  const interest = simpleInterest(
    advance,
    terms.rateAnnual,
    valueDate,
    settlesOn,
    terms.dayCount,
    'half_even',
  );
  const interestFromReserve = minMoney(interest, reserve);
  const surplus = subtractMoney(reserve, interestFromReserve);
  const nothing = zero(amount.currency);
  const toSupplier = terms.surplusTo === 'supplier';
  return {
    amount,
    advance,
    reserve,
    interest,
    interestUpFront: subtractMoney(interest, interestFromReserve),
    released: toSupplier ? surplus : nothing,
    forgone: toSupplier ? nothing : surplus,
    settlesOn,
  };
}

/** The sum of amount x days. */
function weigh(items: readonly ItemPrice[], valueDate: LocalDate): Decimal {
  return items.reduce(
    (sum, { amount, settlesOn }) => sum.plus(decimalOf(amount).times(daysBetween(valueDate, settlesOn))),
    new Decimal(0),
  );
}

function simpleRate(cost: Money, netCash: Money, amount: Money, dayWeight: Decimal): string | null {
  if (!isPositive(netCash)) return null;
  return rateText(
    new Wide(decimalOf(cost))
      .times(365)
      .times(decimalOf(amount))
      .div(new Wide(decimalOf(netCash)).times(dayWeight)),
  );
}

function receiptsOf(items: readonly ItemPrice[], valueDate: LocalDate, netCash: Money): Flow[] {
  const byDate = new Map<LocalDate, Money>();
  for (const { settlesOn, released } of items)
    byDate.set(settlesOn, addMoney(byDate.get(settlesOn) ?? zero(released.currency), released));
  const later = [...byDate].map(([date, amount]) => ({ date, amount }));
  later.sort((a, b) => compareDates(a.date, b.date));
  return [{ date: valueDate, amount: netCash }, ...later.filter(({ amount }) => isPositive(amount))];
}
