// Gives each event of a filing its time and number. As for filings, the times against one grantor and on one asset never
// repeat and never go back, whether something is filed, changed or ended: the register has one order for each of them.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, invariant, shardOf } from '#kernel';
import { CLOCK, type Tx } from '#platform';
import { ClaimStore } from '../../data/claim.store';
import { FilingEventStore, type LastTime } from '../../data/filing-event.store';
import { GrantorStore } from '../../data/grantor.store';
import { NumberBlocks } from '../../data/number-blocks';
import { registryNumber } from '../../domain/filing-number';
import { instantText, type Micros, microsFromText, microsOf } from '../../domain/filing-time';

export interface EventStamp {
  readonly filingId: string;
  readonly at: string;
  readonly number: string;
}

interface Named {
  /** Keys of parties. */
  readonly grantors: readonly string[];
  readonly assets: readonly string[];
}

@Injectable()
export class EventStamps {
  constructor(
    private readonly events: FilingEventStore,
    private readonly claims: ClaimStore,
    private readonly grantors: GrantorStore,
    private readonly numbers: NumberBlocks,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  now(): string {
    return instantText(microsOf(this.clock.now()));
  }

  /** The later of now and the last event of a filing that is locked: at that moment it stands as it now stands. */
  async lastOf(tx: Tx, filingId: string): Promise<string> {
    const { lastAt = '' } = (await this.events.lastTimes(tx, [filingId])).get(filingId) ?? {};
    return lastAt > this.now() ? lastAt : this.now();
  }

  /** One per filing, in order; their present states are locked. Locks the assets by key, then the grantors by key. */
  async stamp(tx: Tx, filingIds: readonly string[]): Promise<EventStamp[]> {
    return this.stampAll(tx, filingIds, await this.events.lastTimes(tx, filingIds));
  }

  /** For an event that may name grantors and assets which the filing did not name before; the assets are locked. */
  async stampOne(tx: Tx, filingId: string, { grantors, assets }: Named): Promise<EventStamp> {
    const before = (await this.events.lastTimes(tx, [filingId])).get(filingId);
    invariant(before, 'the filing is locked');
    const grantorKeys = [...new Set([...before.grantorKeys, ...grantors])];
    const known = new Map([[filingId, { ...before, grantorKeys }]]);
    const [stamp] = await this.stampAll(tx, [filingId], known, assets);
    invariant(stamp, 'each filing gets a stamp');
    return stamp;
  }

  private async stampAll(
    tx: Tx,
    filingIds: readonly string[],
    before: ReadonlyMap<string, LastTime>,
    alsoAssets: readonly string[] = [],
  ): Promise<EventStamp[]> {
    const assets = await this.claims.lockNamed(tx, filingIds, alsoAssets);
    const earliest = await this.earliest(tx, assets);
    const keys = [...before.values()].flatMap(({ grantorKeys }) => grantorKeys);
    const last = new Map<string, Micros>();
    for (const [key, at] of await this.grantors.lock(tx, keys)) if (at !== null) last.set(key, at);
    const numbers = await this.numbers.take(tx, filingIds.length);
    let next = earliest;
    const stamps = filingIds.map((filingId, index) => {
      const { lastAt, grantorKeys = [] } = before.get(filingId) ?? {};
      const after = grantorKeys.flatMap((key) => last.get(key) ?? []);
      if (lastAt !== undefined) after.push(microsFromText(lastAt));
      const at = after.reduce((latest, one) => (one + 1n > latest ? one + 1n : latest), next);
      next = at + 1n;
      for (const key of grantorKeys) last.set(key, at);
      const number = registryNumber({ shard: shardOf(filingId), running: numbers[index] ?? 0 });
      return { filingId, number, at: instantText(at) };
    });
    await this.grantors.move(tx, last);
    return stamps;
  }

  /** The later of now and a microsecond after whatever was last done on these assets. */
  private async earliest(tx: Tx, assets: readonly string[]): Promise<Micros> {
    const times = [...(await this.claims.lastTimes(tx, assets)).values()].map(microsFromText);
    return times.reduce((latest, one) => (one + 1n > latest ? one + 1n : latest), microsOf(this.clock.now()));
  }
}
