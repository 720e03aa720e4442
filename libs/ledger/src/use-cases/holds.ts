// Keeps amounts of accounts for a purpose: placed, then posted, given back, or expired; each of them once.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, invariant, negateMoney, newId, shardOf } from '#kernel';
import { CLOCK, Db, EVERYONE, Every, type Tx } from '#platform';
import { HoldStore } from '../data/hold.store';
import { assertEnds, assertHold, assertWithinHold, type Hold, type HoldDraft } from '../domain/hold';
import { movementsOf, type PostingDraft } from '../domain/posting';
import { Booking } from './booking';

export interface HoldPosting {
  readonly holdId: string;
  /** Takes from the held account, at most what was held. */
  readonly posting: PostingDraft;
}

const BATCH = 500;

@Injectable()
export class Holds {
  constructor(
    private readonly db: Db,
    private readonly holds: HoldStore,
    private readonly booking: Booking,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The ids in order. What is held of a floored account is no longer free.
   * @throws ledger.floor_reached (422)
   */
  async place(tx: Tx, drafts: readonly HoldDraft[]): Promise<string[]> {
    if (drafts.length === 0) return [];
    const placedAt = this.clock.now();
    const holds = drafts.map((draft): Hold => {
      assertHold(draft, placedAt);
      return { ...draft, id: newId(shardOf(draft.accountId)), placedAt, state: 'open' };
    });
    await this.booking.book(tx, [], holds);
    await this.holds.add(tx, holds);
    return holds.map(({ id }) => id);
  }

  /**
   * Books the postings that the holds were placed for, and answers their ids in order.
   * @throws ledger.hold_ended (409), floor_reached (422)
   */
  async post(tx: Tx, items: readonly HoldPosting[]): Promise<string[]> {
    const holds = await this.lock(
      tx,
      items.map(({ holdId }) => holdId),
      items.map(({ posting }) => posting),
    );
    const accounts = await this.booking.lock(
      tx,
      holds.map(({ accountId }) => accountId),
    );
    const endedAt = this.clock.now();
    const postings = items.map(({ posting }, index) => {
      const hold = holds[index];
      const account = hold && accounts.get(hold.accountId);
      const taken = hold && movementsOf(posting.transfers).get(hold.accountId);
      invariant(account && taken, 'the posting of a hold takes from its account');
      assertEnds(hold, 'posted', endedAt);
      assertWithinHold(account, hold, taken);
      return posting;
    });
    const ids = await this.booking.book(tx, postings, holds.map(lettingGo));
    await this.holds.end(
      tx,
      holds.map(({ id: holdId }, index) => ({
        ...{ holdId, outcome: 'posted', endedAt },
        postingId: ids[index] ?? null,
      })),
    );
    return ids;
  }

  /** Gives back what was held. @throws ledger.hold_ended (409) */
  async void(tx: Tx, holdIds: readonly string[]): Promise<void> {
    await this.endAs(tx, holdIds, 'voided');
  }

  /** Gives back what nobody posted or gave back in time. */
  @Every('ledger.expire_holds', '*/10 * * * *')
  async expire(): Promise<void> {
    for (let ended = BATCH; ended === BATCH;)
      ended = await this.db.run(async (tx) => {
        const due = await this.holds.due(tx, EVERYONE, this.clock.now(), BATCH);
        const open = (await this.lock(tx, due, [])).filter(({ state }) => state === 'open');
        await this.endAs(
          tx,
          open.map(({ id }) => id),
          'expired',
        );
        return due.length;
      });
  }

  private async endAs(tx: Tx, holdIds: readonly string[], outcome: 'voided' | 'expired'): Promise<void> {
    if (holdIds.length === 0) return;
    const holds = await this.lock(tx, holdIds, []);
    const endedAt = this.clock.now();
    for (const hold of holds) assertEnds(hold, outcome, endedAt);
    await this.booking.book(tx, [], holds.map(lettingGo));
    await this.holds.end(
      tx,
      holds.map(({ id: holdId }) => ({ holdId, outcome, postingId: null, endedAt })),
    );
  }

  /** Reads the holds under the lock of their accounts, and of all that the postings move. In the order asked. */
  private async lock(tx: Tx, holdIds: readonly string[], postings: readonly PostingDraft[]): Promise<Hold[]> {
    const seen = await this.holds.byIds(tx, EVERYONE, holdIds);
    const moved = movementsOf(postings.flatMap(({ transfers }) => transfers)).keys();
    await this.booking.lock(tx, [...seen.map(({ accountId }) => accountId), ...moved]);
    const byId = new Map(
      (await this.holds.byIds(tx, EVERYONE, holdIds)).map((hold) => [hold.id as string, hold]),
    );
    return holdIds.map((id) => {
      const hold = byId.get(id);
      invariant(hold, 'a hold that is ended exists');
      return hold;
    });
  }
}

const lettingGo = ({ accountId, amount }: Hold) => ({ accountId, amount: negateMoney(amount) });
