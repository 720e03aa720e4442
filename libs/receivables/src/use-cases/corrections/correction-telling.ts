// Writes down and tells what corrections did: the deeds, the answers that stand no longer, and the dilution of what is financed.
import { Injectable } from '@nestjs/common';
import { AuditLog, type By, type Deed } from '#audit';
import { isPositive, type Money } from '#kernel';
import { Events, type Tx } from '#platform';
import { ConfirmationStore } from '../../data/confirmation.store';
import type { AskedAgain, Correction } from '../../domain/correction';
import type { Receivable } from '../../domain/receivable';
import { receivableDiluted } from '../../receivables.events';
import { Listing, principalOf } from '../listing';

/** A correction on its way to one receivable. */
export interface Step {
  readonly correction: Correction;
  readonly before: Receivable;
  readonly after: Receivable;
  readonly claimed: Money;
  readonly supersedes: boolean;
}

@Injectable()
export class CorrectionTelling {
  constructor(
    private readonly listing: Listing,
    private readonly confirmations: ConfirmationStore,
    private readonly audit: AuditLog,
    private readonly events: Events,
  ) {}

  async asked(tx: Tx): Promise<AskedAgain> {
    return this.listing.dates(tx);
  }

  async tell(tx: Tx, by: By, steps: readonly Step[]): Promise<void> {
    const asked = steps.filter(({ supersedes }) => supersedes).map(({ before }) => before.id);
    const superseded = await this.confirmations.supersede(tx, asked);
    await this.audit.record(tx, by, [
      ...steps.map((step) => deedOf(by, step)),
      ...superseded.map(({ id, receivableId, version }): Deed => ({
        action: 'receivables.answer_superseded',
        subjectType: 'confirmation',
        subjectId: id,
        subjectVersion: version,
        details: { receivableId },
      })),
    ]);
    await this.events.emit(
      tx,
      receivableDiluted,
      steps
        .filter(({ claimed }) => isPositive(claimed))
        .map(({ correction, after, claimed }) => ({
          receivableId: after.id,
          supplierId: after.supplierId,
          debtorId: after.debtorId,
          correctionId: correction.id,
          currency: claimed.currency,
          applied: correction.applied.amount,
          excess: correction.excess.amount,
          claimed: claimed.amount,
        })),
    );
  }
}

function deedOf(by: By, { correction, after }: Step): Deed {
  const { id, kind, number, basis, amount, applied, excess } = correction;
  return {
    action: 'receivables.receivable_corrected',
    subjectType: 'receivable',
    subjectId: after.id,
    subjectVersion: after.version,
    details: {
      ...{ correctionId: id, kind, number, basis, amount, applied, excess },
      ...{ state: after.state, payable: after.payable },
    },
    visibleTo: [after.debtorId, ...principalOf(by, after)],
  };
}
