// The only file that queries receivables.task_sighting, the book of when a task first reached each of the debtor's people.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';

export type SightingEvent = 'shown' | 'opened';

export interface Sighting {
  readonly receivableId: string;
  readonly event: SightingEvent;
  readonly seenAt: Date;
}

@Injectable()
export class SightingStore {
  /** The first sighting of each person counts; of receivables that the caller was shown. */
  async add(
    tx: Tx,
    by: { readonly userId: string; readonly organisationId: string },
    event: SightingEvent,
    receivableIds: readonly string[],
    seenAt: Date,
  ): Promise<void> {
    await query(
      tx,
      `insert into receivables.task_sighting (receivable_id, event, user_id, organisation_id, seen_at)
       select id, $2, $3, $4, $5 from unnest($1::uuid[]) as n (id) order by id
       on conflict do nothing`,
      [receivableIds, event, by.userId, by.organisationId, seenAt],
    );
  }

  /** Which of these this person was not told of so yet. */
  async unseen(
    on: Reads,
    scope: Scope,
    receivableIds: readonly string[],
    { userId, event }: { readonly userId: string; readonly event: SightingEvent },
  ): Promise<string[]> {
    const rows = await query<{ id: string }>(
      on,
      `select r.id from receivables.receivable r
       where r.id = any($2) and ($1::uuid[] is null or r.debtor_id = any($1))
         and not exists (select 1 from receivables.task_sighting s
           where s.receivable_id = r.id and s.event = $4 and s.user_id = $3)`,
      [scopeParam(scope), receivableIds, userId, event],
    );
    return rows.map(({ id }) => id);
  }

  /** When it was first shown to, and first opened by, one of the debtor's people; suppliers and debtors in scope. */
  async first(on: Reads, scope: Scope, receivableIds: readonly string[]): Promise<Sighting[]> {
    return query<Sighting>(
      on,
      `select s.receivable_id as "receivableId", s.event, min(s.seen_at) as "seenAt"
       from receivables.task_sighting s join receivables.receivable r on r.id = s.receivable_id
       where s.receivable_id = any($2)
         and ($1::uuid[] is null or r.supplier_id = any($1) or r.debtor_id = any($1))
       group by s.receivable_id, s.event order by 3`,
      [scopeParam(scope), receivableIds],
    );
  }
}
