// The only file that queries audit.deed.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { NewDeed, RecordedDeed } from '../domain/deed';

interface DeedFilter extends PageQuery {
  readonly subjectId?: string;
}

export interface DeedsAfter {
  readonly actions: readonly string[];
  readonly after: string;
  readonly take: number;
}

@Injectable()
export class DeedStore {
  /** Each deed waits for its place in the log from the moment it is stored. */
  async add(tx: Tx, deeds: readonly NewDeed[]): Promise<void> {
    if (deeds.length === 0) return;
    await query(
      tx,
      `with deed as (
         insert into audit.deed
           (id, at, user_id, organisation_id, action, subject_type, subject_id, subject_version, details, visible_to)
         select id, at, user_id, organisation_id, action, subject_type, subject_id, subject_version, details,
           coalesce(visible_to, '{}')::uuid[]
         from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[],
           $8::int[], $9::jsonb[], $10::text[])
           as d (id, at, user_id, organisation_id, action, subject_type, subject_id, subject_version, details,
             visible_to)
         returning subject_id, subject_version, id, at)
       insert into audit.unsequenced (subject_id, subject_version, deed_id, at) select * from deed`,
      [
        deeds.map(({ id }) => id),
        deeds.map(({ at }) => at),
        deeds.map(({ userId }) => userId),
        deeds.map(({ organisationId }) => organisationId),
        deeds.map(({ action }) => action),
        deeds.map(({ subjectType }) => subjectType),
        deeds.map(({ subjectId }) => subjectId),
        deeds.map(({ subjectVersion }) => subjectVersion),
        deeds.map(({ details }) => JSON.stringify(details)),
        // Lists of different lengths do not fit one array, so each travels as the text of one.
        deeds.map(({ visibleTo }) => (visibleTo.length === 0 ? null : `{${visibleTo.join()}}`)),
      ],
    );
  }

  /** Deeds done by the organisations in scope, the newest first. */
  async page(on: Reads, scope: Scope, filter: DeedFilter): Promise<RecordedDeed[]> {
    const { before, take } = keyset(filter);
    return query<RecordedDeed>(
      on,
      `select id, at, user_id as "userId", organisation_id as "organisationId", action,
         subject_type as "subjectType", subject_id as "subjectId", subject_version as "subjectVersion", details,
         visible_to as "visibleTo"
       from audit.deed
       where ($1::uuid[] is null or organisation_id = any($1)) and ($2::uuid is null or subject_id = $2)
         and id < $3
       order by id desc limit $4`,
      [scopeParam(scope), filter.subjectId ?? null, before, take],
    );
  }

  /** The deeds called so, after a given one, in the order of their ids. */
  async after(on: Reads, scope: Scope, choice: DeedsAfter): Promise<RecordedDeed[]> {
    const { actions, after, take } = choice;
    return query<RecordedDeed>(
      on,
      `select id, at, user_id as "userId", organisation_id as "organisationId", action,
         subject_type as "subjectType", subject_id as "subjectId", subject_version as "subjectVersion", details,
         visible_to as "visibleTo"
       from audit.deed
       where ($1::uuid[] is null or organisation_id = any($1)) and action = any($2::text[]) and id > $3
       order by id limit $4`,
      [scopeParam(scope), actions, after, take],
    );
  }
}
