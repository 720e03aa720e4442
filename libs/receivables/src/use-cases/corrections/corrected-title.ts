// What the registry knows of receivables that are corrected: how much deals have claimed, and what is payable from now on.
import { Injectable } from '@nestjs/common';
import type { Money } from '#kernel';
import type { Tx } from '#platform';
import { Filings, LowerPayables } from '#registry';
import { assetKeyOf, type Receivable } from '../../domain/receivable';

@Injectable()
export class CorrectedTitle {
  constructor(
    private readonly filings: Filings,
    private readonly lowering: LowerPayables,
  ) {}

  /** By id of the receivable; absent where nobody ever claimed anything. */
  async claimed(tx: Tx, receivables: readonly Receivable[]): Promise<Map<string, Money>> {
    const claims = await this.filings.claims(tx, receivables.map(assetKeyOf));
    return new Map(
      receivables.flatMap((one) => {
        const claim = claims.get(assetKeyOf(one));
        return claim ? [[one.id, claim.claimed] as const] : [];
      }),
    );
  }

  async lower(tx: Tx, receivables: readonly Receivable[]): Promise<void> {
    await this.lowering.execute(
      tx,
      receivables.map((one) => ({ assetKey: assetKeyOf(one), payable: one.payable })),
    );
  }
}
