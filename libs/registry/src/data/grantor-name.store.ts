// The only file that queries the index of names: registry.grantor_name and registry.grantor_name_key.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Tx } from '#platform';
import type { NameProbe } from '../domain/name/name-keys';
import { hanTables } from './rows/han-tables';
import { nameRows } from './rows/name-rows';

export interface NameCandidate {
  readonly nameKey: string;
  readonly legalName: string;
  readonly cores: readonly [string, ...string[]];
  /** True when more than a part of it was found: its core, its sound, or its words. */
  readonly whole: boolean;
}

@Injectable()
export class GrantorNameStore {
  /**
   * Adds those that are new, with their keys. Answers the keys of the names that were there before, by this or by
   * another transaction.
   */
  async add(tx: Tx, legalNames: readonly string[]): Promise<string[]> {
    const { rows, keys } = nameRows(legalNames, hanTables);
    const known = await query<{ nameKey: string }>(
      tx,
      `with added as (
         insert into registry.grantor_name as g
         select * from json_populate_recordset(null::registry.grantor_name, $1)
         on conflict (name_key) do nothing returning g.id
       ), keyed as (
         insert into registry.grantor_name_key (key, name_id, sketch)
         select k.key, k.name_id, k.sketch from json_populate_recordset(null::registry.grantor_name_key, $2) k
         join added on added.id = k.name_id
       )
       select given.name_key as "nameKey" from json_populate_recordset(null::registry.grantor_name, $1) given
       where given.id not in (select id from added)`,
      [JSON.stringify(rows), JSON.stringify(keys)],
    );
    return known.map(({ nameKey }) => nameKey);
  }

  /**
   * Unscoped: the register is public. Every name that a probe can mean, and some that it does not. Each name is read by
   * its key: a join would rather read through them all.
   */
  async candidates(on: Reads, { keys, sketches: [one, other = one] }: NameProbe): Promise<NameCandidate[]> {
    return query<NameCandidate>(
      on,
      `select n."nameKey", n."legalName", n.cores, found.whole
       from (
         select k.name_id, bool_or(k.sketch is null) as whole from registry.grantor_name_key k
         where k.key = any($1::bigint[]) and (k.sketch is null
           or bit_count((k.sketch # $2::bigint)::bit(64)) <= $3::int
           or bit_count((k.sketch # $4::bigint)::bit(64)) <= $5::int)
         group by k.name_id
       ) found cross join lateral (
         select g.name_key as "nameKey", g.legal_name as "legalName", g.cores
         from registry.grantor_name g where g.id = found.name_id offset 0
       ) n`,
      [keys, one?.sketch ?? null, one?.flips ?? null, other?.sketch ?? null, other?.flips ?? null],
    );
  }
}
