// Writes down what was decided about an application, and lets a refused applicant be told.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Actor, Events, type Tx } from '#platform';
import type { ApplicationRow } from '../../data/joining/application.store';
import type { Capability } from '../../domain/organisation';
import { applicationRefused } from '../../parties.events';

@Injectable()
export class DecisionTelling {
  constructor(
    private readonly audit: AuditLog,
    private readonly events: Events,
  ) {}

  async tell(
    tx: Tx,
    actor: Actor,
    { id, state, version, reason, organisationId }: ApplicationRow,
    capabilities: readonly Capability[],
  ): Promise<void> {
    const accepted = state === 'accepted';
    await this.audit.record(tx, actor, [
      {
        action: accepted ? 'parties.application_accepted' : 'parties.application_refused',
        subjectType: 'application',
        subjectId: id,
        subjectVersion: version,
        details: { reason, organisationId, capabilities },
      },
    ]);
    if (!accepted) await this.events.emit(tx, applicationRefused, [{ applicationId: id }]);
  }
}
