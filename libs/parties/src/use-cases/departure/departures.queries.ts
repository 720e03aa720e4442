// Requests to leave as the organisation and the operator see them, with what still keeps it here.
import { Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import { type Actor, Db, type Page, pageOf, type Reads } from '#platform';
import { type DepartureFilter, DepartureRequestStore } from '../../data/departure/departure-request.store';
import type { Obstacle } from '../../domain/departure/departure';
import type { DepartureRequest } from '../../domain/departure/departure-request';
import { Organisations } from '../organisations';
import { DepartureObstacles } from './departure-obstacles';

export interface DepartureShown extends Omit<
  DepartureRequest,
  'requestedBy' | 'requestedAt' | 'closedBy' | 'closerOrganisationId' | 'closedAt'
> {
  readonly organisationName: string;
  readonly requestedAt: string;
  readonly closedAt: string | null;
  /** Business that is open now; of an open request only. */
  readonly obstacles: readonly { readonly what: Obstacle; readonly count: number }[];
  readonly actions: readonly string[];
}

function actionsOn({ state, organisationId }: DepartureRequest, actor: Actor): string[] {
  if (state !== 'open') return [];
  const own = organisationId === actor.organisationId;
  return [
    ...(own && actor.permissions.has('departure.request') ? ['withdraw'] : []),
    ...(!own && actor.permissions.has('organisation.onboard') ? ['grant', 'refuse'] : []),
  ];
}

@Injectable()
export class DepartureQueries {
  constructor(
    private readonly db: Db,
    private readonly requests: DepartureRequestStore,
    private readonly obstacles: DepartureObstacles,
    private readonly organisations: Organisations,
  ) {}

  async page(actor: Actor, filter: DepartureFilter): Promise<Page<DepartureShown>> {
    const rows = await this.requests.page(this.db.reads, actor.scope, filter);
    return pageOf(await this.shown(this.db.reads, actor, rows), filter);
  }

  async one(on: Reads, actor: Actor, request: DepartureRequest): Promise<DepartureShown> {
    const [shown] = await this.shown(on, actor, [request]);
    invariant(shown, 'one request is shown as one');
    return shown;
  }

  private async shown(
    on: Reads,
    actor: Actor,
    requests: readonly DepartureRequest[],
  ): Promise<DepartureShown[]> {
    const found = await this.organisations.byIds(
      on,
      requests.map(({ organisationId }) => organisationId),
    );
    const shown: DepartureShown[] = [];
    for (const request of requests) {
      const { id, organisationId, reason, state, requestedAt, closedAt, answer, version } = request;
      shown.push({
        ...{ id, organisationId, reason, state, answer, version, actions: actionsOn(request, actor) },
        organisationName: found.get(organisationId)?.legalName ?? '',
        requestedAt: requestedAt.toISOString(),
        closedAt: closedAt?.toISOString() ?? null,
        obstacles: state === 'open' ? await this.open(on, organisationId) : [],
      });
    }
    return shown;
  }

  private async open(on: Reads, organisationId: string): Promise<DepartureShown['obstacles']> {
    const counts = await this.obstacles.of(on, organisationId);
    return [...counts].flatMap(([what, count]) => (count > 0 ? [{ what, count }] : []));
  }
}
