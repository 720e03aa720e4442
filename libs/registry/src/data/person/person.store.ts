// The only file that queries registry.person_mark and person_access.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import { instantSql } from '../rows/instant-sql';

export interface MarkRow {
  /** 32 hexadecimal digits. */
  readonly fingerprint: string;
  readonly keyVersion: number;
  /** 12 hexadecimal digits. */
  readonly mark: string;
}
export interface PersonAccess {
  readonly id: string;
  readonly searchId: string;
  /** Null: nobody of that number is in the register. */
  readonly mark: string | null;
  readonly masked: string;
  readonly purpose: string;
  readonly at: string;
  readonly byUser: string;
  readonly byOrganisation: string;
}

@Injectable()
export class PersonStore {
  /** Unscoped: a fingerprint is known only to whoever has the number. Marks by fingerprint. */
  async marks(on: Reads, fingerprints: readonly string[]): Promise<Map<string, string>> {
    const rows = await query<{ fingerprint: string; mark: string }>(
      on,
      `select encode(fingerprint, 'hex') as fingerprint, mark from registry.person_mark
       where fingerprint in (select decode(f, 'hex') from unnest($1::text[]) as f)`,
      [fingerprints],
    );
    return new Map(rows.map(({ fingerprint, mark }) => [fingerprint, mark]));
  }

  /** Unscoped: a count that says nothing of anybody. */
  async withoutVersion(on: Reads, keyVersion: number): Promise<number> {
    const [row] = await query<{ count: number }>(
      on,
      `select count(distinct m.mark)::int as count from registry.person_mark m
       where not exists (select from registry.person_mark n where n.mark = m.mark and n.key_version = $1)`,
      [keyVersion],
    );
    return row?.count ?? 0;
  }

  /** In the order of the fingerprints; where one is there by then, its own mark is answered. */
  async addMarks(tx: Tx, rows: readonly MarkRow[]): Promise<Map<string, string>> {
    const there = await query<{ fingerprint: string; mark: string }>(
      tx,
      `insert into registry.person_mark as m (fingerprint, key_version, mark)
       select decode(n.fingerprint, 'hex'), n.version, n.mark
       from unnest($1::text[], $2::smallint[], $3::text[]) as n (fingerprint, version, mark) order by n.fingerprint
       on conflict (fingerprint) do update set mark = m.mark
       returning encode(fingerprint, 'hex') as fingerprint, mark`,
      [
        rows.map(({ fingerprint }) => fingerprint),
        rows.map(({ keyVersion }) => keyVersion),
        rows.map(({ mark }) => mark),
      ],
    );
    return new Map(there.map(({ fingerprint, mark }) => [fingerprint, mark]));
  }

  async addAccess(tx: Tx, access: PersonAccess): Promise<void> {
    await query(
      tx,
      `insert into registry.person_access (id, search_id, mark, masked, purpose, at, by_user, by_organisation)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[access.id, access.searchId, access.mark, access.masked, access.purpose, access.at],
        ...[access.byUser, access.byOrganisation],
      ],
    );
  }

  /** The newest first: all of them, or those for persons whom a filing names as one of these organisations. */
  async accesses(on: Reads, scope: Scope, before: string, take: number): Promise<PersonAccess[]> {
    return query<PersonAccess>(
      on,
      `select a.id, a.search_id as "searchId", a.mark, a.masked, a.purpose, ${instantSql('a.at')} as at,
         a.by_user as "byUser", a.by_organisation as "byOrganisation"
       from registry.person_access a
       where a.id < $2 and ($1::uuid[] is null or a.mark in (
         select split_part(p.identifier, '#', 2) from registry.filing_party p
         where p.identifier_scheme = 'PERSON' and p.organisation_id = any($1)))
       order by a.id desc limit $3`,
      [scopeParam(scope), before, take],
    );
  }
}
