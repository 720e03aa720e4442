// A supplier or a debtor states that it trades with another organisation, which it names by one of its numbers.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, dateOf, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once } from '#platform';
import { TradingRelationStore } from '../../data/trading/trading-relation.store';
import { errors } from '../../domain/errors';
import {
  assertRelation,
  type RelationSide,
  type RelationTerms,
  type TradingRelation,
} from '../../domain/trading/trading-relation';
import { Organisations } from '../organisations';
import { type RelationShown, relationShown } from './relations.queries';

export interface RelationWish extends RelationTerms {
  /** A number of the other organisation. */
  readonly partner: string;
  /** Which side the caller's organisation is. */
  readonly side: RelationSide;
}

@Injectable()
export class ProposeRelation {
  constructor(
    private readonly once: Once,
    private readonly organisations: Organisations,
    private readonly relations: TradingRelationStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws parties.partner_unknown, relation_side, relation_misdated (422), relation_known (409) */
  async execute(command: Command, { partner, side, ...wish }: RelationWish): Promise<RelationShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const own = await this.organisations.require(tx, actor.organisationId);
      const other = (await this.organisations.byIdentifierValues(tx, [partner])).get(partner);
      if (!other) throw errors.partner_unknown();
      const [supplier, debtor] = side === 'supplier' ? [own, other] : [other, own];
      const proposedAt = this.clock.now();
      const relation: TradingRelation = {
        ...assertRelation(wish, supplier, debtor, dateOf(proposedAt)),
        ...{
          id: newId(shardOf(supplier.id)),
          supplierId: supplier.id,
          debtorId: debtor.id,
          state: 'proposed',
        },
        ...{ proposerOrganisationId: own.id, proposedBy: actor.userId, proposedAt, version: 1 },
        ...{ deciderOrganisationId: null, decidedBy: null, decidedAt: null, reason: null },
        ...{ supplierSize: null, debtorSize: null },
      };
      if (!(await this.relations.add(tx, relation))) throw errors.relation_known();
      const { contractNumber, since, signedOn, paymentTermDays, noAssignmentClause } = relation;
      await this.audit.record(tx, actor, [
        {
          action: 'parties.relation_proposed',
          subjectType: 'trading_relation',
          subjectId: relation.id,
          subjectVersion: 1,
          details: {
            ...{ supplierId: supplier.id, debtorId: debtor.id, contractNumber, since, signedOn },
            ...{ paymentTermDays, noAssignmentClause },
          },
          visibleTo: [supplier.id, debtor.id],
        },
      ]);
      return relationShown(relation, actor, new Map([own, other].map((one) => [one.id, one.legalName])));
    });
  }
}
