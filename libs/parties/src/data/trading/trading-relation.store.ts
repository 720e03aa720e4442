// The only file that queries parties.trading_relation.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { TradingRelation } from '../../domain/trading/trading-relation';

export interface RelationFilter extends PageQuery {
  /** Those of which it is a side. */
  readonly organisationId?: string;
}

export interface TradingPair {
  readonly supplierId: string;
  readonly debtorId: string;
}

const COLUMNS = `r.id, r.supplier_id as "supplierId", r.debtor_id as "debtorId",
  r.contract_number as "contractNumber", r.since, r.signed_on as "signedOn",
  r.payment_term_days as "paymentTermDays", r.no_assignment_clause as "noAssignmentClause", r.state,
  r.proposer_organisation_id as "proposerOrganisationId", r.proposed_by as "proposedBy",
  r.proposed_at as "proposedAt", r.decider_organisation_id as "deciderOrganisationId",
  r.decided_by as "decidedBy", r.decided_at as "decidedAt", r.reason, r.supplier_size as "supplierSize",
  r.debtor_size as "debtorSize", r.version`;
const IN_SCOPE = '($1::uuid[] is null or r.supplier_id = any($1) or r.debtor_id = any($1))';

@Injectable()
export class TradingRelationStore {
  /** False when the two have said this of the contract before, and it was not declined. */
  async add(tx: Tx, relation: TradingRelation): Promise<boolean> {
    const { id, supplierId, debtorId, contractNumber, since, signedOn, paymentTermDays } = relation;
    const { noAssignmentClause, state, proposerOrganisationId, proposedBy, proposedAt, version } = relation;
    const added = await query(
      tx,
      `insert into parties.trading_relation (id, supplier_id, debtor_id, contract_number, since, signed_on,
         payment_term_days, no_assignment_clause, state, proposer_organisation_id, proposed_by, proposed_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (supplier_id, debtor_id, contract_number) where state <> 'declined' do nothing returning id`,
      [
        ...[id, supplierId, debtorId, contractNumber, since, signedOn, paymentTermDays, noAssignmentClause],
        ...[state, proposerOrganisationId, proposedBy, proposedAt, version],
      ],
    );
    return added.length > 0;
  }

  /** Those of which the reader's organisation is a side, the newest first. */
  async page(on: Reads, scope: Scope, filter: RelationFilter): Promise<TradingRelation[]> {
    const { before, take } = keyset(filter);
    return query<TradingRelation>(
      on,
      `select ${COLUMNS} from parties.trading_relation r where ${IN_SCOPE} and r.id < $2
         and ($3::uuid is null or r.supplier_id = $3 or r.debtor_id = $3)
       order by r.id desc limit $4`,
      [scopeParam(scope), before, filter.organisationId ?? null, take],
    );
  }

  /** What both sides confirmed, the latest contract of each pair first. */
  async confirmed(on: Reads, scope: Scope, pairs: readonly TradingPair[]): Promise<TradingRelation[]> {
    return query<TradingRelation>(
      on,
      `select ${COLUMNS} from parties.trading_relation r
       where ${IN_SCOPE} and r.state = 'confirmed'
         and (r.supplier_id, r.debtor_id) in (select * from unnest($2::uuid[], $3::uuid[]))
       order by r.signed_on desc, r.id desc`,
      [scopeParam(scope), pairs.map(({ supplierId }) => supplierId), pairs.map(({ debtorId }) => debtorId)],
    );
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<TradingRelation | undefined> {
    const [found] = await query<TradingRelation>(
      tx,
      `select ${COLUMNS} from parties.trading_relation r where ${IN_SCOPE} and r.id = $2 for update`,
      [scopeParam(scope), id],
    );
    return found;
  }

  async decide(tx: Tx, relation: TradingRelation): Promise<void> {
    const { id, state, deciderOrganisationId, decidedBy, decidedAt, reason } = relation;
    const { supplierSize, debtorSize, version } = relation;
    await query(
      tx,
      `update parties.trading_relation set state = $2, decider_organisation_id = $3, decided_by = $4,
         decided_at = $5, reason = $6, supplier_size = $7, debtor_size = $8, version = $9 where id = $1`,
      [id, state, deciderOrganisationId, decidedBy, decidedAt, reason, supplierSize, debtorSize, version],
    );
  }
}
