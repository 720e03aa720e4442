// The only file that writes registry.filing_event, and the present state that follows from it.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { query, type Reads, type Tx } from '#platform';
import type { FilingState, Standing } from '../domain/filing';
import type { ObjectionEventKind } from '../domain/history/history';
import { instantSql } from './rows/instant-sql';

export interface FilingEventRow {
  readonly id: string;
  readonly filingId: string;
  readonly number: string;
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

export interface Extension extends FilingEventRow {
  readonly expiresOn: LocalDate;
  readonly expiresAt: string;
}

export interface ObjectionEvent extends FilingEventRow {
  readonly objectionId: string;
}
export interface LastTime {
  readonly lastAt: string;
  readonly grantorKeys: readonly string[];
}

/** With the organisations that the filing names, and the one that filed it. */
export type LockedFiling = FilingStanding & { readonly parties: readonly string[] };

const COLUMNS = `f.id as "filingId", f.standing, ${instantSql('f.filed_at')} as "filedAt", s.version,
  case when s.state = 'live' and s.expires_at <= $2::timestamptz then 'lapsed' else s.state end as state`;

const columnsOf = (events: readonly FilingEventRow[]) => [
  events.map(({ id }) => id),
  events.map(({ filingId }) => filingId),
  events.map(({ number }) => number),
  events.map(({ at }) => at),
  events.map(({ byUser }) => byUser),
  events.map(({ byOrganisation }) => byOrganisation),
  events.map(({ reason }) => reason),
];

@Injectable()
export class FilingEventStore {
  /** Locks the present states in ascending id. */
  async lock(tx: Tx, filingIds: readonly string[], now: string): Promise<LockedFiling[]> {
    return query<LockedFiling>(
      tx,
      `select ${COLUMNS}, array(select p.organisation_id from registry.filing_party p
         where p.filing_id = f.id and p.organisation_id is not null
         union select f.filed_by_organisation) as parties
       from registry.filing_current s join registry.filing f on f.id = s.filing_id
       where s.filing_id = any($1::uuid[]) order by s.filing_id for update of s`,
      [filingIds, now],
    );
  }

  /** Of filings that are locked: asked after the lock, because the statement that waits for it sees older events only. */
  async lastTimes(tx: Tx, filingIds: readonly string[]): Promise<Map<string, LastTime>> {
    const rows = await query<LastTime & { readonly filingId: string }>(
      tx,
      `select f.id as "filingId", ${instantSql(`greatest(f.filed_at,
         (select max(e.at) from registry.filing_event e where e.filing_id = f.id))`)} as "lastAt",
         array(select p.party_key from registry.filing_party p
           where p.filing_id = f.id and p.role = 'grantor') as "grantorKeys"
       from registry.filing f where f.id = any($1::uuid[])`,
      [filingIds],
    );
    return new Map(rows.map(({ filingId, ...last }) => [filingId, last]));
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

  /** Writes the events and ends the filings with them. */
  async end(tx: Tx, kind: 'cancelled' | 'revoked', events: readonly FilingEventRow[]): Promise<void> {
    await query(
      tx,
      `insert into registry.filing_event (id, filing_id, number, at, by_user, by_organisation, reason, kind)
       select *, $8 from unnest(
         $1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::uuid[], $6::uuid[], $7::text[])`,
      [...columnsOf(events), kind],
    );
    await query(
      tx,
      `update registry.filing_current s set state = $3, ended_at = e.at, version = s.version + 1
       from unnest($1::uuid[], $2::timestamptz[]) as e (filing_id, at) where s.filing_id = e.filing_id`,
      [events.map(({ filingId }) => filingId), events.map(({ at }) => at), kind],
    );
  }

  /** Writes what befell objections to filings that are locked; each filing once. */
  async noteObjections(tx: Tx, kind: ObjectionEventKind, events: readonly ObjectionEvent[]): Promise<void> {
    await query(
      tx,
      `with noted as (
         insert into registry.filing_event
           (id, filing_id, number, at, by_user, by_organisation, reason, objection_id, kind)
         select *, $9 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::uuid[], $6::uuid[],
           $7::text[], $8::uuid[])
         returning filing_id
       )
       update registry.filing_current s set version = s.version + 1 from noted where s.filing_id = noted.filing_id`,
      [...columnsOf(events), events.map(({ objectionId }) => objectionId), kind],
    );
  }

  /** Writes the event and the new end of the term of a filing that is locked. */
  async extend(tx: Tx, event: Extension): Promise<void> {
    const { id, filingId, number, at, byUser, byOrganisation, reason, expiresOn, expiresAt } = event;
    await query(
      tx,
      `insert into registry.filing_event
         (id, filing_id, kind, number, at, by_user, by_organisation, reason, expires_on, expires_at)
       values ($1, $2, 'extended', $3, $4, $5, $6, $7, $8, $9)`,
      [id, filingId, number, at, byUser, byOrganisation, reason, expiresOn, expiresAt],
    );
    await query(
      tx,
      `update registry.filing_current set expires_at = $2::timestamptz, version = version + 1 where filing_id = $1`,
      [filingId, expiresAt],
    );
  }
}
