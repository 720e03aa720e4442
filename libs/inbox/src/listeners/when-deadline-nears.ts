// Terms that run out, objections that lapse, amendments and cancellations that are due: whom it concerns is told in time.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { deadlineNear } from '#registry';
import type { EntryKind } from '../domain/entry';
import { Entries } from '../use-cases/entries';

const KINDS: Readonly<Record<string, EntryKind>> = Object.freeze({
  expiry: 'registration_expiring',
  objection_proof: 'objection_proof_due',
  objection_notice: 'objection_notice_due',
  cancellation: 'cancellation_due',
  name_change: 'name_change_due',
});

@Injectable()
export class WhenDeadlineNears {
  constructor(private readonly entries: Entries) {}

  @On(deadlineNear)
  async nears(fact: Payload<typeof deadlineNear.fields>, eventId: string): Promise<void> {
    const { filingId: subjectId, number: label, endsAt, organisationIds } = fact;
    const kind = KINDS[fact.kind] ?? 'registration_expiring';
    await this.entries.take(
      eventId,
      organisationIds.map((organisationId) => ({
        ...{ organisationId, kind, subjectId, label, dueAt: new Date(endsAt) },
      })),
    );
  }
}
