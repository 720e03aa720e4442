// A supplier demands the answer that a debtor owes it. Whom it is mailed to is the platform's knowledge alone: a seller
// who could name the recipient would control the channel of confirmation.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Command, Events, Once } from '#platform';
import { DemandStore } from '../../data/demands/demand.store';
import { ReceivableStore } from '../../data/receivable.store';
import { errors } from '../../domain/errors';
import { demandIssued } from '../../receivables.events';
import { DemandParts } from './demand-parts';
import { DemandQueries, type DemandShown } from './demands.queries';

@Injectable()
export class IssueDemand {
  constructor(
    private readonly once: Once,
    private readonly receivables: ReceivableStore,
    private readonly demands: DemandStore,
    private readonly queries: DemandQueries,
    private readonly issuing: DemandParts,
    private readonly events: Events,
    private readonly audit: AuditLog,
  ) {}

  /** @throws receivables.receivable_not_found (404), nothing_to_demand, demanded_today (409) */
  async execute(command: Command, receivableId: string): Promise<DemandShown> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const [receivable] = await this.receivables.lock(tx, actor.scope, [receivableId]);
      if (!receivable) throw errors.receivable_not_found({ receivableId });
      const demand = await this.issuing.demandOn(tx, actor, receivable);
      if (!(await this.demands.add(tx, demand))) throw errors.demanded_today();
      const { id, supplierId, debtorId, invoiceNumber, answerBy } = demand;
      await this.audit.record(tx, actor, [
        {
          action: 'receivables.demand_issued',
          subjectType: 'demand',
          subjectId: id,
          subjectVersion: 1,
          details: { receivableId, invoiceNumber, answerBy, mailed: demand.contactId !== null },
          visibleTo: [debtorId],
        },
      ]);
      await this.events.emit(tx, demandIssued, [{ demandId: id, receivableId, supplierId, debtorId }]);
      return this.queries.one(tx, actor, id);
    });
  }
}
