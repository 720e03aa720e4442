// The only file that queries registry.search; and the ways in which filings are found.
import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { SearchBy, SearchSummary, SearchTerms } from '../domain/search';
import { instantSql } from './instant-sql';

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
}

/** Which filings each kind of search finds; $1 holds its keys. */
const FOUND: Readonly<Record<SearchBy, string>> = {
  name: `select p.filing_id from registry.filing_party p where p.role = 'grantor' and p.name_key = ($1::text[])[1]`,
  identifier: `select p.filing_id from registry.filing_party p
    where p.role = 'grantor' and p.identifier_key is not null and p.identifier_key = ($1::text[])[1]`,
  asset: `select c.filing_id from registry.collateral c where c.asset_key is not null and c.asset_key = ($1::text[])[1]`,
  invoice: `select c.filing_id from registry.collateral c
    where c.invoice_number_key is not null and c.invoice_number_key = ($1::text[])[1]
      and c.debtor_name_key = ($1::text[])[2]`,
  number: `select f.id from registry.filing f where f.number = ($1::text[])[1]`,
};

@Injectable()
export class SearchStore {
  /** Unscoped: a search reads the whole public register. Ids in the order of filing. Live ones at `at`, or with `includeEnded` all that were filed by then. */
  async find(
    on: Reads,
    { by, includeEnded, at }: SearchTerms,
    keys: readonly string[],
    now: string,
    limit: number,
  ): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select f.id from registry.filing f join registry.filing_current s on s.filing_id = f.id
       where f.id in (${FOUND[by]})
         and ($2::timestamptz is null or f.filed_at <= $2)
         and ($4 or coalesce(s.ended_at, s.expires_at) > $3::timestamptz)
       order by f.filed_at, f.id limit $5`,
      [keys, at, at ?? now, includeEnded, limit],
    );
    return rows.map(({ id }) => id);
  }

  async add(tx: Tx, search: RecordedSearch<object>): Promise<void> {
    await query(
      tx,
      `insert into registry.search (id, number, searcher_user, searcher_organisation, searched_at, terms,
         terms_hash, hit_ids, certificate)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
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

  /** The newest first. */
  async page(on: Reads, scope: Scope, before: string, take: number): Promise<SearchSummary[]> {
    return query<SearchSummary>(
      on,
      `select id, number, ${instantSql('searched_at')} as "searchedAt", terms,
         cardinality(hit_ids) as "hitCount"
       from registry.search
       where ($1::uuid[] is null or searcher_organisation = any($1)) and id < $2
       order by id desc limit $3`,
      [scopeParam(scope), before, take],
    );
  }
}
