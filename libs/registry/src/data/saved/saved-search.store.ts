// The only file that queries registry.saved_search and saved_search_meeting.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { SavedSearch, Watches } from '../../domain/saved-search';
import { instantSql } from '../rows/instant-sql';

export interface Watching {
  readonly id: string;
  readonly organisationId: string;
  readonly userId: string;
  readonly watches: Watches;
  readonly term: string;
  readonly reference: string | null;
  readonly lookedUntil: string;
}
export interface Met {
  readonly filingId: string;
  readonly number: string;
}

const COLUMNS = `s.id, s.organisation_id as "organisationId", s.user_id as "userId", s.watches, s.term,
  s.term_key as "termKey", s.reference, ${instantSql('s.saved_at')} as "savedAt",
  ${instantSql('s.ended_at')} as "endedAt", s.version,
  (select count(*)::int from registry.saved_search_meeting m where m.saved_search_id = s.id) as meetings`;

/**
 * What a saved search looks through: $1 its keys, $2 since when. Lines that an amendment brings count from then; one that it
 * only changes, the same name or asset as before, is no news.
 */
const MET: Readonly<Record<Watches, string>> = {
  name: `select distinct f.id as "filingId", f.number from registry.filing_party p
    join registry.filing f on f.id = p.filing_id
    where p.role = 'grantor' and p.name_key = any($1::text[])
      and coalesce(p.added_at, f.filed_at) >= $2::timestamptz
      and not exists (select from registry.filing_party b where b.filing_id = p.filing_id and b.role = p.role
        and b.ordinal = p.ordinal and b.version < p.version and b.name_key = p.name_key)`,
  asset: `select distinct f.id as "filingId", f.number from registry.collateral c
    join registry.filing f on f.id = c.filing_id
    where c.asset_key is not null and c.asset_key = any($1::text[])
      and coalesce(c.since, f.filed_at) >= $2::timestamptz`,
};

@Injectable()
export class SavedSearchStore {
  async add(tx: Tx, saved: SavedSearch): Promise<void> {
    await query(
      tx,
      `insert into registry.saved_search (id, organisation_id, user_id, watches, term, term_key, reference, saved_at,
         looked_until, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $8, 1)`,
      [
        ...[saved.id, saved.organisationId, saved.userId, saved.watches, saved.term, saved.termKey],
        ...[saved.reference, saved.savedAt],
      ],
    );
  }

  /** Ends one of the scope's own, once; null when there is none that lives. */
  async end(tx: Tx, scope: Scope, id: string, endedAt: string): Promise<SavedSearch | null> {
    const [row] = await query<SavedSearch>(
      tx,
      `update registry.saved_search s set ended_at = $3, version = s.version + 1
       where s.id = $2 and s.ended_at is null and ($1::uuid[] is null or s.organisation_id = any($1))
       returning ${COLUMNS}`,
      [scopeParam(scope), id, endedAt],
    );
    return row ?? null;
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<SavedSearch | null> {
    const [row] = await query<SavedSearch>(
      on,
      `select ${COLUMNS} from registry.saved_search s
       where s.id = $2 and ($1::uuid[] is null or s.organisation_id = any($1))`,
      [scopeParam(scope), id],
    );
    return row ?? null;
  }

  /** Those that live, the newest first. */
  async page(on: Reads, scope: Scope, before: string, take: number): Promise<SavedSearch[]> {
    return query<SavedSearch>(
      on,
      `select ${COLUMNS} from registry.saved_search s
       where ($1::uuid[] is null or s.organisation_id = any($1)) and s.id < $2 and s.ended_at is null
       order by s.id desc limit $3`,
      [scopeParam(scope), before, take],
    );
  }

  /** Unscoped: whoever asks was shown the search itself. What met one of them, the newest first. */
  async meetings(on: Reads, id: string, take: number): Promise<(Met & { readonly metAt: string })[]> {
    return query<Met & { readonly metAt: string }>(
      on,
      `select m.filing_id as "filingId", f.number, ${instantSql('m.met_at')} as "metAt"
       from registry.saved_search_meeting m join registry.filing f on f.id = m.filing_id
       where m.saved_search_id = $1 order by m.met_at desc, m.filing_id desc limit $2`,
      [id, take],
    );
  }

  /** Unscoped: the round looks for all. Those that live, in the order of their ids. */
  async watching(on: Reads, after: string, take: number): Promise<Watching[]> {
    return query<Watching>(
      on,
      `select id, organisation_id as "organisationId", user_id as "userId", watches, term, reference,
         ${instantSql('looked_until')} as "lookedUntil"
       from registry.saved_search where ended_at is null and id > $1 order by id limit $2`,
      [after, take],
    );
  }

  /** Unscoped: the register is public. Filings that came to meet it since then, without those its own organisation made and those it was told of. */
  async met(
    on: Reads,
    { id, watches, organisationId }: Watching,
    keys: readonly string[],
    since: string,
  ): Promise<Met[]> {
    return query<Met>(
      on,
      `${MET[watches]} and f.filed_by_organisation <> $3
         and not exists (select from registry.saved_search_meeting m
           where m.saved_search_id = $4 and m.filing_id = f.id)`,
      [keys, since, organisationId, id],
    );
  }

  /** Answers those that were new: another process may have looked at the same moment. */
  async note(tx: Tx, id: string, met: readonly Met[], at: string): Promise<Met[]> {
    const rows = await query<{ filingId: string }>(
      tx,
      `with noted as (
         insert into registry.saved_search_meeting (saved_search_id, filing_id, met_at)
         select $1, filing_id, $3 from unnest($2::uuid[]) as m (filing_id)
         on conflict do nothing returning filing_id
       ), moved as (
         update registry.saved_search set looked_until = greatest(looked_until, $3::timestamptz) where id = $1
       )
       select filing_id as "filingId" from noted`,
      [id, met.map(({ filingId }) => filingId), at],
    );
    const fresh = new Set(rows.map(({ filingId }) => filingId));
    return met.filter(({ filingId }) => fresh.has(filingId));
  }
}
