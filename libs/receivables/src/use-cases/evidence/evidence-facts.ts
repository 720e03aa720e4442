// What others know that bears on a confirmation: what debtor and supplier have in common, and what the tax bureau says.
import { Injectable } from '@nestjs/common';
import { Traces } from '#parties';
import type { Tx } from '#platform';
import type { SharedTrace, TaxCheck } from '../../domain/confirmation/evidence';
import type { Receivable } from '../../domain/receivable';
import { TaxChecks } from '../tax/tax-checks';

@Injectable()
export class EvidenceFacts {
  constructor(
    private readonly traces: Traces,
    private readonly tax: TaxChecks,
  ) {}

  /** What the two parties of each receivable share though they should be strangers; by receivable. */
  async shared(tx: Tx, receivables: readonly Receivable[]): Promise<Map<string, readonly SharedTrace[]>> {
    const pairs = new Map<string, readonly SharedTrace[]>();
    const keyOf = ({ supplierId, debtorId }: Receivable) => `${supplierId} ${debtorId}`;
    for (const one of receivables) {
      const key = keyOf(one);
      if (!pairs.has(key)) pairs.set(key, await this.traces.shared(tx, one.supplierId, one.debtorId));
    }
    return new Map(receivables.map((one) => [one.id, pairs.get(keyOf(one)) ?? []]));
  }

  /** The newest check with the tax bureau; by receivable, where there is one that says something. */
  async taxChecks(tx: Tx, receivables: readonly Receivable[]): Promise<Map<string, TaxCheck>> {
    const standings = await this.tax.standings(
      tx,
      receivables.map(({ id }) => id),
    );
    return new Map(
      [...standings].flatMap(([id, { standing }]): [string, TaxCheck][] =>
        standing === 'good' || standing === 'stale'
          ? [[id, 'equal']]
          : standing === 'bad'
            ? [[id, 'different']]
            : [],
      ),
    );
  }
}
