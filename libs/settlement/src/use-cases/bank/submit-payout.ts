// Hands a released payout to the bank. The bank is asked outside any transaction: that it may have the instruction is
// written down before, what it answered after, and the same message can be sent again when a process ends in between.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, invariant } from '#kernel';
import { CLOCK, Db, Every, EVERYONE } from '#platform';
import { PayoutStore } from '../../data/payout.store';
import { BANK_PORT, type BankPort } from '../../domain/bank-port';
import { isToBeSubmitted } from '../../domain/money/payout';
import { PayoutTelling } from '../payouts/payout-telling';
import { PayoutQueries } from '../payouts/payouts.queries';
import { ApplyBankAnswer } from './apply-bank-answer';

/** By then the retries of the event have been used up. */
const LOST_AFTER_MS = 20 * 60_000;
const BATCH = 200;

@Injectable()
export class SubmitPayout {
  constructor(
    private readonly db: Db,
    private readonly payouts: PayoutStore,
    private readonly queries: PayoutQueries,
    private readonly tell: PayoutTelling,
    private readonly answers: ApplyBankAnswer,
    @Inject(BANK_PORT) private readonly bank: BankPort | null,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** May be called any number of times; does nothing for what people carry. Throws when the bank is out of reach. */
  async execute(payoutId: string): Promise<void> {
    if (!this.bank) return;
    const message = await this.begin(payoutId);
    if (!message) return;
    const answer = await this.bank.submit(message);
    await this.db.run(async (tx) => {
      const payout = await this.payouts.lock(tx, EVERYONE, payoutId);
      if (payout?.submission === 'begun') await this.tell.submitted(tx, payout, answer.status);
    });
    await this.answers.execute(answer);
  }

  /** What a bank that was away too long has not got yet, a bank that is back gets. */
  @Every('settlement.submit', '*/10 * * * *')
  async submitLost(): Promise<void> {
    const releasedBefore = new Date(this.clock.now().getTime() - LOST_AFTER_MS);
    for (const id of await this.payouts.unsubmitted(this.db.reads, releasedBefore, BATCH))
      await this.execute(id);
  }

  /** The message, once nobody can take the payout back unseen; null when there is nothing to hand over. */
  private async begin(payoutId: string): Promise<{ id: string; xml: string } | null> {
    return this.db.run(async (tx) => {
      const payout = await this.payouts.lock(tx, EVERYONE, payoutId);
      invariant(payout, 'a payout that was released exists');
      if (!isToBeSubmitted(payout)) return null;
      const xml = await this.queries.pain001(tx, payout);
      await this.payouts.update(tx, { ...payout, submission: 'begun' });
      return { id: payout.endToEndId, xml };
    });
  }
}
