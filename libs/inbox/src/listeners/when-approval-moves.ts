// Approvals: a colleague is asked, until it is decided or runs out.
import { Injectable } from '@nestjs/common';
import { approvalEnded, commandHeld } from '#approvals';
import { On, type Payload } from '#platform';
import { Entries } from '../use-cases/entries';

@Injectable()
export class WhenApprovalMoves {
  constructor(private readonly entries: Entries) {}

  @On(commandHeld)
  async held(fact: Payload<typeof commandHeld.fields>, eventId: string) {
    const { approvalId: subjectId, organisationId, permission, madeBy, expiresAt } = fact;
    await this.entries.take(eventId, [
      {
        ...{ organisationId, kind: 'approval_to_decide', subjectId, permission },
        ...{ notFor: madeBy, dueAt: new Date(expiresAt) },
      },
    ]);
  }

  /** Its maker hears what another decided, or that nobody did. */
  @On(approvalEnded)
  async ended(fact: Payload<typeof approvalEnded.fields>, eventId: string) {
    const { approvalId: subjectId, organisationId, state, madeBy: personId, decidedBy } = fact;
    const decided = state === 'approved' || state === 'declined';
    await this.entries.take(
      eventId,
      decidedBy === personId ? [] : [{ organisationId, kind: 'approval_decided', subjectId, personId }],
      [{ kind: 'approval_to_decide', subjectId, state: decided ? 'done' : 'void' }],
    );
  }
}
