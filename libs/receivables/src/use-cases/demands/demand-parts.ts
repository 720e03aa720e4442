// Puts a demand together from what the receivable and other libraries know on that day.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, newId, shardOf, todayOf } from '#kernel';
import { Contacts, Organisations } from '#parties';
import { type Actor, CLOCK, type Tx } from '#platform';
import { type Demand, factsOf, recipientAmong } from '../../domain/demands/demand';
import type { Receivable } from '../../domain/receivable';

@Injectable()
export class DemandParts {
  constructor(
    private readonly contacts: Contacts,
    private readonly organisations: Organisations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async demandOn(tx: Tx, { userId }: Actor, receivable: Receivable): Promise<Demand> {
    const { supplierId, debtorId } = receivable;
    const facts = factsOf(receivable);
    const supplier = await this.organisations.require(tx, supplierId);
    const debtor = await this.organisations.require(tx, debtorId);
    const recipient = recipientAmong(await this.contacts.verified(tx, debtorId));
    return {
      ...facts,
      ...{ supplierId, debtorId, supplierName: supplier.legalName, debtorName: debtor.legalName },
      id: newId<'demand'>(shardOf(receivable.id)),
      issuedOn: todayOf(this.clock),
      issuedAt: this.clock.now(),
      issuedBy: userId,
      contactId: recipient?.id ?? null,
    };
  }
}
