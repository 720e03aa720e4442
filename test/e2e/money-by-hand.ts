// The money of a deal computed a second time, in whole cents and sharing nothing with the product: what an advance
// costs from day to day, and how each payment of a debtor is used. What both agree on is right.
import { halfEven, text } from './price-by-hand';

const MILLION = 1_000_000n;

export interface HandDealTerms {
  /** Millionths: 90 % is 900_000n. */
  readonly advanceRate: bigint;
  readonly rateAnnual: bigint;
  readonly yearDays: bigint;
  readonly feesCents: bigint;
}
/** How a payment was used, as text. */
export interface HandShares {
  readonly principal: string;
  readonly interest: string;
  readonly surplus: string;
}

const dayNumber = (day: string): bigint => BigInt(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
const less = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** One receivable: what is out, since when, and what the debtor still owes. */
export class HandItem {
  private readonly settles: bigint;
  private counted = 0n;
  private owedInterest = 0n;
  principal: bigint;
  owed: bigint;

  constructor(
    private readonly terms: HandDealTerms,
    readonly cents: bigint,
    settlesOn: string,
  ) {
    this.settles = dayNumber(settlesOn);
    this.principal = halfEven(cents * terms.advanceRate, MILLION);
    this.owed = cents;
  }

  /** From the day of the debit on the advance costs interest. */
  fund(day: string): void {
    this.counted = dayNumber(day);
  }

  /** First the interest until that day, then the advance; the supplier has the rest. */
  pay(cents: bigint, day: string): HandShares {
    this.count(dayNumber(day));
    const interest = less(cents, this.owedInterest);
    const principal = less(cents - interest, this.principal);
    this.owedInterest -= interest;
    this.principal -= principal;
    this.owed -= cents;
    const surplus = cents - interest - principal;
    return { interest: text(interest), principal: text(principal), surplus: text(surplus) };
  }

  /** The days before and from the due date are two stretches, each rounded by itself. */
  private count(today: bigint): void {
    const turn = less(today, this.settles);
    if (turn > this.counted) this.stretch(turn);
    if (today > this.counted) this.stretch(today);
  }

  private stretch(until: bigint): void {
    const { rateAnnual, yearDays } = this.terms;
    const parts = this.principal * rateAnnual * (until - this.counted);
    this.owedInterest += halfEven(parts, MILLION * yearDays);
    this.counted = until;
  }
}

export const sumOf = (amounts: readonly string[]): string =>
  text(amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n));
