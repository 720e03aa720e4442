// The only file that writes registry.filing_event, and the present state that follows from it.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Tx } from '#platform';
import type { FilingState, Standing } from '../domain/filing';
import { instantSql } from './rows/instant-sql';

export interface FilingEventRow {
  readonly id: string;
  readonly filingId: string;
  readonly kind: 'cancelled';
  readonly at: string;
  readonly byUser: string | null;
  readonly byOrganisation: string | null;
  readonly reason: string;
}
export interface FilingStanding {
  readonly filingId: string;
  readonly standing: Standing;
  readonly state: FilingState;
  /** RFC 3339 with microseconds: the time that decides the rank. */
  readonly filedAt: string;
  readonly version: number;
}

/** With the organisations that the filing names. */
export type LockedFiling = FilingStanding & { readonly parties: readonly string[] };

const COLUMNS = `f.id as "filingId", f.standing, ${instantSql('f.filed_at')} as "filedAt", s.version,
  case when s.state = 'live' and s.expires_at <= $2::timestamptz then 'lapsed' else s.state end as state`;

@Injectable()
export class FilingEventStore {
  /** Locks the present states in ascending id. */
  async lock(tx: Tx, filingIds: readonly string[], now: string): Promise<LockedFiling[]> {
    return query<LockedFiling>(
      tx,
      `select ${COLUMNS}, array(select distinct p.organisation_id from registry.filing_party p
         where p.filing_id = f.id and p.organisation_id is not null) as parties
       from registry.filing_current s join registry.filing f on f.id = s.filing_id
       where s.filing_id = any($1::uuid[]) order by s.filing_id for update of s`,
      [filingIds, now],
    );
  }

  /** Unscoped: the register is public. Standings at `now`; an unknown id is absent. */
  async standings(on: Reads, filingIds: readonly string[], now: string): Promise<FilingStanding[]> {
    return query<FilingStanding>(
      on,
      `select ${COLUMNS} from registry.filing_current s join registry.filing f on f.id = s.filing_id
       where s.filing_id = any($1::uuid[])`,
      [filingIds, now],
    );
  }

  /** Unscoped: the register is public. When filings were ended before their term; the others are absent. */
  async endings(on: Reads, filingIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await query<{ filingId: string; endedAt: string }>(
      on,
      `select s.filing_id as "filingId", ${instantSql('s.ended_at')} as "endedAt"
       from registry.filing_current s
       where s.filing_id = any($1::uuid[]) and s.state in ('cancelled', 'revoked')`,
      [filingIds],
    );
    return new Map(rows.map(({ filingId, endedAt }) => [filingId, endedAt]));
  }

  /** Writes the events and ends the filings that they cancel. */
  async cancel(tx: Tx, events: readonly FilingEventRow[]): Promise<void> {
    await query(
      tx,
      `insert into registry.filing_event (id, filing_id, kind, at, by_user, by_organisation, reason)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::uuid[], $6::uuid[], $7::text[])`,
      [
        events.map(({ id }) => id),
        events.map(({ filingId }) => filingId),
        events.map(({ kind }) => kind),
        events.map(({ at }) => at),
        events.map(({ byUser }) => byUser),
        events.map(({ byOrganisation }) => byOrganisation),
        events.map(({ reason }) => reason),
      ],
    );
    await query(
      tx,
      `update registry.filing_current s set state = 'cancelled', ended_at = e.at, version = s.version + 1
       from unnest($1::uuid[], $2::timestamptz[]) as e (filing_id, at) where s.filing_id = e.filing_id`,
      [events.map(({ filingId }) => filingId), events.map(({ at }) => at)],
    );
  }
}
