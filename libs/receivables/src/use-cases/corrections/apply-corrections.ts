// Credit notes, red letters and reversals: each finds the receivable it corrects and reduces it. One that finds none is
// told so; one that reaches a financed receivable freezes it and is told to the libraries above.
import { Inject, Injectable } from '@nestjs/common';
import type { By } from '#audit';
import { type Clock, isPositive, type Money, newId, shardOf, zero } from '#kernel';
import { CLOCK, type Tx } from '#platform';
import { CorrectionStore } from '../../data/correction.store';
import { ReceivableStore } from '../../data/receivable.store';
import {
  type AskedAgain,
  type Correction,
  type CorrectionBasis,
  correctionKeyOf,
  type CorrectionWanted,
  reduce,
  spread,
} from '../../domain/correction';
import type { Receivable } from '../../domain/receivable';
import { CorrectedTitle } from './corrected-title';
import { CorrectionTelling, type Step } from './correction-telling';
import { FindCorrected } from './find-corrected';

export interface NewCorrection {
  readonly correcting: CorrectionWanted;
  readonly documentId: string;
}

/** What became of a correction: the receivables it reduced, none when it found none or had come before. */
export interface CorrectionOutcome {
  readonly known: boolean;
  /** No invoice that it could correct is here. */
  readonly waits: boolean;
  readonly reduced: readonly { readonly receivable: Receivable; readonly applied: Money }[];
}

@Injectable()
export class ApplyCorrections {
  constructor(
    private readonly find: FindCorrected,
    private readonly receivables: ReceivableStore,
    private readonly corrections: CorrectionStore,
    private readonly registry: CorrectedTitle,
    private readonly telling: CorrectionTelling,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One outcome per correction, in order, under the supplier's turn of screening. Locks receivables in ascending id, then
   * claims by key.
   * @param done keys of those that change nothing any more; grows with those that are dealt with
   */
  async execute(
    tx: Tx,
    by: By & { readonly supplierId: string },
    wanted: readonly NewCorrection[],
    done: Set<string>,
  ): Promise<CorrectionOutcome[]> {
    if (wanted.length === 0) return [];
    const { supplierId } = by;
    const found = await this.find.find(tx, supplierId, wanted);
    const ids = [...new Set(found.flatMap(({ receivableIds }) => receivableIds))];
    const locked = await this.receivables.lock(tx, { organisations: [supplierId] }, ids);
    const current = new Map<string, Receivable>(locked.map((one) => [one.id, one]));
    const claims = await this.registry.claimed(tx, locked);
    const asked = await this.telling.asked(tx);
    const steps: Step[] = [];
    const outcomes = wanted.map((one, index): CorrectionOutcome => {
      const correctionKey = correctionKeyOf(one.correcting, supplierId);
      if (done.has(correctionKey)) return { known: true, waits: false, reduced: [] };
      const { receivableIds = [], basis = 'reference' } = found[index] ?? {};
      const at = { correctionKey, basis, receivableIds, current, claims, asked, supplierId };
      const own = this.steps(one, at);
      const waits = receivableIds.every((id) => !current.has(id));
      if (own.length > 0 || waits) done.add(correctionKey);
      steps.push(...own);
      const reduced = own.map(({ after, correction }) => ({
        receivable: after,
        applied: correction.applied,
      }));
      return { known: false, waits, reduced };
    });
    await this.write(tx, by, steps, [...current.values()]);
    return outcomes;
  }

  private steps(
    { correcting, documentId }: NewCorrection,
    at: {
      readonly correctionKey: string;
      readonly basis: CorrectionBasis;
      readonly receivableIds: readonly string[];
      readonly current: Map<string, Receivable>;
      readonly claims: ReadonlyMap<string, Money>;
      readonly asked: AskedAgain;
      readonly supplierId: string;
    },
  ): Step[] {
    const { kind, number, issueDate, amount, debtorId } = correcting;
    const targets = at.receivableIds
      .flatMap((id) => at.current.get(id) ?? [])
      .filter((one) => one.debtorId === debtorId && one.payable.currency === amount.currency);
    // An invoice that comes again as void is void as a whole, whatever is left of it.
    const shares =
      kind === 'reversal'
        ? targets.map(({ payable }) => payable)
        : spread(
            amount,
            targets.map(({ payable }) => payable),
          );
    return targets.flatMap((before, index): Step[] => {
      const share = shares[index] ?? zero(amount.currency);
      if (!isPositive(share)) return [];
      const claimed = at.claims.get(before.id) ?? zero(amount.currency);
      const { receivable: after, applied, excess, supersedes } = reduce(before, share, claimed, at.asked);
      at.current.set(before.id, after);
      const correction: Correction = {
        id: newId<'correction'>(shardOf(before.id)),
        ...{ supplierId: at.supplierId, receivableId: before.id, documentId, kind, number, issueDate },
        ...{ correctionKey: at.correctionKey, basis: at.basis, amount: share, applied, excess },
        recordedAt: this.clock.now(),
      };
      return [{ correction, before, after, claimed, supersedes }];
    });
  }

  private async write(tx: Tx, by: By, steps: readonly Step[], current: readonly Receivable[]): Promise<void> {
    const changed = new Set(steps.map(({ before }) => before.id));
    const after = current.filter(({ id }) => changed.has(id));
    await this.receivables.update(tx, after);
    await this.corrections.add(
      tx,
      steps.map(({ correction }) => correction),
    );
    await this.registry.lower(tx, after);
    await this.telling.tell(tx, by, steps);
  }
}
