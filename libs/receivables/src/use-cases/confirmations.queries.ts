// The debtor's queue as its people read it: what they are asked to confirm, by when, and what awaits a second person.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type LocalDate, type Money, todayOf } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, CLOCK, Db, type Page, pageOf } from '#platform';
import {
  type QueuedAnswer,
  type QueueFilter,
  type QueueItem,
  QueueStore,
  type QueueTotal,
  type Task,
} from '../data/queue.store';
import { isOverdue, type PresentedBy } from '../domain/receivable';
import type { StatementBasis } from '../domain/confirmation/statement';
import { DuplicateQueries, mayClear, type MatchShown } from './duplicates/duplicates.queries';
import { type GradeShown, TaskEvidence } from './evidence/task-evidence';

export interface TaskShown {
  /** Id of the receivable. */
  readonly id: string;
  readonly task: Task;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly invoiceNumber: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate | null;
  readonly payable: Money;
  readonly listedAt: string | null;
  readonly answerBy: LocalDate | null;
  readonly overdue: boolean;
  readonly disputeHold: boolean;
  readonly presentedBy: PresentedBy;
  readonly answer: AnsweredShown | null;
  /** What it resembles: a suspected duplicate is to be cleared or rejected. */
  readonly matches: readonly MatchShown[];
  /** What a signed answer states of it. */
  readonly statement: StatementBasis;
  readonly grade: GradeShown | null;
  readonly actions: readonly string[];
}

export interface AnsweredShown extends Omit<QueuedAnswer, 'proposedAt' | 'checkedAt'> {
  readonly proposedAt: string;
  readonly checkedAt: string | null;
}

@Injectable()
export class ConfirmationQueries {
  constructor(
    private readonly db: Db,
    private readonly queue: QueueStore,
    private readonly organisations: Organisations,
    private readonly duplicates: DuplicateQueries,
    private readonly evidence: TaskEvidence,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of what is still to be answered or checked, by currency. */
  async totals({ scope }: Actor): Promise<readonly QueueTotal[]> {
    return this.queue.totals(this.db.reads, scope, todayOf(this.clock));
  }

  /** Exceptions first, then by due date. */
  async page(actor: Actor, filter: QueueFilter): Promise<Page<TaskShown>> {
    const today = todayOf(this.clock);
    const rows = await this.queue.page(this.db.reads, actor.scope, filter, today);
    const { items, next } = pageOf(rows, filter);
    const supplierIds = items.map(({ receivable }) => receivable.supplierId);
    const suppliers = await this.organisations.byIds(this.db.reads, supplierIds);
    const matches = await this.duplicates.of(
      this.db.reads,
      actor.scope,
      items.map(({ id }) => id),
    );
    const evidence = await this.evidence.of(this.db.reads, actor, items);
    await this.evidence.shown(actor, items);
    const nameOf = (id: string) => suppliers.get(id)?.legalName ?? '';
    return {
      items: items.map((item) => ({
        ...shownTo(actor, item, nameOf(item.receivable.supplierId), today),
        matches: matches.get(item.id) ?? [],
        ...evidence(item.id),
      })),
      next,
    };
  }
}

function shownTo(
  actor: Actor,
  item: QueueItem,
  supplierName: string,
  today: LocalDate,
): Omit<TaskShown, 'matches' | 'statement' | 'grade'> {
  const { receivable, task, answer } = item;
  const { id, supplierId, invoiceNumber, issueDate, dueDate, payable, listedAt, answerBy } = receivable;
  return {
    ...{ id, task, supplierId, supplierName, invoiceNumber, issueDate, dueDate, payable, answerBy },
    listedAt: listedAt?.toISOString() ?? null,
    overdue: isOverdue(receivable, today),
    disputeHold: receivable.disputeHold,
    presentedBy: receivable.presentedBy,
    answer: answer && {
      ...answer,
      proposedAt: answer.proposedAt.toISOString(),
      checkedAt: answer.checkedAt?.toISOString() ?? null,
    },
    actions: [
      ...actionsOn(actor, item),
      ...(receivable.duplicateHold && mayClear(actor, receivable) ? ['clear_duplicate'] : []),
    ],
  };
}

function actionsOn({ permissions, userId }: Actor, { task, answer }: QueueItem): string[] {
  if (task === 'answered') return withdrawable(permissions, answer) ? ['prove', 'withdraw'] : ['prove'];
  if (task === 'open') return permissions.has('confirmation.propose') ? ['propose'] : [];
  const mayCheck = permissions.has('confirmation.check') && answer?.makerId !== userId;
  return mayCheck ? ['approve', 'decline'] : [];
}

const withdrawable = (permissions: ReadonlySet<string>, answer: QueueItem['answer']): boolean =>
  permissions.has('confirmation.withdraw') && answer !== null && answer.decision !== 'reject';
