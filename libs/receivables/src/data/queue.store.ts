// The debtor's queue: receivables beside their answer, by due date.
import { Injectable } from '@nestjs/common';
import { type LocalDate, money, type Money } from '#kernel';
import { query, type PageQuery, type Reads, type Scope, scopeParam } from '#platform';
import type { AnswerReason, Decision } from '../domain/answer';
import type { Receivable } from '../domain/receivable';
import type { ReceivableRow } from './receivable.entity';
import { RECEIVABLE_COLUMNS, receivableOf } from './receivable.store';

export const TASKS = ['open', 'awaiting_check', 'answered'] as const;
export type Task = (typeof TASKS)[number];

export interface QueuedAnswer {
  readonly confirmationId: string;
  readonly decision: Decision;
  readonly confirmed: Money;
  readonly reason: AnswerReason | null;
  readonly note: string | null;
  readonly makerId: string;
  readonly proposedAt: Date;
  readonly checkerId: string | null;
  readonly checkedAt: Date | null;
}

export interface QueueItem {
  readonly id: string;
  readonly task: Task;
  readonly receivable: Receivable;
  readonly answer: QueuedAnswer | null;
}

export interface QueueFilter extends PageQuery {
  /** Absent: what is still to be done. */
  readonly task?: Task;
}

interface QueueRow extends ReceivableRow {
  readonly dueDate: LocalDate;
  readonly task: Task;
  readonly confirmationId: string | null;
  readonly decision: Decision;
  readonly acceptedAmount: string;
  readonly reason: AnswerReason | null;
  readonly note: string | null;
  readonly makerId: string;
  readonly proposedAt: Date;
  readonly checkerId: string | null;
  readonly checkedAt: Date | null;
}

@Injectable()
export class QueueStore {
  /** What the debtors in scope owe an answer for, or with `task: 'answered'` have answered; the cursor is an id. */
  async page(on: Reads, scope: Scope, { task, cursor, limit }: QueueFilter): Promise<QueueItem[]> {
    const rows = await query<QueueRow>(
      on,
      `select ${RECEIVABLE_COLUMNS}, q.task, c.id as "confirmationId", c.decision,
         c.confirmed_amount as "acceptedAmount", c.reason, c.note, c.maker_id as "makerId",
         c.proposed_at as "proposedAt", c.checker_id as "checkerId", c.checked_at as "checkedAt"
       from receivables.receivable r
       left join receivables.confirmation c on c.receivable_id = r.id
         and c.state = case r.state when 'listed' then 'proposed' else 'approved' end
       cross join lateral (select case when r.state <> 'listed' then 'answered'
         when c.id is null then 'open' else 'awaiting_check' end as task) q
       where ($1::uuid[] is null or r.debtor_id = any($1))
         and (r.state = 'listed' or c.id is not null)
         and case when $2::text is null then r.state = 'listed' else q.task = $2 end
         and ($3::uuid is null
           or (r.due_date, r.id) > (select p.due_date, p.id from receivables.receivable p
             where p.id = $3 and ($1::uuid[] is null or p.debtor_id = any($1))))
       order by r.due_date, r.id limit $4`,
      [scopeParam(scope), task ?? null, cursor ?? null, limit + 1],
    );
    return rows.map(itemOf);
  }
}

function itemOf(row: QueueRow): QueueItem {
  const { task, confirmationId, decision, acceptedAmount, reason, note, ...rest } = row;
  const { makerId, proposedAt, checkerId, checkedAt, ...receivable } = rest;
  const answer = confirmationId === null ? null : { confirmationId, decision, reason, note };
  return {
    id: row.id,
    task,
    receivable: receivableOf(receivable),
    answer: answer && {
      ...answer,
      confirmed: money(acceptedAmount, row.currency),
      makerId,
      proposedAt,
      checkerId,
      checkedAt,
    },
  };
}
