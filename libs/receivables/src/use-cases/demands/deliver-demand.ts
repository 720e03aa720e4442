// Mails a demand to the debtor's verified contact, outside any transaction, and then records that it left. A process that
// dies between the two mails it again, which is harmless; a delivery that never happened is never recorded.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, THE_PLATFORM } from '#audit';
import type { Clock } from '#kernel';
import { Contacts } from '#parties';
import { CLOCK, Db, EVERYONE, Mailer } from '#platform';
import { type DemandRow, DemandStore } from '../../data/demands/demand.store';
import { mailOf } from '../../domain/demands/letter';

@Injectable()
export class DeliverDemand {
  constructor(
    private readonly db: Db,
    private readonly demands: DemandStore,
    private readonly contacts: Contacts,
    private readonly mailer: Mailer,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Nothing when it was delivered before, or its contact has been retired meanwhile. */
  async execute(demandId: string): Promise<void> {
    const demand = await this.demands.byId(this.db.reads, EVERYONE, demandId);
    if (!demand || demand.deliveredAt) return;
    const verified = await this.contacts.verified(this.db.reads, demand.debtorId);
    const contact = verified.find(({ id }) => id === demand.contactId);
    if (!contact) return;
    await this.mailer.send({ to: contact.email, ...mailOf(demand) });
    await this.record(demand);
  }

  private async record({ id, supplierId, debtorId, contactId }: DemandRow): Promise<void> {
    await this.db.run(async (tx) => {
      if (!(await this.demands.recordDelivery(tx, id, this.clock.now()))) return;
      await this.audit.record(tx, THE_PLATFORM, [
        {
          action: 'receivables.demand_delivered',
          subjectType: 'demand',
          subjectId: id,
          subjectVersion: 2,
          details: { contactId },
          visibleTo: [supplierId, debtorId],
        },
      ]);
    });
  }
}
