// The debtor's first person answers receivables, one or many at once; nothing counts before a second person agrees.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, DomainError, invariant, newId, shardOf } from '#kernel';
import { type Actor, CLOCK, type Command, Once, type Tx } from '#platform';
import { type Signature, SignatureStore } from '../data/confirmation/signature.store';
import { ConfirmationStore } from '../data/confirmation.store';
import { ReceivableStore } from '../data/receivable.store';
import {
  acceptedAmount,
  type Answer,
  type AnswerChannel,
  type Confirmation,
  proposalFault,
} from '../domain/answer';
import { faultView, type ItemFault, refuseWhenNothingDone } from '../domain/bulk';
import type { Receivable } from '../domain/receivable';
import { JudgeSignatures, type ToSign } from './signing/judge-signatures';

export interface ProposalResult {
  readonly receivableId: string;
  readonly outcome: 'proposed' | 'refused';
  readonly confirmationId: string | null;
  readonly error: ItemFault | null;
}

/** An answer that can be proposed, with its signature where it has one. */
export interface Proposal {
  readonly confirmation: Confirmation;
  readonly signature: Signature | null;
}

@Injectable()
export class ProposeAnswers {
  constructor(
    private readonly once: Once,
    private readonly receivables: ReceivableStore,
    private readonly confirmations: ConfirmationStore,
    private readonly signing: JudgeSignatures,
    private readonly signatures: SignatureStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One result per answer, in order; refused as a whole when none could be proposed. */
  async execute(command: Command, answers: readonly Answer[]): Promise<{ items: ProposalResult[] }> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const channel = actor.kind === 'client' ? 'erp' : 'portal';
      const judged = await this.judge(tx, actor, answers, channel);
      refuseWhenNothingDone(judged.map((one) => (one instanceof DomainError ? one : undefined)));
      await this.write(tx, actor, judged);
      return { items: judged.map((one, index) => resultOf(answers[index]?.receivableId ?? '', one)) };
    });
  }

  /** One verdict per answer, in order; nothing is written. */
  async judge(
    tx: Tx,
    actor: Actor,
    answers: readonly Answer[],
    channel: AnswerChannel,
  ): Promise<(Proposal | DomainError)[]> {
    const ids = answers.map(({ receivableId }) => receivableId);
    const owed = await this.receivables.lockOwed(tx, actor.scope, ids);
    const pending = await this.confirmations.pending(tx, actor.scope, ids);
    const byId = new Map<string, Receivable>(owed.map((one) => [one.id, one]));
    const judged = answers.map((answer): ToSign | DomainError => {
      const receivable = byId.get(answer.receivableId);
      const fault = proposalFault(receivable, answer, pending);
      if (fault) return fault;
      invariant(receivable, 'an answer without a fault has its receivable');
      pending.add(answer.receivableId);
      return { answer, receivable, confirmation: this.proposal(actor, receivable, answer, channel) };
    });
    const sound = judged.flatMap((one) => (one instanceof DomainError ? [] : [one]));
    const signatures = await this.signing.judge(tx, actor, sound);
    return judged.map((one) => {
      if (one instanceof DomainError) return one;
      const signature = signatures.get(one.confirmation.id);
      if (signature instanceof DomainError) return signature;
      return { confirmation: one.confirmation, signature: signature ?? null };
    });
  }

  /** Writes what was judged sound. */
  async write(tx: Tx, actor: Actor, judged: readonly (Proposal | DomainError)[]): Promise<void> {
    const proposed = judged.flatMap((one) => (one instanceof DomainError ? [] : [one]));
    await this.confirmations.add(
      tx,
      proposed.map(({ confirmation }) => confirmation),
    );
    await this.signatures.add(
      tx,
      proposed.flatMap(({ signature }) => signature ?? []),
    );
    await this.audit.record(tx, actor, proposed.map(deedOf));
  }

  private proposal(
    actor: Actor,
    receivable: Receivable,
    answer: Answer,
    channel: AnswerChannel,
  ): Confirmation {
    const confirmed = acceptedAmount(receivable, answer);
    invariant(confirmed, 'an answer without a fault accepts an amount');
    const { kind: makerKind, authenticatedBy: makerMethods } = actor;
    return {
      id: newId<'confirmation'>(shardOf(receivable.id)),
      receivableId: receivable.id,
      debtorId: receivable.debtorId,
      decision: answer.decision,
      confirmed,
      reason: answer.reason ?? null,
      note: answer.note ?? null,
      orderNumber: answer.orderNumber ?? null,
      goodsReceiptNumber: answer.goodsReceiptNumber ?? null,
      noAssignmentClause: answer.noAssignmentClause ?? false,
      channel,
      state: 'proposed',
      receivableVersion: receivable.version,
      makerId: actor.userId,
      makerSession: actor.sessionId,
      ...{ makerKind, makerMethods },
      proposedAt: this.clock.now(),
      ...{ checkerId: null, checkerSession: null, checkerKind: null, checkerMethods: null, checkedAt: null },
      ...{ withdrawnBy: null, withdrawnAt: null, withdrawalReason: null, version: 1 },
    };
  }
}

function deedOf({ confirmation, signature }: Proposal) {
  const { id, receivableId, decision, confirmed, reason, channel, makerSession, version } = confirmation;
  const keyId = signature?.keyId ?? null;
  return {
    action: 'receivables.answer_proposed',
    subjectType: 'confirmation',
    subjectId: id,
    subjectVersion: version,
    details: { receivableId, decision, confirmed, reason, channel, keyId, sessionId: makerSession },
  };
}

function resultOf(receivableId: string, judged: Proposal | DomainError): ProposalResult {
  if (judged instanceof DomainError)
    return { receivableId, outcome: 'refused', confirmationId: null, error: faultView(judged) };
  return { receivableId, outcome: 'proposed', confirmationId: judged.confirmation.id, error: null };
}
