// Terms of registrations that run out, and objections that lapse without proof: whom it concerns is told in time.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { deadlineNear } from '#registry';
import { Entries } from '../use-cases/entries';

@Injectable()
export class WhenDeadlineNears {
  constructor(private readonly entries: Entries) {}

  @On(deadlineNear)
  async nears(fact: Payload<typeof deadlineNear.fields>, eventId: string): Promise<void> {
    const { filingId: subjectId, number: label, endsAt, organisationIds } = fact;
    const kind = fact.kind === 'expiry' ? 'registration_expiring' : 'objection_proof_due';
    await this.entries.take(
      eventId,
      organisationIds.map((organisationId) => ({
        ...{ organisationId, kind, subjectId, label, dueAt: new Date(endsAt) },
      })),
    );
  }
}
