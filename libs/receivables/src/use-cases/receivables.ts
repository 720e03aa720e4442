// What the libraries above ask about receivables.
import { Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import type { Money } from '#kernel';
import { EVERYONE, type PageQuery, type Reads, type Scope, type Tx } from '#platform';
import { InvoiceClaimStore } from '../data/invoice-claim.store';
import { ReceivableStore } from '../data/receivable.store';
import { errors } from '../domain/errors';
import { assetKeyOf, canBecome, claimKeyOf, financeable, type Receivable } from '../domain/receivable';

@Injectable()
export class Receivables {
  constructor(
    private readonly store: ReceivableStore,
    private readonly claims: InvoiceClaimStore,
    private readonly audit: AuditLog,
  ) {}

  /** Those of the suppliers in scope; ids that lead nowhere are missing in the answer, whose order says nothing. */
  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<Receivable[]> {
    return this.store.byIds(on, scope, ids);
  }

  /** Locks the rows one by one in ascending id, the order of all locks, and reads them as they then are. */
  async lock(tx: Tx, ids: readonly string[]): Promise<Receivable[]> {
    return this.store.lock(tx, EVERYONE, ids);
  }

  /** The same for what the debtors in scope owe. */
  async lockOwed(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Receivable[]> {
    return this.store.lockOwed(tx, scope, ids);
  }

  /** @throws receivables.invoice_key_lost (409) when the invoice of one is registered under another receivable */
  async assertStillUnique(tx: Tx, receivables: readonly Receivable[]): Promise<void> {
    const holders = await this.claims.holders(tx, receivables.map(claimKeyOf));
    const lost = receivables.find((one) => holders.get(claimKeyOf(one)) !== one.id);
    if (lost) throw errors.invoice_key_lost({ receivableId: lost.id });
  }

  /** The key under which the registry guards the claim. */
  assetKeyOf(receivable: Receivable): string {
    return assetKeyOf(receivable);
  }

  /** At most this much may be financed in all: the confirmed amount, zero before. */
  financeable(receivable: Receivable): Money {
    return financeable(receivable);
  }

  /** What the debtors in scope owe and have confirmed, the newest first; one more than asked tells of a next page. */
  async owed(on: Reads, scope: Scope, page: PageQuery): Promise<Receivable[]> {
    return this.store.pageOwed(on, scope, page);
  }

  /** Locked receivables whose confirmed amount has been paid in full. Those that are settled already stay as they are. */
  async settle(tx: Tx, by: By, receivables: readonly Receivable[]): Promise<void> {
    const settled = receivables
      .filter(({ state }) => canBecome(state, 'settled'))
      .map((one): Receivable => ({ ...one, state: 'settled', version: one.version + 1 }));
    await this.store.update(tx, settled);
    await this.audit.record(
      tx,
      by,
      settled.map(({ id, version, confirmed }) => ({
        action: 'receivables.receivable_settled',
        subjectType: 'receivable',
        subjectId: id,
        subjectVersion: version,
        details: { confirmed },
      })),
    );
  }
}
