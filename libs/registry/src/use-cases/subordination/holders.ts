// The two registrations behind an agreement on ranks, as they stand now, and who acts for each.
import { Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import { FilingStore } from '../../data/filing.store';
import { assetKeysOf, type Filing } from '../../domain/filing';
import { type Holders, holdersOf } from '../../domain/subordination/subordination';
import { sameParty } from '../../domain/party-key';

interface Pair {
  readonly juniorId: string;
  readonly seniorId: string;
}

@Injectable()
export class SubordinationHolders {
  constructor(private readonly filings: FilingStore) {}

  /** Null where one of them is unknown. */
  async both(on: Reads, { juniorId, seniorId }: Pair, now: string) {
    const found = await this.filings.byIds(on, [juniorId, seniorId], now);
    const [junior, senior] = [found.get(juniorId), found.get(seniorId)];
    return junior && senior ? { junior, senior } : null;
  }

  async of(on: Reads, pairs: readonly Pair[], now: string): Promise<(pair: Pair) => Holders> {
    const ids = [...new Set(pairs.flatMap(({ juniorId, seniorId }) => [juniorId, seniorId]))];
    const found = await this.filings.byIds(on, ids, now, 0);
    const holders = (id: string): string[] => {
      const filing = found.get(id);
      return filing ? holdersOf(filing) : [];
    };
    return ({ juniorId, seniorId }) => ({ junior: holders(juniorId), senior: holders(seniorId) });
  }
}

/** Ranks matter between the two only where they meet: on an asset, or against a grantor. */
export function meet(a: Filing, b: Filing): boolean {
  const assets = new Set(assetKeysOf(a));
  return (
    assetKeysOf(b).some((key) => assets.has(key)) ||
    a.grantors.some((one) => b.grantors.some((other) => sameParty(one, other)))
  );
}
