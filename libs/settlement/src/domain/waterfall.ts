// How money collected on one receivable of a deal is used, and what interest has become due until then.
//
// Order, as Civil Code 561 gives it where the parties agreed on none: the costs of enforcing the claim, then interest,
// then the principal. What is left belongs to the supplier as far as its reserve was promised back; beyond that it is
// surplus, which returns to the supplier (766) or stays with the financier (767) as the deal says. What was paid beyond
// the receivable itself is nobody's surplus: it is owed back to the payer (985).
import {
  addMoney,
  compareDates,
  type DayCount,
  invariant,
  isNegative,
  type LocalDate,
  maxDate,
  minDate,
  minMoney,
  type Money,
  type Rate,
  simpleInterest,
  subtractMoney,
  sumMoney,
  zero,
} from '#kernel';

/** Where an item of a deal stands. All amounts are in one currency and none is negative. */
export interface Position {
  /** What the debtor still owes on the receivable. */
  readonly claim: Money;
  readonly fees: Money;
  readonly interest: Money;
  readonly lateInterest: Money;
  /** The advance that has not come back. */
  readonly principal: Money;
  /** Interest that was deducted from the advance and is not used up: it is consumed before any becomes due. */
  readonly prepaidInterest: Money;
  /** The part of the reserve promised back to the supplier and not released yet. */
  readonly reserve: Money;
  /** Interest is accrued up to this day, which itself is not counted yet. */
  readonly accruedTo: LocalDate;
}

export interface AccrualTerms {
  readonly rateAnnual: Rate;
  readonly dayCount: DayCount;
  /** The due date, rolled to a working day: from it on interest is late interest. */
  readonly settlesOn: LocalDate;
  /** Null where none was agreed: then the agreed rate goes on, still as late interest. */
  readonly lateRateAnnual: Rate | null;
}

/** The parts sum exactly to the money received, and none is negative. */
export interface Split {
  readonly fees: Money;
  readonly interest: Money;
  readonly lateInterest: Money;
  readonly principal: Money;
  /** To the supplier. */
  readonly reserve: Money;
  readonly surplus: Money;
  readonly surplusTo: 'supplier' | 'financier';
  /** Owed back to the payer. */
  readonly overpaid: Money;
}

export interface Received {
  readonly split: Split;
  readonly after: Position;
}

/** The order of 561, agreed interest before late interest because it fell due first. */
const ORDER = ['fees', 'interest', 'lateInterest', 'principal', 'reserve'] as const;

/**
 * The position with the interest until `on`, exclusive: simple, on the principal only, each stretch rounded half-even.
 * Paid early, the days that the money was not out cost nothing. Never goes back in time.
 */
export function accrue(position: Position, terms: AccrualTerms, on: LocalDate): Position {
  const { principal, accruedTo } = position;
  if (compareDates(on, accruedTo) <= 0) return position;
  const { rateAnnual, dayCount, settlesOn, lateRateAnnual } = terms;
  const turn = maxDate(accruedTo, minDate(on, settlesOn));
  const between = (from: LocalDate, to: LocalDate, rate: Rate) =>
    simpleInterest(principal, rate, from, to, dayCount, 'half_even');
  const agreed = between(accruedTo, turn, rateAnnual);
  const prepaid = minMoney(agreed, position.prepaidInterest);
  return {
    ...position,
    prepaidInterest: subtractMoney(position.prepaidInterest, prepaid),
    interest: addMoney(position.interest, subtractMoney(agreed, prepaid)),
    lateInterest: addMoney(position.lateInterest, between(turn, on, lateRateAnnual ?? rateAnnual)),
    accruedTo: on,
  };
}

/** Uses money received on a position to which interest was accrued. `cash` is not negative. */
export function receive(position: Position, cash: Money, surplusTo: Split['surplusTo']): Received {
  const { currency } = cash;
  invariant(!isNegative(cash), 'money received is not negative');
  invariant(
    [position.claim, position.prepaidInterest, ...ORDER.map((part) => position[part])].every(
      (amount) => !isNegative(amount),
    ),
    'no part of a position is negative',
  );
  const usable = minMoney(cash, position.claim);
  let left = usable;
  const take = (open: Money): Money => {
    const part = minMoney(left, open);
    left = subtractMoney(left, part);
    return part;
  };
  const fees = take(position.fees);
  const interest = take(position.interest);
  const lateInterest = take(position.lateInterest);
  const principal = take(position.principal);
  const reserve = take(position.reserve);
  const split: Split = {
    fees,
    interest,
    lateInterest,
    principal,
    reserve,
    surplus: left,
    surplusTo,
    overpaid: subtractMoney(cash, usable),
  };
  invariant(partsSum(split, currency).amount === cash.amount, 'the parts sum to the whole');
  return {
    split,
    after: {
      ...position,
      claim: subtractMoney(position.claim, usable),
      fees: subtractMoney(position.fees, fees),
      interest: subtractMoney(position.interest, interest),
      lateInterest: subtractMoney(position.lateInterest, lateInterest),
      principal: subtractMoney(position.principal, principal),
      reserve: subtractMoney(position.reserve, reserve),
    },
  };
}

function partsSum(split: Split, currency: string): Money {
  return sumMoney([...ORDER.map((part) => split[part]), split.surplus, split.overpaid], currency);
}

export interface Entitlements {
  readonly financier: Money;
  readonly supplier: Money;
  readonly payer: Money;
}

/** The same money by who is to have it. */
export function entitlementsOf(split: Split): Entitlements {
  const { fees, interest, lateInterest, principal, reserve, surplus, surplusTo, overpaid } = split;
  const { currency } = principal;
  const toSupplier = surplusTo === 'supplier';
  const nothing = zero(currency);
  return {
    financier: sumMoney([fees, interest, lateInterest, principal, toSupplier ? nothing : surplus], currency),
    supplier: addMoney(reserve, toSupplier ? surplus : nothing),
    payer: overpaid,
  };
}

/** What the financier still lacks when the debtor owes nothing more: the matter of recourse. */
export function shortfallOf(position: Position): Money {
  const { fees, interest, lateInterest, principal, claim } = position;
  const owed = sumMoney([fees, interest, lateInterest, principal], principal.currency);
  return subtractMoney(owed, minMoney(owed, claim));
}

export interface FundedItem {
  readonly amount: Money;
  readonly advance: Money;
  /** The part of the interest that the reserve could not carry and that was deducted from the advance. */
  readonly interestUpFront: Money;
  /** What the price promised the supplier at maturity; zero where the financier keeps the surplus. */
  readonly released: Money;
  /** The value date of the payout. */
  readonly fundedOn: LocalDate;
}

/** The position on the day of the payout. Fees were deducted from the advance, so none is open. */
export function openingPosition(item: FundedItem): Position {
  const nothing = zero(item.amount.currency);
  return {
    claim: item.amount,
    fees: nothing,
    interest: nothing,
    lateInterest: nothing,
    principal: item.advance,
    prepaidInterest: item.interestUpFront,
    reserve: item.released,
    accruedTo: item.fundedOn,
  };
}
