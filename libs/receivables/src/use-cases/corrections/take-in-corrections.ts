// The corrections of one delivery, and those that waited for its invoices: a credit note may come before the invoice that it
// corrects, or stand above it in a long file.
import { Inject, Injectable } from '@nestjs/common';
import type { By } from '#audit';
import { type Clock, newId, shardFor } from '#kernel';
import { CLOCK, type Tx } from '#platform';
import { CorrectionStore } from '../../data/correction.store';
import { FingerprintStore } from '../../data/fingerprint.store';
import { type Arrived, WaitingCorrectionStore } from '../../data/corrections/waiting-correction.store';
import { correctionKeyOf } from '../../domain/correction';
import { ApplyCorrections, type CorrectionOutcome, type NewCorrection } from './apply-corrections';
import { keysWanted } from './find-corrected';

@Injectable()
export class TakeInCorrections {
  constructor(
    private readonly apply: ApplyCorrections,
    private readonly corrections: CorrectionStore,
    private readonly waiting: WaitingCorrectionStore,
    private readonly fingerprints: FingerprintStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One outcome per correction, in order; what waited for an invoice that has just arrived takes effect before them.
   */
  async execute(
    tx: Tx,
    by: By & { readonly supplierId: string },
    wanted: readonly NewCorrection[],
    arrived: readonly Arrived[],
  ): Promise<CorrectionOutcome[]> {
    if (wanted.length === 0 && arrived.length === 0) return [];
    const { supplierId } = by;
    await this.fingerprints.takeTurn(tx, supplierId);
    const scope = { organisations: [supplierId] };
    const waiting = await this.waiting.forArrived(tx, scope, arrived);
    const released = waiting.map((one): NewCorrection => ({ correcting: one, documentId: one.documentId }));
    const outcomes = await this.apply.execute(
      tx,
      by,
      [...released, ...wanted],
      await this.known(tx, by, wanted),
    );
    const effective = waiting.filter((_, at) => (outcomes[at]?.reduced.length ?? 0) > 0);
    await this.waiting.remove(
      tx,
      effective.map(({ id }) => id),
    );
    const own = outcomes.slice(waiting.length);
    await this.wait(
      tx,
      supplierId,
      wanted.filter((_, at) => own[at]?.waits),
    );
    return own;
  }

  /** Keys of those that took effect before or wait already. */
  private async known(
    tx: Tx,
    { supplierId }: { readonly supplierId: string },
    wanted: readonly NewCorrection[],
  ): Promise<Set<string>> {
    if (wanted.length === 0) return new Set();
    const keys = wanted.map(({ correcting }) => correctionKeyOf(correcting, supplierId));
    const recorded = await this.corrections.known(tx, keys);
    return new Set([...recorded.keys(), ...(await this.waiting.known(tx, keys))]);
  }

  private async wait(tx: Tx, supplierId: string, wanted: readonly NewCorrection[]): Promise<void> {
    const waitingSince = this.clock.now();
    await this.waiting.add(
      tx,
      wanted.map(({ correcting, documentId }) => ({
        ...correcting,
        ...{ supplierId, documentId, waitingSince },
        id: newId<'correction'>(shardFor(supplierId)),
        correctionKey: correctionKeyOf(correcting, supplierId),
        waitsFor: keysWanted(correcting, supplierId),
      })),
    );
  }
}
