// The only file that queries registry.reminder, and what is near its end.
import { Injectable } from '@nestjs/common';
import { query, type Tx } from '#platform';
import { instantSql } from '../rows/instant-sql';

export type ReminderKind = 'expiry' | 'objection_proof';
export interface NearEnd {
  readonly filingId: string;
  /** Of the registration, or of the objection. */
  readonly number: string;
  readonly endsAt: string;
  readonly organisationIds: readonly string[];
}
export interface ReminderAsked {
  readonly days: number;
  /** RFC 3339, as `until`. */
  readonly after: string;
  readonly until: string;
  readonly now: string;
  readonly most: number;
}

/** What ends in (after, until] = ($1, $2], with whom it concerns. */
const NEAR: Readonly<Record<ReminderKind, string>> = {
  expiry: `select s.filing_id as subject_id, s.filing_id, f.number, s.expires_at as ends_at,
      array(select p.organisation_id::text from registry.filing_party p
        where p.filing_id = f.id and p.role = 'secured' and p.organisation_id is not null
        union select f.filed_by_organisation::text) as organisations
    from registry.filing_current s join registry.filing f on f.id = s.filing_id
    where s.state = 'live' and s.expires_at > $1 and s.expires_at <= $2`,
  objection_proof: `select s.objection_id as subject_id, s.filing_id, o.number, s.lapses_at as ends_at,
      array[o.by_organisation::text] as organisations
    from registry.objection_current s join registry.objection o on o.id = s.objection_id
    where s.state = 'standing' and s.lapses_at > $1 and s.lapses_at <= $2`,
};

@Injectable()
export class ReminderStore {
  /** Notes those nobody was reminded of yet, and answers them, the first to end first. */
  async take(
    tx: Tx,
    kind: ReminderKind,
    { days, after, until, now, most }: ReminderAsked,
  ): Promise<NearEnd[]> {
    return query<NearEnd>(
      tx,
      `with near as (
         select n.* from (${NEAR[kind]}) n
         where not exists (select 1 from registry.reminder r
           where r.subject_id = n.subject_id and r.kind = $3 and r.ends_at = n.ends_at and r.days = $4)
         order by n.ends_at, n.subject_id limit $6
       ), noted as (
         insert into registry.reminder (subject_id, kind, days, ends_at, reminded_at)
         select subject_id, $3, $4, ends_at, $5 from near
         on conflict do nothing returning subject_id
       )
       select near.filing_id as "filingId", near.number, ${instantSql('near.ends_at')} as "endsAt",
         near.organisations as "organisationIds"
       from near join noted on noted.subject_id = near.subject_id order by near.ends_at, near.subject_id`,
      [after, until, kind, days, now, most],
    );
  }
}
