// What is known of the receivables of deals beside the deal: credit notes that reached them, and what assures them.
import { Injectable } from '@nestjs/common';
import { EVERYONE, type Reads } from '#platform';
import { type Assurance, Assurances, type Correction, Receivables } from '#receivables';

export interface DealEvidenceFound {
  /** In the order in which they came. */
  readonly corrections: readonly Correction[];
  /** By receivable. */
  readonly assurances: ReadonlyMap<string, Assurance>;
}

@Injectable()
export class DealEvidence {
  constructor(
    private readonly receivables: Receivables,
    private readonly assurances: Assurances,
  ) {}

  /** Of receivables of deals that the caller was allowed to read. */
  async of(on: Reads, receivableIds: readonly string[]): Promise<DealEvidenceFound> {
    const found = await this.receivables.byIds(on, EVERYONE, receivableIds);
    return {
      corrections: await this.receivables.correctionsOf(on, receivableIds),
      assurances: await this.assurances.of(on, found),
    };
  }
}
