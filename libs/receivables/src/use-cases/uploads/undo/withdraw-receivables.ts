// Takes receivables back before anybody has built on them: they are void, their invoices may be claimed again, and their
// debtors are told.
import { Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { Events, type Scope, type Tx } from '#platform';
import { InvoiceClaimStore } from '../../../data/invoice-claim.store';
import { ReceivableStore } from '../../../data/receivable.store';
import type { Receivable } from '../../../domain/receivable';
import { receivableWithdrawn } from '../../../receivables.events';
import { chunksOf } from '../../chunks';
import { principalOf } from '../../listing';

@Injectable()
export class WithdrawReceivables {
  constructor(
    private readonly receivables: ReceivableStore,
    private readonly claims: InvoiceClaimStore,
    private readonly audit: AuditLog,
    private readonly events: Events,
  ) {}

  /** @param ids in ascending order, in which they are locked */
  async lock(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Map<string, Receivable>> {
    const locked = new Map<string, Receivable>();
    for (const chunk of chunksOf(ids))
      for (const one of await this.receivables.lock(tx, scope, chunk)) locked.set(one.id, one);
    return locked;
  }

  /** Of locked receivables, drafts and listed ones only. */
  async execute(tx: Tx, by: By, receivables: readonly Receivable[]): Promise<void> {
    for (const chunk of chunksOf(receivables)) await this.withdraw(tx, by, chunk);
  }

  private async withdraw(tx: Tx, by: By, free: readonly Receivable[]): Promise<void> {
    const withdrawn = free.map((one): Receivable => ({ ...one, state: 'void', version: one.version + 1 }));
    await this.receivables.update(tx, withdrawn);
    await this.claims.release(
      tx,
      withdrawn.map(({ id }) => id),
    );
    await this.audit.record(
      tx,
      by,
      withdrawn.map(({ id, version, supplierId, debtorId, invoiceNumber }) => ({
        action: 'receivables.receivable_withdrawn',
        subjectType: 'receivable',
        subjectId: id,
        subjectVersion: version,
        details: { invoiceNumber },
        visibleTo: [debtorId, ...principalOf(by, { supplierId })],
      })),
    );
    await this.events.emit(
      tx,
      receivableWithdrawn,
      free
        .filter(({ state }) => state === 'listed')
        .map(({ id, supplierId, debtorId }) => ({ receivableId: id, supplierId, debtorId })),
    );
  }
}
