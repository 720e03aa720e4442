// The administrator of an organisation asks that it may leave, or takes that back. Nothing ends with the request itself.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { type Actor, CLOCK, type Command, Once, type Tx } from '#platform';
import { DepartureRequestStore } from '../../data/departure/departure-request.store';
import { assertWithdrawal, type DepartureRequest } from '../../domain/departure/departure-request';
import { errors } from '../../domain/departure/errors';
import { DepartureQueries, type DepartureShown } from './departures.queries';

@Injectable()
export class RequestDeparture {
  constructor(
    private readonly once: Once,
    private readonly requests: DepartureRequestStore,
    private readonly queries: DepartureQueries,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.departure_asked (409) */
  async execute(command: Command, { reason }: { readonly reason: string }): Promise<DepartureShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const request: DepartureRequest = {
        ...{ id: newId(shardOf(actor.organisationId)), organisationId: actor.organisationId, reason },
        ...{ state: 'open', requestedBy: actor.userId, requestedAt: this.clock.now(), version: 1 },
        ...{ closedBy: null, closerOrganisationId: null, closedAt: null, answer: null },
      };
      if (!(await this.requests.add(tx, request))) throw errors.departure_asked();
      return this.told(tx, actor, request, 'parties.departure_requested');
    });
  }

  /** @throws parties.departure_not_found (404), departure_closed (409) */
  async withdraw(command: Command, id: string): Promise<DepartureShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.requests.lock(tx, actor.scope, id);
      if (found?.organisationId !== actor.organisationId) throw errors.departure_not_found();
      assertWithdrawal(found);
      const withdrawn: DepartureRequest = {
        ...{ ...found, state: 'withdrawn', version: found.version + 1 },
        ...{ closedBy: actor.userId, closerOrganisationId: actor.organisationId, closedAt: this.clock.now() },
      };
      await this.requests.close(tx, withdrawn);
      return this.told(tx, actor, withdrawn, 'parties.departure_withdrawn');
    });
  }

  private async told(
    tx: Tx,
    actor: Actor,
    request: DepartureRequest,
    action: string,
  ): Promise<DepartureShown> {
    const { id, organisationId, reason, version } = request;
    await this.audit.record(tx, actor, [
      {
        action,
        subjectType: 'departure_request',
        subjectId: id,
        subjectVersion: version,
        details: { organisationId, reason },
      },
    ]);
    return this.queries.one(tx, actor, request);
  }
}
