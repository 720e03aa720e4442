// Reads the index of names as `db verify` compares it: against the filings that say the names, and key by key.
import { Injectable } from '@nestjs/common';
import { query, type Reads } from '#platform';
import type { Finding } from '../verify.store';

export interface IndexedName {
  readonly id: string;
  readonly nameKey: string;
  readonly legalName: string;
  readonly cores: readonly string[];
}
export interface IndexedKey {
  readonly key: number;
  readonly nameId: string;
  readonly sketch: string | null;
}
/** A key with the name that it leads to; null when there is none. */
export type LeadingKey = IndexedKey & { readonly legalName: string | null };

/** What findings are about. */
export const NAMES = 'registry.grantor_name';
export const KEYS = 'registry.grantor_name_key';

const MOST_FINDINGS = 1_000;

/** Who is missing, and who is too many. */
const ASTRAY = `
  with filed as (
    select p.name_key, array_agg(distinct p.legal_name) as names
    from registry.filing_party p where p.role = 'grantor' group by p.name_key
  )
  select '${NAMES}' as book, coalesce(filed.name_key, n.name_key) as subject,
    case when n.id is null then 'filings say this name, but it is not in the index of names'
      when filed.name_key is null then 'no filing says this name'
      else 'no filing writes this name so' end as problem
  from filed full join registry.grantor_name n on n.name_key = filed.name_key
  where n.id is null or filed.name_key is null or not n.legal_name = any (filed.names)`;

@Injectable()
export class NameVerifyStore {
  /** Unscoped: the index is verified as a whole. The first thousand at most. */
  findings(on: Reads): Promise<Finding[]> {
    return query<Finding>(on, `${ASTRAY} order by 2 limit ${MOST_FINDINGS}`);
  }

  /** Unscoped: the register is public. In the order of their ids. */
  names(on: Reads, after: string | null, most: number): Promise<IndexedName[]> {
    return query<IndexedName>(
      on,
      `select id, name_key as "nameKey", legal_name as "legalName", cores from registry.grantor_name
       where $1::uuid is null or id > $1 order by id limit $2`,
      [after, most],
    );
  }

  /** Unscoped: keys show no more than the names. Those of the given keys that are not stored just so. */
  missing(on: Reads, keys: readonly IndexedKey[]): Promise<{ key: number; nameId: string }[]> {
    return query<{ key: number; nameId: string }>(
      on,
      `select e.key::float8 as key, e.name_id as "nameId"
       from unnest($1::bigint[], $2::uuid[], $3::bigint[]) as e (key, name_id, sketch)
       left join lateral (
         select k.sketch, true as there from registry.grantor_name_key k
         where k.key = e.key and k.name_id = e.name_id limit 1
       ) k on true
       where k.there is null or k.sketch is distinct from e.sketch`,
      [keys.map(({ key }) => key), keys.map(({ nameId }) => nameId), keys.map(({ sketch }) => sketch)],
    );
  }

  /** Unscoped: a number. */
  async keyCount(on: Reads): Promise<number> {
    const [row] = await query<{ count: string }>(on, `select count(*) from registry.grantor_name_key`);
    return Number(row?.count);
  }

  /** Unscoped: the register is public. In the order of the index. */
  keys(on: Reads, after: IndexedKey | null, most: number): Promise<LeadingKey[]> {
    return query<LeadingKey>(
      on,
      `select k.key::float8 as key, k.name_id as "nameId", k.sketch::text as sketch, n.legal_name as "legalName"
       from (
         select * from registry.grantor_name_key
         where $1::bigint is null or (key, name_id) > ($1, $2::uuid) order by key, name_id limit $3
       ) k left join registry.grantor_name n on n.id = k.name_id
       order by k.key, k.name_id`,
      [after?.key ?? null, after?.nameId ?? null, most],
    );
  }
}
