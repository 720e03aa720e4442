// A dispute is answered by whoever caused it, escalated to the operator, or closed with a reason by somebody else.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import type { Clock } from '#kernel';
import { type Actor, CLOCK, type Command, EVERYONE, Once, type Tx } from '#platform';
import { DisputeStore } from '../../data/confirmation/dispute.store';
import { ReceivableStore } from '../../data/receivable.store';
import { confirmationErrors as errors } from '../../domain/confirmation/errors';
import { type ClosingReason, type Dispute, type DisputeStep, stepFault } from '../../domain/dispute';
import { DisputeTelling } from './dispute-telling';
import { DisputeQueries, type DisputeShown, sideOf } from './disputes.queries';

/** What goes with each step. */
export type Settlement =
  | { readonly step: 'answer'; readonly note: string }
  | { readonly step: 'escalate' }
  | { readonly step: 'close'; readonly reason: ClosingReason; readonly note: string | null };

@Injectable()
export class SettleDispute {
  constructor(
    private readonly once: Once,
    private readonly receivables: ReceivableStore,
    private readonly disputes: DisputeStore,
    private readonly queries: DisputeQueries,
    private readonly telling: DisputeTelling,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws receivables.dispute_not_found (404), dispute_moved_on (409), dispute_own_closing, dispute_not_the_cause,
   * dispute_not_the_operator (422)
   */
  async execute(command: Command, id: string, settlement: Settlement): Promise<DisputeShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const seen = await this.disputes.byId(tx, actor.scope, id);
      if (!seen) throw errors.dispute_not_found({ disputeId: id });
      // The receivable is locked before the dispute, as by whoever opens one.
      const [receivable] = await this.receivables.lock(tx, EVERYONE, [seen.receivableId]);
      const dispute = (await this.disputes.lock(tx, actor.scope, id)) ?? seen;
      const fault = stepFault(dispute, settlement.step, sideOf(actor));
      if (fault) throw fault;
      const moved = stepped(dispute, settlement, actor, this.clock.now());
      await this.disputes.update(tx, moved);
      if (receivable && (await this.releases(tx, moved))) {
        const version = receivable.version + 1;
        await this.receivables.update(tx, [{ ...receivable, disputeHold: false, version }]);
        await this.audit.record(tx, actor, [
          {
            action: 'receivables.dispute_hold_lifted',
            subjectType: 'receivable',
            subjectId: receivable.id,
            subjectVersion: version,
            details: { disputeId: id },
            visibleTo: [receivable.supplierId, receivable.debtorId],
          },
        ]);
      }
      const { closingReason } = moved;
      await this.telling.tell(tx, actor, moved, DEED[settlement.step], { closingReason });
      return this.queries.byId(tx, actor, id);
    });
  }

  /** The hold ends with the last dispute that holds, unless it was found that nothing is owed. */
  private async releases(
    tx: Tx,
    { id, receivableId, state, holds, closingReason }: Dispute,
  ): Promise<boolean> {
    if (state !== 'closed' || !holds || closingReason === 'not_owed') return false;
    return !(await this.disputes.holdsBeside(tx, EVERYONE, receivableId, id));
  }
}

const DEED: Readonly<Record<DisputeStep, string>> = {
  answer: 'receivables.dispute_answered',
  escalate: 'receivables.dispute_escalated',
  close: 'receivables.dispute_closed',
};

function stepped(dispute: Dispute, settlement: Settlement, actor: Actor, at: Date): Dispute {
  const { userId, organisationId } = actor;
  const next = { ...dispute, version: dispute.version + 1 };
  if (settlement.step === 'answer')
    return { ...next, state: 'answered', answer: settlement.note, answeredBy: userId, answeredAt: at };
  if (settlement.step === 'escalate')
    return { ...next, state: 'escalated', escalatedBy: userId, escalatedAt: at };
  const closed = { closedBy: userId, closedByOrganisation: organisationId, closedAt: at };
  return {
    ...next,
    ...closed,
    state: 'closed',
    closingReason: settlement.reason,
    closingNote: settlement.note,
  };
}
