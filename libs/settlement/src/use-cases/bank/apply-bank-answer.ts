// What the bank answers to payment instructions. Only a refusal changes something: the payout is rejected with the
// bank's reason, its money is free again, and it can be instructed anew. That it was paid, a statement must say.
import { Injectable } from '@nestjs/common';
import { newLockOrder } from '#config/lock-order';
import { Deals } from '#factoring';
import { Holds } from '#ledger';
import { Db, EVERYONE } from '#platform';
import { PayoutStore } from '../../data/payout.store';
import type { BankAck, BankReason } from '../../domain/bank-port';
import { mayBecome } from '../../domain/money/payout';
import { PayoutTelling } from '../payouts/payout-telling';

const MOST_REASON = 500;
const UNSTATED: BankReason = { code: 'NARR', text: '' };

@Injectable()
export class ApplyBankAnswer {
  constructor(
    private readonly db: Db,
    private readonly payouts: PayoutStore,
    private readonly deals: Deals,
    private readonly holds: Holds,
    private readonly tell: PayoutTelling,
  ) {}

  /** Answers the ids of the payouts that it rejected. May be called again, and late. */
  async execute(answer: BankAck): Promise<string[]> {
    const reasons = refusals(answer);
    const payouts = await this.payouts.byReferences(this.db.reads, EVERYONE, [...reasons.keys()]);
    const rejected: string[] = [];
    for (const { id, dealId, endToEndId } of payouts)
      if (await this.reject(id, dealId, reasons.get(endToEndId) ?? UNSTATED)) rejected.push(id);
    return rejected;
  }

  /** False when it was decided meanwhile: what a statement said counts more. */
  private async reject(id: string, dealId: string, { code, text }: BankReason): Promise<boolean> {
    return this.db.run(async (tx) => {
      const locking = newLockOrder();
      locking('deal');
      await this.deals.lock(tx, EVERYONE, [dealId]);
      locking('payout');
      const payout = await this.payouts.lock(tx, EVERYONE, id);
      if (!payout || !mayBecome(payout.state, 'rejected')) return false;
      locking('ledger account');
      await this.holds.void(tx, [payout.holdId]);
      const reason = `${code} ${text}`.trim().slice(0, MOST_REASON);
      await this.tell.ended(tx, { ...payout, state: 'rejected', reason });
      return true;
    });
  }
}

/** By our reference. A message that is refused as a whole has one payout in it, whose reference is the message id. */
function refusals({ messageId, status, reason, payments }: BankAck): Map<string, BankReason> {
  const single = payments
    .filter((payment) => payment.status === 'rejected')
    .map((payment) => [payment.endToEndId, payment.reason ?? UNSTATED] as const);
  return new Map(
    status === 'rejected' ? [[messageId, reason ?? single[0]?.[1] ?? UNSTATED], ...single] : single,
  );
}
