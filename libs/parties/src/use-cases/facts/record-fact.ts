// The operator records a fact about an organisation; a correction is a later record of the same date.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, dateOf, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { OrganisationFactStore } from '../../data/facts/organisation-fact.store';
import { OrganisationStore } from '../../data/organisation.store';
import { errors } from '../../domain/errors';
import { assertFact, assertMayRecord, type FactWish, type OrganisationFact } from '../../domain/facts/fact';
import { type FactShown, factShown } from './facts.queries';

@Injectable()
export class RecordFact {
  constructor(
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly facts: OrganisationFactStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.organisation_not_found (404), record_own, fact_malformed, fact_in_future (422) */
  async execute(command: Command, organisationId: string, wish: FactWish): Promise<FactShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const [known] = await this.organisations.byIds(tx, actor.scope, [organisationId]);
      if (!known) throw errors.organisation_not_found();
      assertMayRecord(organisationId, actor);
      const recordedAt = this.clock.now();
      const fact: OrganisationFact = {
        ...assertFact(wish, dateOf(recordedAt)),
        ...{ id: newId(shardOf(organisationId)), organisationId, recordedBy: actor.userId, recordedAt },
      };
      await this.facts.add(tx, fact, actor.organisationId);
      const { kind, value, validFrom, source } = fact;
      await this.audit.record(tx, actor, [
        {
          action: 'parties.fact_recorded',
          subjectType: 'organisation_fact',
          subjectId: fact.id,
          subjectVersion: 1,
          details: { organisationId, kind, value, validFrom, source },
        },
      ]);
      return factShown(fact);
    });
  }
}
