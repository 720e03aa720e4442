// Mandates as their two sides and the operator see them.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, invariant } from '#kernel';
import { type Actor, CLOCK, Db, type Page, pageOf, type Reads } from '#platform';
import { type MandateFilter, MandateStore } from '../../data/mandates/mandate.store';
import { isInForce, type Mandate, MANDATE_TRANSITIONS } from '../../domain/mandates/mandate';
import { Organisations } from '../organisations';

export interface MandateShown extends Omit<
  Mandate,
  'givenBy' | 'answeredBy' | 'endedBy' | 'enderOrganisationId' | 'givenAt' | 'answeredAt' | 'endedAt'
> {
  readonly principalName: string;
  readonly agentName: string;
  readonly givenAt: string;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly isInForce: boolean;
  readonly actions: readonly string[];
}

function actionsOn(
  { state, principalId, agentId }: Mandate,
  { permissions, organisationId }: Actor,
): string[] {
  if (!permissions.has('mandate.agree') || ![principalId, agentId].includes(organisationId)) return [];
  const answers = state === 'offered' && agentId === organisationId;
  const ends = MANDATE_TRANSITIONS[state].includes('ended');
  return [...(answers ? ['accept', 'decline'] : []), ...(ends && !answers ? ['end'] : [])];
}

@Injectable()
export class MandateQueries {
  constructor(
    private readonly db: Db,
    private readonly mandates: MandateStore,
    private readonly organisations: Organisations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(actor: Actor, filter: MandateFilter): Promise<Page<MandateShown>> {
    const rows = await this.mandates.page(this.db.reads, actor.scope, filter);
    return pageOf(await this.shown(this.db.reads, actor, rows), filter);
  }

  async one(on: Reads, actor: Actor, mandate: Mandate): Promise<MandateShown> {
    const [shown] = await this.shown(on, actor, [mandate]);
    invariant(shown, 'one mandate is shown as one');
    return shown;
  }

  private async shown(on: Reads, actor: Actor, mandates: readonly Mandate[]): Promise<MandateShown[]> {
    const ids = mandates.flatMap(({ principalId, agentId }) => [principalId, agentId]);
    const found = await this.organisations.byIds(on, ids);
    const nameOf = (id: string) => found.get(id)?.legalName ?? '';
    const now = this.clock.now();
    return mandates.map((mandate) => {
      const { id, principalId, agentId, kinds, validFrom, validTo, state, reason, version } = mandate;
      return {
        ...{ id, principalId, agentId, kinds, validFrom, validTo, state, reason, version },
        principalName: nameOf(principalId),
        agentName: nameOf(agentId),
        givenAt: mandate.givenAt.toISOString(),
        answeredAt: mandate.answeredAt?.toISOString() ?? null,
        endedAt: mandate.endedAt?.toISOString() ?? null,
        isInForce: isInForce(mandate, now),
        actions: actionsOn(mandate, actor),
      };
    });
  }
}
