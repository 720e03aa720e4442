// The only file that queries registry.reminder, and what is near its end or due soon.
import { Injectable } from '@nestjs/common';
import { query, type Tx } from '#platform';
import { instantSql } from '../rows/instant-sql';
import { stoodAt } from '../rows/line-sql';

export const REMINDER_KINDS = [
  'expiry',
  'objection_proof',
  'objection_notice',
  'cancellation',
  'name_change',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];
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
  /** Within which an objector tells the secured parties. */
  readonly noticeDays: number;
}

/** Whoever filed, and the secured parties that have an account. */
const OBLIGED = `array(select p.organisation_id::text from registry.filing_party p
    where p.filing_id = f.id and p.role = 'secured' and p.organisation_id is not null
    union select f.filed_by_organisation::text) as organisations`;

const DUTIES = `select d.id as subject_id, d.filing_id, f.number, d.due_at as ends_at, ${OBLIGED}
  from registry.duty d join registry.filing f on f.id = d.filing_id
  join registry.filing_current s on s.filing_id = f.id and s.state = 'live' and s.expires_at > $5::timestamptz
  where d.due_at > $1 and d.due_at <= $2`;

/** What ends in (after, until] = ($1, $2], with whom it concerns. */
const NEAR: Readonly<Record<ReminderKind, string>> = {
  expiry: `select s.filing_id as subject_id, s.filing_id, f.number, s.expires_at as ends_at, ${OBLIGED}
    from registry.filing_current s join registry.filing f on f.id = s.filing_id
    where s.state = 'live' and s.expires_at > $1 and s.expires_at <= $2`,
  objection_proof: `select s.objection_id as subject_id, s.filing_id, o.number, s.lapses_at as ends_at,
      array[o.by_organisation::text] as organisations
    from registry.objection_current s join registry.objection o on o.id = s.objection_id
    where s.state = 'standing' and s.lapses_at > $1 and s.lapses_at <= $2`,
  // The register itself tells those who have an account.
  objection_notice: `select o.* from (
      select s.objection_id as subject_id, s.filing_id, o.number, array[o.by_organisation::text] as organisations,
        (((o.filed_at at time zone 'Asia/Shanghai')::date + $7::int + 1)::timestamp at time zone 'Asia/Shanghai') as ends_at
      from registry.objection_current s join registry.objection o on o.id = s.objection_id
      where s.state in ('standing', 'proved') and exists (select 1 from registry.filing_party p
        where p.filing_id = s.filing_id and p.role = 'secured' and p.organisation_id is null
          and ${stoodAt('p', "'infinity'")})
    ) o where o.ends_at > $1 and o.ends_at <= $2`,
  cancellation: `${DUTIES} and d.ground <> 'grantor_renamed'`,
  name_change: `${DUTIES} and d.ground = 'grantor_renamed' and exists (select 1 from registry.filing_party p
    where p.filing_id = f.id and p.role = 'grantor' and p.name_key = d.former_key and ${stoodAt('p', "'infinity'")})`,
};

@Injectable()
export class ReminderStore {
  /** Notes those nobody was reminded of yet, and answers them, the first to end first. */
  async take(
    tx: Tx,
    kind: ReminderKind,
    { days, after, until, now, most, noticeDays }: ReminderAsked,
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
         select subject_id, $3, $4, ends_at, $5::timestamptz from near
         on conflict do nothing returning subject_id
       )
       select near.filing_id as "filingId", near.number, ${instantSql('near.ends_at')} as "endsAt",
         near.organisations as "organisationIds"
       from near join noted on noted.subject_id = near.subject_id order by near.ends_at, near.subject_id`,
      [after, until, kind, days, now, most, ...(kind === 'objection_notice' ? [noticeDays] : [])],
    );
  }
}
