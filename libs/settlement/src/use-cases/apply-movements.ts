// Applies what banks told: payouts first, then payments. Called right after an import so that its answer is complete,
// and again by the event, so that nothing is forgotten when a process ends in between.
import { Injectable } from '@nestjs/common';
import { MatchPayments } from './collection/match-payments';
import { ApplyPayout } from './payouts/apply-payout';

export interface Movements {
  readonly financierId: string;
  readonly payoutIds: readonly string[];
  readonly paymentIds: readonly string[];
}

@Injectable()
export class ApplyMovements {
  constructor(
    private readonly payouts: ApplyPayout,
    private readonly matching: MatchPayments,
  ) {}

  async execute({ financierId, payoutIds, paymentIds }: Movements): Promise<void> {
    for (const payoutId of payoutIds) await this.payouts.execute(payoutId);
    // A payment may have been told before the payout whose debt it pays: then it has waited.
    const waiting = payoutIds.length > 0 ? await this.matching.waiting(financierId) : [];
    const candidates = [...new Set([...paymentIds, ...waiting])];
    if (candidates.length > 0) await this.matching.execute(financierId, candidates);
  }
}
