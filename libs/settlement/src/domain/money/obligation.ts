// What of one receivable a deal is to collect, and how far: the row that carries a position of the waterfall from one
// payment to the next.
import {
  addMoney,
  compareMoney,
  type DayCount,
  isPositive,
  isZero,
  type LocalDate,
  minMoney,
  money,
  type Money,
  type Rate,
  subtractMoney,
} from '#kernel';
import { accrue, openingPosition, type Position, receive, shortfallOf } from '../waterfall';

/** A row; amounts are decimal text in `currency`, and those from principal on are what is still open. */
export interface Obligation {
  readonly dealId: string;
  readonly receivableId: string;
  readonly financierId: string;
  readonly supplierId: string;
  readonly debtorId: string;
  readonly invoiceNumber: string;
  readonly issueDate: LocalDate;
  readonly settlesOn: LocalDate;
  readonly currency: string;
  readonly amount: string;
  readonly paidAmount: string;
  readonly principalAmount: string;
  readonly interestAmount: string;
  readonly lateInterestAmount: string;
  readonly prepaidAmount: string;
  readonly reserveAmount: string;
  readonly accruedTo: LocalDate;
}

export interface ItemToCollect {
  readonly amount: Money;
  readonly advance: Money;
  /** The whole interest; what the reserve could not carry was deducted from the advance. */
  readonly interest: Money;
  readonly surplusTo: 'supplier' | 'financier';
  readonly fundedOn: LocalDate;
}
/** How a part of a payment was used; interest with late interest, surplus with released reserve. */
export interface Shares {
  readonly principal: Money;
  readonly interest: Money;
  readonly surplus: Money;
}
export interface InterestTerms {
  readonly rateAnnual: Rate;
  readonly dayCount: DayCount;
  readonly surplusTo: 'supplier' | 'financier';
}

type Open = Pick<
  Obligation,
  | 'principalAmount'
  | 'interestAmount'
  | 'lateInterestAmount'
  | 'prepaidAmount'
  | 'reserveAmount'
  | 'accruedTo'
>;

const openOf = (position: Position): Open => ({
  principalAmount: position.principal.amount,
  interestAmount: position.interest.amount,
  lateInterestAmount: position.lateInterest.amount,
  prepaidAmount: position.prepaidInterest.amount,
  reserveAmount: position.reserve.amount,
  accruedTo: position.accruedTo,
});

/** What is open on the day of the payout. */
export function openingOf({ amount, advance, interest, surplusTo, fundedOn }: ItemToCollect): Open {
  const reserve = subtractMoney(amount, advance);
  const fromReserve = minMoney(interest, reserve);
  const surplus = subtractMoney(reserve, fromReserve);
  const released = surplusTo === 'supplier' ? surplus : subtractMoney(surplus, surplus);
  const interestUpFront = subtractMoney(interest, fromReserve);
  return openOf(openingPosition({ amount, advance, interestUpFront, released, fundedOn }));
}

function positionOf(obligation: Obligation): Position {
  const inMoney = (amount: string) => money(amount, obligation.currency);
  return {
    claim: outstandingOf(obligation),
    fees: inMoney('0'),
    interest: inMoney(obligation.interestAmount),
    lateInterest: inMoney(obligation.lateInterestAmount),
    principal: inMoney(obligation.principalAmount),
    prepaidInterest: inMoney(obligation.prepaidAmount),
    reserve: inMoney(obligation.reserveAmount),
    accruedTo: obligation.accruedTo,
  };
}

export const outstandingOf = ({ amount, paidAmount, currency }: Obligation): Money =>
  subtractMoney(money(amount, currency), money(paidAmount, currency));

/** Nothing is owed any more, and the financier lacks nothing: a shortfall is a matter of recourse. */
export const isPaid = (obligation: Obligation): boolean =>
  !isPositive(outstandingOf(obligation)) && isZero(shortfallOf(positionOf(obligation)));

export const covers = (obligation: Obligation, part: Money): boolean =>
  compareMoney(part, outstandingOf(obligation)) <= 0;

/** Uses a part of a payment, at most what is outstanding, as of its value date. */
export function payPart(
  obligation: Obligation,
  part: Money,
  valueDate: LocalDate,
  terms: InterestTerms,
): { readonly shares: Shares; readonly after: Obligation } {
  const { settlesOn, currency } = obligation;
  const accrual = { ...terms, settlesOn, lateRateAnnual: null };
  const { split, after } = receive(accrue(positionOf(obligation), accrual, valueDate), part, terms.surplusTo);
  return {
    shares: {
      principal: split.principal,
      interest: addMoney(split.interest, split.lateInterest),
      surplus: addMoney(split.reserve, split.surplus),
    },
    after: {
      ...obligation,
      ...openOf(after),
      paidAmount: addMoney(money(obligation.paidAmount, currency), part).amount,
    },
  };
}
