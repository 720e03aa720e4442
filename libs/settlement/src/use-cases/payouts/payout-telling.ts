// Writes what became of a payout: its row, the deed, and the facts for everyone who waits for it.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By, THE_PLATFORM } from '#audit';
import { type Deal, Deals } from '#factoring';
import type { Clock } from '#kernel';
import { CLOCK, Events, type Tx } from '#platform';
import { PayoutStore } from '../../data/payout.store';
import type { Payout } from '../../domain/money/payout';
import { dealFunded, payoutFailed, payoutReleased } from '../../settlement.events';

@Injectable()
export class PayoutTelling {
  constructor(
    private readonly payouts: PayoutStore,
    private readonly deals: Deals,
    private readonly audit: AuditLog,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The bank has decided it. */
  async ended(tx: Tx, payout: Payout): Promise<void> {
    const changed = { ...payout, endedAt: this.clock.now(), version: payout.version + 1 };
    await this.payouts.update(tx, changed);
    await this.changed(tx, THE_PLATFORM, changed);
  }

  /** The bank has the instruction; `answer` is what it said at once. */
  async submitted(tx: Tx, payout: Payout, answer: string): Promise<Payout> {
    const submittedAt = this.clock.now();
    const changed = { ...payout, submission: 'done' as const, submittedAt, version: payout.version + 1 };
    await this.payouts.update(tx, changed);
    await this.audit.record(tx, THE_PLATFORM, [
      {
        action: 'settlement.payout_submitted',
        subjectType: 'payout',
        subjectId: payout.id,
        subjectVersion: changed.version,
        details: { dealId: payout.dealId, messageId: payout.endToEndId, answer },
        visibleTo: [payout.financierId],
      },
    ]);
    return changed;
  }

  /** The deed and the facts of a payout whose row is written already. Both sides get its receipt, whoever did it. */
  async changed(tx: Tx, by: By, payout: Payout): Promise<void> {
    const { id: payoutId, dealId, supplierId, financierId, state, reason, version, paidOn } = payout;
    await this.audit.record(tx, by, [
      {
        action: `settlement.payout_${state}`,
        subjectType: 'payout',
        subjectId: payoutId,
        subjectVersion: version,
        details: { dealId, reason, paidOn },
        visibleTo: [supplierId, financierId],
      },
    ]);
    if (state === 'released') await this.events.emit(tx, payoutReleased, [{ payoutId, dealId, financierId }]);
    if (state === 'rejected' || state === 'returned')
      await this.events.emit(tx, payoutFailed, [{ payoutId, dealId, reason: reason ?? state }]);
  }

  async funded(tx: Tx, deal: Deal, { id: payoutId, titleBasis }: Payout): Promise<void> {
    const { id: dealId, supplierId, financierId } = deal;
    await this.deals.move(tx, THE_PLATFORM, deal, 'funded', { payoutId, titleBasis });
    await this.events.emit(tx, dealFunded, [{ dealId, supplierId, financierId }]);
  }
}
