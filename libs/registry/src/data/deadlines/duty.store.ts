// The only file that queries registry.duty. When a duty was met is not stored: the register itself says it, by the end of the
// filing, or by the amendment after which no grantor has the former name.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { DutyFact, Ground } from '../../domain/deadline/duty';
import { instantSql } from '../rows/instant-sql';
import { stoodAt } from '../rows/line-sql';

export interface DutyRow extends DutyFact {
  readonly id: string;
  readonly filingId: string;
  readonly dueOn: LocalDate;
  /** RFC 3339, as all times here. */
  readonly dueAt: string;
  readonly calendarPublished: boolean;
  /** The former name as names are compared. */
  readonly formerKey: string | null;
  readonly statedAt: string;
  /** Null, with the person: the platform knew it by itself. */
  readonly byOrganisation: string | null;
  readonly byUser: string | null;
}
export interface Duty extends Omit<DutyRow, 'formerKey' | 'byUser'> {
  readonly filingNumber: string;
  readonly metAt: string | null;
}
export interface DutiesAsked {
  /** As the register stands then, RFC 3339. */
  readonly now: string;
  readonly before: string;
  readonly take: number;
  readonly filingId: string | null;
  /** Only those not met yet. */
  readonly openOnly: boolean;
}
/** A live filing of a user that names an organisation as grantor by a name that it no longer has. */
export interface OldName {
  readonly filingId: string;
  readonly legalName: string;
  readonly parties: readonly string[];
}

/** When a duty was met by $2; null: not yet. */
const MET_AT = `least(
  case when s.ended_at is not null then s.ended_at when s.expires_at <= $2::timestamptz then s.expires_at end,
  (select max(gone.ended_at) from registry.filing_party p
   join registry.line_end gone on gone.filing_id = p.filing_id and gone.part = p.role
     and gone.ordinal = p.ordinal and gone.version = p.version
   where p.filing_id = d.filing_id and p.role = 'grantor' and p.name_key = d.former_key
     and not exists (select 1 from registry.filing_party stands where stands.filing_id = d.filing_id
       and stands.role = 'grantor' and stands.name_key = d.former_key
       and not exists (select 1 from registry.line_end e where e.filing_id = stands.filing_id
         and e.part = stands.role and e.ordinal = stands.ordinal and e.version = stands.version))))`;

/** $1: of filings that an organisation filed or is named in. */
const OWN = `($1::uuid[] is null or f.filed_by_organisation = any($1) or exists (
  select 1 from registry.filing_party n where n.filing_id = f.id and n.organisation_id = any($1)))`;

@Injectable()
export class DutyStore {
  /** Answers the ids of those that were not stated before. */
  async add(tx: Tx, rows: readonly DutyRow[]): Promise<string[]> {
    if (rows.length === 0) return [];
    const added = await query<{ id: string }>(
      tx,
      `insert into registry.duty (id, filing_id, ground, occurred_on, due_on, due_at, calendar_published,
         former_name, former_key, new_name, stated_at, by_user, by_organisation)
       select * from json_to_recordset($1) as r (id uuid, "filingId" uuid, ground text, "occurredOn" date,
         "dueOn" date, "dueAt" timestamptz, "calendarPublished" boolean, "formerName" text, "formerKey" text,
         "newName" text, "statedAt" timestamptz, "byUser" uuid, "byOrganisation" uuid)
       on conflict do nothing returning id`,
      [JSON.stringify(rows)],
    );
    return added.map(({ id }) => id);
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, asked: DutiesAsked): Promise<Duty[]> {
    return query<Duty>(
      on,
      `select * from (
         select d.id, d.filing_id as "filingId", f.number as "filingNumber", d.ground,
           d.occurred_on as "occurredOn", d.due_on as "dueOn", ${instantSql('d.due_at')} as "dueAt",
           d.calendar_published as "calendarPublished", d.former_name as "formerName", d.new_name as "newName",
           ${instantSql('d.stated_at')} as "statedAt", d.by_organisation as "byOrganisation",
           ${instantSql(MET_AT)} as "metAt"
         from registry.duty d
         join registry.filing f on f.id = d.filing_id
         join registry.filing_current s on s.filing_id = d.filing_id
         where ${OWN} and d.id < $3 and ($5::uuid is null or d.filing_id = $5)
       ) duty where not $6::boolean or "metAt" is null order by id desc limit $4`,
      [scopeParam(scope), asked.now, asked.before, asked.take, asked.filingId, asked.openOnly],
    );
  }

  /** Unscoped: the platform looks for them itself. The lowest ids first, after one; for whom nothing is noted yet. */
  async underOldNames(
    on: Reads,
    now: string,
    named: { readonly organisationId: string; readonly nameKey: string; readonly changedOn: LocalDate },
    { after, most }: { readonly after: string; readonly most: number },
  ): Promise<OldName[]> {
    const ground: Ground = 'grantor_renamed';
    return query<OldName>(
      on,
      `select distinct on (p.filing_id, p.name_key) p.filing_id as "filingId", p.legal_name as "legalName",
         array(select n.organisation_id::text from registry.filing_party n
           where n.filing_id = f.id and n.organisation_id is not null
           union select f.filed_by_organisation::text) as parties
       from registry.filing_party p
       join registry.filing f on f.id = p.filing_id and f.origin = 'user'
       join registry.filing_current s on s.filing_id = f.id and s.state = 'live' and s.expires_at > $1::timestamptz
       where p.organisation_id = $2 and p.role = 'grantor' and p.name_key <> $3 and p.filing_id > $4
         and ${stoodAt('p', '$1')}
         and not exists (select 1 from registry.duty d where d.filing_id = f.id and d.ground = $5
           and d.occurred_on = $6 and d.former_key = p.name_key)
       order by p.filing_id, p.name_key limit $7`,
      [now, named.organisationId, named.nameKey, after, ground, named.changedOn, most],
    );
  }
}
