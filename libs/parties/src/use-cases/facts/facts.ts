// What other libraries ask about size, industry and region on a given day. They hold the ids from rows they were
// allowed to read, so there is no scope here.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { EVERYONE, type Reads } from '#platform';
import { OrganisationFactStore } from '../../data/facts/organisation-fact.store';
import { type OrganisationFact, type OrganisationProfile, profileOf } from '../../domain/facts/fact';

@Injectable()
export class Facts {
  constructor(private readonly facts: OrganisationFactStore) {}

  /** Every organisation that was asked about has a profile, if an empty one. */
  async at(
    on: Reads,
    organisationIds: readonly string[],
    day: LocalDate,
  ): Promise<Map<string, OrganisationProfile>> {
    const found = await this.facts.inForce(on, EVERYONE, organisationIds, day);
    const byOrganisation = new Map<string, OrganisationFact[]>();
    for (const fact of found)
      byOrganisation.set(fact.organisationId, [...(byOrganisation.get(fact.organisationId) ?? []), fact]);
    return new Map(organisationIds.map((id) => [id, profileOf(byOrganisation.get(id) ?? [])]));
  }
}
