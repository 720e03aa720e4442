// A court orders a registration struck: one person of the operator enters the order with the hash of its document, a second
// one compares and decides. The registration ends with the decision.
import { compareDates, type DomainError, type LocalDate } from '#kernel';
import type { FilingState } from '../filing';
import { errors } from './errors';

export type RevocationDecision = 'approve' | 'decline';
export const REVOCATION_DECISIONS: readonly RevocationDecision[] = ['approve', 'decline'];

export interface CourtOrder {
  readonly court: string;
  /** Number of the judgment or order. */
  readonly documentNumber: string;
  readonly documentSha256: string;
  readonly orderedOn: LocalDate;
}
export interface Revocation extends CourtOrder {
  readonly id: string;
  readonly filingId: string;
  readonly filingNumber: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decision: RevocationDecision | null;
  readonly decisionReason: string | null;
  readonly decidedAt: string | null;
}
export type RevocationState = 'waiting' | 'approved' | 'declined';
export const REVOCATION_STATES: readonly RevocationState[] = ['waiting', 'approved', 'declined'];

export function revocationState({ decision }: Pick<Revocation, 'decision'>): RevocationState {
  if (decision === null) return 'waiting';
  return decision === 'approve' ? 'approved' : 'declined';
}

interface Asked {
  readonly orderedOn: LocalDate;
  readonly today: LocalDate;
  /** Another one of the same filing waits. */
  readonly waiting: boolean;
  readonly state: FilingState;
}

/** Null when a revocation may be asked for. */
export function refuseRevocation({ orderedOn, today, waiting, state }: Asked): DomainError | null {
  if (state !== 'live') return errors.objection_too_late();
  if (waiting) return errors.revocation_waiting();
  return compareDates(orderedOn, today) > 0 ? errors.day_ahead({ day: orderedOn }) : null;
}

interface Deciding {
  readonly deciderId: string;
  readonly decision: RevocationDecision;
  readonly reason: string | null;
}

/** Null when this person may decide so. */
export function refuseDecision(
  { decision: made, askedBy }: Pick<Revocation, 'decision' | 'askedBy'>,
  { deciderId, decision, reason }: Deciding,
): DomainError | null {
  if (made !== null) return errors.revocation_decided();
  if (askedBy === deciderId) return errors.revocation_maker_decides();
  return decision === 'decline' && reason === null ? errors.revocation_reason_missing() : null;
}
