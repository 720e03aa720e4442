// Writes down what obliges whoever filed, with the day by which it is due: one row and one deed for each.
import { Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { newId, shardOf, todayOf } from '#kernel';
import { Calendars, Parameters, type Reads, type Tx } from '#platform';
import { DutyStore } from '../../data/deadlines/duty.store';
import { type DutyFact, type DutyFigures, dueOf } from '../../domain/deadline/duty';
import { instantText } from '../../domain/filing-time';
import { nameKey } from '../../domain/party-key';
import { cancelWithinWorkingDays, renameWithinMonths } from '../../registry.parameters';
import { EventStamps } from '../life/event-stamps';

export interface DutyNote extends DutyFact {
  readonly filingId: string;
  /** Whom the filing concerns. */
  readonly parties: readonly string[];
}

@Injectable()
export class DutyBook {
  constructor(
    private readonly store: DutyStore,
    private readonly calendars: Calendars,
    private readonly parameters: Parameters,
    private readonly audit: AuditLog,
    readonly stamps: EventStamps,
  ) {}

  /** Answers the ids, null for what was noted before. */
  async note(tx: Tx, by: By, notes: readonly DutyNote[]): Promise<(string | null)[]> {
    const calendar = await this.calendars.current(tx);
    const statedAt = this.stamps.now();
    const figures = await this.figures(tx);
    const rows = notes.map(({ parties, ...note }) => {
      const { dueAt, ...due } = dueOf(note.ground, note.occurredOn, figures, calendar);
      return {
        row: {
          ...{ ...note, ...due, id: newId(shardOf(note.filingId)) },
          ...{ dueAt: instantText(dueAt), statedAt, byUser: by.userId, byOrganisation: by.organisationId },
          formerKey: note.formerName === null ? null : nameKey(note.formerName),
        },
        parties,
      };
    });
    const added = new Set(
      await this.store.add(
        tx,
        rows.map(({ row }) => row),
      ),
    );
    await this.audit.record(
      tx,
      by,
      rows
        .filter(({ row }) => added.has(row.id))
        .map(({ row: { id, filingId, ground, occurredOn, dueOn, dueAt }, parties }) => ({
          action: 'registry.duty_stated',
          ...{ subjectType: 'registry.duty', subjectId: id, subjectVersion: 1 },
          details: { filingId, ground, occurredOn, dueOn, dueAt },
          visibleTo: [...parties],
        })),
    );
    return rows.map(({ row }) => (added.has(row.id) ? row.id : null));
  }

  private async figures(on: Reads): Promise<DutyFigures> {
    const today = todayOf(this.stamps.clock);
    return {
      cancelWorkingDays: await this.parameters.integerAt(on, cancelWithinWorkingDays, today),
      renameMonths: await this.parameters.integerAt(on, renameWithinMonths, today),
    };
  }
}
