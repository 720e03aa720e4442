// The only file that queries parties.trace.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { TraceKind } from '../domain/trace';

export interface HashedTrace {
  readonly kind: TraceKind;
  readonly hash: Buffer;
}

@Injectable()
export class TraceStore {
  /** Each trace once; one that is known already is seen again. */
  async seen(tx: Tx, organisationId: string, traces: readonly HashedTrace[], at: Date): Promise<void> {
    await query(
      tx,
      `insert into parties.trace (organisation_id, kind, value_hash, first_seen_at, last_seen_at)
       select distinct $1::uuid, kind, hash, $4::timestamptz, $4::timestamptz
       from unnest($2::text[], $3::bytea[]) as t (kind, hash) order by kind, hash
       on conflict (organisation_id, kind, value_hash)
       do update set last_seen_at = greatest(parties.trace.last_seen_at, excluded.last_seen_at)`,
      [organisationId, traces.map(({ kind }) => kind), traces.map(({ hash }) => hash), at],
    );
  }

  /** The kinds of trace that both have left, in order. */
  async shared(
    on: Reads,
    scope: Scope,
    organisationA: string,
    organisationB: string,
  ): Promise<readonly TraceKind[]> {
    const rows = await query<{ kind: TraceKind }>(
      on,
      `select distinct a.kind from parties.trace a
       join parties.trace b on b.organisation_id = $3 and b.kind = a.kind and b.value_hash = a.value_hash
       where ($1::uuid[] is null or a.organisation_id = any($1)) and a.organisation_id = $2 order by a.kind`,
      [scopeParam(scope), organisationA, organisationB],
    );
    return rows.map(({ kind }) => kind);
  }
}
