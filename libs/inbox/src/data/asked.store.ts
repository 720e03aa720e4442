// The only file that queries inbox.asked and following: which deed last ended what was asked, whatever order deeds are told in.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { EntryKind } from '../domain/entry';

interface Asked {
  readonly kind: EntryKind;
  readonly subjectId: string;
}

@Injectable()
export class AskedStore {
  /**
   * Which of these a later deed has ended already, as `kind subject`. Whoever ends one meanwhile waits for this
   * transaction, so that an ending never misses a task that is just being asked.
   */
  async ended(tx: Tx, asked: readonly Asked[], byLaterThan: string): Promise<Set<string>> {
    const rows = await query<Asked & { ended: boolean }>(
      tx,
      `insert into inbox.asked as a (kind, subject_id)
       select distinct * from unnest($1::text[], $2::uuid[]) as x (kind, subject_id) order by 1, 2
       on conflict (kind, subject_id) do update set ended_by = a.ended_by
       returning kind, subject_id as "subjectId", coalesce(ended_by > $3::uuid, false) as ended`,
      [asked.map(({ kind }) => kind), asked.map(({ subjectId }) => subjectId), byLaterThan],
    );
    return new Set(rows.filter(({ ended }) => ended).map(({ kind, subjectId }) => `${kind} ${subjectId}`));
  }

  /** A deed ends what was asked before it. */
  async end(tx: Tx, asked: readonly Asked[], deedId: string): Promise<void> {
    await query(
      tx,
      `insert into inbox.asked as a (kind, subject_id, ended_by)
       select distinct kind, subject_id, $3::uuid from unnest($1::text[], $2::uuid[]) as x (kind, subject_id)
       order by 1, 2
       on conflict (kind, subject_id) do update set ended_by = greatest(a.ended_by, excluded.ended_by)`,
      [asked.map(({ kind }) => kind), asked.map(({ subjectId }) => subjectId), deedId],
    );
  }

  /** The inbox hears of deeds after this one. */
  async followedAfter(on: Reads, scope: Scope): Promise<string | null> {
    const [row] = await query<{ afterDeed: string }>(
      on,
      `select after_deed as "afterDeed" from inbox.following
       where ($1::uuid[] is null or cardinality($1::uuid[]) > 0)`,
      [scopeParam(scope)],
    );
    return row?.afterDeed ?? null;
  }
}
