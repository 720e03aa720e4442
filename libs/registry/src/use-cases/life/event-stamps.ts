// Gives each event of a filing its time and number. The times of one filing never repeat, so its events have one order.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, shardOf } from '#kernel';
import { CLOCK, type Tx } from '#platform';
import { FilingEventStore } from '../../data/filing-event.store';
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
    private readonly numbers: NumberBlocks,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  now(): string {
    return instantText(microsOf(this.clock.now()));
  }

  /** One per filing, in order; their present states are locked. */
  async stamp(tx: Tx, filingIds: readonly string[]): Promise<EventStamp[]> {
    const last = await this.events.lastTimes(tx, filingIds);
    const numbers = await this.numbers.take(tx, filingIds.length);
    const now = microsOf(this.clock.now());
    return filingIds.map((filingId, index) => {
      const before = last.get(filingId);
      const at = before === undefined ? now : laterOf(now, microsFromText(before) + 1n);
      const number = registryNumber({ shard: shardOf(filingId), running: numbers[index] ?? 0 });
      return { filingId, number, at: instantText(at) };
    });
  }
}

const laterOf = (a: Micros, b: Micros): Micros => (a > b ? a : b);
