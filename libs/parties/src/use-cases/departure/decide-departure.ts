// The operator lets an organisation go that asked to leave, or says what keeps it here.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { DepartureRequestStore } from '../../data/departure/departure-request.store';
import { assertDecision, type DepartureRequest } from '../../domain/departure/departure-request';
import { errors } from '../../domain/departure/errors';
import { DepartureQueries, type DepartureShown } from './departures.queries';
import { OffboardOrganisation } from './offboard-organisation';

export interface DepartureDecision {
  readonly decision: 'granted' | 'refused';
  /** Needed when it is refused. */
  readonly answer?: string | null;
}

@Injectable()
export class DecideDeparture {
  constructor(
    private readonly once: Once,
    private readonly requests: DepartureRequestStore,
    private readonly leaving: OffboardOrganisation,
    private readonly queries: DepartureQueries,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws parties.departure_not_found (404), departure_closed, business_open, status_unchanged (409),
   *   departure_own, departure_answer_missing (422)
   */
  async execute(
    command: Command,
    id: string,
    { decision, answer = null }: DepartureDecision,
  ): Promise<DepartureShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.requests.lock(tx, actor.scope, id);
      if (!found) throw errors.departure_not_found();
      assertDecision(found, decision, answer, actor);
      const { organisationId, reason } = found;
      if (decision === 'granted') await this.leaving.leave(tx, actor, organisationId, reason);
      const closed: DepartureRequest = {
        ...{ ...found, state: decision, answer, version: found.version + 1 },
        ...{ closedBy: actor.userId, closerOrganisationId: actor.organisationId, closedAt: this.clock.now() },
      };
      await this.requests.close(tx, closed);
      await this.audit.record(tx, actor, [
        {
          action: decision === 'granted' ? 'parties.departure_granted' : 'parties.departure_refused',
          subjectType: 'departure_request',
          subjectId: id,
          subjectVersion: closed.version,
          details: { organisationId, answer },
          visibleTo: [organisationId],
        },
      ]);
      return this.queries.one(tx, actor, closed);
    });
  }
}
