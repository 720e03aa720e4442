// Ends filings whose debt is discharged, and gives back what they claimed. Cancellation is due within ten working days
// of the discharge (PBoC Order 2021 No. 7); a deal that is paid cancels in the same transaction.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { CLOCK, type Reads, type Tx } from '#platform';
import { ClaimStore } from '../data/claim.store';
import { type FilingEventRow, FilingEventStore, type FilingStanding } from '../data/filing-event.store';
import { instantText, microsOf } from '../domain/filing-time';
import { CompetitionEnds } from './competition-ends';
import { EventStamps } from './life/event-stamps';

export interface FilingEnd {
  readonly kind: 'cancelled' | 'revoked';
  /** Of the deed, as its details. */
  readonly action: string;
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;
}

@Injectable()
export class CancelFilings {
  constructor(
    private readonly stamps: EventStamps,
    private readonly events: FilingEventStore,
    private readonly claims: ClaimStore,
    private readonly competition: CompetitionEnds,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Cancels those that live; as `end`. */
  cancel(tx: Tx, filingIds: readonly string[], by: By, reason: string): Promise<string[]> {
    return this.end(tx, filingIds, by, {
      ...{ kind: 'cancelled', action: 'registry.filing_cancelled', reason, details: { reason } },
    });
  }

  /**
   * Ends those that live; one that has ended stays as it is, so a second call does no harm. Answers the ids that
   * it ended. Locks the states in ascending id, then claims by key, then grantors by key.
   */
  async end(
    tx: Tx,
    filingIds: readonly string[],
    by: By,
    { kind, action, reason, details }: FilingEnd,
  ): Promise<string[]> {
    const at = instantText(microsOf(this.clock.now()));
    const live = (await this.events.lock(tx, filingIds, at)).filter(({ state }) => state === 'live');
    if (live.length === 0) return [];
    const ids = live.map(({ filingId }) => filingId);
    const stamps = await this.stamps.stamp(tx, ids);
    await this.claims.release(tx, ids);
    await this.competition.tell(tx, ids);
    await this.events.end(
      tx,
      kind,
      stamps.map((stamp): FilingEventRow => ({
        ...stamp,
        id: newId(shardOf(stamp.filingId)),
        byUser: by.userId,
        byOrganisation: by.organisationId,
        reason,
      })),
    );
    await this.audit.record(
      tx,
      by,
      live.map(({ filingId, version, parties }, index) => ({
        action,
        subjectType: 'registry.filing',
        subjectId: filingId,
        subjectVersion: version + 1,
        at: stamps[index]?.at,
        details: { ...details, number: stamps[index]?.number, at: stamps[index]?.at },
        visibleTo: parties,
      })),
    );
    return ids;
  }

  /** Which kind of time each filing has, and whether it still lives. */
  async standings(on: Reads, filingIds: readonly string[]): Promise<Map<string, FilingStanding>> {
    const rows = await this.events.standings(on, filingIds, instantText(microsOf(this.clock.now())));
    return new Map(rows.map((row) => [row.filingId, row]));
  }
}
