// Notes that filings have lapsed and gives back what they claimed. Rank and searches go by the term itself and drop
// a filing at that instant; this only brings the projections along.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import type { Clock } from '#kernel';
import { CLOCK, Db, Every } from '#platform';
import { ClaimStore } from '../data/claim.store';
import { FilingStore } from '../data/filing.store';
import { CompetitionEnds } from './competition-ends';

const BATCH = 500;

@Injectable()
export class LapseFilings {
  constructor(
    private readonly db: Db,
    private readonly filings: FilingStore,
    private readonly claims: ClaimStore,
    private readonly competition: CompetitionEnds,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Terms end at midnight in Shanghai; the hours after catch up what a stopped process missed. */
  @Every('registry.lapse', '5 * * * *')
  async execute(): Promise<void> {
    for (let lapsed = BATCH; lapsed === BATCH;) lapsed = await this.batch();
  }

  private batch(): Promise<number> {
    return this.db.run(async (tx) => {
      const lapsed = await this.filings.lapse(tx, this.clock.now().toISOString(), BATCH);
      const ids = lapsed.map(({ id }) => id);
      await this.claims.release(tx, ids);
      await this.competition.tell(tx, ids);
      await this.audit.record(
        tx,
        THE_PLATFORM,
        lapsed.map(({ id, version }) => ({
          action: 'registry.filing_lapsed',
          subjectType: 'registry.filing',
          subjectId: id,
          subjectVersion: version,
          details: {},
        })),
      );
      return lapsed.length;
    });
  }
}
