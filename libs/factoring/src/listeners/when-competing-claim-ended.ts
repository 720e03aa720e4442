// The registration that held a deal up has ended.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { competingClaimEnded } from '#registry';
import { UnfreezeDeals } from '../use-cases/deals/unfreeze-deals';

@Injectable()
export class WhenCompetingClaimEnded {
  constructor(private readonly unfreezeDeals: UnfreezeDeals) {}

  @On(competingClaimEnded)
  async handle({ filingId }: Payload<typeof competingClaimEnded.fields>): Promise<void> {
    await this.unfreezeDeals.execute(filingId);
  }
}
