// How an amount flows down the ranks: each takes what it secures, the rest goes on; those of one rank share in
// proportion to their claims (Civil Code Art. 414, 768), and nothing is lost in rounding.
import { allocateMoney, compareMoney, minMoney, type Money, subtractMoney, sumMoney, zero } from '#kernel';
import type { Standing } from './rank';

export interface Share {
  readonly claimId: string;
  readonly rank: number;
  readonly amount: Money;
}
export interface Flow {
  /** In the order of rank. */
  readonly shares: readonly Share[];
  /** What no claim takes. */
  readonly rest: Money;
}

/** Claims in another currency take nothing: amounts are never converted here. */
export function flowDown(standings: readonly Standing[], available: Money): Flow {
  let rest = available;
  const shares: Share[] = [];
  for (const rank of new Set(standings.map((one) => one.rank))) {
    const level = standings.filter((one) => one.rank === rank);
    const taken = shareOut(level, rest);
    level.forEach(({ claim }, index) =>
      shares.push({ claimId: claim.id, rank, amount: taken[index] ?? zero(rest.currency) }),
    );
    rest = subtractMoney(rest, sumMoney(taken, rest.currency));
  }
  return { shares, rest };
}

function shareOut(level: readonly Standing[], rest: Money): Money[] {
  const wanted = level.map(({ claim: { amount } }) =>
    amount === null ? rest : amount.currency === rest.currency ? amount : zero(rest.currency),
  );
  const all = sumMoney(wanted, rest.currency);
  if (compareMoney(all, rest) <= 0) return wanted;
  const [only] = wanted;
  if (wanted.length === 1 && only) return [minMoney(only, rest)];
  return allocateMoney(
    rest,
    wanted.map(({ amount }) => amount),
  );
}
