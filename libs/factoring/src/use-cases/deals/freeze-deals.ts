// Somebody registered a claim on assets that a deal holds: as long as nothing was paid out, the deal waits for a person.
import { Injectable } from '@nestjs/common';
import { AuditLog, type Deed, THE_PLATFORM } from '#audit';
import { Db } from '#platform';
import { DealStore } from '../../data/deal.store';
import { DatedRules } from '../dated-rules';

export interface CompetingClaim {
  readonly filingId: string;
  readonly assetKeys: readonly string[];
}

@Injectable()
export class FreezeDeals {
  constructor(
    private readonly db: Db,
    private readonly deals: DealStore,
    private readonly rules: DatedRules,
    private readonly audit: AuditLog,
  ) {}

  /** May be told of one claim several times: a deal that is frozen stays as it is. */
  async execute({ filingId, assetKeys }: CompetingClaim): Promise<void> {
    await this.db.run(async (tx) => {
      const frozen = await this.deals.freeze(tx, assetKeys, filingId, this.rules.now());
      await this.audit.record(
        tx,
        THE_PLATFORM,
        frozen.map(({ id, supplierId, financierId, version }): Deed => ({
          action: 'factoring.deal_frozen',
          subjectType: 'deal',
          subjectId: id,
          subjectVersion: version,
          details: { filingId },
          visibleTo: [supplierId, financierId],
        })),
      );
    });
  }
}
