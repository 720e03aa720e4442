// The debtor's first person answers receivables, one or many at once; nothing counts before a second person agrees.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, DomainError, invariant, newId, shardOf } from '#kernel';
import { type Actor, CLOCK, type Command, Once } from '#platform';
import { ConfirmationStore } from '../data/confirmation.store';
import { ReceivableStore } from '../data/receivable.store';
import { acceptedAmount, type Answer, type Confirmation, proposalFault } from '../domain/answer';
import { faultView, type ItemFault, refuseWhenNothingDone } from '../domain/bulk';
import type { Receivable } from '../domain/receivable';

export interface ProposalResult {
  readonly receivableId: string;
  readonly outcome: 'proposed' | 'refused';
  readonly confirmationId: string | null;
  readonly error: ItemFault | null;
}

@Injectable()
export class ProposeAnswers {
  constructor(
    private readonly once: Once,
    private readonly receivables: ReceivableStore,
    private readonly confirmations: ConfirmationStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One result per answer, in order; refused as a whole when none could be proposed. */
  async execute(command: Command, answers: readonly Answer[]): Promise<{ items: ProposalResult[] }> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const ids = answers.map(({ receivableId }) => receivableId);
      const owed = await this.receivables.lockOwed(tx, actor.scope, ids);
      const pending = await this.confirmations.pending(tx, actor.scope, ids);
      const byId = new Map<string, Receivable>(owed.map((one) => [one.id, one]));
      const judged = answers.map((answer): Confirmation | DomainError => {
        const receivable = byId.get(answer.receivableId);
        const fault = proposalFault(receivable, answer, pending);
        if (fault) return fault;
        invariant(receivable, 'an answer without a fault has its receivable');
        pending.add(answer.receivableId);
        return this.proposal(actor, receivable, answer);
      });
      refuseWhenNothingDone(judged.map((one) => (one instanceof DomainError ? one : undefined)));
      const proposed = judged.flatMap((one) => (one instanceof DomainError ? [] : [one]));
      await this.confirmations.add(tx, proposed);
      await this.audit.record(tx, actor, proposed.map(deedOf));
      return { items: judged.map((one, index) => resultOf(ids[index] ?? '', one)) };
    });
  }

  private proposal(actor: Actor, receivable: Receivable, answer: Answer): Confirmation {
    const confirmed = acceptedAmount(receivable, answer);
    invariant(confirmed, 'an answer without a fault accepts an amount');
    return {
      id: newId<'confirmation'>(shardOf(receivable.id)),
      receivableId: receivable.id,
      debtorId: receivable.debtorId,
      decision: answer.decision,
      confirmed,
      reason: answer.reason ?? null,
      note: answer.note ?? null,
      state: 'proposed',
      receivableVersion: receivable.version,
      makerId: actor.userId,
      makerSession: actor.sessionId,
      proposedAt: this.clock.now(),
      checkerId: null,
      checkerSession: null,
      checkedAt: null,
      version: 1,
    };
  }
}

function deedOf({ id, receivableId, decision, confirmed, reason, makerSession, version }: Confirmation) {
  return {
    action: 'receivables.answer_proposed',
    subjectType: 'confirmation',
    subjectId: id,
    subjectVersion: version,
    details: { receivableId, decision, confirmed, reason, sessionId: makerSession },
  };
}

function resultOf(receivableId: string, judged: Confirmation | DomainError): ProposalResult {
  if (judged instanceof DomainError)
    return { receivableId, outcome: 'refused', confirmationId: null, error: faultView(judged) };
  return { receivableId, outcome: 'proposed', confirmationId: judged.id, error: null };
}
