// A dispute: something about a receivable that does not agree, opened by whoever found it. Whoever caused it may answer
// it and never closes it; that rule is also the one by which a suspected duplicate is cleared.
import { DomainError, type Id, type Money } from '#kernel';
import { confirmationErrors as errors } from './confirmation/errors';

export const DISPUTE_STATES = ['open', 'answered', 'escalated', 'closed'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export const DISPUTE_TRANSITIONS: Readonly<Record<DisputeState, readonly DisputeState[]>> = Object.freeze({
  open: ['answered', 'escalated', 'closed'],
  answered: ['escalated', 'closed'],
  escalated: ['closed'],
  closed: [],
});

/** What it is about. Beside a partial answer and a withdrawal these are discrepancies that somebody found. */
export const DISPUTE_CAUSES = [
  'partial_confirmation',
  'withdrawal',
  'discrepancy',
  'tax_difference',
  'duplicate',
] as const;
export type DisputeCause = (typeof DISPUTE_CAUSES)[number];

/** How it ended. */
export const CLOSING_REASONS = [
  'corrected',
  'explained',
  'accepted_as_owed',
  'not_owed',
  'paid',
  'opened_in_error',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export interface Dispute {
  readonly id: Id<'dispute'>;
  readonly receivableId: string;
  readonly supplierId: string;
  readonly debtorId: string;
  readonly cause: DisputeCause;
  /** The organisation whose deed does not agree; it never closes the dispute. */
  readonly causedBy: string;
  /** Null: the platform itself found it. */
  readonly openedByOrganisation: string | null;
  readonly openedBy: string | null;
  readonly openedAt: Date;
  readonly reason: string;
  readonly note: string | null;
  /** What is in dispute; null where it is no amount. */
  readonly amount: Money | null;
  readonly currency: string;
  /** Keeps the receivable out of further financing while it is open. */
  readonly holds: boolean;
  readonly state: DisputeState;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly escalatedBy: string | null;
  readonly escalatedAt: Date | null;
  readonly closedBy: string | null;
  readonly closedByOrganisation: string | null;
  readonly closedAt: Date | null;
  readonly closingReason: ClosingReason | null;
  readonly closingNote: string | null;
  readonly version: number;
}

/** Whoever caused a discrepancy never closes it. */
export const isCausers = (causedBy: string, organisationId: string): boolean => causedBy === organisationId;

/** Evidence that one of those whom the dispute concerns added to it. */
export interface DisputeFile {
  readonly id: Id<'dispute_file'>;
  readonly disputeId: string;
  readonly documentId: string;
  /** Whose evidence it is, and whose document. */
  readonly organisationId: string;
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** Each has as many as it likes up to this; one side cannot use up what the other needs. */
export const MOST_FILES_EACH = 20;
export const FILE_SIDES = ['supplier', 'debtor', 'other'] as const;
export type FileSide = (typeof FILE_SIDES)[number];

/** As whose evidence a file is shown: that of a financier is neither side's. */
export function fileSideOf(
  { supplierId, debtorId }: Pick<Dispute, 'supplierId' | 'debtorId'>,
  organisationId: string,
): FileSide {
  if (organisationId === supplierId) return 'supplier';
  return organisationId === debtorId ? 'debtor' : 'other';
}

export interface Side {
  readonly organisationId: string;
  /** Sees everybody's disputes: the operator. */
  readonly isOperator: boolean;
}
export type DisputeStep = 'answer' | 'escalate' | 'close';

const BECOMES: Readonly<Record<DisputeStep, DisputeState>> = Object.freeze({
  answer: 'answered',
  escalate: 'escalated',
  close: 'closed',
});

/** Why this side cannot take this step, or undefined. */
export function stepFault(
  dispute: Pick<Dispute, 'state' | 'causedBy'>,
  step: DisputeStep,
  { organisationId, isOperator }: Side,
): DomainError | undefined {
  const { state, causedBy } = dispute;
  if (!DISPUTE_TRANSITIONS[state].includes(BECOMES[step])) return errors.dispute_moved_on({ state });
  if (step === 'answer')
    return isCausers(causedBy, organisationId) ? undefined : errors.dispute_not_the_cause();
  if (step === 'escalate') return undefined;
  if (isCausers(causedBy, organisationId)) return errors.dispute_own_closing();
  return state === 'escalated' && !isOperator ? errors.dispute_not_the_operator() : undefined;
}

export const stepsOf = (dispute: Pick<Dispute, 'state' | 'causedBy'>, side: Side): DisputeStep[] =>
  (['answer', 'escalate', 'close'] as const).filter((step) => !stepFault(dispute, step, side));

/** Why this side cannot add evidence, or undefined; who decides brings none, unless the dispute is its own. */
export function fileFault(
  dispute: Pick<Dispute, 'state' | 'supplierId' | 'debtorId' | 'openedByOrganisation'>,
  { organisationId, isOperator }: Side,
  ownFiles: number,
): DomainError | undefined {
  const { state, supplierId, debtorId, openedByOrganisation } = dispute;
  if (state === 'closed') return errors.dispute_moved_on({ state });
  if (isOperator && ![supplierId, debtorId, openedByOrganisation].includes(organisationId))
    return errors.dispute_file_of_the_judge();
  return ownFiles < MOST_FILES_EACH ? undefined : errors.dispute_files_full({ limit: MOST_FILES_EACH });
}
