// The only file that queries parties.mandate.
import { Injectable } from '@nestjs/common';
import { type LocalDate } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Mandate } from '../../domain/mandates/mandate';

export interface MandateFilter extends PageQuery {
  /** Those of which it is a side. */
  readonly organisationId?: string;
}

const COLUMNS = `m.id, m.principal_id as "principalId", m.agent_id as "agentId", m.kinds,
  m.valid_from as "validFrom", m.valid_to as "validTo", m.state, m.given_by as "givenBy",
  m.given_at as "givenAt", m.answered_by as "answeredBy", m.answered_at as "answeredAt",
  m.ended_by as "endedBy", m.ender_organisation_id as "enderOrganisationId", m.ended_at as "endedAt",
  m.reason, m.version`;
const IN_SCOPE = '($1::uuid[] is null or m.principal_id = any($1) or m.agent_id = any($1))';
const IN_FORCE = `m.agent_id = $2 and m.principal_id = any($3::uuid[]) and m.state = 'accepted'
  and m.valid_from <= $4::date and (m.valid_to is null or m.valid_to >= $4::date)`;

export interface MandateKey {
  readonly agentId: string;
  readonly principalIds: readonly string[];
  readonly day: LocalDate;
}

@Injectable()
export class MandateStore {
  /** False when one between these two is offered or accepted. */
  async add(tx: Tx, mandate: Mandate): Promise<boolean> {
    const { id, principalId, agentId, kinds, validFrom, validTo, state, givenBy, givenAt, version } = mandate;
    const added = await query(
      tx,
      `insert into parties.mandate (id, principal_id, agent_id, kinds, valid_from, valid_to, state, given_by,
         giver_organisation_id, given_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $2, $9, $10)
       on conflict (principal_id, agent_id) where state in ('offered', 'accepted') do nothing returning id`,
      [id, principalId, agentId, kinds, validFrom, validTo, state, givenBy, givenAt, version],
    );
    return added.length > 0;
  }

  /** Those of which an organisation in scope is a side, the newest first. */
  async page(on: Reads, scope: Scope, filter: MandateFilter): Promise<Mandate[]> {
    const { before, take } = keyset(filter);
    return query<Mandate>(
      on,
      `select ${COLUMNS} from parties.mandate m
       where ${IN_SCOPE} and m.id < $2
         and ($3::uuid is null or m.principal_id = $3 or m.agent_id = $3)
       order by m.id desc limit $4`,
      [scopeParam(scope), before, filter.organisationId ?? null, take],
    );
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<Mandate | undefined> {
    const [found] = await query<Mandate>(
      tx,
      `select ${COLUMNS} from parties.mandate m where ${IN_SCOPE} and m.id = $2 for update`,
      [scopeParam(scope), id],
    );
    return found;
  }

  /** Accepted ones that this agent has of these principals; nobody ends them until the transaction is over. */
  async hold(tx: Tx, { agentId, principalIds, day }: MandateKey): Promise<Mandate[]> {
    if (principalIds.length === 0) return [];
    return query<Mandate>(
      tx,
      `select ${COLUMNS} from parties.mandate m
       where ${IN_SCOPE} and ${IN_FORCE} order by m.id for share`,
      [null, agentId, principalIds, day],
    );
  }

  async inForce(on: Reads, scope: Scope, { agentId, principalIds, day }: MandateKey): Promise<Mandate[]> {
    if (principalIds.length === 0) return [];
    return query<Mandate>(on, `select ${COLUMNS} from parties.mandate m where ${IN_SCOPE} and ${IN_FORCE}`, [
      scopeParam(scope),
      agentId,
      principalIds,
      day,
    ]);
  }

  async answer(
    tx: Tx,
    { id, state, agentId, answeredBy, answeredAt, reason, version }: Mandate,
  ): Promise<void> {
    await query(
      tx,
      `update parties.mandate set state = $2, answerer_organisation_id = $3, answered_by = $4, answered_at = $5,
         reason = $6, version = $7 where id = $1`,
      [id, state, agentId, answeredBy, answeredAt, reason, version],
    );
  }

  async end(tx: Tx, { id, enderOrganisationId, endedBy, endedAt, reason, version }: Mandate): Promise<void> {
    await query(
      tx,
      `update parties.mandate set state = 'ended', ender_organisation_id = $2, ended_by = $3, ended_at = $4,
         reason = $5, version = $6 where id = $1`,
      [id, enderOrganisationId, endedBy, endedAt, reason, version],
    );
  }
}
