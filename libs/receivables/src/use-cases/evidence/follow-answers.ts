// What follows from an approved answer in the same transaction: its grade, the dispute of what was not accepted, and the
// news of it.
import { Injectable } from '@nestjs/common';
import { subtractMoney } from '#kernel';
import { type Actor, Events, type Tx } from '#platform';
import { receivableAnswered } from '../../receivables.events';
import { OpenDisputes } from '../disputes/open-disputes';
import { GradeConfirmations, type Graded } from './grade-confirmations';

@Injectable()
export class FollowAnswers {
  constructor(
    private readonly grading: GradeConfirmations,
    private readonly disputes: OpenDisputes,
    private readonly events: Events,
  ) {}

  /** Receivables as they are after the answer; the caller holds them locked. */
  async execute(tx: Tx, actor: Actor, answered: readonly Graded[]): Promise<void> {
    await this.grading.grade(tx, answered);
    // What the supplier invoiced beyond what the debtor accepts is for the supplier to explain.
    const partial = answered.filter(({ confirmation }) => confirmation.decision === 'dispute');
    await this.disputes.open(
      tx,
      actor,
      partial.map(({ confirmation: { confirmed, reason, note }, receivable }) => ({
        ...{ receivable, cause: 'partial_confirmation', causedBy: receivable.supplierId, note, holds: false },
        reason: reason ?? 'other',
        amount: subtractMoney(receivable.payable, confirmed),
      })),
    );
    await this.events.emit(
      tx,
      receivableAnswered,
      answered.map(({ receivable: { id, supplierId, debtorId, state } }) => ({
        ...{ receivableId: id, supplierId, debtorId, outcome: state },
      })),
    );
  }
}
