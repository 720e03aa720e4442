// The only file that queries inbox.entry and reader. An inbox is an organisation's own: whoever else sees its rows does
// not see what its people are asked to do.
import { Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Entry, EntryKind, EntryState } from '../domain/entry';
import type { Ending } from '../domain/news/news';

/** Who looks: what they may do, and who they are. */
export interface Reader {
  readonly userId: string;
  readonly permissions: readonly string[];
}
export interface EntryFilter extends PageQuery {
  readonly state?: EntryState;
  readonly kind?: EntryKind;
}
export interface EntryCounts {
  readonly open: number;
  readonly overdue: number;
  readonly unread: number;
}
export type WaitingTask = Pick<Entry, 'kind' | 'subjectId' | 'organisationId' | 'eventId'>;
/** Up to where somebody has read. */
export interface ReadMark {
  readonly id: string;
  readonly userId: string;
  readonly through: string;
}
export interface EntryRow extends Entry {
  readonly unread: boolean;
}

const SEEN = `($1::uuid[] is null or organisation_id = any($1)) and permission = any($2::text[])
  and (person_id is null or person_id = $3) and (not_for is null or not_for <> $3)`;
const THROUGH = `coalesce((select read_through from inbox.reader where user_id = $3),
  '00000000-0000-0000-0000-000000000000')`;
const COLUMNS = `id, event_id as "eventId", organisation_id as "organisationId", permission, person_id as "personId",
  not_for as "notFor", kind, subject_type as "subjectType", subject_id as "subjectId", label,
  opened_at as "openedAt", due_at as "dueAt", state, closed_at as "closedAt", id > ${THROUGH} as unread`;

@Injectable()
export class EntryStore {
  /** Those that are there already, of the same fact or waiting for the same, stay as they are. */
  async add(tx: Tx, entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    await query(
      tx,
      `insert into inbox.entry (id, event_id, organisation_id, permission, person_id, not_for, kind, subject_type,
         subject_id, label, opened_at, due_at, state)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::text[],
         $8::text[], $9::uuid[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::text[])
       on conflict do nothing`,
      [
        entries.map(({ id }) => id),
        entries.map(({ eventId }) => eventId),
        entries.map(({ organisationId }) => organisationId),
        entries.map(({ permission }) => permission),
        entries.map(({ personId }) => personId),
        entries.map(({ notFor }) => notFor),
        entries.map(({ kind }) => kind),
        entries.map(({ subjectType }) => subjectType),
        entries.map(({ subjectId }) => subjectId),
        entries.map(({ label }) => label),
        entries.map(({ openedAt }) => openedAt),
        entries.map(({ dueAt }) => dueAt),
        entries.map(({ state }) => state),
      ],
    );
  }

  /** Closes the tasks of this kind on the subject; of those from deeds, what was asked before this one. */
  async close(
    tx: Tx,
    { kind, subjectId, state }: Ending,
    at: Date,
    byDeed: string | null = null,
  ): Promise<void> {
    await query(
      tx,
      `update inbox.entry set state = $3, closed_at = $4
       where subject_id = $2 and kind = $1 and state in ('open', 'overdue')
         and ($5::uuid is null or event_id < $5)`,
      [kind, subjectId, state, at, byDeed],
    );
  }

  /** Tasks that wait, and the facts that asked for them. */
  async waiting(on: Reads, scope: Scope): Promise<WaitingTask[]> {
    return query<WaitingTask>(
      on,
      `select kind, subject_id as "subjectId", organisation_id as "organisationId", event_id as "eventId"
       from inbox.entry
       where ($1::uuid[] is null or organisation_id = any($1)) and state in ('open', 'overdue')`,
      [scopeParam(scope)],
    );
  }

  /** Marks at most `most` of the open tasks whose time is over. */
  async markOverdue(tx: Tx, now: Date, most: number): Promise<number> {
    const marked = await query(
      tx,
      `update inbox.entry set state = 'overdue'
       where id in (select id from inbox.entry where state = 'open' and due_at <= $1
         order by id limit $2 for update skip locked)
       returning id`,
      [now, most],
    );
    return marked.length;
  }

  /** Counts one more reminder of the answers that are owed since then; gives the organisation of each. */
  async remind(
    tx: Tx,
    { nth, askedBefore, most }: { readonly nth: number; readonly askedBefore: Date; readonly most: number },
  ): Promise<string[]> {
    const reminded = await query<{ organisationId: string }>(
      tx,
      `update inbox.entry set reminded = $1
       where id in (select id from inbox.entry where kind = 'receivable_to_answer' and state in ('open', 'overdue')
         and reminded < $1 and opened_at < $2 order by id limit $3 for update skip locked)
       returning organisation_id as "organisationId"`,
      [nth, askedBefore, most],
    );
    return reminded.map(({ organisationId }) => organisationId);
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, reader: Reader, filter: EntryFilter): Promise<EntryRow[]> {
    const { before, take } = keyset(filter);
    return query<EntryRow>(
      on,
      `select ${COLUMNS} from inbox.entry
       where ${SEEN} and ($4::text is null or state = $4) and ($5::text is null or kind = $5) and id < $6
       order by id desc limit $7`,
      [
        ...[scopeParam(scope), reader.permissions, reader.userId, filter.state ?? null, filter.kind ?? null],
        ...[before, take],
      ],
    );
  }

  /** The tasks that wait, what is due first first; of what has no due time, what waits longest. */
  async urgent(on: Reads, scope: Scope, reader: Reader, most: number): Promise<EntryRow[]> {
    return query<EntryRow>(
      on,
      `select ${COLUMNS} from inbox.entry
       where ${SEEN} and state in ('open', 'overdue')
       order by due_at nulls last, id limit $4`,
      [scopeParam(scope), reader.permissions, reader.userId, most],
    );
  }

  async counts(on: Reads, scope: Scope, reader: Reader): Promise<EntryCounts | undefined> {
    const [counts] = await query<EntryCounts>(
      on,
      `select count(*) filter (where state = 'open')::int as open,
         count(*) filter (where state = 'overdue')::int as overdue,
         count(*) filter (where state = 'told' and id > ${THROUGH})::int as unread
       from inbox.entry where ${SEEN} having count(*) > 0`,
      [scopeParam(scope), reader.permissions, reader.userId],
    );
    return counts;
  }

  /** The first mark of a person; false when there is one already. */
  async addMark(tx: Tx, { id, userId, through }: ReadMark): Promise<boolean> {
    const added = await query(
      tx,
      `insert into inbox.reader (id, user_id, read_through, version) values ($1, $2, $3, 1)
       on conflict (user_id) do nothing returning id`,
      [id, userId, through],
    );
    return added.length > 0;
  }

  /** Moves the mark of a person on, never back. */
  async moveMark(tx: Tx, userId: string, through: string): Promise<{ id: string; version: number }> {
    const [mark] = await query<{ id: string; version: number }>(
      tx,
      `update inbox.reader set read_through = greatest(read_through, $2::uuid), version = version + 1
       where user_id = $1 returning id, version`,
      [userId, through],
    );
    invariant(mark, 'a mark that moves is there');
    return mark;
  }
}
