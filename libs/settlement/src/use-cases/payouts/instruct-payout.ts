// A person of the financier's operations asks for a payout. The money is kept for it; a second person must release it.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { newLockOrder } from '#config/lock-order';
import { Deals } from '#factoring';
import { type Clock, invariant, newId, shardOf } from '#kernel';
import { maskedNumber } from '#parties';
import { CLOCK, type Command, Once, violates } from '#platform';
import { PayoutStore } from '../../data/payout.store';
import { errors } from '../../domain/errors';
import {
  blocksAnother,
  endToEndIdOf,
  NO_TAX_GROUND,
  type Payout,
  type PayoutKind,
} from '../../domain/money/payout';
import { PayoutGround } from './payout-ground';
import { PayoutQueries, type PayoutShown } from './payouts.queries';

@Injectable()
export class InstructPayout {
  constructor(
    private readonly once: Once,
    private readonly deals: Deals,
    private readonly payouts: PayoutStore,
    private readonly ground: PayoutGround,
    private readonly queries: PayoutQueries,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws settlement.deal_not_found (404), deal_state, payout_exists (409), deal_frozen, title_missing,
   *   supplier_account_missing, financier_account_missing, nothing_payable (422)
   */
  async execute(command: Command, dealId: string, kind: PayoutKind): Promise<PayoutShown> {
    const { actor } = command;
    try {
      return await this.once.run(command, async (tx) => {
        const locking = newLockOrder();
        locking('deal');
        const [deal] = await this.deals.lock(tx, actor.scope, [dealId]);
        if (deal?.financierId !== actor.organisationId) throw errors.deal_not_found();
        const earlier = await this.payouts.ofDeal(tx, actor.scope, dealId);
        if (earlier.some((one) => one.kind === kind && blocksAnother(one))) throw errors.payout_exists();
        locking('receivable');
        await this.ground.askTaxBureau(tx, actor, deal, kind);
        locking('ledger account');
        const { accountId, amount, kept } = await this.ground.amounts(tx, deal, kind);
        const { from, to, titleBasis } = await this.ground.require(tx, deal);
        const id = newId<'payout'>(shardOf(dealId));
        const [holdId] = await this.ground.holds.place(tx, [
          { accountId, amount: kept, subjectType: 'payout', subjectId: id, expiresAt: null },
        ]);
        invariant(holdId, 'a hold that was placed has an id');
        const payout: Payout = {
          id,
          dealId,
          kind,
          supplierId: deal.supplierId,
          financierId: deal.financierId,
          currency: amount.currency,
          amount: amount.amount,
          fromAccountId: from.id,
          toAccountId: to.id,
          titleBasis,
          ...NO_TAX_GROUND,
          endToEndId: endToEndIdOf(id),
          holdId,
          state: 'instructed',
          makerId: actor.userId,
          instructedAt: this.clock.now(),
          checkerId: null,
          checkedAt: null,
          submission: 'by_hand',
          submittedAt: null,
          paidOn: null,
          endedAt: null,
          reason: null,
          version: 1,
        };
        await this.payouts.add(tx, payout);
        await this.audit.record(tx, actor, [
          {
            action: 'settlement.payout_instructed',
            subjectType: 'payout',
            subjectId: id,
            subjectVersion: 1,
            details: { dealId, kind, amount, titleBasis, to: maskedNumber(to.accountNumber) },
          },
        ]);
        return this.queries.view(tx, actor, payout);
      });
    } catch (error) {
      if (violates(error, 'payout_one_open') || violates(error, 'payout_one_advance'))
        throw errors.payout_exists();
      throw error;
    }
  }
}
