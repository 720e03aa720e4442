// Deals of which something falls due become matured.
import { Inject, Injectable } from '@nestjs/common';
import { THE_PLATFORM } from '#audit';
import { Deals } from '#factoring';
import { type Clock, todayOf } from '#kernel';
import { CLOCK, Db, Every } from '#platform';

const BATCH = 200;

@Injectable()
export class MatureDeals {
  constructor(
    private readonly db: Db,
    private readonly deals: Deals,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Days begin at midnight in Shanghai; the hours after catch up what a stopped process missed. */
  @Every('settlement.mature', '10 * * * *')
  async execute(): Promise<void> {
    const today = todayOf(this.clock);
    for (let found = BATCH; found === BATCH;)
      found = await this.db.run(async (tx) => {
        const deals = await this.deals.lockFallenDue(tx, today, BATCH);
        for (const deal of deals) await this.deals.move(tx, THE_PLATFORM, deal, 'matured', { on: today });
        return deals.length;
      });
  }
}
