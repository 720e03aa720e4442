// What organisations leave behind when they are used, kept as keyed hashes: enough to see that two share a hand, and
// of no use for anything else.
import { Injectable } from '@nestjs/common';
import { EVERYONE, type Reads, type Tx } from '#platform';
import { TraceStore } from '../../data/trace.store';
import { comparable, type Trace, type TraceKind } from '../../domain/trace';
import { PersonalKey } from './personal-key';

@Injectable()
export class Traces {
  constructor(
    private readonly store: TraceStore,
    private readonly key: PersonalKey,
  ) {}

  /** Values that say nothing about anybody (an open mail house, this machine) are left out. */
  async seen(tx: Tx, organisationId: string, traces: readonly Trace[], at: Date): Promise<void> {
    const telling = traces
      .map(({ kind, value }) => ({ kind, value: comparable({ kind, value }) }))
      .filter(({ value }) => value !== '');
    if (telling.length === 0) return;
    const hashed = await Promise.all(
      telling.map(async ({ kind, value }) => ({ kind, hash: await this.key.hash(kind, value) })),
    );
    await this.store.seen(tx, organisationId, hashed, at);
  }

  /** The kinds of trace that both organisations have left; empty: nothing is known that they share. */
  async shared(on: Reads, organisationA: string, organisationB: string): Promise<readonly TraceKind[]> {
    return this.store.shared(on, EVERYONE, organisationA, organisationB);
  }
}
