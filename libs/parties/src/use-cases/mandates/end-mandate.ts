// Either side ends a mandate, at once: whatever the agent brings from then on is refused. What it brought before stays.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { MandateStore } from '../../data/mandates/mandate.store';
import { errors } from '../../domain/mandates/errors';
import { assertMandateEnd, type Mandate } from '../../domain/mandates/mandate';
import { MandateQueries, type MandateShown } from './mandates.queries';

@Injectable()
export class EndMandate {
  constructor(
    private readonly once: Once,
    private readonly mandates: MandateStore,
    private readonly queries: MandateQueries,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.mandate_not_found (404), mandate_decided (409) */
  async execute(
    command: Command,
    id: string,
    { reason }: { readonly reason: string },
  ): Promise<MandateShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.mandates.lock(tx, actor.scope, id);
      if (!found) throw errors.mandate_not_found();
      assertMandateEnd(found);
      const { principalId, agentId } = found;
      const ended: Mandate = {
        ...{ ...found, state: 'ended', reason, version: found.version + 1 },
        ...{ endedBy: actor.userId, enderOrganisationId: actor.organisationId, endedAt: this.clock.now() },
      };
      await this.mandates.end(tx, ended);
      await this.audit.record(tx, actor, [
        {
          action: 'parties.mandate_ended',
          subjectType: 'mandate',
          subjectId: id,
          subjectVersion: ended.version,
          details: { principalId, agentId, reason },
          visibleTo: [principalId, agentId].filter((one) => one !== actor.organisationId),
        },
      ]);
      return this.queries.one(tx, actor, ended);
    });
  }
}
