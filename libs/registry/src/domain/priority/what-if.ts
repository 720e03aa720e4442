// What would be if: the ranks after a change that somebody considers. Nothing is written; the same rules decide.
import type { ClaimEvent, RankedClaim, Subordination } from './claim';
import { type Ranking, rankAt } from './rank';

export type Supposition =
  | { readonly kind: 'register'; readonly claim: RankedClaim }
  /** It is cancelled, or runs out, at that moment. */
  | { readonly kind: 'end'; readonly claimId: string; readonly at: bigint }
  | { readonly kind: 'release'; readonly claimId: string; readonly at: bigint }
  | { readonly kind: 'extend'; readonly claimId: string; readonly at: bigint; readonly until: bigint }
  | { readonly kind: 'subordinate'; readonly agreement: Subordination };

export interface History {
  readonly claims: readonly RankedClaim[];
  readonly subordinations: readonly Subordination[];
}

export function suppose(history: History, supposed: Supposition): History {
  const { claims, subordinations } = history;
  if (supposed.kind === 'register') return { claims: [...claims, supposed.claim], subordinations };
  if (supposed.kind === 'subordinate')
    return { claims, subordinations: [...subordinations, supposed.agreement] };
  const event = eventOf(supposed);
  const happen = (claim: RankedClaim): RankedClaim =>
    claim.id === supposed.claimId ? { ...claim, events: [...claim.events, event] } : claim;
  return { claims: claims.map(happen), subordinations };
}

function eventOf(supposed: Exclude<Supposition, { kind: 'register' | 'subordinate' }>): ClaimEvent {
  if (supposed.kind === 'extend') return { kind: 'extended', at: supposed.at, until: supposed.until };
  return { kind: supposed.kind === 'end' ? 'cancelled' : 'released', at: supposed.at, until: null };
}

/** The ranks as they would be at a moment. */
export const rankIf = (history: History, supposed: readonly Supposition[], at: bigint): Ranking => {
  const { claims, subordinations } = supposed.reduce(suppose, history);
  return rankAt(claims, at, subordinations);
};
