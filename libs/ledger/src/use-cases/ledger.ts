// The book of money as other libraries use it. They hold the account ids already, from deals they were allowed to
// see, so there is no scope here; the ledger knows neither deals nor parties.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Id, invariant, money, newId, shardFor, shardOf } from '#kernel';
import { CLOCK, EVERYONE, type Reads, type Tx } from '#platform';
import { type HeldRow, LedgerStore } from '../data/ledger.store';
import { type Account, type AccountKey, type Balance, balanceOn, type Turnover } from '../domain/account';
import { CHART } from '../domain/chart';
import type { Finding } from '../domain/finding';
import { assertFloor, assertPosting, movementsOf, type Posting, type PostingDraft } from '../domain/posting';

const nameOf = ({ ownerId, purpose, dealId, currency }: AccountKey) =>
  [ownerId, purpose, dealId ?? '', currency].join(' ');

const turnoverOf = ({ debited, credited, currency }: HeldRow): Turnover => ({
  debited: money(debited, currency),
  credited: money(credited, currency),
});

@Injectable()
export class Ledger {
  constructor(
    private readonly store: LedgerStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ids of the accounts in the order asked; those that do not exist are opened as the chart says. */
  async accounts(tx: Tx, keys: readonly AccountKey[]): Promise<string[]> {
    const openedAt = this.clock.now();
    const wanted = new Map(keys.map((key) => [nameOf(key), key]));
    // One order for everyone, so that two transactions that open the same accounts wait and never deadlock.
    const names = [...wanted.keys()].sort();
    const accounts = names.flatMap((name): Account[] => {
      const key = wanted.get(name);
      return key ? [{ ...key, ...sideOf(key), id: newAccountId(key), openedAt }] : [];
    });
    const ids = await this.store.open(tx, accounts);
    const byName = new Map(names.map((name, index) => [name, ids[index]]));
    return keys.map((key) => {
      const id = byName.get(nameOf(key));
      invariant(id !== undefined, 'every account asked for exists now');
      return id;
    });
  }

  /**
   * Books all postings by a handful of statements, whatever their number, and answers their ids in order. Locks the
   * accounts in ascending id; they are the last locks of a transaction.
   * @throws ledger.floor_reached (422)
   */
  async post(tx: Tx, drafts: readonly PostingDraft[]): Promise<string[]> {
    if (drafts.length === 0) return [];
    drafts.forEach(assertPosting);
    const movements = movementsOf(drafts.flatMap(({ transfers }) => transfers));
    const accounts = await this.store.lock(tx, [...movements.keys()]);
    invariant(accounts.length === movements.size, 'every account of a posting exists');
    for (const account of accounts) {
      const movement = movements.get(account.id);
      invariant(
        movement?.debited.currency === account.currency,
        'a transfer has the currency of its accounts',
      );
      assertFloor(account, turnoverOf(account), movement);
    }
    const bookedAt = this.clock.now();
    const postings = drafts.map(({ transfers, ...draft }): [Posting, typeof transfers] => [
      { ...draft, id: newId(shardOf(draft.subjectId)), bookedAt },
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
    await this.store.move(tx, movements);
    return postings.map(([{ id }]) => id);
  }

  /** By account id; ids that lead nowhere are missing in the answer. */
  async balances(on: Reads, accountIds: readonly string[]): Promise<Map<string, Balance>> {
    const rows = await this.store.held(on, EVERYONE, accountIds);
    return new Map(
      rows.map((row) => {
        const turnover = turnoverOf(row);
        const balance = balanceOn(row.normalSide, turnover);
        return [row.id, { accountId: row.id, purpose: row.purpose, ...turnover, balance }];
      }),
    );
  }

  /** Recomputes all balances from the book; an empty list says that everything agrees. */
  async verify(on: Reads): Promise<Finding[]> {
    return this.store.verify(on, EVERYONE);
  }
}

function sideOf({ purpose }: AccountKey): Pick<Account, 'normalSide' | 'floorZero'> {
  const { normalSide, floorZero } = CHART[purpose];
  return { normalSide, floorZero };
}

/** An account of a deal lies in the deal's shard. */
function newAccountId({ ownerId, dealId }: AccountKey): Id<'account'> {
  return newId(dealId === null ? shardFor(ownerId) : shardOf(dealId));
}
