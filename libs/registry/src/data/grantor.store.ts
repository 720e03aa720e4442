// Locks rows of registry.grantor, which puts the filings against one grantor, and what becomes of them, in one order. Their
// new times are written together with the filings.
import { Injectable } from '@nestjs/common';
import { query, type Tx } from '#platform';
import { instantText, type Micros, microsFromText } from '../domain/filing-time';
import { instantSql } from './rows/instant-sql';

interface Row {
  readonly key: string;
  readonly lastFiledAt: string | null;
}

@Injectable()
export class GrantorStore {
  /** Makes the rows that are missing and locks all of them in the order of their keys; null: never filed against. */
  async lock(tx: Tx, keys: readonly string[]): Promise<Map<string, Micros | null>> {
    const distinct = [...new Set(keys)];
    if (distinct.length === 0) return new Map();
    const rows = await query<Row>(
      tx,
      `insert into registry.grantor as g (grantor_key, version)
       select key, 0 from unnest($1::text[]) as named (key) order by key
       on conflict (grantor_key) do update set version = g.version + 1
       returning grantor_key as key, ${instantSql('last_filed_at')} as "lastFiledAt"`,
      [distinct],
    );
    return new Map(
      rows.map(({ key, lastFiledAt }) => [key, lastFiledAt === null ? null : microsFromText(lastFiledAt)]),
    );
  }

  /** The times of the last events against grantors whose rows are locked. */
  async move(tx: Tx, last: ReadonlyMap<string, Micros>): Promise<void> {
    await query(
      tx,
      `update registry.grantor g set last_filed_at = n.at
       from unnest($1::text[], $2::timestamptz[]) as n (key, at) where g.grantor_key = n.key`,
      [[...last.keys()], [...last.values()].map(instantText)],
    );
  }
}
