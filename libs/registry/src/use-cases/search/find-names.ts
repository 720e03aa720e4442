// Finds the names of grantors that a searcher may mean: candidates by their keys, each then judged by the rules.
import { Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import { GrantorNameStore, type NameCandidate } from '../../data/grantor-name.store';
import { hanTables } from '../../data/rows/han-tables';
import { nameProbe } from '../../domain/name/name-keys';
import { judgeName, type NameMatch, type NameVerdict, slipsOf } from '../../domain/name/name-match';
import { type NameProfile, nameProfile } from '../../domain/name/name-profile';

export interface FoundName extends NameMatch {
  readonly legalName: string;
  readonly nameKey: string;
}
export interface FoundNames {
  /** The surest first. */
  readonly found: readonly FoundName[];
  /** What has one slip more than is forgiven. */
  readonly nearMisses: readonly FoundName[];
}

@Injectable()
export class FindNames {
  constructor(private readonly names: GrantorNameStore) {}

  /** All of them: there is no cap. */
  async execute(on: Reads, name: string): Promise<FoundNames> {
    const asked = nameProfile(name, hanTables);
    const candidates = await this.names.candidates(on, nameProbe(asked));
    const found: FoundName[] = [];
    const nearMisses: FoundName[] = [];
    for (const candidate of candidates) {
      const verdict = judge(asked, candidate);
      if (verdict === null) continue;
      const { nameKey, legalName } = candidate;
      if ('match' in verdict) found.push({ ...verdict.match, nameKey, legalName });
      else nearMisses.push({ ...verdict.nearMiss, nameKey, legalName });
    }
    return { found: found.sort(bySureness), nearMisses: nearMisses.sort(bySureness) };
  }
}

/** Parts are often shared by names that have little else in common: those are sorted out by their cores. */
function judge(asked: NameProfile, { whole, cores, legalName }: NameCandidate): NameVerdict {
  const close = () =>
    asked.cores.some((one) =>
      cores.some((other) => {
        const { slips, forgiven } = slipsOf(one, other);
        return slips <= forgiven + 1;
      }),
    );
  return whole || close() ? judgeName(asked, nameProfile(legalName, hanTables)) : null;
}

const bySureness = (a: FoundName, b: FoundName) => b.score - a.score || (a.nameKey < b.nameKey ? -1 : 1);
