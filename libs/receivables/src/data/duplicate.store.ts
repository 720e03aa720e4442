// The only file that queries receivables.duplicate_match: which receivable resembles which, and who cleared it.
import { Injectable } from '@nestjs/common';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Match, MatchClass, MatchField, MatchState } from '../domain/duplicates/match';

export interface DuplicateMatch {
  /** The one that is held. */
  readonly receivableId: string;
  readonly otherId: string;
  /** Whose invoice it is: who caused the match, and never clears it. */
  readonly supplierId: string;
  readonly debtorId: string;
  readonly class: Exclude<MatchClass, 'exact'>;
  readonly fields: readonly MatchField[];
  readonly state: MatchState;
  readonly foundAt: Date;
  readonly clearedByOrganisation: string | null;
  readonly clearedAt: Date | null;
  readonly reason: string | null;
}

export type NewMatch = Omit<DuplicateMatch, 'clearedByOrganisation' | 'clearedAt' | 'reason'>;

export interface Clearance {
  readonly userId: string;
  readonly organisationId: string;
  readonly at: Date;
  readonly reason: string;
}

const COLUMNS = `m.receivable_id as "receivableId", m.other_id as "otherId", m.supplier_id as "supplierId",
  m.debtor_id as "debtorId", m.class, m.fields, m.state, m.found_at as "foundAt",
  m.cleared_by_organisation as "clearedByOrganisation", m.cleared_at as "clearedAt", m.reason`;

@Injectable()
export class DuplicateStore {
  /** Of receivables that are locked; those that were not known yet. */
  async add(tx: Tx, matches: readonly NewMatch[]): Promise<Pick<Match, 'id' | 'class'>[]> {
    if (matches.length === 0) return [];
    return query<Pick<Match, 'id' | 'class'>>(
      tx,
      `insert into receivables.duplicate_match
         (receivable_id, other_id, supplier_id, debtor_id, class, fields, state, found_at)
       select n.receivable_id, n.other_id, n.supplier_id, n.debtor_id, n.class, string_to_array(n.fields, ','),
         n.state, n.found_at
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[],
         $8::timestamptz[])
         as n (receivable_id, other_id, supplier_id, debtor_id, class, fields, state, found_at)
       on conflict (receivable_id, other_id) do nothing returning receivable_id as id, class`,
      [
        matches.map(({ receivableId }) => receivableId),
        matches.map(({ otherId }) => otherId),
        matches.map(({ supplierId }) => supplierId),
        matches.map(({ debtorId }) => debtorId),
        matches.map((one) => one.class),
        matches.map(({ fields }) => fields.join(',')),
        matches.map(({ state }) => state),
        matches.map(({ foundAt }) => foundAt),
      ],
    );
  }

  /** Unscoped: what is known of receivables under the caller's locks, on either side of a match; for decisions. */
  async known(on: Reads, receivableIds: readonly string[]): Promise<DuplicateMatch[]> {
    return query<DuplicateMatch>(
      on,
      `select ${COLUMNS} from receivables.duplicate_match m where m.receivable_id = any($1)
       union select ${COLUMNS} from receivables.duplicate_match m where m.other_id = any($1)`,
      [receivableIds],
    );
  }

  /** What holds these receivables, for their suppliers or debtors in scope. */
  async ofReceivables(on: Reads, scope: Scope, receivableIds: readonly string[]): Promise<DuplicateMatch[]> {
    return query<DuplicateMatch>(
      on,
      `select ${COLUMNS} from receivables.duplicate_match m
       where m.receivable_id = any($2)
         and ($1::uuid[] is null or m.supplier_id = any($1) or m.debtor_id = any($1))
       order by m.receivable_id, m.other_id`,
      [scopeParam(scope), receivableIds],
    );
  }

  /** Receivables that are held and owed by debtors in scope, the newest first. */
  async pageHeld(on: Reads, scope: Scope, page: PageQuery): Promise<{ readonly id: string }[]> {
    const { before, take } = keyset(page);
    return query<{ id: string }>(
      on,
      `select r.id from receivables.receivable r
       where r.duplicate_hold and ($1::uuid[] is null or (r.debtor_id = any($1) and r.state <> 'draft'))
         and r.id < $2
       order by r.id desc limit $3`,
      [scopeParam(scope), before, take],
    );
  }

  /** Clears whatever is open on a locked receivable; how many there were. */
  async clear(tx: Tx, receivableId: string, by: Clearance): Promise<number> {
    const rows = await query<{ otherId: string }>(
      tx,
      `update receivables.duplicate_match
       set state = 'cleared', cleared_by = $2, cleared_by_organisation = $3, cleared_at = $4, reason = $5
       where receivable_id = $1 and state = 'open' returning other_id as "otherId"`,
      [receivableId, by.userId, by.organisationId, by.at, by.reason],
    );
    return rows.length;
  }
}
