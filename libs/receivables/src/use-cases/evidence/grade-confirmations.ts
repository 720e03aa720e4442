// Finds how good the evidence of approved answers is, and writes it down. It is found again when facts come later; the
// earlier line stays.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, EVERYONE, type Tx } from '#platform';
import { type GradeLine, GradeStore } from '../../data/confirmation/grade.store';
import { SignatureStore } from '../../data/confirmation/signature.store';
import type { Confirmation } from '../../domain/answer';
import { type Channel, type Evidence, gradeOf, identityOf } from '../../domain/confirmation/evidence';
import type { Receivable } from '../../domain/receivable';
import { EvidenceFacts } from './evidence-facts';

export interface Graded {
  readonly confirmation: Confirmation;
  readonly receivable: Receivable;
}

@Injectable()
export class GradeConfirmations {
  constructor(
    private readonly grades: GradeStore,
    private readonly signatures: SignatureStore,
    private readonly facts: EvidenceFacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Of approved answers to receivables that the caller holds locked; by confirmation. A rejection confirms nothing and has
   * no grade.
   */
  async grade(tx: Tx, answered: readonly Graded[]): Promise<void> {
    await this.grades.add(tx, await this.lines(tx, answered));
  }

  /** The same when facts may have come since: only what differs from the last line is written. */
  async regrade(tx: Tx, answered: readonly Graded[]): Promise<number> {
    const ids = answered.map(({ receivable }) => receivable.id);
    const standing = await this.grades.standing(tx, EVERYONE, ids);
    const changed = (await this.lines(tx, answered)).filter(({ receivableId, grade, reasons }) => {
      const last = standing.get(receivableId);
      return last?.grade !== grade || last.reasons.join() !== reasons.join();
    });
    await this.grades.add(tx, changed);
    return changed.length;
  }

  private async lines(tx: Tx, answered: readonly Graded[]): Promise<GradeLine[]> {
    const confirming = answered.filter(({ confirmation }) => confirmation.decision !== 'reject');
    if (confirming.length === 0) return [];
    const receivables = confirming.map(({ receivable }) => receivable);
    const signed = await this.signatures.ofConfirmations(
      tx,
      EVERYONE,
      confirming.map(({ confirmation }) => confirmation.id),
    );
    const isSigned = new Set(signed.map(({ confirmationId }) => confirmationId));
    const shared = await this.facts.shared(tx, receivables);
    const checks = await this.facts.taxChecks(tx, receivables);
    const gradedAt = this.clock.now();
    return confirming.map(({ confirmation, receivable }) => ({
      ...{ confirmationId: confirmation.id, receivableId: receivable.id, gradedAt },
      ...gradeOf({
        ...evidenceOf(confirmation, isSigned.has(confirmation.id)),
        shared: shared.get(receivable.id) ?? [],
        taxCheck: checks.get(receivable.id) ?? 'none',
      }),
    }));
  }
}

function evidenceOf(confirmation: Confirmation, isSigned: boolean): Omit<Evidence, 'shared' | 'taxCheck'> {
  const { makerKind, makerMethods, checkerKind, checkerMethods } = confirmation;
  const channel: Channel = isSigned ? 'signed' : confirmation.channel;
  return {
    identity: identityOf(
      { kind: makerKind, authenticatedBy: makerMethods },
      { kind: checkerKind ?? 'person', authenticatedBy: checkerMethods ?? [] },
    ),
    channel,
    order: confirmation.orderNumber !== null,
    goodsReceipt: confirmation.goodsReceiptNumber !== null,
  };
}
