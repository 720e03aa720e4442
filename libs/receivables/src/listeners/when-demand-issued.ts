// A demand is mailed.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { demandIssued } from '../receivables.events';
import { DeliverDemand } from '../use-cases/demands/deliver-demand';

@Injectable()
export class WhenDemandIssued {
  constructor(private readonly delivering: DeliverDemand) {}

  @On(demandIssued)
  async handle({ demandId }: Payload<typeof demandIssued.fields>): Promise<void> {
    await this.delivering.execute(demandId);
  }
}
