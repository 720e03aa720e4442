// The debtor takes its answer back. Before anything is financed it is simply asked again; afterwards others rely on the
// answer, so it stands, a dispute says so, and nothing more is financed on it.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, isPositive } from '#kernel';
import { type Actor, CLOCK, type Command, Once, type Tx } from '#platform';
import { Filings } from '#registry';
import { ConfirmationStore } from '../../data/confirmation.store';
import { ReceivableStore } from '../../data/receivable.store';
import type { AnswerReason, Confirmation } from '../../domain/answer';
import { confirmationErrors } from '../../domain/confirmation/errors';
import { errors } from '../../domain/errors';
import { assetKeyOf, canBecome, type Receivable } from '../../domain/receivable';
import { AskAgain } from './ask-again';
import { OpenDisputes } from './open-disputes';

export interface Withdrawal {
  readonly reason: AnswerReason;
  readonly note: string | null;
}

export interface WithdrawalShown {
  readonly confirmationId: string;
  readonly receivableId: string;
  readonly outcome: 'withdrawn' | 'disputed';
  /** Where it is financed: the dispute that the withdrawal became. */
  readonly disputeId: string | null;
}

@Injectable()
export class WithdrawConfirmation {
  constructor(
    private readonly once: Once,
    private readonly receivables: ReceivableStore,
    private readonly confirmations: ConfirmationStore,
    private readonly filings: Filings,
    private readonly disputes: OpenDisputes,
    private readonly asking: AskAgain,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws receivables.confirmation_not_found (404), confirmation_not_given (409), withdrawal_of_rejection (422) */
  async execute(command: Command, id: string, withdrawal: Withdrawal): Promise<WithdrawalShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const [seen] = await this.confirmations.byIds(tx, actor.scope, [id]);
      if (!seen) throw errors.confirmation_not_found({ confirmationId: id });
      const [receivable] = await this.receivables.lockOwed(tx, actor.scope, [seen.receivableId]);
      const [answer = seen] = await this.confirmations.lock(tx, actor.scope, [id]);
      if (!receivable || answer.state !== 'approved')
        throw confirmationErrors.confirmation_not_given({ state: answer.state });
      if (answer.decision === 'reject') throw confirmationErrors.withdrawal_of_rejection();
      const [claim] = (await this.filings.claims(tx, [assetKeyOf(receivable)])).values();
      const isFree = !claim || !isPositive(claim.claimed);
      if (!isFree) return this.dispute(tx, actor, { receivable, answer, withdrawal });
      if (!canBecome(receivable.state, 'listed') || receivable.state === 'frozen')
        throw errors.answer_not_open({ receivableId: receivable.id, state: receivable.state });
      await this.asking.execute(tx, actor, receivable, this.withdrawn(actor, answer, withdrawal));
      return { confirmationId: id, receivableId: receivable.id, outcome: 'withdrawn', disputeId: null };
    });
  }

  private withdrawn(actor: Actor, answer: Confirmation, { reason, note }: Withdrawal): Confirmation {
    return {
      ...answer,
      state: 'withdrawn',
      withdrawnBy: actor.userId,
      withdrawnAt: this.clock.now(),
      withdrawalReason: note === null ? reason : `${reason}: ${note}`,
      version: answer.version + 1,
    };
  }

  private async dispute(
    tx: Tx,
    actor: Actor,
    given: { receivable: Receivable; answer: Confirmation; withdrawal: Withdrawal },
  ): Promise<WithdrawalShown> {
    const { receivable, answer, withdrawal } = given;
    const [opened] = await this.disputes.open(tx, actor, [
      {
        ...{ receivable, cause: 'withdrawal', causedBy: receivable.debtorId, ...withdrawal },
        ...{ amount: answer.confirmed, holds: true },
      },
    ]);
    return {
      confirmationId: answer.id,
      receivableId: receivable.id,
      outcome: 'disputed',
      disputeId: opened?.id ?? null,
    };
  }
}
