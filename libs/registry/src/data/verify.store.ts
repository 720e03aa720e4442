// Recomputes every projection of the registry from its book, and names each row that does not agree.
import { Injectable } from '@nestjs/common';
import { query, type Reads } from '#platform';
import { stoodAt } from './rows/line-sql';

export interface Finding {
  readonly book: string;
  readonly subject: string;
  readonly problem: string;
}

const MOST_FINDINGS = 1_000;

const CHECKS: readonly { readonly book: string; readonly sql: string }[] = [
  {
    book: 'registry.asset_claim',
    sql: `
      with held as (
        select c.asset_key, sum(c.amount) as amount, min(c.payable_amount) as least,
          max(c.payable_amount) as most, min(c.currency) as currency
        from registry.collateral c
        join registry.filing f on f.id = c.filing_id and f.origin = 'deal'
        join registry.filing_current s on s.filing_id = f.id and s.state = 'live'
        where c.asset_key is not null
        group by c.asset_key
      )
      select coalesce(a.asset_key, held.asset_key) as subject,
        case when a.asset_key is null then 'live filings claim it, but there is no claim row'
          when coalesce(held.amount, 0) <> a.claimed_amount
            then 'claimed is ' || a.claimed_amount || ', live filings make ' || coalesce(held.amount, 0)
          else 'payable or currency differs from what its filings say' end as problem
      from registry.asset_claim a full join held on held.asset_key = a.asset_key
      left join lateral (
        select p.payable_after from registry.payable_change p where p.asset_key = a.asset_key
        order by p.version desc limit 1
      ) lowered on true
      where a.asset_key is null or coalesce(held.amount, 0) <> a.claimed_amount
        or coalesce(lowered.payable_after, held.least) <> a.payable_amount
        or coalesce(lowered.payable_after, held.most) <> a.payable_amount or held.currency <> a.currency`,
  },
  {
    book: 'registry.filing_current',
    sql: `
      select f.id::text as subject,
        case when s.filing_id is null then 'the filing has no present state'
          when s.expires_at <> term.ends_at then 'its end differs from the end of the filing'
          when s.state in ('cancelled', 'revoked')
            then 'it is ' || s.state || ' without an event that says so, or at another time'
          when e.id is not null then 'an event says that it is ' || e.kind
          else 'it lapsed at another time than the end of its term' end as problem
      from registry.filing f left join registry.filing_current s on s.filing_id = f.id
      left join registry.filing_event e on e.filing_id = f.id and e.kind in ('cancelled', 'revoked')
      cross join lateral (
        select greatest(f.expires_at, max(x.expires_at)) as ends_at from registry.filing_event x
        where x.filing_id = f.id and x.kind = 'extended'
      ) term
      where s.filing_id is null or s.expires_at <> term.ends_at
        or (s.state in ('cancelled', 'revoked')
          and (e.at is distinct from s.ended_at or e.kind is distinct from s.state))
        or (s.state not in ('cancelled', 'revoked') and e.id is not null)
        or (s.state = 'lapsed' and s.ended_at <> term.ends_at)`,
  },
  {
    book: 'registry.objection_current',
    sql: `
      select o.id::text as subject, 'its state differs from what its events say' as problem
      from registry.objection o left join registry.objection_current s on s.objection_id = o.id
      left join lateral (
        select e.kind from registry.filing_event e where e.objection_id = o.id order by e.at desc limit 1
      ) last on true
      left join registry.objection_proof p on p.objection_id = o.id
      where s.state is distinct from case last.kind when 'objection_filed' then 'standing'
          when 'objection_proved' then 'proved' when 'objection_withdrawn' then 'withdrawn'
          when 'objection_lapsed' then 'lapsed' end
        or s.lapses_at is distinct from o.lapses_at or s.filing_id <> o.filing_id
        or s.by_organisation <> o.by_organisation
        or (p.objection_id is not null) <> exists (select 1 from registry.filing_event e
          where e.objection_id = o.id and e.kind = 'objection_proved')`,
  },
  {
    book: 'registry.filing',
    sql: `
      select f.id::text as subject, 'it names no ' || needed.role || ' or no collateral' as problem
      from registry.filing f cross join (values ('grantor'), ('secured')) as needed (role)
      where not exists (select 1 from registry.filing_party p where p.filing_id = f.id and p.role = needed.role
          and ${stoodAt('p', "'infinity'")})
        or not exists (select 1 from registry.collateral c where c.filing_id = f.id and ${stoodAt('c', "'infinity'")})`,
  },
  {
    book: 'registry.filing_event',
    sql: `
      select e.id::text as subject, 'the lines it brought or ended are not those that it names' as problem
      from registry.filing_event e cross join lateral (
        select part, (line ->> 'no')::int as ordinal, line -> 'after' as after, line -> 'before' as before
        from (values ('grantor', 'grantors'), ('secured', 'securedParties'), ('collateral', 'collateral'))
          as named (part, name)
        cross join lateral jsonb_array_elements(e.changes -> named.name) as line
      ) change
      left join registry.filing_party p on p.filing_id = e.filing_id and p.role = change.part
        and p.ordinal = change.ordinal and p.added_at = e.at
      left join registry.collateral c on change.part = 'collateral' and c.filing_id = e.filing_id
        and c.ordinal = change.ordinal and c.added_at = e.at
      left join registry.line_end gone on gone.filing_id = e.filing_id and gone.part = change.part
        and gone.ordinal = change.ordinal and gone.ended_at = e.at
      where e.kind = 'amended'
        and (coalesce(p.legal_name, c.description)
            is distinct from coalesce(change.after ->> 'legalName', change.after ->> 'description')
          or (gone.filing_id is null) <> (change.before = 'null'::jsonb))
      union all
      select l.filing_id::text, 'a line came or ended at a time of no amendment' from (
        select filing_id, added_at as at from registry.filing_party where added_at is not null
        union select filing_id, added_at from registry.collateral where added_at is not null
        union select filing_id, ended_at from registry.line_end
      ) l where not exists (select 1 from registry.filing_event e
        where e.filing_id = l.filing_id and e.at = l.at and e.kind = 'amended')`,
  },
  {
    book: 'registry.grantor',
    sql: `
      with filed as (
        select p.party_key, greatest(max(f.filed_at) filter (where p.version = 1), max(e.last_at)) as last,
          count(distinct f.id) filter (where p.version = 1) as filings,
          count(distinct f.filed_at) filter (where p.version = 1) as times
        from registry.filing_party p join registry.filing f on f.id = p.filing_id
        left join (select filing_id, max(at) as last_at from registry.filing_event group by filing_id) e
          on e.filing_id = f.id
        where p.role = 'grantor' group by p.party_key
      )
      select coalesce(g.grantor_key, filed.party_key) as subject,
        case when filed.times < filed.filings then 'two filings have one time'
          else 'the last time differs from that of the last filing or event' end as problem
      from filed full join registry.grantor g on g.grantor_key = filed.party_key
      where filed.last is distinct from g.last_filed_at or filed.times < filed.filings`,
  },
];

@Injectable()
export class VerifyStore {
  /** Unscoped: a book is verified as a whole. Of each table the first thousand findings at most. */
  async findings(on: Reads): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const { book, sql } of CHECKS) {
      const rows = await query<Omit<Finding, 'book'>>(on, `${sql} order by 1 limit ${MOST_FINDINGS}`);
      found.push(...rows.map((row) => ({ book, ...row })));
    }
    return found;
  }
}
