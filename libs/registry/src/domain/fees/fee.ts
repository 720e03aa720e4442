// What registering costs, by the prices of the day: a term is paid by the year, each year that is begun in full; an
// amendment and an objection have one price each. A price of zero makes it free, and nothing is charged.
import { compareMoney, Decimal, isNegative, type Money, money, subtractMoney } from '#kernel';
import { errors } from '../errors';

export const FEE_KINDS = ['registration', 'extension', 'amendment', 'objection'] as const;
export type FeeKind = (typeof FEE_KINDS)[number];

/** Fees are owed in the currency of the register. */
export const FEE_CURRENCY = 'CNY';
const MONTHS_A_YEAR = 12;

/** Decimal amounts. */
export interface FeePrices {
  readonly perYear: string;
  readonly perEvent: string;
}
export interface Fee {
  /** Years of a term, else 1. */
  readonly units: number;
  readonly unitPrice: Money;
  readonly amount: Money;
}
export interface Charged {
  readonly kind: FeeKind;
  /** Months that are registered or added; null where none are. */
  readonly months: number | null;
}

/** Null when it is free. */
export function feeOf({ kind, months }: Charged, { perYear, perEvent }: FeePrices): Fee | null {
  const isTerm = kind === 'registration' || kind === 'extension';
  const units = isTerm ? Math.ceil((months ?? 0) / MONTHS_A_YEAR) : 1;
  const price = isTerm ? perYear : perEvent;
  const amount = money(new Decimal(price).times(units), FEE_CURRENCY);
  return new Decimal(amount.amount).isZero()
    ? null
    : { units, unitPrice: money(price, FEE_CURRENCY), amount };
}

/**
 * What a line must add so that a charge comes to what is right.
 * @throws registry.fee_malformed, registry.fee_unchanged (422)
 */
export function correctionOf(owed: Money, right: Money): Money {
  if (right.currency !== owed.currency || isNegative(right))
    throw errors.fee_malformed({ currency: owed.currency });
  if (compareMoney(owed, right) === 0) throw errors.fee_unchanged({ amount: owed.amount });
  return subtractMoney(right, owed);
}
