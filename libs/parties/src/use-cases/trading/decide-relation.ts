// The other side confirms a stated trading relation or declines it; with the confirmation the sizes at signing are fixed.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { TradingRelationStore } from '../../data/trading/trading-relation.store';
import { errors } from '../../domain/errors';
import { assertRelationDecision, type TradingRelation } from '../../domain/trading/trading-relation';
import { Facts } from '../facts/facts';
import { Organisations } from '../organisations';
import { namesOf, type RelationShown, relationShown } from './relations.queries';

export interface RelationDecision {
  readonly decision: 'confirmed' | 'declined';
  /** Needed when it is declined. */
  readonly reason?: string | null;
}

@Injectable()
export class DecideRelation {
  constructor(
    private readonly once: Once,
    private readonly organisations: Organisations,
    private readonly relations: TradingRelationStore,
    private readonly facts: Facts,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.relation_not_found (404), relation_decided (409), relation_own, relation_reason_missing (422) */
  async execute(
    command: Command,
    id: string,
    { decision, reason = null }: RelationDecision,
  ): Promise<RelationShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const found = await this.relations.lock(tx, actor.scope, id);
      if (!found) throw errors.relation_not_found();
      assertRelationDecision(found, decision, reason, actor);
      const { supplierId, debtorId, signedOn } = found;
      const sides = decision === 'confirmed' ? [supplierId, debtorId] : [];
      const profiles = await this.facts.at(tx, sides, signedOn);
      const decided: TradingRelation = {
        ...{ ...found, state: decision, reason, version: found.version + 1 },
        ...{
          decidedBy: actor.userId,
          decidedAt: this.clock.now(),
          deciderOrganisationId: actor.organisationId,
        },
        supplierSize: profiles.get(supplierId)?.smeSize ?? null,
        debtorSize: profiles.get(debtorId)?.smeSize ?? null,
      };
      await this.relations.decide(tx, decided);
      const { supplierSize, debtorSize } = decided;
      await this.audit.record(tx, actor, [
        {
          action: decision === 'confirmed' ? 'parties.relation_confirmed' : 'parties.relation_declined',
          subjectType: 'trading_relation',
          subjectId: id,
          subjectVersion: decided.version,
          details: { supplierSize, debtorSize, reason },
          visibleTo: [supplierId, debtorId],
        },
      ]);
      return relationShown(decided, actor, await namesOf(this.organisations, tx, [decided]));
    });
  }
}
