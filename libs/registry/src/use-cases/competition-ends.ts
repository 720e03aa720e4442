// Tells when users' filings end that named assets which deals hold: what they held up may go on.
import { Injectable } from '@nestjs/common';
import { Events, type Tx } from '#platform';
import { ClaimStore } from '../data/claim.store';
import { competingClaimEnded } from '../registry.events';

@Injectable()
export class CompetitionEnds {
  constructor(
    private readonly claims: ClaimStore,
    private readonly events: Events,
  ) {}

  /** Of filings that have just ended. */
  async tell(tx: Tx, filingIds: readonly string[]): Promise<void> {
    const competing = await this.claims.competing(tx, filingIds);
    await this.events.emit(
      tx,
      competingClaimEnded,
      competing.map((filingId) => ({ filingId })),
    );
  }
}
