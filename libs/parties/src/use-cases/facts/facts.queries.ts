// Facts about an organisation as itself and the operator see them.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dateOf } from '#kernel';
import { type Actor, CLOCK, Db } from '#platform';
import { OrganisationFactStore } from '../../data/facts/organisation-fact.store';
import { OrganisationStore } from '../../data/organisation.store';
import { errors } from '../../domain/errors';
import { type OrganisationFact, type OrganisationProfile, profileOf } from '../../domain/facts/fact';

export interface FactShown extends Omit<OrganisationFact, 'recordedAt'> {
  readonly recordedAt: string;
}
export interface FactsShown {
  /** What holds today. */
  readonly profile: OrganisationProfile;
  readonly items: readonly FactShown[];
  readonly actions: readonly string[];
}

export const factShown = ({ recordedAt, ...rest }: OrganisationFact): FactShown => ({
  ...rest,
  recordedAt: recordedAt.toISOString(),
});

@Injectable()
export class FactQueries {
  constructor(
    private readonly db: Db,
    private readonly organisations: OrganisationStore,
    private readonly facts: OrganisationFactStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.organisation_not_found (404), also for one outside the actor's scope */
  async ofOrganisation(actor: Actor, organisationId: string): Promise<FactsShown> {
    const on = this.db.reads;
    const [known] = await this.organisations.byIds(on, actor.scope, [organisationId]);
    if (!known) throw errors.organisation_not_found();
    const today = dateOf(this.clock.now());
    const inForce = await this.facts.inForce(on, actor.scope, [organisationId], today);
    const items = await this.facts.ofOrganisation(on, actor.scope, organisationId);
    const mayRecord =
      actor.permissions.has('organisation.describe') && actor.organisationId !== organisationId;
    return {
      profile: profileOf(inForce),
      items: items.map(factShown),
      actions: mayRecord ? ['record'] : [],
    };
  }
}
