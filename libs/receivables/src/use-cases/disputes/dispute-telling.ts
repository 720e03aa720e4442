// The deed and the event of whatever is done with a dispute after it was opened.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Actor, Events, type Tx } from '#platform';
import type { Dispute } from '../../domain/dispute';
import { disputeMoved } from '../../receivables.events';

@Injectable()
export class DisputeTelling {
  constructor(
    private readonly events: Events,
    private readonly audit: AuditLog,
  ) {}

  /** @param moved as it is after the deed */
  async tell(
    tx: Tx,
    actor: Actor,
    moved: Dispute,
    action: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { id, receivableId, supplierId, debtorId, state, version } = moved;
    await this.audit.record(tx, actor, [
      {
        ...{ action, subjectType: 'dispute', subjectId: id, subjectVersion: version },
        details: { receivableId, ...details },
        visibleTo: [supplierId, debtorId, moved.openedByOrganisation ?? debtorId],
      },
    ]);
    await this.events.emit(tx, disputeMoved, [{ disputeId: id, receivableId, supplierId, debtorId, state }]);
  }
}
