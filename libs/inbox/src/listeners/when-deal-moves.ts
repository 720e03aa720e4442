// Deals and the offers before them: both sides hear how it goes on.
import { Injectable } from '@nestjs/common';
import { dealDiluted, offerDiluted } from '#factoring';
import { On, type Payload } from '#platform';
import { dealFunded, dealSettled } from '#settlement';
import { Entries } from '../use-cases/entries';

@Injectable()
export class WhenDealMoves {
  constructor(private readonly entries: Entries) {}

  @On(dealFunded)
  async funded(fact: Payload<typeof dealFunded.fields>, eventId: string) {
    const { dealId: subjectId, supplierId: organisationId } = fact;
    await this.entries.take(eventId, [{ organisationId, kind: 'deal_funded', subjectId }]);
  }

  @On(dealSettled)
  async settled(fact: Payload<typeof dealSettled.fields>, eventId: string) {
    const { dealId: subjectId, supplierId, financierId } = fact;
    await this.entries.take(
      eventId,
      [supplierId, financierId].map((organisationId) => ({
        ...{ organisationId, kind: 'deal_settled' as const, subjectId },
      })),
    );
  }

  @On(dealDiluted)
  async diluted(fact: Payload<typeof dealDiluted.fields>, eventId: string) {
    const { dealId: subjectId, financierId: organisationId } = fact;
    await this.entries.take(eventId, [{ organisationId, kind: 'deal_diluted', subjectId }]);
  }

  /** Its financier, and the supplier that might still accept it. */
  @On(offerDiluted)
  async offerOvertaken(fact: Payload<typeof offerDiluted.fields>, eventId: string) {
    const { requestId: subjectId, supplierId, financierId } = fact;
    await this.entries.take(
      eventId,
      [supplierId, financierId].map((organisationId) => ({
        ...{ organisationId, kind: 'offer_diluted' as const, subjectId },
      })),
    );
  }
}
