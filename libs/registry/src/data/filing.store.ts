// Writes and reads filings with their parties, collateral and present state.
import { Injectable } from '@nestjs/common';
import { type Id, type LocalDate, money, type Money } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Category } from '../domain/category';
import type {
  CollateralItem,
  Filing,
  FilingState,
  ItemKind,
  Origin,
  PartyRef,
  Standing,
} from '../domain/filing';
import { instantText, type Micros } from '../domain/filing-time';
import type { Tranche } from '../domain/priority/tranches';
import { collateralRows, filingRow, partyRows } from './rows/filing-rows';
import { instantSql } from './rows/instant-sql';
import { stoodAt } from './rows/line-sql';

interface Row {
  readonly id: Id<'filing'>;
  readonly number: string;
  readonly category: Category;
  readonly origin: Origin;
  readonly dealId: string | null;
  readonly termMonths: number;
  readonly maximumAmount: string | null;
  readonly currency: string | null;
  readonly filedAt: string;
  readonly expiresOn: LocalDate;
  readonly expiresAt: string;
  readonly standing: Standing;
  readonly userId: string;
  readonly organisationId: string;
  readonly state: FilingState;
  readonly version: number;
  readonly parties: readonly (PartyRef & { readonly role: 'grantor' | 'secured' })[];
  readonly collateral: readonly CollateralRow[] | null;
  readonly collateralCount: number;
}
export interface CollateralRow {
  readonly kind: ItemKind | null;
  readonly assetKey: string | null;
  readonly description: string;
  readonly amount: string | null;
  readonly payable: string | null;
  readonly currency: string | null;
  readonly invoiceNumber: string | null;
  readonly debtorName: string | null;
}
export interface PageAsked {
  readonly before: string;
  readonly take: number;
  readonly category: Category | null;
  /** Only those filed by then, RFC 3339; null: all. */
  readonly filedBy: string | null;
  /** Only those that ended by one instant, or after the other, if they ended at all; RFC 3339. */
  readonly ended: { readonly by: string | null; readonly after: string | null };
  /** Only those in this state at `moment`. */
  readonly state: FilingState | null;
  readonly moment: string;
  /** Only those that name a grantor with this in its name, as names are compared. */
  readonly grantorKey: string | null;
}

const ALL_LINES = 2_147_483_647;

/** What a filing is at one moment: a term that has run out by then has lapsed, whether or not that was noted yet. */
const STATE_AT = `case when s.ended_at <= $2::timestamptz then s.state
  when s.expires_at <= $2::timestamptz then 'lapsed' else 'live' end`;

export const moneyOf = (amount: string | null, currency: string | null): Money | null =>
  amount !== null && currency !== null ? money(amount, currency) : null;

export const itemOf = ({ kind, amount, payable, currency, ...item }: CollateralRow): CollateralItem => ({
  ...(kind === null ? {} : { kind }),
  ...item,
  amount: moneyOf(amount, currency),
  payable: moneyOf(payable, currency),
});

/** SQL: a line of collateral as `CollateralRow`. */
export const COLLATERAL_JSON = `json_build_object('kind', c.kind, 'assetKey', c.asset_key,
  'description', c.description, 'amount', c.amount::text, 'payable', c.payable_amount::text, 'currency', c.currency,
  'invoiceNumber', c.invoice_number, 'debtorName', c.debtor_name)`;

/**
 * SQL: its end, past or to come, is not after $6 and is after $7, it has state $8 at $9 and a grantor like $10, where these
 * are given.
 */
const isAskedFor = (
  id: string,
): string => `exists (select 1 from registry.filing_current s where s.filing_id = ${id}
  and ($6::timestamptz is null or coalesce(s.ended_at, s.expires_at) <= $6)
  and ($7::timestamptz is null or coalesce(s.ended_at, s.expires_at) > $7)
  and ($8::text is null or $8 = case when s.ended_at <= $9::timestamptz then s.state
    when s.expires_at <= $9::timestamptz then 'lapsed' else 'live' end)
  and ($10::text is null or exists (select 1 from registry.filing_party p
    where p.filing_id = s.filing_id and p.role = 'grantor' and strpos(p.name_key, $10) > 0
      and ${stoodAt('p', '$9')})))`;

