// Writes deeds. A deed is recorded in the transaction that does it; a refusal that matters for security is recorded
// on its own, because what it belonged to was rolled back.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, newId, shardOf, wallMillis } from '#kernel';
import { CLOCK, Db, Events, type Tx } from '#platform';
import { DeedStore } from '../data/deed.store';
import type { By, Deed, NewDeed } from '../domain/deed';
import { deedFollowed, factOf, isFollowed } from '../followed-deeds';

const REFUSALS_PER_SECOND = 20;

export interface DeedBy extends Deed, By {}

@Injectable()
export class AuditLog {
  private readonly watched = new WeakMap<Tx, DeedBy[]>();
  private second = 0;
  private readonly refusals = new Map<string, number>();

  constructor(
    private readonly db: Db,
    private readonly deeds: DeedStore,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record(tx: Tx, by: By, deeds: readonly Deed[]): Promise<void> {
    const { userId, organisationId } = by;
    await this.recordAll(
      tx,
      deeds.map((deed) => ({ ...deed, userId, organisationId })),
    );
  }

  /** For batches that hold the deeds of several people. */
  async recordAll(tx: Tx, deeds: readonly DeedBy[]): Promise<void> {
    const at = this.clock.now();
    this.watched.get(tx)?.push(...deeds);
    const recorded = deeds.map((deed): NewDeed => ({
      ...deed,
      id: newId(shardOf(deed.subjectId)),
      at: deed.at ?? at,
      visibleTo: [...new Set(deed.visibleTo)],
    }));
    await this.deeds.add(tx, recorded);
    const followed = recorded.filter(isFollowed);
    if (followed.length > 0) await this.events.emit(tx, deedFollowed, followed.map(factOf));
  }

  /** The deeds that are recorded in this transaction from now on, as they come. */
  watch(tx: Tx): readonly DeedBy[] {
    const seen: DeedBy[] = [];
    this.watched.set(tx, seen);
    return seen;
  }

  /**
   * At most twenty a second of one action and code in a process, so that an attacker neither fills the book nor hides one
   * kind of attempt behind many of another. True when it was recorded.
   */
  async recordRefusal(by: By, refusal: Omit<Deed, 'subjectVersion' | 'subjectId'>): Promise<boolean> {
    const second = Math.floor(wallMillis() / 1000);
    if (second !== this.second) {
      this.second = second;
      this.refusals.clear();
    }
    const { code } = refusal.details;
    const kind = typeof code === 'string' ? `${refusal.action} ${code}` : refusal.action;
    const count = (this.refusals.get(kind) ?? 0) + 1;
    this.refusals.set(kind, count);
    if (count > REFUSALS_PER_SECOND) return false;
    const subjectId = newId(0);
    await this.db.run((tx) => this.record(tx, by, [{ ...refusal, subjectId, subjectVersion: 1 }]));
    return true;
  }
}
