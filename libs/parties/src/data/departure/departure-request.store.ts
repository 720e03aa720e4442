// The only file that queries parties.departure_request.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { DepartureRequest, RequestState } from '../../domain/departure/departure-request';

export interface DepartureFilter extends PageQuery {
  readonly state?: RequestState;
}

const COLUMNS = `d.id, d.organisation_id as "organisationId", d.reason, d.state,
  d.requested_by as "requestedBy", d.requested_at as "requestedAt", d.closed_by as "closedBy",
  d.closer_organisation_id as "closerOrganisationId", d.closed_at as "closedAt", d.answer, d.version`;
const IN_SCOPE = '($1::uuid[] is null or d.organisation_id = any($1))';

@Injectable()
export class DepartureRequestStore {
  /** False when one of this organisation is open. */
  async add(tx: Tx, request: DepartureRequest): Promise<boolean> {
    const { id, organisationId, reason, state, requestedBy, requestedAt, version } = request;
    const added = await query(
      tx,
      `insert into parties.departure_request (id, organisation_id, reason, state, requested_by, requested_at, version)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (organisation_id) where state = 'open' do nothing returning id`,
      [id, organisationId, reason, state, requestedBy, requestedAt, version],
    );
    return added.length > 0;
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: DepartureFilter): Promise<DepartureRequest[]> {
    const { before, take } = keyset(filter);
    return query<DepartureRequest>(
      on,
      `select ${COLUMNS} from parties.departure_request d
       where ${IN_SCOPE} and d.id < $2 and ($3::text is null or d.state = $3)
       order by d.id desc limit $4`,
      [scopeParam(scope), before, filter.state ?? null, take],
    );
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<DepartureRequest | undefined> {
    const [found] = await query<DepartureRequest>(
      tx,
      `select ${COLUMNS} from parties.departure_request d where ${IN_SCOPE} and d.id = $2 for update`,
      [scopeParam(scope), id],
    );
    return found;
  }

  async close(tx: Tx, request: DepartureRequest): Promise<void> {
    const { id, state, closedBy, closerOrganisationId, closedAt, answer, version } = request;
    await query(
      tx,
      `update parties.departure_request set state = $2, closed_by = $3, closer_organisation_id = $4,
         closed_at = $5, answer = $6, version = $7 where id = $1`,
      [id, state, closedBy, closerOrganisationId, closedAt, answer, version],
    );
  }
}
