// The second person releases or declines a payout, and notes what the bank refused. What it rests on is judged again:
// title, freeze, accounts and tax checks may have changed since it was instructed.
import { Inject, Injectable } from '@nestjs/common';
import { newLockOrder } from '#config/lock-order';
import { Deals } from '#factoring';
import { type Clock } from '#kernel';
import { CLOCK, type Command, Once, type Tx } from '#platform';
import { PayoutStore } from '../../data/payout.store';
import { errors } from '../../domain/errors';
import { type Payout, type PayoutState, refuseCheck, refuseRejection } from '../../domain/money/payout';
import { PayoutGround } from './payout-ground';
import { PayoutTelling } from './payout-telling';
import { PayoutQueries, type PayoutShown } from './payouts.queries';

export interface PayoutCheck {
  readonly decision: 'release' | 'decline';
  readonly reason?: string;
}

@Injectable()
export class CheckPayout {
  constructor(
    private readonly once: Once,
    private readonly payouts: PayoutStore,
    private readonly deals: Deals,
    private readonly ground: PayoutGround,
    private readonly queries: PayoutQueries,
    private readonly tell: PayoutTelling,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws settlement.payout_not_found (404), payout_not_open, payout_account_changed (409), maker_is_checker,
   *   deal_frozen, title_missing, tax_check_missing, supplier_account_missing, financier_account_missing (422)
   */
  async execute(command: Command, id: string, { decision, reason }: PayoutCheck): Promise<PayoutShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const { payout, deal } = await this.lock(tx, command, id);
      const refusal = refuseCheck(payout, actor.userId);
      if (refusal) throw refusal;
      const now = this.clock.now();
      const checked = { checkerId: actor.userId, checkedAt: now, version: payout.version + 1 };
      if (decision === 'decline') {
        await this.ground.holds.void(tx, [payout.holdId]);
        const declined = { ...payout, ...checked, endedAt: now, reason: reason ?? null };
        return this.finish(tx, command, declined, 'declined');
      }
      const { from, to } = await this.ground.require(tx, deal);
      if (from.id !== payout.fromAccountId || to.id !== payout.toAccountId)
        throw errors.payout_account_changed();
      const tax = await this.ground.requireTaxChecks(tx, deal, payout.kind);
      const submission = this.ground.submission();
      const released = { ...payout, ...checked, ...tax, submission, reason: reason ?? null };
      return this.finish(tx, command, released, 'released');
    });
  }

  /** The bank refused to pay: the money is free again. @throws as above, and payout_being_submitted (409) */
  async reject(command: Command, id: string, reason: string): Promise<PayoutShown> {
    return this.once.run(command, async (tx) => {
      const { payout } = await this.lock(tx, command, id);
      const refusal = refuseRejection(payout);
      if (refusal) throw refusal;
      await this.ground.holds.void(tx, [payout.holdId]);
      const rejected = { ...payout, endedAt: this.clock.now(), reason, version: payout.version + 1 };
      return this.finish(tx, command, rejected, 'rejected');
    });
  }

  private async lock(tx: Tx, { actor }: Command, id: string) {
    const [seen] = await this.payouts.byIds(tx, actor.scope, [id]);
    if (seen?.financierId !== actor.organisationId) throw errors.payout_not_found();
    const locking = newLockOrder();
    locking('deal');
    const [deal] = await this.deals.lock(tx, actor.scope, [seen.dealId]);
    locking('payout');
    const payout = await this.payouts.lock(tx, actor.scope, id);
    if (!deal || !payout) throw errors.payout_not_found();
    locking('ledger account');
    return { payout, deal };
  }

  private async finish(tx: Tx, { actor }: Command, payout: Payout, state: PayoutState): Promise<PayoutShown> {
    const changed = { ...payout, state };
    await this.payouts.update(tx, changed);
    await this.tell.changed(tx, actor, changed);
    return this.queries.view(tx, actor, changed);
  }
}
