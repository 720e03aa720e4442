// The only file that queries receivables.confirmation_grade, the book of how good the evidence was found when.
import { Injectable } from '@nestjs/common';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Grade, GradeReason, Grading } from '../../domain/confirmation/evidence';

export interface GradeLine extends Grading {
  readonly confirmationId: string;
  readonly receivableId: string;
  readonly gradedAt: Date;
}

interface GradeRow {
  readonly confirmationId: string;
  readonly receivableId: string;
  readonly grade: Grade;
  readonly points: number;
  readonly reasons: readonly GradeReason[];
  readonly gradedAt: Date;
}

@Injectable()
export class GradeStore {
  /** A new line behind the last one of each; of receivables that the caller holds locked. */
  async add(tx: Tx, lines: readonly GradeLine[]): Promise<void> {
    if (lines.length === 0) return;
    await query(
      tx,
      `insert into receivables.confirmation_grade
         (confirmation_id, line, receivable_id, grade, points, reasons, graded_at)
       select n.confirmation_id,
         1 + coalesce((select max(g.line) from receivables.confirmation_grade g
           where g.confirmation_id = n.confirmation_id), 0),
         n.receivable_id, n.grade, n.points, string_to_array(n.reasons, ','), n.graded_at
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::timestamptz[])
         as n (confirmation_id, receivable_id, grade, points, reasons, graded_at)`,
      [
        lines.map(({ confirmationId }) => confirmationId),
        lines.map(({ receivableId }) => receivableId),
        lines.map(({ grade }) => grade),
        lines.map(({ points }) => points),
        lines.map(({ reasons }) => reasons.join(',')),
        lines.map(({ gradedAt }) => gradedAt),
      ],
    );
  }

  /** The newest grade of the answer that stands, by receivable; of suppliers and debtors in scope. */
  async standing(on: Reads, scope: Scope, receivableIds: readonly string[]): Promise<Map<string, GradeLine>> {
    if (receivableIds.length === 0) return new Map();
    const rows = await query<GradeRow>(
      on,
      `select distinct on (g.confirmation_id) g.confirmation_id as "confirmationId",
         g.receivable_id as "receivableId", g.grade, g.points, g.reasons, g.graded_at as "gradedAt"
       from receivables.confirmation c
       join receivables.confirmation_grade g on g.confirmation_id = c.id
       join receivables.receivable r on r.id = c.receivable_id
       where c.receivable_id = any($2) and c.state = 'approved'
         and ($1::uuid[] is null or r.supplier_id = any($1) or r.debtor_id = any($1))
       order by g.confirmation_id, g.line desc`,
      [scopeParam(scope), receivableIds],
    );
    return new Map(rows.map((row) => [row.receivableId, row]));
  }

  /**
   * Answers that stand, by id, on receivables that are not settled yet; with `newsOnly` those whose tax check is newer than
   * their grade. Answers a page of receivables.
   */
  async toRegrade(
    on: Reads,
    scope: Scope,
    { after, take, newsOnly }: { readonly after: string; readonly take: number; readonly newsOnly: boolean },
  ): Promise<{ confirmationId: string; receivableId: string }[]> {
    return query(
      on,
      `select c.id as "confirmationId", c.receivable_id as "receivableId"
       from receivables.confirmation c join receivables.receivable r on r.id = c.receivable_id
       where c.state = 'approved' and c.decision <> 'reject' and c.id > $2
         and r.state in ('confirmed', 'part_disputed', 'frozen')
         and ($1::uuid[] is null or r.debtor_id = any($1))
         and (not $4 or exists (
           select 1 from receivables.tax_check k join receivables.tax_result t on t.check_id = k.id
           where k.receivable_id = r.id and t.answered_at > (select max(g.graded_at)
             from receivables.confirmation_grade g where g.confirmation_id = c.id)))
       order by c.id limit $3`,
      [scopeParam(scope), after, take, newsOnly],
    );
  }
}
