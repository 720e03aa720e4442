// What befalls objections, written the one way: an event of the filing with its time and number, and a deed in the filing's
// next version.
import { Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { newId, shardOf } from '#kernel';
import type { Tx } from '#platform';
import { FilingEventStore, type LockedFiling } from '../../data/filing-event.store';
import type { ObjectionEventKind } from '../../domain/history/history';
import { type EventStamp, EventStamps } from '../life/event-stamps';

/** A filing that is locked, with the time and number of what befalls it now. */
export interface Opened {
  readonly filing: LockedFiling;
  readonly stamp: EventStamp;
}
export interface ObjectionNote extends Opened {
  readonly objectionId: string;
  readonly reason: string;
  /** Of the deed, beside the time and the numbers. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Beside those whom the filing concerns. */
  readonly alsoFor?: string;
}

const ACTIONS: Readonly<Record<ObjectionEventKind, string>> = Object.freeze({
  objection_filed: 'registry.objection_filed',
  objection_proved: 'registry.objection_proved',
  objection_withdrawn: 'registry.objection_withdrawn',
  objection_lapsed: 'registry.objection_lapsed',
});

@Injectable()
export class ObjectionBook {
  constructor(
    private readonly events: FilingEventStore,
    private readonly audit: AuditLog,
    readonly stamps: EventStamps,
  ) {}

  /** Locks the states in ascending id; an unknown filing is absent. */
  lock(tx: Tx, filingIds: readonly string[]): Promise<LockedFiling[]> {
    return this.events.lock(tx, filingIds, this.stamps.now());
  }

  /** Of those that are locked, and to which something is noted now. Locks the grantors by key. */
  async stamp(tx: Tx, locked: readonly LockedFiling[]): Promise<Map<string, Opened>> {
    const ids = locked.map(({ filingId }) => filingId);
    const stamps = await this.stamps.stamp(tx, ids);
    return new Map(
      locked.flatMap((filing, index): [string, Opened][] => {
        const stamp = stamps[index];
        return stamp ? [[filing.filingId, { filing, stamp }]] : [];
      }),
    );
  }

  /** Both, for one. */
  async open(tx: Tx, filingId: string): Promise<Opened | undefined> {
    return (await this.stamp(tx, await this.lock(tx, [filingId]))).get(filingId);
  }

  /** Each filing once. */
  async note(tx: Tx, by: By, kind: ObjectionEventKind, notes: readonly ObjectionNote[]): Promise<void> {
    const { userId: byUser, organisationId: byOrganisation } = by;
    await this.events.noteObjections(
      tx,
      kind,
      notes.map(({ stamp, objectionId, reason }) => ({
        ...{ ...stamp, id: newId(shardOf(stamp.filingId)), byUser, byOrganisation, reason, objectionId },
      })),
    );
    await this.audit.record(
      tx,
      by,
      notes.map(({ filing, stamp, objectionId, details, alsoFor = [] }) => ({
        action: ACTIONS[kind],
        subjectType: 'registry.filing',
        subjectId: filing.filingId,
        subjectVersion: filing.version + 1,
        at: stamp.at,
        details: { ...details, objectionId, number: stamp.number, at: stamp.at },
        visibleTo: [...new Set(filing.parties.concat(alsoFor))],
      })),
    );
  }
}