/** SQL: the maximum amount as the last amendment that touched it left it. */
const MAXIMUM_AT = `left join lateral (
  select e.changes -> 'maximumAmount' -> 'after' as after from registry.filing_event e
  where e.filing_id = f.id and e.kind = 'amended' and e.at <= $2::timestamptz
    and e.changes -> 'maximumAmount' <> 'null'::jsonb order by e.at desc limit 1
) m on true`;

function filingOf(row: Row): Filing {
  const { parties, collateral, maximumAmount, currency, userId, organisationId, ...facts } = row;
  const side = (wanted: 'grantor' | 'secured'): PartyRef[] =>
    parties.filter(({ role }) => role === wanted).map(({ role: _, ...party }) => party);
  return {
    ...facts,
    grantors: side('grantor'),
    securedParties: side('secured'),
    collateral: (collateral ?? []).map(itemOf),
    maximumAmount: moneyOf(maximumAmount, currency),
    filedBy: { userId, organisationId },
  };
}

@Injectable()
export class FilingStore {
  /** One statement, however many filings; `last` are the new last times of their grantors, whose rows are locked. */
  async add(tx: Tx, filings: readonly Filing[], last: ReadonlyMap<string, Micros>): Promise<void> {
    if (filings.length === 0) return;
    await query(
      tx,
      `with filed as (
         insert into registry.filing select * from json_populate_recordset(null::registry.filing, $1)
       ), named as (
         insert into registry.filing_party select * from json_populate_recordset(null::registry.filing_party, $2)
       ), given as (
         insert into registry.collateral select * from json_populate_recordset(null::registry.collateral, $3)
       ), moved as (
         update registry.grantor g set last_filed_at = n.at
         from unnest($4::text[], $5::timestamptz[]) as n (key, at) where g.grantor_key = n.key
       )
       insert into registry.filing_current (filing_id, state, expires_at, version)
       select id, 'live', expires_at, 1 from json_populate_recordset(null::registry.filing, $1)`,
      [
        JSON.stringify(filings.map(filingRow)),
        JSON.stringify(filings.flatMap(partyRows)),
        JSON.stringify(filings.flatMap(collateralRows)),
        [...last.keys()],
        [...last.values()].map(instantText),
      ],
    );
  }

  /**
   * Unscoped: the register is public; whoever lists somebody's own filings asks `visible` first.
   * By id, as the register stood at `at` (RFC 3339); at most `lines` items of collateral of each.
   */
  async byIds(
    on: Reads,
    ids: readonly string[],
    at: string,
    lines = ALL_LINES,
  ): Promise<Map<string, Filing>> {
    if (ids.length === 0) return new Map();
    const rows = await query<Row>(
      on,
      `select f.id, f.number, f.category, f.origin, f.deal_id as "dealId", f.term_months as "termMonths",
         case when m.after is null then f.maximum_amount::text else m.after ->> 'amount' end as "maximumAmount",
         case when m.after is null then f.currency else m.after ->> 'currency' end as currency, ${instantSql('f.filed_at')} as "filedAt",
         coalesce(x.expires_on, f.expires_on) as "expiresOn",
         ${instantSql('coalesce(x.expires_at, f.expires_at)')} as "expiresAt", f.standing,
         f.filed_by_user as "userId", f.filed_by_organisation as "organisationId",
         ${STATE_AT} as state, s.version, p.parties, c.collateral,
         (select count(*)::int from registry.collateral c where c.filing_id = f.id and ${stoodAt('c', '$2')}) as "collateralCount"
       from registry.filing f
       join registry.filing_current s on s.filing_id = f.id
       left join lateral (
         select e.expires_on, e.expires_at from registry.filing_event e
         where e.filing_id = f.id and e.kind = 'extended' and e.at <= $2::timestamptz order by e.at desc limit 1
       ) x on true
       ${MAXIMUM_AT}
       cross join lateral (
         select json_agg(json_build_object('role', role, 'organisationId', organisation_id,
           'legalName', legal_name, 'identifierScheme', identifier_scheme, 'identifier', identifier)
           order by role, ordinal) as parties
         from registry.filing_party p where p.filing_id = f.id and ${stoodAt('p', '$2')}
       ) p
       cross join lateral (
         select json_agg(line.item order by line.ordinal) as collateral from (
           select ${COLLATERAL_JSON} as item, c.ordinal from registry.collateral c
           where c.filing_id = f.id and ${stoodAt('c', '$2')} order by c.ordinal limit $3
         ) line
       ) c
       where f.id = any($1::uuid[])`,
      [ids, at, lines],
    );
    return new Map(rows.map((row) => [row.id, filingOf(row)]));
  }

