// Hands filings without a statutory registration to the registry that this deployment is docked to, and takes what it
// tells. Asking happens outside any transaction; what is told twice is taken once, and what contradicts waits for a person.
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, EVERYONE, Every } from '#platform';
import { type DueFiling, StatutoryStore } from '../../data/certificates/statutory.store';
import { instantText, microsOf } from '../../domain/filing-time';
import { compare } from '../../domain/statutory/statutory';
import {
  type RegistryNews,
  STATUTORY_REGISTRY,
  type StatutoryRegistry,
} from '../../domain/statutory/statutory-registry';
import { StatutoryRegistrations } from './statutory-registrations';

const AT_ONCE = 500;
/** For so long the registry may still tell something else than it first did. */
const WATCHED_MS = 30 * 86_400_000;

@Injectable()
export class FollowStatutoryRegistry {
  constructor(
    private readonly db: Db,
    private readonly store: StatutoryStore,
    private readonly registrations: StatutoryRegistrations,
    @Inject(CLOCK) private readonly clock: Clock,
    /** Null: nobody is docked, and people enter what they get. */
    @Optional() @Inject(STATUTORY_REGISTRY) private readonly registry: StatutoryRegistry | null,
  ) {}

  @Every('registry.statutory', '*/10 * * * *')
  async execute(): Promise<void> {
    if (!this.registry) return;
    for (let before = LAST; ;) {
      const now = this.clock.now().toISOString();
      const due = await this.store.due(this.db.reads, EVERYONE, { before, take: AT_ONCE, now });
      const last = due.at(-1);
      if (!last) break;
      await this.registry.submit(due.map(submitted));
      await this.hearOf(this.registry, due);
      before = last.id;
    }
    const since = new Date(this.clock.now().getTime() - WATCHED_MS).toISOString();
    const heard = await this.store.heardSince(this.db.reads, since, AT_ONCE);
    await this.hearOf(this.registry, heard);
  }

  private async hearOf(
    registry: StatutoryRegistry,
    filings: readonly { readonly id: string; readonly number: string }[],
  ): Promise<void> {
    if (filings.length === 0) return;
    const ids = new Map(filings.map(({ id, number }) => [number, id]));
    for (const one of await registry.news([...ids.keys()])) {
      const filingId = ids.get(one.filingNumber);
      if (filingId !== undefined) await this.take(filingId, one);
    }
  }

  private take(filingId: string, { number, registeredAt }: RegistryNews): Promise<void> {
    return this.db.run(async (tx) => {
      await this.store.lockFilings(tx, [filingId]);
      const told = { number, registeredAt: instantText(microsOf(new Date(registeredAt))) };
      const known = (await this.store.inForce(tx, [filingId])).get(filingId) ?? null;
      const isNews =
        compare(known, told) !== 'same' &&
        (await this.store.ofFiling(tx, filingId)).every((entry) => compare(entry, told) === 'different');
      if (!isNews || Date.parse(registeredAt) > this.clock.now().getTime()) return;
      const facts = { filingId, ...told, certificateSha256: null, reason: null };
      await this.registrations.hear(tx, facts, known !== null);
    });
  }
}

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const submitted = ({ id, number, filedAt, grantor }: DueFiling) => ({
  filingId: id,
  number,
  filedAt,
  grantor,
});
