// What a match says: which payment settles how much of which obligation, by which rule, and how sure that is.
import type { Bilingual, Money } from '#kernel';
import type { MatchRuleName } from './match-rules';

export interface Allocation {
  readonly obligationId: string;
  readonly amount: Money;
}

/** The allocations and the remainder sum exactly to the payment. */
export interface PaymentMatch {
  readonly entryId: string;
  readonly allocations: readonly Allocation[];
  readonly remainder: Money;
  readonly rule: MatchRuleName;
}

/** Payments that share obligations are judged together; a group is as sure as its least sure match. */
export interface MatchGroup {
  readonly matches: readonly PaymentMatch[];
  readonly rule: MatchRuleName;
  readonly confidence: number;
  readonly automatic: boolean;
  readonly reason: Bilingual;
}
