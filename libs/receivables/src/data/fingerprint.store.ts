// The only file that queries receivables.fingerprint: which receivables have which fingerprints, and nothing of what
// they were made from.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { FingerprintKind } from '../domain/duplicates/fingerprint';

export interface Fingerprint {
  /** 32 hexadecimal digits. */
  readonly fingerprint: string;
  readonly kind: FingerprintKind;
  readonly keyVersion: number;
  readonly receivableId: string;
}

/** Names the locks of screening among advisory locks. */
const SCREENING = 0x64_75_70;

@Injectable()
export class FingerprintStore {
  /**
   * One supplier's invoices are screened by one transaction at a time, until it ends: of two uploads that resemble each
   * other the second sees the first. Taken before any row but new ones is locked.
   */
  async takeTurn(tx: Tx, supplierId: string): Promise<void> {
    await query(tx, 'select pg_advisory_xact_lock($1, hashtext($2))', [SCREENING, supplierId]);
  }

  async add(tx: Tx, fingerprints: readonly Fingerprint[]): Promise<void> {
    if (fingerprints.length === 0) return;
    await query(
      tx,
      `insert into receivables.fingerprint (fingerprint, kind, key_version, receivable_id)
       select decode(n.fingerprint, 'hex'), n.kind, n.key_version, n.receivable_id
       from unnest($1::text[], $2::text[], $3::smallint[], $4::uuid[])
         as n (fingerprint, kind, key_version, receivable_id)
       on conflict (fingerprint, receivable_id) do nothing`,
      [
        fingerprints.map(({ fingerprint }) => fingerprint),
        fingerprints.map(({ kind }) => kind),
        fingerprints.map(({ keyVersion }) => keyVersion),
        fingerprints.map(({ receivableId }) => receivableId),
      ],
    );
  }

  /**
   * Unscoped: whether something is known does not depend on who asks; for decisions, never for a view as it stands.
   * The receivables under each of these fingerprints; a fingerprint that more than `crowd` share has none.
   * The order is that of the index, so that a crowd is not read to its end.
   */
  async holders(on: Reads, fingerprints: readonly string[], crowd: number): Promise<Map<string, string[]>> {
    if (fingerprints.length === 0) return new Map();
    const rows = await query<{ fingerprint: string; receivableIds: string[] }>(
      on,
      `select s.fingerprint, array_agg(f.receivable_id) as "receivableIds"
       from unnest($1::text[]) as s (fingerprint)
       cross join lateral (
         select f.receivable_id from receivables.fingerprint f where f.fingerprint = decode(s.fingerprint, 'hex')
         order by f.fingerprint, f.receivable_id limit $2
       ) f
       group by s.fingerprint`,
      [fingerprints, crowd + 1],
    );
    const telling = rows.filter(({ receivableIds }) => receivableIds.length <= crowd);
    return new Map(telling.map(({ fingerprint, receivableIds }) => [fingerprint, receivableIds]));
  }

  /** Unscoped: all are fingerprinted alike. Receivables without a fingerprint under this key, in ascending id. */
  async lacking(
    on: Reads,
    {
      keyVersion,
      after,
      limit,
    }: { readonly keyVersion: number; readonly after: string; readonly limit: number },
  ): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select r.id from receivables.receivable r
       where r.id > $2 and not exists (
         select from receivables.fingerprint f where f.receivable_id = r.id and f.key_version = $1)
       order by r.id limit $3`,
      [keyVersion, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Of the suppliers in scope, the newest key first. */
  async ofReceivable(on: Reads, scope: Scope, receivableId: string): Promise<Fingerprint[]> {
    return query<Fingerprint>(
      on,
      `select encode(f.fingerprint, 'hex') as fingerprint, f.kind, f.key_version as "keyVersion", f.receivable_id as "receivableId"
       from receivables.fingerprint f join receivables.receivable r on r.id = f.receivable_id
       where f.receivable_id = $2 and ($1::uuid[] is null or r.supplier_id = any($1))
       order by f.key_version desc, f.kind`,
      [scopeParam(scope), receivableId],
    );
  }
}
