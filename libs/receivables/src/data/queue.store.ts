// The debtor's queue: receivables beside their answer, by due date.
import { Injectable } from '@nestjs/common';
import { type LocalDate, money, type Money } from '#kernel';
import { query, type PageQuery, type Reads, type Scope, scopeParam } from '#platform';
import type { AnswerChannel, AnswerReason, Decision } from '../domain/answer';
import type { Receivable } from '../domain/receivable';
import type { ReceivableRow } from './receivable.entity';
import { ownedBy, RECEIVABLE_COLUMNS, receivableOf } from './receivable.store';

export const TASKS = ['open', 'awaiting_check', 'answered'] as const;
export type Task = (typeof TASKS)[number];

export interface QueuedAnswer {
  readonly confirmationId: string;
  readonly decision: Decision;
  readonly confirmed: Money;
  readonly reason: AnswerReason | null;
  readonly note: string | null;
  readonly channel: AnswerChannel;
  readonly isSigned: boolean;
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
  readonly confirmationId: string | null;
  readonly decision: Decision;
  readonly acceptedAmount: string;
  readonly reason: AnswerReason | null;
  readonly note: string | null;
  readonly channel: AnswerChannel;
  readonly isSigned: boolean;
  readonly makerId: string;
  readonly proposedAt: Date;
  readonly checkerId: string | null;
  readonly checkedAt: Date | null;
}

/** Which answer stands beside a receivable, and which receivables count; those listed have an index of their own. */
const TO_DO = `c.state = 'proposed' where r.state = 'listed'`;
const COUNTED: Readonly<Record<Task, string>> = {
  open: `${TO_DO} and c.id is null`,
  awaiting_check: `${TO_DO} and c.id is not null`,
  answered: `c.state = 'approved' where r.state <> 'listed' and c.id is not null`,
};

export interface QueueTotal {
  readonly payable: Money;
  readonly count: number;
  readonly overdue: number;
  /** By a suspected duplicate or a dispute. */
  readonly held: number;
}

/** Exceptions before the rest. */
const exceptionsFirst = (r: string): string =>
  `(case when ${r}.duplicate_hold or ${r}.dispute_hold or ${r}.answer_by < $4::date then 0 else 1 end)`;

@Injectable()
export class QueueStore {
  /**
   * What the debtors in scope owe an answer for, or with `task: 'answered'` have answered; the cursor is an id.
   * @param today what is overdue then or held comes first, whatever its due date; null: by due date alone
   */
  async page(
    on: Reads,
    scope: Scope,
    { task, cursor, limit }: QueueFilter,
    today: LocalDate | null,
  ): Promise<QueueItem[]> {
    const ranked = today !== null && task !== 'answered';
    const order = (r: string) => `${ranked ? `${exceptionsFirst(r)}, ` : ''}${r}.due_date, ${r}.id`;
    const rows = await query<QueueRow>(
      on,
      `select ${RECEIVABLE_COLUMNS}, c.id as "confirmationId", c.decision,
         c.confirmed_amount as "acceptedAmount", c.reason, c.note, c.channel, c.maker_id as "makerId",
         exists (select 1 from receivables.confirmation_signature s where s.confirmation_id = c.id) as "isSigned",
         c.proposed_at as "proposedAt", c.checker_id as "checkerId", c.checked_at as "checkedAt"
       from receivables.receivable r
       left join receivables.confirmation c on c.receivable_id = r.id and ${task ? COUNTED[task] : TO_DO}
         and ${ownedBy('r.debtor_id', scope)}
         and ($2::uuid is null
           or (${order('r')}) > (select ${order('p')} from receivables.receivable p
             where p.id = $2 and ($1::uuid[] is null or p.debtor_id = any($1))))
       order by ${order('r')} limit $3`,
      [scopeParam(scope), cursor ?? null, limit + 1, ...(ranked ? [today] : [])],
    );
    return rows.map(itemOf);
  }

  /** Of what the debtors in scope owe an answer for, by currency. */
  async totals(on: Reads, scope: Scope, today: LocalDate): Promise<QueueTotal[]> {
    const rows = await query<
      Omit<QueueTotal, 'payable'> & { readonly sum: string; readonly currency: string }
    >(
      on,
      `select r.currency, count(*)::int as count, sum(r.payable_amount)::text as sum,
         count(*) filter (where r.answer_by < $2::date)::int as overdue,
         count(*) filter (where r.duplicate_hold or r.dispute_hold)::int as held
       from receivables.receivable r
       where r.state = 'listed' and ($1::uuid[] is null or r.debtor_id = any($1))
       group by r.currency order by r.currency`,
      [scopeParam(scope), today],
    );
    return rows.map(({ sum, currency, ...counts }) => ({ ...counts, payable: money(sum, currency) }));
  }
}

function taskOf({ state, confirmationId }: QueueRow): Task {
  if (state !== 'listed') return 'answered';
  return confirmationId === null ? 'open' : 'awaiting_check';
}

function itemOf(row: QueueRow): QueueItem {
  const { confirmationId, decision, acceptedAmount, reason, note, ...rest } = row;
  const { channel, isSigned, makerId, proposedAt, checkerId, checkedAt, ...receivable } = rest;
  const answer = confirmationId === null ? null : { confirmationId, decision, reason, note };
  return {
    id: row.id,
    task: taskOf(row),
    receivable: receivableOf(receivable),
    answer: answer && {
      ...answer,
      confirmed: money(acceptedAmount, row.currency),
      channel,
      isSigned,
      makerId,
      proposedAt,
      checkerId,
      checkedAt,
    },
  };
}
