// Finds the names of grantors that a searcher may mean: candidates by their keys, each then judged by the rules.
import { Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import { GrantorNameStore, type NameCandidate } from '../../data/grantor-name.store';
import { hanTables } from '../../data/rows/han-tables';
import { nameProbe } from '../../domain/name/name-keys';
import {
  judgeLetters,
  judgeName,
  type Letters,
  lettersOf,
  type NameMatch,
  type NameVerdict,
} from '../../domain/name/name-match';
import { mayHoldFiller, type NameProfile, nameProfile } from '../../domain/name/name-profile';

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

interface Asked {
  readonly profile: NameProfile;
  readonly cores: readonly Letters[];
  readonly filler: boolean;
}

@Injectable()
export class FindNames {
  constructor(private readonly names: GrantorNameStore) {}

  /** All of them: there is no cap. */
  async execute(on: Reads, name: string): Promise<FoundNames> {
    const profile = nameProfile(name, hanTables);
    const asked = { profile, cores: profile.cores.map(lettersOf), filler: mayHoldFiller(profile.key) };
    const candidates = await this.names.candidates(on, nameProbe(profile));
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

/**
 * Parts are often shared by names that have little else in common. Where nothing whole is shared no rule but that of the
 * letters can hold, and the cores tell enough; a filler that is written together with its neighbour hides a whole.
 */
function judge(asked: Asked, { whole, cores, nameKey, legalName }: NameCandidate): NameVerdict {
  if (whole || asked.filler || mayHoldFiller(nameKey))
    return judgeName(asked.profile, nameProfile(legalName, hanTables));
  return judgeLetters(asked.cores, cores.map(lettersOf));
}

const bySureness = (a: FoundName, b: FoundName) => b.score - a.score || (a.nameKey < b.nameKey ? -1 : 1);
