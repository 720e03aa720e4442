// A claim on a receivable or a grantor, with what happened to it: all that ranking needs, and nothing of who files it.
import type { Money } from '#kernel';

export const CLAIM_KINDS = ['factoring', 'pledge', 'assignment', 'mortgage', 'purchase_money'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** What happened to a claim, each at a microsecond. An event that has not happened by a moment does not count then. */
export const CLAIM_EVENT_KINDS = [
  /** It came about, without a registration or a notice yet; a claim without any event was always there. */
  'arose',
  /** Registered, for the whole of it. */
  'registered',
  /** A notice of the assignment reached the debtor. */
  'notice_arrived',
  /** The term was extended before its end. */
  'extended',
  'cancelled',
  /** The secured party gave the collateral up. */
  'released',
] as const;
export type ClaimEventKind = (typeof CLAIM_EVENT_KINDS)[number];
export interface ClaimEvent {
  readonly kind: ClaimEventKind;
  /** Microseconds since 1970. */
  readonly at: bigint;
  /** Of a registration or an extension: the first microsecond at which it no longer holds. */
  readonly until: bigint | null;
}

export interface RankedClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  /** What it secures at most, or finances; null is all there is. */
  readonly amount: Money | null;
  readonly events: readonly ClaimEvent[];
  /** Of a purchase-money security in goods: when the goods were delivered. */
  readonly deliveredAt: bigint | null;
  /** What a raise of its maximum amount added, which ranks by itself; the claims of one registration share their id. */
  readonly isRaise?: boolean;
}

/** The holder of `junior` lets that of `senior` go first; nobody else is worse off for it. */
export interface Subordination {
  readonly junior: string;
  readonly senior: string;
  /** From this moment on. */
  readonly at: bigint;
  /** The first moment at which it no longer holds; null while nothing ends it. */
  readonly until: bigint | null;
}
