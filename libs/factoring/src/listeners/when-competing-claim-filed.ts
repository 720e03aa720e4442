// A competing registration freezes the deals that are not funded yet.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { competingClaimFiled } from '#registry';
import { FreezeDeals } from '../use-cases/deals/freeze-deals';

@Injectable()
export class WhenCompetingClaimFiled {
  constructor(private readonly freezeDeals: FreezeDeals) {}

  @On(competingClaimFiled)
  async handle(claim: Payload<typeof competingClaimFiled.fields>): Promise<void> {
    await this.freezeDeals.execute(claim);
  }
}
