// Tells when users' filings end, or let assets go, that named assets which deals hold: what they held up may go on.
import { Injectable } from '@nestjs/common';
import { Events, type Tx } from '#platform';
import { ClaimStore } from '../data/claim.store';
import { isTaken } from '../domain/asset-claim';
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

  /** Of a filing that lives on, but holds these assets no more, or for another; they are locked. */
  async tellOf(tx: Tx, filingId: string, assetKeys: readonly string[]): Promise<void> {
    const claims = await this.claims.read(tx, assetKeys);
    if (assetKeys.some((key) => isTaken(claims, key)))
      await this.events.emit(tx, competingClaimEnded, [{ filingId }]);
  }
}
