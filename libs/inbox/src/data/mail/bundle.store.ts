// The only file that counts entries of inbox.entry for mails: kind by kind, for all who may see them at once.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Bundle } from '../../domain/mail/letter';

export interface FreshBundle extends Bundle {
  /** The newest entry that was counted. */
  readonly through: string;
  /** Not done meanwhile. */
  readonly isWanted: boolean;
}
interface Window {
  readonly after: string;
  readonly before: Date;
  readonly most: number;
}

const KEYS = `organisation_id as "organisationId", permission, person_id as "personId", not_for as "notFor", kind,
  subject_type as "subjectType"`;
const GROUP = 'organisation_id, permission, person_id, not_for, kind, subject_type';
const COUNTS = `count(*)::int as count, (count(*) filter (where state = 'overdue'))::int as overdue,
  to_char(min(due_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "dueAt",
  (array_agg(subject_id order by id desc))[1] as "subjectId",
  (array_agg(label order by id desc) filter (where label is not null))[1:3] as labels`;

@Injectable()
export class BundleStore {
  /** What came after an entry and before a moment, at most so many. */
  async fresh(on: Reads, scope: Scope, { after, before, most }: Window): Promise<FreshBundle[]> {
    const rows = await query<RawBundle & Pick<FreshBundle, 'through' | 'isWanted'>>(
      on,
      `with fresh as (
         select * from inbox.entry where id > $2 and opened_at < $3
           and ($1::uuid[] is null or organisation_id = any($1)) order by id limit $4)
       select ${KEYS}, ${COUNTS}, state in ('open', 'overdue', 'told') as "isWanted",
         (array_agg(id order by id desc))[1] as through
       from fresh group by ${GROUP}, state in ('open', 'overdue', 'told')`,
      [scopeParam(scope), after, before, most],
    );
    return rows.map(({ through, isWanted, ...raw }) => ({ ...bundleOf(raw), through, isWanted }));
  }

  /** What waits, and what was told after an entry. */
  async standing(tx: Tx, scope: Scope, toldAfter: string): Promise<Bundle[]> {
    const rows = await query<RawBundle>(
      tx,
      `select ${KEYS}, ${COUNTS} from inbox.entry
       where (state in ('open', 'overdue') or state = 'told' and id > $2)
         and ($1::uuid[] is null or organisation_id = any($1)) group by ${GROUP}`,
      [scopeParam(scope), toldAfter],
    );
    return rows.map(bundleOf);
  }

  /** Unscoped: the newest entry of all, of which only the moment is told. */
  async newest(on: Reads): Promise<string | null> {
    const [row] = await query<{ id: string }>(on, 'select id from inbox.entry order by id desc limit 1');
    return row?.id ?? null;
  }
}

type RawBundle = Omit<Bundle, 'labels'> & { readonly labels: readonly string[] | null };

const bundleOf = ({
  organisationId,
  permission,
  personId,
  notFor,
  kind,
  subjectType,
  subjectId,
  count,
  overdue,
  dueAt,
  labels,
}: RawBundle): Bundle => ({
  ...{ organisationId, permission, personId, notFor, kind, subjectType, subjectId, count, overdue, dueAt },
  labels: labels ?? [],
});
