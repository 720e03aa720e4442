// What the libraries above ask about receivables.
import { Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import { invariant, type Money } from '#kernel';
import { EVERYONE, type PageQuery, type Reads, type Scope, type Tx } from '#platform';
import { CorrectionStore } from '../data/correction.store';
import { InvoiceClaimStore } from '../data/invoice-claim.store';
import { ReceivableStore } from '../data/receivable.store';
import type { Correction } from '../domain/correction';
import { confirmationErrors } from '../domain/confirmation/errors';
import { errors } from '../domain/errors';
import {
  assetKeyOf,
  canBecome,
  claimKeyOf,
  financeable,
  type Receivable,
  thawed,
} from '../domain/receivable';
import { ScreenDuplicates } from './duplicates/screen-duplicates';

@Injectable()
export class Receivables {
  constructor(
    private readonly store: ReceivableStore,
    private readonly claims: InvoiceClaimStore,
    private readonly corrections: CorrectionStore,
    private readonly screening: ScreenDuplicates,
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

  /**
   * Of locked receivables: none is somebody else's invoice, none is held or disputed, and nothing that resembles one turned up since
   * it was screened. What is looked up does not grow with what is stored.
   * @throws receivables.invoice_key_lost, duplicate_suspected, receivable_disputed (409)
   */
  async assertStillUnique(tx: Tx, receivables: readonly Receivable[]): Promise<void> {
    const holders = await this.claims.holders(tx, receivables.map(claimKeyOf));
    const lost = receivables.find((one) => holders.get(claimKeyOf(one)) !== one.id);
    if (lost) throw errors.invoice_key_lost({ receivableId: lost.id });
    const held = receivables.find(({ duplicateHold }) => duplicateHold);
    if (held) throw errors.duplicate_suspected({ receivableId: held.id });
    const disputed = receivables.find(({ disputeHold }) => disputeHold);
    if (disputed) throw confirmationErrors.receivable_disputed({ receivableId: disputed.id });
    const [found] = await this.screening.unknown(tx, receivables);
    if (found) throw errors.duplicate_suspected({ receivableId: found.id, class: found.class });
  }

  /** What was taken off these receivables and what could not be; of receivables that the caller was allowed to read. */
  async correctionsOf(on: Reads, receivableIds: readonly string[]): Promise<Correction[]> {
    return this.corrections.ofReceivables(on, EVERYONE, receivableIds);
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

  /** A locked receivable that a dilution froze: whoever financed it has acknowledged that. */
  async release(tx: Tx, by: By, receivable: Receivable): Promise<void> {
    invariant(receivable.state === 'frozen', 'only what is frozen is released');
    const released = thawed(receivable);
    await this.store.update(tx, [released]);
    await this.audit.record(tx, by, [
      {
        action: 'receivables.receivable_released',
        subjectType: 'receivable',
        subjectId: released.id,
        subjectVersion: released.version,
        details: { state: released.state, payable: released.payable, confirmed: released.confirmed },
        visibleTo: [released.supplierId, released.debtorId],
      },
    ]);
  }
}
