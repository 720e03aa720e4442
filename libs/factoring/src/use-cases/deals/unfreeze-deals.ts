// A registration that froze deals has ended: each goes on, unless another one still competes with it.
import { Injectable } from '@nestjs/common';
import { AuditLog, type Deed, THE_PLATFORM } from '#audit';
import { Db, type Tx } from '#platform';
import { Filings } from '#registry';
import { DealStore, type ContestedDeal } from '../../data/deal.store';

@Injectable()
export class UnfreezeDeals {
  constructor(
    private readonly db: Db,
    private readonly deals: DealStore,
    private readonly filings: Filings,
    private readonly audit: AuditLog,
  ) {}

  /** May be told several times: a deal that is held up by another registration, or by none, stays as it is. */
  async execute(filingId: string): Promise<void> {
    await this.db.run(async (tx) => {
      const held = await this.deals.lockHeldUpBy(tx, filingId);
      for (const deal of held) await this.free(tx, deal);
    });
  }

  private async free(tx: Tx, deal: ContestedDeal): Promise<void> {
    const rival = await this.filings.rivalOf(tx, deal.filingId);
    const version = await this.deals.heldUpBy(tx, deal.id, rival);
    const { id, supplierId, financierId } = deal;
    const deed: Deed = {
      action: rival === null ? 'factoring.deal_unfrozen' : 'factoring.deal_frozen',
      subjectType: 'deal',
      subjectId: id,
      subjectVersion: version,
      details: rival === null ? {} : { filingId: rival },
      visibleTo: [supplierId, financierId],
    };
    await this.audit.record(tx, THE_PLATFORM, [deed]);
  }
}
