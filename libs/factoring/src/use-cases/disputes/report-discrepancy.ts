// A financier found something about a receivable of its deal that does not agree: nothing more is financed on it until
// another organisation than the one that caused it has closed the dispute.
import { Injectable } from '@nestjs/common';
import { type Command, Once, scopeOf } from '#platform';
import { OpenDisputes, Receivables, receivablesErrors } from '#receivables';
import { DealStore } from '../../data/deal.store';
import { errors } from '../../domain/errors';

export interface Discrepancy {
  readonly receivableId: string;
  readonly causedBy: 'supplier' | 'debtor';
  readonly note: string;
}

export interface DiscrepancyShown {
  /** Of the dispute. */
  readonly id: string;
  readonly receivableId: string;
}

@Injectable()
export class ReportDiscrepancy {
  constructor(
    private readonly once: Once,
    private readonly deals: DealStore,
    private readonly receivables: Receivables,
    private readonly disputes: OpenDisputes,
  ) {}

  /** @throws factoring.deal_not_found, receivables.receivable_not_found (404) */
  async execute(command: Command, dealId: string, discrepancy: Discrepancy): Promise<DiscrepancyShown> {
    const { actor } = command;
    const { receivableId, causedBy, note } = discrepancy;
    return this.once.run(command, async (tx) => {
      const [deal] = await this.deals.byIds(tx, scopeOf(actor), [dealId]);
      if (deal?.financierId !== actor.organisationId) throw errors.deal_not_found();
      const items = await this.deals.items(tx, scopeOf(actor), [dealId]);
      const isIn = items.some((item) => item.receivableId === receivableId);
      const [receivable] = isIn ? await this.receivables.lock(tx, [receivableId]) : [];
      if (!receivable) throw receivablesErrors.receivable_not_found({ receivableId });
      const causer = causedBy === 'supplier' ? receivable.supplierId : receivable.debtorId;
      const [opened] = await this.disputes.open(tx, actor, [
        {
          ...{ receivable, cause: 'discrepancy', causedBy: causer, reason: 'other', note },
          ...{ amount: null, holds: true },
        },
      ]);
      return { id: opened?.id ?? '', receivableId };
    });
  }
}
