// How debtors answered, counted across the receivables of a year and their answers; only reads.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { query, type Reads, type Scope, scopeParam } from '#platform';
import type { ResponseCount } from '../../domain/confirmation/response';

@Injectable()
export class ResponseStore {
  /**
   * Of suppliers and debtors in scope, by debtor; a debtor without a case is missing. What a debtor brought itself was
   * never asked, and does not count.
   * @param days a case is what was put before the debtor from the first to before the second
   */
  async counts(
    on: Reads,
    scope: Scope,
    debtorIds: readonly string[],
    { since, today }: { readonly since: LocalDate; readonly today: LocalDate },
  ): Promise<ResponseCount[]> {
    return query<ResponseCount>(
      on,
      `select r.debtor_id as "debtorId", count(*)::int as cases, count(a.answered_at)::int as answered,
         count(*) filter (where a.in_time)::int as "inTime", count(*) filter (where a.disputed)::int as disputed,
         count(*) filter (where a.withdrawn)::int as withdrawn,
         round((percentile_cont(0.5) within group (order by a.days))::numeric, 1)::text as "medianDays"
       from receivables.receivable r
       left join lateral (
         select max(c.checked_at) as answered_at, bool_or(c.decision <> 'confirm') as disputed,
           bool_or(c.state = 'withdrawn') as withdrawn,
           bool_or((c.checked_at at time zone 'Asia/Shanghai')::date <= r.answer_by) as in_time,
           min(extract(epoch from c.checked_at - r.listed_at) / 86400) filter (where c.checked_at >= r.listed_at)
             as days
         from receivables.confirmation c
         where c.receivable_id = r.id and c.state in ('approved', 'superseded', 'withdrawn')) a on true
       where r.debtor_id = any($2) and ($1::uuid[] is null or r.supplier_id = any($1) or r.debtor_id = any($1))
         and r.presented_by = 'supplier' and r.created_at >= $3::date
         and (a.answered_at is not null or (r.state = 'listed' and r.answer_by < $4::date))
       group by r.debtor_id`,
      [scopeParam(scope), debtorIds, since, today],
    );
  }
}
