// Trading relations as their two sides see them.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, type Page, pageOf, type Reads } from '#platform';
import { type RelationFilter, TradingRelationStore } from '../../data/trading/trading-relation.store';
import { mayDecide, type TradingRelation } from '../../domain/trading/trading-relation';
import { Organisations } from '../organisations';

export interface RelationShown extends Omit<
  TradingRelation,
  'proposedBy' | 'decidedBy' | 'deciderOrganisationId' | 'proposedAt' | 'decidedAt'
> {
  readonly supplierName: string;
  readonly debtorName: string;
  readonly proposedAt: string;
  readonly decidedAt: string | null;
  readonly actions: readonly string[];
}

export function relationShown(
  relation: TradingRelation,
  actor: Actor,
  names: ReadonlyMap<string, string>,
): RelationShown {
  const { id, supplierId, debtorId, contractNumber, since, signedOn, paymentTermDays } = relation;
  const { noAssignmentClause, state, proposerOrganisationId, reason, supplierSize, debtorSize } = relation;
  const decides = actor.permissions.has('relation.agree') && mayDecide(relation, actor.organisationId);
  return {
    ...{ id, supplierId, debtorId, contractNumber, since, signedOn, paymentTermDays, noAssignmentClause },
    ...{ state, proposerOrganisationId, reason, supplierSize, debtorSize, version: relation.version },
    supplierName: names.get(supplierId) ?? '',
    debtorName: names.get(debtorId) ?? '',
    proposedAt: relation.proposedAt.toISOString(),
    decidedAt: relation.decidedAt?.toISOString() ?? null,
    actions: decides ? ['confirm', 'decline'] : [],
  };
}

/** The legal names of both sides, by id. */
export async function namesOf(
  organisations: Organisations,
  on: Reads,
  relations: readonly TradingRelation[],
): Promise<Map<string, string>> {
  const ids = relations.flatMap(({ supplierId, debtorId }) => [supplierId, debtorId]);
  return new Map([...(await organisations.byIds(on, ids))].map(([id, { legalName }]) => [id, legalName]));
}

@Injectable()
export class RelationQueries {
  constructor(
    private readonly db: Db,
    private readonly relations: TradingRelationStore,
    private readonly organisations: Organisations,
  ) {}

  async page(actor: Actor, filter: RelationFilter): Promise<Page<RelationShown>> {
    const rows = await this.relations.page(this.db.reads, actor.scope, filter);
    const names = await namesOf(this.organisations, this.db.reads, rows);
    return pageOf(
      rows.map((row) => relationShown(row, actor, names)),
      filter,
    );
  }
}
