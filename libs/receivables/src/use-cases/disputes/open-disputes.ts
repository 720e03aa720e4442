// Opens disputes in the transaction of whatever does not agree: a partial answer, a withdrawal, a discrepancy.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { type Clock, type Money, newId, shardOf } from '#kernel';
import { CLOCK, Events, type Tx } from '#platform';
import { DisputeStore } from '../../data/confirmation/dispute.store';
import { ReceivableStore } from '../../data/receivable.store';
import type { Dispute, DisputeCause } from '../../domain/dispute';
import type { Receivable } from '../../domain/receivable';
import { disputeOpened } from '../../receivables.events';

export interface DisputeDraft {
  readonly receivable: Receivable;
  readonly cause: DisputeCause;
  /** One of the receivable's two parties. */
  readonly causedBy: string;
  readonly reason: string;
  readonly note: string | null;
  readonly amount: Money | null;
  /** Nothing more is financed until it is closed. */
  readonly holds: boolean;
}

@Injectable()
export class OpenDisputes {
  constructor(
    private readonly disputes: DisputeStore,
    private readonly receivables: ReceivableStore,
    private readonly events: Events,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** About receivables that the caller holds locked; supplier, debtor and opener are its parties. */
  async open(tx: Tx, actor: By, drafts: readonly DisputeDraft[]): Promise<Dispute[]> {
    const disputes = drafts.map((draft) => this.disputeOf(actor, draft));
    await this.disputes.add(tx, disputes);
    await this.hold(tx, actor, drafts);
    await this.audit.record(
      tx,
      actor,
      disputes.map(({ id, receivableId, supplierId, debtorId, cause, causedBy, reason, amount, holds }) => ({
        action: 'receivables.dispute_opened',
        subjectType: 'dispute',
        subjectId: id,
        subjectVersion: 1,
        details: { receivableId, cause, causedBy, reason, amount, holds },
        visibleTo: [supplierId, debtorId],
      })),
    );
    await this.events.emit(
      tx,
      disputeOpened,
      disputes.map(({ id, receivableId, supplierId, debtorId, cause }) => ({
        ...{ disputeId: id, receivableId, supplierId, debtorId, cause },
      })),
    );
    return disputes;
  }

  /** Whom it concerns beside those who were there when it was opened. */
  async concerns(tx: Tx, disputeId: string, organisationIds: readonly string[]): Promise<void> {
    await this.disputes.addParties(tx, disputeId, organisationIds);
  }

  private async hold(tx: Tx, actor: By, drafts: readonly DisputeDraft[]): Promise<void> {
    const held = drafts
      .filter(({ holds, receivable }) => holds && !receivable.disputeHold)
      .map(({ receivable }) => ({ ...receivable, disputeHold: true, version: receivable.version + 1 }));
    await this.receivables.update(tx, held);
    await this.audit.record(
      tx,
      actor,
      held.map(({ id, version, supplierId, debtorId }) => ({
        action: 'receivables.receivable_held',
        subjectType: 'receivable',
        subjectId: id,
        subjectVersion: version,
        details: { by: 'dispute' },
        visibleTo: [supplierId, debtorId],
      })),
    );
  }

  private disputeOf({ organisationId, userId }: By, { receivable, ...draft }: DisputeDraft): Dispute {
    const { id: receivableId, supplierId, debtorId, payable } = receivable;
    return {
      id: newId<'dispute'>(shardOf(receivableId)),
      ...{ receivableId, supplierId, debtorId, currency: payable.currency, ...draft },
      ...{ openedByOrganisation: organisationId, openedBy: userId, openedAt: this.clock.now() },
      ...{ state: 'open', answer: null, answeredBy: null, answeredAt: null },
      ...{ escalatedBy: null, escalatedAt: null, closedBy: null, closedByOrganisation: null },
      ...{ closedAt: null, closingReason: null, closingNote: null, version: 1 },
    };
  }
}
