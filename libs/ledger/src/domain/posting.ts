// A posting is a set of transfers that belong together; a transfer moves one amount from one account to another, so
// no posting can be out of balance. A correction is a new posting in the other direction.
import {
  addMoney,
  type Id,
  invariant,
  isNegative,
  isPositive,
  type LocalDate,
  type Money,
  subtractMoney,
  zero,
} from '#kernel';
import { type Account, balanceOn, type Turnover } from './account';
import { errors } from './errors';

export interface TransferDraft {
  /** Account that is debited; not the credited one, and of the same currency. */
  readonly debit: string;
  /** Account that is credited. */
  readonly credit: string;
  /** Above zero. */
  readonly amount: Money;
}

export interface PostingDraft {
  /** What happened, in words joined by underscores: advance_committed. */
  readonly kind: string;
  /** What it happened to: deal. */
  readonly subjectType: string;
  readonly subjectId: string;
  /** The day from which it counts for interest. */
  readonly valueDate: LocalDate;
  readonly transfers: readonly TransferDraft[];
}

export interface Posting extends PostingHead {
  readonly id: Id<'posting'>;
  readonly bookedAt: Date;
}

/** What a posting says without its transfers, and which one it takes back. */
export interface PostingHead extends Omit<PostingDraft, 'transfers'> {
  /** Null for all but reversals. */
  readonly reversesId: string | null;
}

export interface Transfer {
  readonly id: Id<'transfer'>;
  readonly postingId: string;
  readonly debitAccountId: string;
  readonly creditAccountId: string;
  readonly amount: string;
  readonly currency: string;
}

export const WORDS = /^[a-z]+(_[a-z]+)*$/;

/** A malformed posting is a mistake of the program that made it. */
export function assertPosting({ kind, subjectType, transfers }: PostingDraft): void {
  invariant(WORDS.test(kind) && WORDS.test(subjectType), 'a posting says in words what happened to what');
  invariant(transfers.length > 0, 'a posting has transfers');
  for (const { debit, credit, amount } of transfers) {
    invariant(debit !== credit, 'a transfer has two accounts');
    invariant(isPositive(amount), 'a transfer moves an amount above zero');
  }
}

/** What the transfers add to each account, by account id. */
export function movementsOf(transfers: readonly TransferDraft[]): Map<string, Turnover> {
  const movements = new Map<string, Turnover>();
  const add = (account: string, side: keyof Turnover, amount: Money) => {
    const none = zero(amount.currency);
    const before = movements.get(account) ?? { debited: none, credited: none };
    movements.set(account, { ...before, [side]: addMoney(before[side], amount) });
  };
  for (const { debit, credit, amount } of transfers) {
    add(debit, 'debited', amount);
    add(credit, 'credited', amount);
  }
  return movements;
}

/** The same amounts the other way round. */
export const mirrored = (transfers: readonly TransferDraft[]): TransferDraft[] =>
  transfers.map(({ debit, credit, amount }) => ({ debit: credit, credit: debit, amount }));

/**
 * Judges the account as the whole batch leaves it; the order of transfers inside a batch does not matter.
 * @param kept what holds keep of the account after the batch: that is not free to be moved
 * @throws ledger.floor_reached (422)
 */
export function assertFloor(
  account: Pick<Account, 'id' | 'purpose' | 'normalSide' | 'floorZero'>,
  turnover: Turnover,
  movement: Turnover,
  kept: Money = zero(turnover.debited.currency),
): void {
  if (!account.floorZero) return;
  const balance = subtractMoney(balanceOn(account.normalSide, turnover), kept);
  const after = addMoney(balance, balanceOn(account.normalSide, movement));
  if (isNegative(after))
    throw errors.floor_reached({ accountId: account.id, purpose: account.purpose, balance, after });
}
