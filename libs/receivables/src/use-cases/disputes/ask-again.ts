// Puts a receivable before its debtor once more, because the debtor took its answer back; the time to answer runs anew.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Actor, Events, type Tx } from '#platform';
import { ConfirmationStore } from '../../data/confirmation.store';
import { ReceivableStore } from '../../data/receivable.store';
import type { Confirmation } from '../../domain/answer';
import type { Receivable } from '../../domain/receivable';
import { confirmationWithdrawn, receivableListed } from '../../receivables.events';
import { Listing } from '../listing';

@Injectable()
export class AskAgain {
  constructor(
    private readonly receivables: ReceivableStore,
    private readonly confirmations: ConfirmationStore,
    private readonly listing: Listing,
    private readonly events: Events,
    private readonly audit: AuditLog,
  ) {}

  /** Of a receivable and its withdrawn answer that the caller holds locked. */
  async execute(tx: Tx, actor: Actor, receivable: Receivable, withdrawn: Confirmation): Promise<void> {
    const { id, supplierId, debtorId } = receivable;
    const listed: Receivable = {
      ...receivable,
      ...(await this.listing.dates(tx)),
      ...{ state: 'listed', confirmed: null, answeredAt: null, version: receivable.version + 1 },
    };
    await this.confirmations.withdraw(tx, withdrawn);
    await this.receivables.update(tx, [listed]);
    const { withdrawalReason: reason } = withdrawn;
    await this.audit.record(tx, actor, [
      {
        action: 'receivables.answer_withdrawn',
        subjectType: 'confirmation',
        subjectId: withdrawn.id,
        subjectVersion: withdrawn.version,
        details: { receivableId: id, reason },
      },
      {
        action: 'receivables.receivable_asked_again',
        subjectType: 'receivable',
        subjectId: id,
        subjectVersion: listed.version,
        details: { confirmationId: withdrawn.id, reason, answerBy: listed.answerBy },
        visibleTo: [supplierId],
      },
    ]);
    const parties = { receivableId: id, supplierId, debtorId };
    await this.events.emit(tx, confirmationWithdrawn, [parties]);
    await this.events.emit(tx, receivableListed, [{ receivableIds: [id] }]);
  }
}
