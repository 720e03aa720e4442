// The only file that queries registry.search; and the ways in which filings are found.
import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import {
  type HitPlace,
  placeOf,
  type SearchBy,
  searchKeys,
  type SearchSummary,
  type SearchTerms,
} from '../domain/search';
import { instantSql } from './rows/instant-sql';
import { hadCome, hadGone } from './rows/line-sql';

export interface RecordedSearch<Certificate> {
  readonly id: Id<'search'>;
  readonly number: string;
  readonly searcherUser: string;
  readonly searcherOrganisation: string;
  readonly searchedAt: string;
  readonly terms: SearchTerms;
  readonly termsHash: string;
  readonly hitIds: readonly string[];
  readonly certificate: Certificate;
  readonly reference: string | null;
}

export interface SearchesAsked {
  readonly before: string;
  readonly take: number;
  readonly by: SearchBy | null;
  /** How the reference begins. */
  readonly reference: string | null;
}

/** SQL: the line had come by $3, and stood then unless also what has ended is asked for. */
const found = (line: 'p' | 'c'): string => `(${hadCome(line, '$3')} and ($4 or not ${hadGone(line, '$3')}))`;

/** Which filings each kind of search finds; $1 holds its keys, and for names $7 and $8 their scores and groups. */
const FOUND: Readonly<Record<SearchBy, string>> = {
  name: `select distinct on (p.filing_id) p.filing_id, n.score, n.grp, n.key
    from unnest($1::text[], $7::numeric[], $8::text[]) as n (key, score, grp)
    join registry.filing_party p on p.role = 'grantor' and p.name_key = n.key and ${found('p')}
    order by p.filing_id, n.score desc, n.grp, n.key`,
  identifier: `${selectAs('p.filing_id')} from registry.filing_party p
    where p.role = 'grantor' and p.identifier_key is not null and p.identifier_key = ($1::text[])[1]
      and ${found('p')}`,
  asset: `${selectAs('c.filing_id')} from registry.collateral c
    where c.asset_key is not null and c.asset_key = ($1::text[])[1] and ${found('c')}`,
  invoice: `${selectAs('c.filing_id')} from registry.collateral c
    where c.invoice_number_key is not null and c.invoice_number_key = ($1::text[])[1]
      and c.debtor_name_key = ($1::text[])[2] and ${found('c')}`,
  number: `${selectAs('f.id')} from registry.filing f where f.number = ($1::text[])[1]`,
};

function selectAs(id: string): string {
  return `select distinct ${id} as filing_id, 1::numeric as score, ''::text as grp, ''::text as key`;
}

/** A name to look for, where its hits stand, and whether they stand together. */
export interface SoughtName {
  readonly key: string;
  readonly score: number;
  readonly group: string;
}
export interface Sought {
  readonly terms: SearchTerms;
  /** By name: those to look for. */
  readonly names: readonly SoughtName[];
  readonly now: string;
  /** RFC 3339: what ended by then only the archive has; null: the archive is looked through too. */
  readonly archived: string | null;
  readonly limit: number;
}
export interface Hit extends HitPlace {
  /** By name: the key that was found. */
  readonly key: string;
}

/** Four parameters: where a search goes on, or nulls. */
function placeParams(after: string | null): (string | null)[] {
  const place = after === null ? null : placeOf(after);
  return place ? [place.score, place.group, place.filedAt, place.id] : [null, null, null, null];
}

@Injectable()
export class SearchStore {
  /**
   * Unscoped: a search reads the whole public register. Live filings at `at`, or with `includeEnded` all that were
   * filed by then but for those in the archive; how many there are of them all, and a page in their order.
   */
  async find(
    on: Reads,
    { terms, names, now, archived, limit }: Sought,
  ): Promise<{ total: number; hits: Hit[] }> {
    const { by, includeEnded, at, after } = terms;
    const named = by === 'name' ? [names.map(({ score }) => score), names.map(({ group }) => group)] : [];
    const place = ['$9', '$10', '$11', '$12'].map((name) =>
      by === 'name' ? name : `$${Number(name.slice(1)) - 2}`,
    );
    const [row] = await query<{ total: number; hits: Hit[] }>(
      on,
      `with found as (${FOUND[by]}), standing as (
         select f.id, f.filed_at, found.score, found.grp, found.key
         from found join registry.filing f on f.id = found.filing_id
         join registry.filing_current s on s.filing_id = f.id
         where ($2::timestamptz is null or f.filed_at <= $2)
           and coalesce(s.ended_at, s.expires_at) > case when $4 then $6::timestamptz else $3::timestamptz end
       )
       select (select count(*)::int from standing) as total, coalesce((select json_agg(page) from (
         select id, score::text, grp as "group", key, ${instantSql('filed_at')} as "filedAt" from standing
         where ${place[3]}::uuid is null
           or (-score, grp, filed_at, id) > (-(${place[0]}::numeric), ${place[1]}::text, ${place[2]}::timestamptz, ${place[3]})
         order by score desc, grp, filed_at, id limit $5
       ) page), '[]') as hits`,
      [
        by === 'name' ? names.map(({ key }) => key) : searchKeys(terms),
        ...[at, at ?? now, includeEnded, limit, archived ?? '-infinity'],
        ...named,
        ...placeParams(after),
      ],
    );
    return row ?? { total: 0, hits: [] };
  }

  /** Unscoped: the register is public. Ids of filings by their numbers; an unknown number is absent. */
  async idsOfNumbers(on: Reads, numbers: readonly string[]): Promise<Map<string, string>> {
    const rows = await query<{ id: string; number: string }>(
      on,
      'select id, number from registry.filing where number = any($1::text[])',
      [numbers],
    );
    return new Map(rows.map(({ id, number }) => [number, id]));
  }

  async add(tx: Tx, search: RecordedSearch<object>): Promise<void> {
    await query(
      tx,
      `insert into registry.search (id, number, searcher_user, searcher_organisation, searched_at, terms,
         terms_hash, hit_ids, certificate, reference)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        search.id,
        search.number,
        search.searcherUser,
        search.searcherOrganisation,
        search.searchedAt,
        JSON.stringify(search.terms),
        search.termsHash,
        search.hitIds,
        JSON.stringify(search.certificate),
        search.reference,
      ],
    );
  }

  /** The certificate as it was given, letter by letter. */
  async certificate<Certificate>(on: Reads, scope: Scope, id: string): Promise<Certificate | null> {
    const [row] = await query<{ certificate: Certificate }>(
      on,
      `select certificate from registry.search
       where id = $2 and ($1::uuid[] is null or searcher_organisation = any($1))`,
      [scopeParam(scope), id],
    );
    return row?.certificate ?? null;
  }

  /** The newest first; of one kind only, or with a reference that begins so. */
  async page(on: Reads, scope: Scope, asked: SearchesAsked): Promise<SearchSummary[]> {
    return query<SearchSummary>(
      on,
      `select id, number, ${instantSql('searched_at')} as "searchedAt", terms,
         cardinality(hit_ids) as "hitCount", reference
       from registry.search
       where ($1::uuid[] is null or searcher_organisation = any($1)) and id < $2
         and ($4::text is null or terms ->> 'by' = $4)
         and ($5::text is null or starts_with(reference, $5))
       order by id desc limit $3`,
      [scopeParam(scope), asked.before, asked.take, asked.by, asked.reference],
    );
  }
}
