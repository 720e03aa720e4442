// A credit note reached a receivable that no deal has claimed: live offers on it are overtaken.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { receivableReduced } from '#receivables';
import { TellOffers } from '../use-cases/watch/tell-offers';

@Injectable()
export class WhenReceivableReduced {
  constructor(private readonly telling: TellOffers) {}

  @On(receivableReduced)
  async handle({ receivableId }: Payload<typeof receivableReduced.fields>): Promise<void> {
    await this.telling.execute(receivableId);
  }
}
