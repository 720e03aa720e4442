// The one way into the book of statutory registrations, inside the transaction of whoever calls; and what counts of it.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By, THE_PLATFORM } from '#audit';
import { addDays, type Clock, compareDates, dateOf, invariant, newId, shardOf, todayOf } from '#kernel';
import { CLOCK, Parameters, type Reads, type Scope, type Tx } from '#platform';
import { type InForce, StatutoryStore } from '../../data/certificates/statutory.store';
import { errors } from '../../domain/errors';
import { instantText, microsOf } from '../../domain/filing-time';
import {
  refuseEntry,
  type StatutoryEntry,
  type StatutoryFacts,
  type StatutorySource,
} from '../../domain/statutory/statutory';
import { statutoryWithinDays } from '../../registry.parameters';

export interface EnteredBy extends By {
  readonly scope: Scope;
}

@Injectable()
export class StatutoryRegistrations {
  constructor(
    private readonly store: StatutoryStore,
    private readonly parameters: Parameters,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A second person checks each before it counts. Locks the states of the filings in ascending id.
   * @throws registry.filing_not_found (404) also when none of one's own is secured by it; statutory_waiting, statutory_known
   *   (409), statutory_time_ahead, statutory_reason_missing (422)
   */
  async enter(
    tx: Tx,
    by: EnteredBy,
    facts: readonly StatutoryFacts[],
    source: Exclude<StatutorySource, 'docked'>,
  ): Promise<StatutoryEntry[]> {
    const ids = facts.map(({ filingId }) => filingId);
    await this.store.lockFilings(tx, ids);
    const own = new Set(await this.store.own(tx, by.scope, ids));
    const known = await this.store.inForce(tx, ids);
    const waiting = await this.store.waiting(tx, ids);
    const now = this.clock.now().getTime();
    for (const given of facts) {
      const { filingId } = given;
      if (!own.has(filingId)) throw errors.filing_not_found({ id: filingId });
      const about = { known: known.get(filingId) ?? null, waiting: waiting.has(filingId), now };
      const refusal = refuseEntry(given, about);
      if (refusal) throw refusal;
    }
    return this.write(tx, by, facts, { source, needsCheck: true });
  }

  /** What the statutory registry itself says: counts at once, unless it contradicts what counts already. */
  async hear(tx: Tx, facts: StatutoryFacts, needsCheck: boolean): Promise<void> {
    await this.write(tx, THE_PLATFORM, [facts], { source: 'docked', needsCheck });
  }

  /** Unscoped: the register is public. What counts, by filing id. */
  inForce(on: Reads, filingIds: readonly string[]): Promise<Map<string, InForce>> {
    return this.store.inForce(on, filingIds);
  }

  /** Unscoped, for those who know the filing: where an entry waits for its check. */
  waiting(on: Reads, filingIds: readonly string[]): Promise<Set<string>> {
    return this.store.waiting(on, filingIds);
  }

  /** Whether a filing without a statutory registration should have had one by now. @param filedAt RFC 3339 */
  async isOverdue(on: Reads, filedAt: string): Promise<boolean> {
    const filedOn = dateOf(new Date(filedAt));
    const days = await this.parameters.integerAt(on, statutoryWithinDays, filedOn);
    return days > 0 && compareDates(todayOf(this.clock), addDays(filedOn, days)) > 0;
  }

  private async write(
    tx: Tx,
    by: By,
    facts: readonly StatutoryFacts[],
    how: Pick<StatutoryEntry, 'source' | 'needsCheck'>,
  ): Promise<StatutoryEntry[]> {
    const enteredAt = instantText(microsOf(this.clock.now()));
    const entries = facts.map((given): StatutoryEntry => ({
      ...given,
      ...how,
      id: newId<'statutory_entry'>(shardOf(given.filingId)),
      enteredBy: by.userId,
      enteredByOrganisation: by.organisationId,
      enteredAt,
    }));
    invariant(entries.length > 0, 'something is entered');
    await this.store.add(tx, entries);
    await this.audit.record(
      tx,
      by,
      entries.map(({ id, filingId, number, registeredAt, source, reason }) => ({
        action: 'registry.statutory_entered',
        subjectType: 'registry.statutory_entry',
        subjectId: id,
        subjectVersion: 1,
        details: { filingId, number, registeredAt, source, reason },
      })),
    );
    return entries;
  }
}
