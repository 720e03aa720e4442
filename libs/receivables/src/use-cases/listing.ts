// Puts receivables before their debtors: from that moment the time to answer runs. Deeds and facts are written here for
// whoever makes or completes a receivable.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { type Clock, type LocalDate, todayOf } from '#kernel';
import { CLOCK, Events, Parameters, type Tx } from '#platform';
import { answerByOf, type Receivable } from '../domain/receivable';
import { receivableListed } from '../receivables.events';
import { answerDays } from '../receivables.parameters';

export interface ListingDates {
  readonly listedAt: Date;
  readonly answerBy: LocalDate;
}

/** The supplier, where somebody else brought its invoice under a mandate. */
export const principalOf = (by: By, { supplierId }: Pick<Receivable, 'supplierId'>): string[] =>
  by.organisationId === supplierId ? [] : [supplierId];

@Injectable()
export class Listing {
  constructor(
    private readonly parameters: Parameters,
    private readonly events: Events,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** When something is listed now, and by when it is to be answered. */
  async dates(tx: Tx): Promise<ListingDates> {
    const today = todayOf(this.clock);
    const days = await this.parameters.integerAt(tx, answerDays, today);
    return { listedAt: this.clock.now(), answerBy: answerByOf(today, days) };
  }

  /** Writes the deed on each and tells of those that are listed. */
  async record(
    tx: Tx,
    by: By,
    action: 'receivables.receivable_registered' | 'receivables.terms_completed',
    receivables: readonly Receivable[],
  ): Promise<void> {
    // A supplier is told of what its debtor brought.
    const told = (supplierId: string) =>
      supplierId === by.organisationId ? {} : { visibleTo: [supplierId] };
    const deeds = receivables.map((one) => ({
      ...told(one.supplierId),
      action,
      subjectType: 'receivable',
      subjectId: one.id,
      subjectVersion: one.version,
      details: {
        state: one.state,
        debtorId: one.debtorId,
        documentId: one.documentId,
        invoiceNumber: one.invoiceNumber,
        payable: one.payable,
        dueDate: one.dueDate,
        answerBy: one.answerBy,
      },
      visibleTo: principalOf(by, one),
    }));
    await this.audit.record(tx, by, deeds);
    const listed = receivables.filter(({ state }) => state === 'listed');
    await this.events.emit(
      tx,
      receivableListed,
      listed.map(({ id, supplierId, debtorId }) => ({ receivableId: id, supplierId, debtorId })),
    );
  }
}
