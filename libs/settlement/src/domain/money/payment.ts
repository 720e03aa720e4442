// A movement that a bank reported, and what it is to us: our own payout, its return, a payment, or nothing we know.
import { compareMoney, type LocalDate, money, type Money, negateMoney, subtractMoney } from '#kernel';
import type { Payout } from './payout';
import type { StatementEntry } from '../statement';

export const ENTRY_USES = ['payout', 'return', 'payment', 'unexplained'] as const;
export type EntryUse = (typeof ENTRY_USES)[number];

/** A row of a book: unique by financier and key, however often banks repeat it. Signed decimal text. */
export interface BankEntry {
  readonly id: string;
  readonly fileId: string;
  readonly financierId: string;
  readonly accountId: string;
  readonly entryKey: string;
  readonly use: EntryUse;
  readonly payoutId: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly bookedOn: LocalDate;
  readonly valueDate: LocalDate;
  readonly reference: string | null;
  readonly endToEndId: string | null;
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
  readonly remittance: string | null;
  readonly returnReason: string | null;
  readonly recordedAt: Date;
}

/** Money that arrived, by the id of its entry. allocated + overpaid never exceed the amount. */
export interface Payment {
  readonly id: string;
  readonly financierId: string;
  readonly currency: string;
  readonly amount: string;
  readonly allocatedAmount: string;
  readonly overpaidAmount: string;
  readonly receivedAt: Date;
  readonly version: number;
}

export function freeOf({ amount, allocatedAmount, overpaidAmount, currency }: Payment): Money {
  const rest = subtractMoney(money(amount, currency), money(allocatedAmount, currency));
  return subtractMoney(rest, money(overpaidAmount, currency));
}

/** What a booked movement is to us; `payout` is the one that its end-to-end id names, if any. */
export function useOf(
  entry: Pick<StatementEntry, 'isReversal' | 'returnReason'>,
  amount: Money,
  payout: Pick<Payout, 'amount' | 'currency'> | undefined,
): EntryUse {
  const received = !amount.amount.startsWith('-');
  const comesBack = entry.returnReason !== null || entry.isReversal;
  if (payout) {
    const paid = money(payout.amount, payout.currency);
    const size = received ? amount : negateMoney(amount);
    if (size.currency !== paid.currency || compareMoney(size, paid) !== 0) return 'unexplained';
    if (!received) return comesBack ? 'unexplained' : 'payout';
    return comesBack ? 'return' : 'unexplained';
  }
  return received && !comesBack ? 'payment' : 'unexplained';
}
