// A dispute about a receivable concerns every financier that has a deal on it.
import { Injectable } from '@nestjs/common';
import { Db, EVERYONE, On, type Payload } from '#platform';
import { disputeOpened, OpenDisputes } from '#receivables';
import { DealStore } from '../data/deal.store';

@Injectable()
export class WhenDisputeOpened {
  constructor(
    private readonly db: Db,
    private readonly deals: DealStore,
    private readonly disputes: OpenDisputes,
  ) {}

  @On(disputeOpened)
  async handle({ disputeId, receivableId }: Payload<typeof disputeOpened.fields>): Promise<void> {
    const financiers = await this.deals.financiersOf(this.db.reads, EVERYONE, receivableId);
    if (financiers.length === 0) return;
    await this.db.run((tx) => this.disputes.concerns(tx, disputeId, financiers));
  }
}
