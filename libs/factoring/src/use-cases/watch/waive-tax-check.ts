// The financier pays out without a good and fresh tax check: why is kept with the deal and shown wherever it is.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Command, Once } from '#platform';
import { DilutionStore } from '../../data/watch/dilution.store';
import { errors } from '../../domain/watch/errors';
import { DatedRules } from '../dated-rules';
import { Deals } from '../deals/deals';
import { DealTax, type DealTaxShown } from './deal-tax';

@Injectable()
export class WaiveTaxCheck {
  constructor(
    private readonly once: Once,
    private readonly tax: DealTax,
    private readonly deals: Deals,
    private readonly store: DilutionStore,
    private readonly rules: DatedRules,
    private readonly audit: AuditLog,
  ) {}

  /** @throws factoring.deal_not_found (404), tax_waiver_needless (409) */
  async execute(command: Command, dealId: string, reason: string): Promise<DealTaxShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const deal = await this.tax.own(tx, actor, dealId);
      if ((await this.tax.basis(tx, deal)) !== 'missing') throw errors.tax_waiver_needless();
      const waivedAt = this.rules.now();
      await this.store.waiveTax(tx, dealId, reason, actor.userId, waivedAt);
      const version = await this.deals.bump(tx, deal);
      await this.audit.record(tx, actor, [
        {
          action: 'factoring.tax_check_waived',
          subjectType: 'deal',
          subjectId: dealId,
          subjectVersion: version,
          details: { reason },
        },
      ]);
      const waiver = { taxWaiverReason: reason, taxWaivedBy: actor.userId, taxWaivedAt: waivedAt };
      return this.tax.shown(tx, actor, { ...deal, ...waiver, version });
    });
  }
}
