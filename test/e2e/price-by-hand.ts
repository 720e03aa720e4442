// The price of an offer computed a second time, in whole cents and plain fractions, sharing nothing with the product:
// what both agree on is right. Rates come from bisection and not from Newton's method.

export interface HandTerms {
  /** Millionths: 90 % is 900_000n. */
  readonly advanceRate: bigint;
  readonly rateAnnual: bigint;
  /** Days of the year by which interest is counted. */
  readonly yearDays: bigint;
  readonly feesCents: bigint;
  readonly surplusToSupplier: boolean;
}
export interface HandItem {
  readonly cents: bigint;
  /** The due date, already rolled to a working day by whoever looked at the calendar. */
  readonly settlesOn: string;
}
export interface HandPrice {
  readonly advance: string;
  readonly interest: string;
  readonly netCash: string;
  readonly totalCost: string;
  readonly simpleRate: string;
  readonly allInRate: string;
}

const MILLION = 1_000_000n;

/** numerator / denominator to the nearest whole number, halves to the even one; both are positive. */
export function halfEven(numerator: bigint, denominator: bigint): bigint {
  const [whole, twice] = [numerator / denominator, (numerator % denominator) * 2n];
  if (twice === denominator) return whole % 2n === 0n ? whole : whole + 1n;
  return twice > denominator ? whole + 1n : whole;
}

const daysUntil = (from: string, to: string): bigint =>
  BigInt(Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000));

export const text = (cents: bigint): string =>
  `${cents / 100n}.${(cents % 100n).toString().padStart(2, '0')}`;

export const centsOf = (amount: string): bigint => BigInt(amount.replace('.', ''));

export function priceByHand(terms: HandTerms, items: readonly HandItem[], valueDate: string): HandPrice {
  const priced = items.map(({ cents, settlesOn }) => {
    const days = daysUntil(valueDate, settlesOn);
    const advance = halfEven(cents * terms.advanceRate, MILLION);
    const interest = halfEven(advance * terms.rateAnnual * days, MILLION * terms.yearDays);
    const reserve = cents - advance;
    const fromReserve = interest < reserve ? interest : reserve;
    const surplus = reserve - fromReserve;
    const released = terms.surplusToSupplier ? surplus : 0n;
    return {
      cents,
      days,
      advance,
      interest,
      upFront: interest - fromReserve,
      released,
      kept: surplus - released,
    };
  });
  const sum = (pick: (item: (typeof priced)[number]) => bigint) =>
    priced.reduce((total, item) => total + pick(item), 0n);
  const netCash = sum(({ advance }) => advance) - terms.feesCents - sum(({ upFront }) => upFront);
  const totalCost = sum(({ interest }) => interest) + terms.feesCents + sum(({ kept }) => kept);
  const weightedDays = Number(sum(({ cents, days }) => cents * days)) / Number(sum(({ cents }) => cents));
  const simple = ((Number(totalCost) / Number(netCash)) * 365) / weightedDays;
  const owed = priced.map(({ cents, released, days }) => ({
    amount: Number(cents - released),
    years: Number(days) / 365,
  }));
  return {
    advance: text(sum(({ advance }) => advance)),
    interest: text(sum(({ interest }) => interest)),
    netCash: text(netCash),
    totalCost: text(totalCost),
    simpleRate: simple.toFixed(6),
    allInRate: yearlyRate(Number(netCash), owed).toFixed(6),
  };
}

/** The rate at which what is owed later is worth what is received now. */
function yearlyRate(received: number, owed: readonly { amount: number; years: number }[]): number {
  let [low, high] = [-0.9, 100];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    const worth = owed.reduce((sum, { amount, years }) => sum + amount / (1 + middle) ** years, 0);
    if (worth > received) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
