// A deed that waits for a second person, and what may become of it.
import type { Effect } from './effects';
import { errors } from './errors';

export const APPROVAL_STATES = ['waiting', 'approved', 'declined', 'withdrawn', 'expired', 'stale'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** Every end is an end: a deed that is still wanted is asked for anew. */
export const APPROVAL_MOVES: Readonly<Record<ApprovalState, readonly ApprovalState[]>> = Object.freeze({
  waiting: Object.freeze(['approved', 'declined', 'withdrawn', 'expired', 'stale'] as const),
  approved: Object.freeze([]),
  declined: Object.freeze([]),
  withdrawn: Object.freeze([]),
  expired: Object.freeze([]),
  stale: Object.freeze([]),
});

/** What the route was given. */
export interface CommandInput {
  readonly id?: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface Approval {
  readonly id: string;
  readonly organisationId: string;
  readonly command: string;
  readonly input: CommandInput;
  /** What the deed wrote when it was tried. */
  readonly effects: readonly Effect[];
  /** SHA-256 of the effects, in hexadecimal digits. */
  readonly stateHash: string;
  /** What the deed answered when it was tried. */
  readonly preview: unknown;
  readonly madeBy: string;
  readonly madeDevice: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly state: ApprovalState;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Whether both people used one device: no proof of anything, and worth a look. */
  readonly sameDevice: boolean;
  readonly reason: string | null;
  readonly version: number;
}

export interface Decider {
  readonly userId: string;
  readonly permissions: ReadonlySet<string>;
}

type Decidable = Pick<Approval, 'state' | 'madeBy' | 'expiresAt'>;

/**
 * Whether this person may approve or decline now.
 * @param permission the permission that the deed itself needs: who may not do it may not approve it
 * @throws approvals.approval_ended, approval_expired (409); approvals.maker_is_checker, checker_may_not (422)
 */
export function assertDecidable(approval: Decidable, by: Decider, permission: string, now: Date): void {
  assertWaiting(approval, now);
  if (approval.madeBy === by.userId) throw errors.maker_is_checker();
  if (!by.permissions.has(permission)) throw errors.checker_may_not({ permission });
}

/** @throws approvals.approval_ended, approval_expired (409); approvals.not_the_maker (422) */
export function assertWithdrawable(approval: Decidable, by: Decider, now: Date): void {
  assertWaiting(approval, now);
  if (approval.madeBy !== by.userId) throw errors.not_the_maker();
}

function assertWaiting({ state, expiresAt }: Decidable, now: Date): void {
  if (state !== 'waiting') throw errors.approval_ended({ state });
  if (now >= expiresAt) throw errors.approval_expired();
}

/** What this person may do with it now, for the screen. */
export function actionsOn(approval: Decidable, by: Decider, permission: string, now: Date): string[] {
  if (approval.state !== 'waiting' || now >= approval.expiresAt) return [];
  if (approval.madeBy === by.userId) return ['withdraw'];
  return by.permissions.has(permission) ? ['approve', 'decline'] : [];
}
