// What follows from answers of the tax bureau: void and red letters correct the receivable; an invoice that the bureau
// knows otherwise opens a dispute, which holds the receivable until somebody else than its supplier has closed it.
import { Injectable } from '@nestjs/common';
import type { By } from '#audit';
import { EVERYONE, type Tx } from '#platform';
import { DisputeStore } from '../../data/confirmation/dispute.store';
import { ReceivableStore } from '../../data/receivable.store';
import type { TaxResult } from '../../data/tax/tax-check.store';
import type { Receivable } from '../../domain/receivable';
import type { TaxVerdict } from '../../domain/tax/tax-check';
import { correctingOf } from '../../domain/tax/tax-correction';
import { TakeInCorrections } from '../corrections/take-in-corrections';
import { OpenDisputes } from '../disputes/open-disputes';

export interface JudgedAnswer {
  readonly checkId: string;
  readonly receivable: Receivable;
  readonly verdict: TaxVerdict;
  readonly result: TaxResult;
}

/** Of these nothing can be financed any more, so there is nothing to hold. */
const ENDED: ReadonlySet<Receivable['state']> = new Set(['rejected', 'settled', 'void']);

@Injectable()
export class FollowTaxAnswers {
  constructor(
    private readonly receivables: ReceivableStore,
    private readonly corrections: TakeInCorrections,
    private readonly open: DisputeStore,
    private readonly disputes: OpenDisputes,
  ) {}

  async execute(tx: Tx, by: By, judged: readonly JudgedAnswer[]): Promise<void> {
    await this.correct(tx, judged);
    await this.dispute(tx, by, judged);
  }

  /** One dispute at a time about the same difference. */
  private async dispute(tx: Tx, by: By, judged: readonly JudgedAnswer[]): Promise<void> {
    const different = judged.filter(({ result }) => result.kind === 'different');
    if (different.length === 0) return;
    const differing = new Map<string, readonly string[]>(
      different.map(({ receivable, result }) => [receivable.id, result.differing]),
    );
    const locked = await this.receivables.lock(tx, EVERYONE, [...differing.keys()]);
    const known = await this.open.openAbout(tx, EVERYONE, 'tax_difference', [...differing.keys()]);
    await this.disputes.open(
      tx,
      by,
      locked
        .filter(({ id, state }) => !known.has(id) && !ENDED.has(state))
        .map((receivable) => ({
          ...{ receivable, cause: 'tax_difference', causedBy: receivable.supplierId, amount: null },
          reason: 'other',
          note: differing.get(receivable.id)?.join(', ') ?? null,
          holds: true,
        })),
    );
  }

  /** By ascending supplier, since each supplier's corrections wait for their turn. */
  private async correct(tx: Tx, judged: readonly JudgedAnswer[]): Promise<void> {
    const suppliers = [...new Set(judged.map(({ receivable }) => receivable.supplierId))].sort();
    for (const organisationId of suppliers) {
      const wanted = judged
        .filter(({ receivable }) => receivable.supplierId === organisationId)
        .flatMap(({ receivable, verdict, result }) => {
          const correcting = correctingOf(receivable, verdict, result.answeredAt);
          return correcting ? [{ correcting, documentId: receivable.documentId }] : [];
        });
      await this.corrections.execute(
        tx,
        { userId: null, organisationId, supplierId: organisationId },
        wanted,
        [],
      );
    }
  }
}
