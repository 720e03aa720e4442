// Gives each event of a filing its time and number. As for filings, the times against one grantor never repeat and never go
// back, whether something is filed, changed or ended: the register has one order for each grantor.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, shardOf } from '#kernel';
import { CLOCK, type Tx } from '#platform';
import { FilingEventStore } from '../../data/filing-event.store';
import { GrantorStore } from '../../data/grantor.store';
import { NumberBlocks } from '../../data/number-blocks';
import { registryNumber } from '../../domain/filing-number';
import { instantText, type Micros, microsFromText, microsOf } from '../../domain/filing-time';

export interface EventStamp {
  readonly filingId: string;
  readonly at: string;
  readonly number: string;
}

@Injectable()
export class EventStamps {
  constructor(
    private readonly events: FilingEventStore,
    private readonly grantors: GrantorStore,
    private readonly numbers: NumberBlocks,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  now(): string {
    return instantText(microsOf(this.clock.now()));
  }

  /** One per filing, in order; their present states are locked, then the claims they give back. Locks the grantors by key. */
  async stamp(tx: Tx, filingIds: readonly string[]): Promise<EventStamp[]> {
    const before = await this.events.lastTimes(tx, filingIds);
    const keys = [...before.values()].flatMap(({ grantorKeys }) => grantorKeys);
    const last = new Map<string, Micros>();
    for (const [key, at] of await this.grantors.lock(tx, keys)) if (at !== null) last.set(key, at);
    const numbers = await this.numbers.take(tx, filingIds.length);
    const now = microsOf(this.clock.now());
    const stamps = filingIds.map((filingId, index) => {
      const { lastAt, grantorKeys = [] } = before.get(filingId) ?? {};
      const after = grantorKeys.flatMap((key) => last.get(key) ?? []);
      if (lastAt !== undefined) after.push(microsFromText(lastAt));
      const at = after.reduce((latest, one) => (one + 1n > latest ? one + 1n : latest), now);
      for (const key of grantorKeys) last.set(key, at);
      const number = registryNumber({ shard: shardOf(filingId), running: numbers[index] ?? 0 });
      return { filingId, number, at: instantText(at) };
    });
    await this.grantors.move(tx, last);
    return stamps;
  }
}
