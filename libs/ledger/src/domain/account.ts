// Accounts and what they hold. A balance is always stated on the account's normal side.
import { type Id, type Money, negateMoney, subtractMoney } from '#kernel';
import type { Purpose, Side } from './chart';

/** An account is found by owner, purpose, deal and currency; there is one of each. */
export interface AccountKey {
  readonly ownerId: string;
  readonly purpose: Purpose;
  /** Null for an account that serves all deals of its owner. */
  readonly dealId: string | null;
  readonly currency: string;
}

export interface Account extends AccountKey {
  readonly id: Id<'account'>;
  readonly normalSide: Side;
  readonly floorZero: boolean;
  readonly openedAt: Date;
}

/** All that was ever debited and credited, neither of them negative. */
export interface Turnover {
  readonly debited: Money;
  readonly credited: Money;
}

export interface Balance extends Turnover {
  readonly accountId: string;
  readonly purpose: Purpose;
  /** Positive on the account's normal side. */
  readonly balance: Money;
  /** What of it is kept by holds. */
  readonly held: Money;
}

export function balanceOn(side: Side, { debited, credited }: Turnover): Money {
  const net = subtractMoney(debited, credited);
  return side === 'debit' ? net : negateMoney(net);
}