  /** The ids of those that the scope may see: filed by, or naming, one of its organisations. */
  async visible(on: Reads, scope: Scope, ids: readonly string[]): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select f.id from registry.filing f
       where f.id = any($2::uuid[]) and ($1::uuid[] is null or f.filed_by_organisation = any($1) or exists (
         select 1 from registry.filing_party p where p.filing_id = f.id and p.organisation_id = any($1)))`,
      [scopeParam(scope), ids],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Ids, the newest first. Each part walks its own index, one organisation after the other, so that a small user of a
   * large register waits for nobody.
   */
  async page(
    on: Reads,
    scope: Scope,
    { before, take, category, filedBy, ended, state, moment, grantorKey }: PageAsked,
  ): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select id from (
         (select f.id from registry.filing f
          where $1::uuid[] is null and f.id < $2 and ($4::text is null or f.category = $4)
            and ($5::timestamptz is null or f.filed_at <= $5) and ${isAskedFor('f.id')}
          order by f.id desc limit $3)
         union
         (select filed.id from unnest($1::uuid[]) as own (id) cross join lateral (
            select f.id from registry.filing f
            where f.filed_by_organisation = own.id and f.id < $2 and ($4::text is null or f.category = $4)
              and ($5::timestamptz is null or f.filed_at <= $5) and ${isAskedFor('f.id')}
            order by f.id desc limit $3) filed)
         union
         (select named.id from unnest($1::uuid[]) as own (id) cross join lateral (
            select p.filing_id as id from registry.filing_party p
            where p.organisation_id = own.id and p.filing_id < $2 and (($4::text is null and $5::timestamptz is null)
              or exists (select 1 from registry.filing f where f.id = p.filing_id
                and ($4 is null or f.category = $4) and ($5 is null or f.filed_at <= $5)))
              and ${isAskedFor('p.filing_id')}
            order by p.filing_id desc limit $3) named)
       ) page order by id desc limit $3`,
      [
        ...[scopeParam(scope), before, take, category, filedBy, ended.by, ended.after],
        ...[state, moment, grantorKey],
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks filings whose term ran out, the lowest ids first, and notes that they lapsed with the end of their term. */
  async lapse(tx: Tx, now: string, limit: number): Promise<{ id: string; version: number }[]> {
    return query<{ id: string; version: number }>(
      tx,
      `update registry.filing_current s set state = 'lapsed', ended_at = s.expires_at, version = s.version + 1
       from (
         select filing_id from registry.filing_current
         where state = 'live' and expires_at <= $1::timestamptz order by filing_id limit $2 for update
       ) due
       where s.filing_id = due.filing_id returning s.filing_id as id, s.version`,
      [now, limit],
    );
  }

  /** Unscoped: the register is public. Of filings whose maximum amount was amended: what it was from each time on, until `at`. */
  async maxima(on: Reads, filingIds: readonly string[], at: string): Promise<Map<string, Tranche[]>> {
    const rows = await query<{
      filingId: string;
      since: string;
      amount: string | null;
      currency: string | null;
    }>(
      on,
      `with amended as (
         select e.filing_id, e.at, e.changes -> 'maximumAmount' -> 'after' as after from registry.filing_event e
         where e.filing_id = any($1::uuid[]) and e.kind = 'amended'
           and e.changes -> 'maximumAmount' <> 'null'::jsonb
       ), steps as (
         select f.id as filing_id, f.filed_at as at, f.maximum_amount::text as amount, f.currency
         from registry.filing f where f.id in (select filing_id from amended)
         union all
         select filing_id, at, after ->> 'amount', after ->> 'currency' from amended where at <= $2::timestamptz
       )
       select filing_id as "filingId", ${instantSql('at')} as since, amount, currency from steps order by steps.at`,
      [filingIds, at],
    );
    const maxima = new Map<string, Tranche[]>();
    for (const { filingId, since, amount, currency } of rows)
      maxima.set(filingId, [...(maxima.get(filingId) ?? []), { since, amount: moneyOf(amount, currency) }]);
    return maxima;
  }
}
