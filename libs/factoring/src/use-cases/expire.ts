// Ends what ran out: open requests after their closing time, and live offers after their validity. Only tidies up:
// bids and acceptances compare the times themselves.
import { Injectable } from '@nestjs/common';
import { AuditLog, type Deed, THE_PLATFORM } from '#audit';
import { Db, Every } from '#platform';
import { type EndedOffer, OfferStore } from '../data/offer.store';
import { RequestStore } from '../data/request.store';
import { DatedRules } from './dated-rules';

const BATCH = 200;
/** What is left after this many batches waits for the next minute. */
const MOST_BATCHES = 25;

@Injectable()
export class Expire {
  constructor(
    private readonly db: Db,
    private readonly requests: RequestStore,
    private readonly offers: OfferStore,
    private readonly rules: DatedRules,
    private readonly audit: AuditLog,
  ) {}

  @Every('factoring.expire', '* * * * *')
  async execute(): Promise<void> {
    await this.repeat(() => this.expireRequests());
    await this.repeat(() => this.lapseOffers());
  }

  /** Each batch is a transaction of its own, so that nobody waits long for a row. */
  private async repeat(batch: () => Promise<number>): Promise<void> {
    for (let done = 0; done < MOST_BATCHES; done += 1) if ((await batch()) < BATCH) return;
  }

  private async expireRequests(): Promise<number> {
    return this.db.run(async (tx) => {
      const now = this.rules.now();
      const expired = await this.requests.expire(tx, now, BATCH);
      const ids = expired.map(({ id }) => id);
      const lapsed = await this.offers.endOfRequests(tx, ids, 'lapsed', now);
      await this.audit.record(tx, THE_PLATFORM, [
        ...expired.map(({ id, supplierId, version }): Deed => ({
          action: 'factoring.request_expired',
          subjectType: 'financing_request',
          subjectId: id,
          subjectVersion: version,
          details: {},
          visibleTo: [supplierId],
        })),
        ...lapsed.map(lapsedDeed),
      ]);
      return expired.length;
    });
  }

  private async lapseOffers(): Promise<number> {
    return this.db.run(async (tx) => {
      const lapsed = await this.offers.lapse(tx, this.rules.now(), BATCH);
      await this.audit.record(tx, THE_PLATFORM, lapsed.map(lapsedDeed));
      return lapsed.length;
    });
  }
}

const lapsedDeed = ({ id, requestId, supplierId, financierId, version }: EndedOffer): Deed => ({
  action: 'factoring.offer_lapsed',
  subjectType: 'offer',
  subjectId: id,
  subjectVersion: version,
  details: { requestId },
  visibleTo: [supplierId, financierId],
});
