// Demands as the supplier who sent them and the debtor who got them read them; the supplier never learns who was mailed.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, type Page, pageOf, type Reads } from '#platform';
import { type DemandFilter, type DemandRow, DemandStore } from '../../data/demands/demand.store';
import { type Demand, type DemandDelivery, deliveryOf } from '../../domain/demands/demand';
import { type Letter, letterOf } from '../../domain/demands/letter';
import { errors } from '../../domain/errors';

export interface DemandShown extends Omit<
  Demand,
  'receivableVersion' | 'issuedAt' | 'issuedBy' | 'contactId'
> {
  readonly issuedAt: string;
  readonly delivery: DemandDelivery;
  readonly deliveredAt: string | null;
  readonly letter: Letter;
}

@Injectable()
export class DemandQueries {
  constructor(
    private readonly db: Db,
    private readonly demands: DemandStore,
  ) {}

  async page(actor: Actor, filter: DemandFilter): Promise<Page<DemandShown>> {
    const { items, next } = pageOf(await this.demands.page(this.db.reads, actor.scope, filter), filter);
    return { items: items.map(shown), next };
  }

  async byId(actor: Actor, id: string): Promise<DemandShown> {
    return this.one(this.db.reads, actor, id);
  }

  /** @throws receivables.demand_not_found (404), also for another tenant's */
  async one(on: Reads, actor: Actor, id: string): Promise<DemandShown> {
    const row = await this.demands.byId(on, actor.scope, id);
    if (!row) throw errors.demand_not_found();
    return shown(row);
  }
}

function shown(row: DemandRow): DemandShown {
  const { id, receivableId, supplierId, supplierName, debtorId, debtorName, invoiceNumber } = row;
  const { issueDate, dueDate, payable, listedOn, answerBy, issuedOn, issuedAt, deliveredAt } = row;
  return {
    ...{ id, receivableId, supplierId, supplierName, debtorId, debtorName, invoiceNumber },
    ...{ issueDate, dueDate, payable, listedOn, answerBy, issuedOn },
    issuedAt: issuedAt.toISOString(),
    delivery: deliveryOf(row, deliveredAt),
    deliveredAt: deliveredAt?.toISOString() ?? null,
    letter: letterOf(row),
  };
}
