// The book of money as other libraries use it. They hold the account ids already, from deals they were allowed to
// see, so there is no scope here; the ledger knows neither deals nor parties.
import { Inject, Injectable } from '@nestjs/common';
import {
  type Clock,
  type Id,
  invariant,
  type LocalDate,
  money,
  type Money,
  newId,
  shardFor,
  shardOf,
} from '#kernel';
import { CLOCK, EVERYONE, type Reads, type Tx } from '#platform';
import { type HeldRow, type JournalRow, LedgerStore } from '../data/ledger.store';
import { type Account, type AccountKey, type Balance, balanceOn } from '../domain/account';
import { CHART } from '../domain/chart';
import { errors } from '../domain/errors';
import type { Finding } from '../domain/finding';
import { mirrored, type PostingDraft } from '../domain/posting';
import { Booking, turnoverOf } from './booking';

const nameOf = ({ ownerId, purpose, dealId, currency }: AccountKey) =>
  [ownerId, purpose, dealId ?? '', currency].join(' ');

export interface AsOf {
  readonly valueDate?: LocalDate;
  readonly bookedAt?: Date;
}
export interface JournalLine extends Omit<JournalRow, 'amount' | 'currency'> {
  readonly amount: Money;
}

const balancesOf = (rows: readonly HeldRow[]): Map<string, Balance> =>
  new Map(
    rows.map((row) => {
      const { id: accountId, purpose, normalSide, currency } = row;
      const turnover = turnoverOf(row);
      const balance = balanceOn(normalSide, turnover);
      return [accountId, { accountId, purpose, ...turnover, balance, held: money(row.held, currency) }];
    }),
  );

@Injectable()
export class Ledger {
  constructor(
    private readonly store: LedgerStore,
    private readonly booking: Booking,
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
    return this.booking.book(tx, drafts, []);
  }

  /**
   * Takes back a posting by a new one that refers to it, with the same amounts the other way round.
   * @throws ledger.posting_reversed (409), reversal_of_reversal, floor_reached (422)
   */
  async reverse(tx: Tx, postingId: string, valueDate: LocalDate): Promise<string> {
    const rows = await this.store.postings(tx, EVERYONE, [postingId]);
    const [first] = rows;
    invariant(first, 'a posting that is reversed exists');
    if (first.reversesId !== null) throw errors.reversal_of_reversal({ postingId });
    const { subjectType, subjectId } = first;
    const transfers = rows.map((row) => ({
      debit: row.debitAccountId,
      credit: row.creditAccountId,
      amount: money(row.amount, row.currency),
    }));
    // The lock of the accounts is what makes the look at earlier reversals final.
    await this.booking.lock(
      tx,
      transfers.flatMap(({ debit, credit }) => [debit, credit]),
    );
    const reversedBy = (await this.store.reversals(tx, [postingId])).get(postingId);
    if (reversedBy) throw errors.posting_reversed({ postingId, reversedBy });
    const [id] = await this.booking.book(
      tx,
      [
        {
          ...{ kind: `${first.kind}_reversed`, subjectType, subjectId, valueDate, reversesId: postingId },
          transfers: mirrored(transfers),
        },
      ],
      [],
    );
    invariant(id, 'a reversal has an id');
    return id;
  }

  /** By account id; ids that lead nowhere are missing in the answer. */
  async balances(on: Reads, accountIds: readonly string[]): Promise<Map<string, Balance>> {
    return balancesOf(await this.store.held(on, EVERYONE, accountIds));
  }

  /**
   * The same as they stood, added up from the book: by value date what counted up to the end of that day, by booking
   * time what was known at that instant; a limit that is left out limits nothing. Holds have a booking time only.
   */
  async balancesAt(on: Reads, accountIds: readonly string[], at: AsOf): Promise<Map<string, Balance>> {
    const { valueDate = null, bookedAt = null } = at;
    return balancesOf(await this.store.heldAt(on, EVERYONE, accountIds, valueDate, bookedAt));
  }

  /** Every transfer on the accounts of a deal, in the order of booking. */
  async journal(on: Reads, dealId: string): Promise<JournalLine[]> {
    const rows = await this.store.journal(on, EVERYONE, dealId);
    return rows.map(({ amount, currency, ...row }) => ({ ...row, amount: money(amount, currency) }));
  }

  /** Recomputes all balances, holds and reversals from the books; an empty list says that everything agrees. */
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
