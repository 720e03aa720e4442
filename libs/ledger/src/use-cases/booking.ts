// How anything gets into the books: locks the balances, judges every account as the whole batch leaves it, writes.
import { Inject, Injectable } from '@nestjs/common';
import { addMoney, type Clock, invariant, money, type Money, newId, shardOf, zero } from '#kernel';
import { CLOCK, type Tx } from '#platform';
import { type HeldRow, LedgerStore, type Movement } from '../data/ledger.store';
import type { Turnover } from '../domain/account';
import { assertFloor, assertPosting, movementsOf, type Posting, type PostingDraft } from '../domain/posting';

/** What a transaction adds to what holds keep of an account; negative when it lets go. */
export interface HeldChange {
  readonly accountId: string;
  readonly amount: Money;
}
export type Booked = PostingDraft & { readonly reversesId?: string };

export const turnoverOf = ({
  debited,
  credited,
  currency,
}: Pick<HeldRow, 'debited' | 'credited' | 'currency'>): Turnover => ({
  debited: money(debited, currency),
  credited: money(credited, currency),
});

@Injectable()
export class Booking {
  constructor(
    private readonly store: LedgerStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The accounts by id, locked in ascending id; they are the last locks of a transaction. */
  async lock(tx: Tx, accountIds: readonly string[]): Promise<Map<string, HeldRow>> {
    const distinct = [...new Set(accountIds)];
    const accounts = await this.store.lock(tx, distinct);
    invariant(accounts.length === distinct.length, 'every account of a posting exists');
    return new Map(accounts.map((account) => [account.id, account]));
  }

  /**
   * Writes postings and changes of holds together, by a handful of statements, and answers the posting ids in order.
   * @throws ledger.floor_reached (422)
   */
  async book(tx: Tx, drafts: readonly Booked[], changes: readonly HeldChange[]): Promise<string[]> {
    drafts.forEach(assertPosting);
    const turnovers = movementsOf(drafts.flatMap(({ transfers }) => transfers));
    const movements = withHolds(turnovers, changes);
    if (movements.size === 0) return [];
    for (const account of (await this.lock(tx, [...movements.keys()])).values()) {
      const movement = movements.get(account.id);
      invariant(
        movement?.debited.currency === account.currency,
        'a transfer has the currency of its accounts',
      );
      const kept = addMoney(money(account.held, account.currency), movement.held);
      assertFloor(account, turnoverOf(account), movement, kept);
    }
    const ids = await this.write(tx, drafts);
    await this.store.move(tx, movements);
    return ids;
  }

  private async write(tx: Tx, drafts: readonly Booked[]): Promise<string[]> {
    if (drafts.length === 0) return [];
    const bookedAt = this.clock.now();
    const postings = drafts.map(({ transfers, reversesId = null, ...draft }): [Posting, typeof transfers] => [
      { ...draft, reversesId, id: newId(shardOf(draft.subjectId)), bookedAt },
      transfers,
    ]);
    const transfers = postings.flatMap(([{ id: postingId }, moves]) =>
      moves.map(({ debit, credit, amount }) => ({
        id: newId<'transfer'>(shardOf(postingId)),
        postingId,
        debitAccountId: debit,
        creditAccountId: credit,
        ...amount,
      })),
    );
    await this.store.add(
      tx,
      postings.map(([posting]) => posting),
      transfers,
    );
    return postings.map(([{ id }]) => id);
  }
}

function withHolds(
  turnovers: ReadonlyMap<string, Turnover>,
  changes: readonly HeldChange[],
): Map<string, Movement> {
  const movements = new Map<string, Movement>();
  for (const [id, turnover] of turnovers)
    movements.set(id, { ...turnover, held: zero(turnover.debited.currency) });
  for (const { accountId, amount } of changes) {
    const none = zero(amount.currency);
    const before = movements.get(accountId) ?? { debited: none, credited: none, held: none };
    movements.set(accountId, { ...before, held: addMoney(before.held, amount) });
  }
  return movements;
}
