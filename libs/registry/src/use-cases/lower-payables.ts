// A credit note lowers what is payable on an asset, so that later deals are measured by what is left. What deals have
// claimed already is never taken from them.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Money } from '#kernel';
import { CLOCK, type Tx } from '#platform';
import { ClaimStore } from '../data/claim.store';
import { lowerPayables } from '../domain/asset-claim';

export interface PayableLowered {
  readonly assetKey: string;
  /** What is payable from now on. */
  readonly payable: Money;
}

@Injectable()
export class LowerPayables {
  constructor(
    private readonly claims: ClaimStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of assets whose receivables the caller holds locked; those that nobody ever claimed have nothing to lower. */
  async execute(tx: Tx, lowered: readonly PayableLowered[]): Promise<void> {
    if (lowered.length === 0) return;
    const wanted = new Map(lowered.map(({ assetKey, payable }) => [assetKey, payable]));
    const named = await this.claims.read(tx, [...wanted.keys()]);
    const stored = await this.claims.lock(tx, [...named.keys()]);
    const changed = lowerPayables(stored, wanted);
    await this.claims.recordLowered(tx, stored, changed, this.clock.now());
    await this.claims.save(tx, changed);
  }
}
