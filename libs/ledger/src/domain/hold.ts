// A hold keeps an amount of an account for one purpose until it is posted, given back, or its time runs out.
import { addMoney, type Id, invariant, isNegative, isPositive, type Money } from '#kernel';
import { type Account, balanceOn, type Turnover } from './account';
import { errors } from './errors';
import { WORDS } from './posting';

export const HOLD_OUTCOMES = ['posted', 'voided', 'expired'] as const;
export type HoldOutcome = (typeof HOLD_OUTCOMES)[number];
export type HoldState = 'open' | HoldOutcome;

/** What ended stays ended. */
export const HOLD_MOVES: Readonly<Record<HoldState, readonly HoldState[]>> = Object.freeze({
  open: HOLD_OUTCOMES,
  posted: [],
  voided: [],
  expired: [],
});

export interface HoldDraft {
  readonly accountId: string;
  /** Above zero, in the currency of the account. */
  readonly amount: Money;
  /** For what it is kept: payout. */
  readonly subjectType: string;
  readonly subjectId: string;
  /** The first instant at which it no longer holds; null: until it is posted or voided. */
  readonly expiresAt: Date | null;
}

export interface Hold extends HoldDraft {
  readonly id: Id<'hold'>;
  readonly placedAt: Date;
  readonly state: HoldState;
}

/** A malformed hold is a mistake of the program that made it. */
export function assertHold({ amount, subjectType, expiresAt }: HoldDraft, now: Date): void {
  invariant(WORDS.test(subjectType), 'a hold says in words what it is for');
  invariant(isPositive(amount), 'a hold keeps an amount above zero');
  invariant(expiresAt === null || expiresAt > now, 'a hold ends after it begins');
}

/**
 * A hold that has ended, or whose time has run out whether or not that was noted yet, cannot be ended again.
 * @throws ledger.hold_ended (409)
 */
export function assertEnds({ id, state, expiresAt }: Hold, to: HoldOutcome, now: Date): void {
  const due = expiresAt !== null && expiresAt <= now;
  if (state !== 'open') throw errors.hold_ended({ holdId: id, state });
  if (due && to !== 'expired') throw errors.hold_ended({ holdId: id, state: 'expired' });
  invariant(due || to !== 'expired', 'a hold expires when its time has come');
}

/** A posting of a hold takes from the account, and not more than was held; what is left of it becomes free. */
export function assertWithinHold(
  account: Pick<Account, 'normalSide'>,
  hold: Pick<Hold, 'amount'>,
  taken: Turnover,
): void {
  const change = balanceOn(account.normalSide, taken);
  invariant(isNegative(change), 'a hold is posted by taking from its account');
  invariant(!isNegative(addMoney(hold.amount, change)), 'not more is taken than was held');
}
