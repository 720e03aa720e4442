// The debtor's second person approves or declines what a colleague proposed. Approval looks at the receivable again
// under its lock, so that nothing is confirmed that changed after the proposal.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type Deed } from '#audit';
import { type Clock, DomainError, invariant } from '#kernel';
import { type Actor, CLOCK, type Command, Once, type Tx } from '#platform';
import { ConfirmationStore } from '../data/confirmation.store';
import { ReceivableStore } from '../data/receivable.store';
import { type CheckDecision, checkFault, type Confirmation, OUTCOME } from '../domain/answer';
import { faultView, type ItemFault, refuseWhenNothingDone } from '../domain/bulk';
import { errors } from '../domain/errors';
import { canBecome, isTakenBack, type Receivable } from '../domain/receivable';
import { FollowAnswers } from './evidence/follow-answers';
import { WithdrawReceivables } from './uploads/undo/withdraw-receivables';

export interface Check {
  readonly confirmationId: string;
  readonly decision: CheckDecision;
}

export interface CheckResult {
  readonly confirmationId: string;
  readonly outcome: 'approved' | 'declined' | 'refused';
  readonly receivableId: string | null;
  readonly error: ItemFault | null;
}

/** A check that can be made: the answer as it will be, and the receivable when it changes with it. */
export interface Checked {
  readonly confirmation: Confirmation;
  readonly answered: Receivable | null;
  /** What the debtor brought itself and takes back: nobody else has claimed it. */
  readonly takenBack: Receivable | null;
}

@Injectable()
export class CheckAnswers {
  constructor(
    private readonly once: Once,
    private readonly receivables: ReceivableStore,
    private readonly confirmations: ConfirmationStore,
    private readonly following: FollowAnswers,
    private readonly withdrawing: WithdrawReceivables,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One result per check, in order; refused as a whole when none could be made. */
  async execute(command: Command, checks: readonly Check[]): Promise<{ items: CheckResult[] }> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const judged = await this.judge(tx, actor, checks);
      refuseWhenNothingDone(judged.map((one) => (one instanceof DomainError ? one : undefined)));
      await this.write(tx, actor, judged);
      return { items: judged.map((one, index) => resultOf(checks[index]?.confirmationId ?? '', one)) };
    });
  }

  /** One verdict per check, in order; receivables and answers are locked, and nothing is written. */
  async judge(tx: Tx, actor: Actor, checks: readonly Check[]): Promise<(Checked | DomainError)[]> {
    const ids = checks.map(({ confirmationId }) => confirmationId);
    // Receivables are locked before answers, so the answers are read once to find them and again under their lock.
    const seen = await this.confirmations.byIds(tx, actor.scope, ids);
    const owed = await this.receivables.lockOwed(
      tx,
      actor.scope,
      seen.map(({ receivableId }) => receivableId),
    );
    const locked = await this.confirmations.lock(tx, actor.scope, ids);
    const receivables = new Map<string, Receivable>(owed.map((one) => [one.id, one]));
    const answers = new Map<string, Confirmation>(locked.map((one) => [one.id, one]));
    const done = new Set<string>();
    return checks.map(({ confirmationId, decision }): Checked | DomainError => {
      const answer = answers.get(confirmationId);
      const receivable = answer && receivables.get(answer.receivableId);
      const checkerId = actor.userId;
      const fault = checkFault(answer, receivable, { confirmationId, decision, checkerId });
      if (fault) return fault;
      invariant(answer && receivable, 'a check without a fault has its answer and its receivable');
      if (done.has(confirmationId)) return errors.confirmation_closed({ confirmationId, state: 'checked' });
      done.add(confirmationId);
      return this.checked(actor, answer, receivable, decision);
    });
  }

  private checked(
    actor: Actor,
    answer: Confirmation,
    receivable: Receivable,
    decision: CheckDecision,
  ): Checked {
    const checkedAt = this.clock.now();
    const isApproved = decision === 'approve';
    const { kind: checkerKind, authenticatedBy: checkerMethods } = actor;
    const confirmation: Confirmation = {
      ...answer,
      state: isApproved ? 'approved' : 'declined',
      checkerId: actor.userId,
      checkerSession: actor.sessionId,
      ...{ checkerKind, checkerMethods },
      checkedAt,
      version: answer.version + 1,
    };
    if (!isApproved) {
      const takenBack = isTakenBack(answer, receivable) ? receivable : null;
      return { confirmation, answered: null, takenBack };
    }
    const state = OUTCOME[answer.decision];
    invariant(canBecome(receivable.state, state), `${receivable.state} cannot become ${state}`);
    const { version } = receivable;
    const answered = {
      ...receivable,
      state,
      confirmed: answer.confirmed,
      answeredAt: checkedAt,
      version: version + 1,
    };
    return { confirmation, answered, takenBack: null };
  }

  /** Writes what was judged sound, and what follows from it. */
  async write(tx: Tx, actor: Actor, judged: readonly (Checked | DomainError)[]): Promise<void> {
    const checked = judged.flatMap((one) => (one instanceof DomainError ? [] : [one]));
    await this.receivables.update(
      tx,
      checked.flatMap(({ answered }) => answered ?? []),
    );
    await this.confirmations.close(
      tx,
      checked.map(({ confirmation }) => confirmation),
    );
    await this.audit.record(tx, actor, checked.flatMap(deedsOf));
    await this.withdrawing.execute(
      tx,
      actor,
      checked.flatMap(({ takenBack }) => takenBack ?? []),
    );
    await this.following.execute(
      tx,
      actor,
      checked.flatMap(({ confirmation, answered: receivable }) =>
        receivable ? [{ confirmation, receivable }] : [],
      ),
    );
  }
}

function deedsOf({ confirmation, answered }: Checked): Deed[] {
  const { id, receivableId, decision, confirmed, checkerSession, version, state } = confirmation;
  const check: Deed = {
    action: state === 'approved' ? 'receivables.answer_approved' : 'receivables.answer_declined',
    subjectType: 'confirmation',
    subjectId: id,
    subjectVersion: version,
    details: { receivableId, decision, sessionId: checkerSession },
  };
  if (!answered) return [check];
  const answer: Deed = {
    action: 'receivables.receivable_answered',
    subjectType: 'receivable',
    subjectId: receivableId,
    subjectVersion: answered.version,
    details: { confirmationId: id, state: answered.state, confirmed },
    visibleTo: [answered.supplierId],
  };
  return [check, answer];
}

function resultOf(confirmationId: string, judged: Checked | DomainError): CheckResult {
  if (judged instanceof DomainError)
    return { confirmationId, outcome: 'refused', receivableId: null, error: faultView(judged) };
  const { state, receivableId } = judged.confirmation;
  return {
    confirmationId,
    outcome: state === 'approved' ? 'approved' : 'declined',
    receivableId,
    error: null,
  };
}
