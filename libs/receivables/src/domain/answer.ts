// The debtor's answer to a receivable: one person proposes it, another approves or declines it. What is wrong with a
// proposal or a check is a value, because answers come in bulk and one bad item must not stop its neighbours.
import { compareMoney, DomainError, type Id, isPositive, money, type Money, zero } from '#kernel';
import { errors } from './errors';
import type { Proved } from './confirmation/evidence';
import type { Receivable, ReceivableState } from './receivable';

export const DECISIONS = ['confirm', 'dispute', 'reject'] as const;
export type Decision = (typeof DECISIONS)[number];

export const ANSWER_REASONS = [
  'not_ours',
  'goods_not_received',
  'quality',
  'price',
  'already_paid',
  'duplicate',
  'set_off',
  'other',
] as const;
export type AnswerReason = (typeof ANSWER_REASONS)[number];

/** `superseded`: approved for an amount that a credit note has changed since. `withdrawn`: by the debtor, with a reason. */
export const CONFIRMATION_STATES = ['proposed', 'approved', 'declined', 'superseded', 'withdrawn'] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];

export const CONFIRMATION_TRANSITIONS: Readonly<Record<ConfirmationState, readonly ConfirmationState[]>> =
  Object.freeze({
    proposed: ['approved', 'declined'],
    approved: ['superseded', 'withdrawn'],
    declined: [],
    superseded: [],
    withdrawn: [],
  });

/** How an answer was handed in; whether it was signed is told by its signature. */
export const ANSWER_CHANNELS = ['portal', 'file', 'erp', 'own_upload'] as const;
export type AnswerChannel = (typeof ANSWER_CHANNELS)[number];

/** An answer on its way: who proposed and who checked it, when, in which session, and how they proved who they are. */
export interface Confirmation {
  readonly id: Id<'confirmation'>;
  readonly receivableId: string;
  readonly debtorId: string;
  readonly decision: Decision;
  /** What the debtor accepts to owe if this is approved. */
  readonly confirmed: Money;
  readonly reason: AnswerReason | null;
  readonly note: string | null;
  /** The documents that the debtor found for it. */
  readonly orderNumber: string | null;
  readonly goodsReceiptNumber: string | null;
  /** The debtor says that the contract forbids assignment, which warns and blocks nothing (民法典 545). */
  readonly noAssignmentClause: boolean;
  readonly channel: AnswerChannel;
  readonly state: ConfirmationState;
  /** Version of the receivable that the maker saw. */
  readonly receivableVersion: number;
  readonly makerId: string;
  readonly makerSession: string;
  readonly makerKind: Proved['kind'];
  readonly makerMethods: readonly string[];
  readonly proposedAt: Date;
  readonly checkerId: string | null;
  readonly checkerSession: string | null;
  readonly checkerKind: Proved['kind'] | null;
  readonly checkerMethods: readonly string[] | null;
  readonly checkedAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string | null;
  readonly version: number;
}

export interface Answer {
  readonly receivableId: string;
  readonly decision: Decision;
  /** Only for a dispute: the part that is accepted, as it was written. */
  readonly confirmedAmount?: Money | undefined;
  readonly reason?: AnswerReason | undefined;
  readonly note?: string | undefined;
  readonly orderNumber?: string | undefined;
  readonly goodsReceiptNumber?: string | undefined;
  readonly noAssignmentClause?: boolean | undefined;
  readonly signed?: SignedAnswer | undefined;
}

/** The answer's statement as its maker signed it: canonical JSON, and the signature over that text, base64. */
export interface SignedAnswer {
  readonly keyId: string;
  readonly statement: string;
  readonly signature: string;
}

export type CheckDecision = 'approve' | 'decline';

/** What the receivable becomes when the answer is approved. */
export const OUTCOME: Readonly<Record<Decision, ReceivableState>> = Object.freeze({
  confirm: 'confirmed',
  dispute: 'part_disputed',
  reject: 'rejected',
});

/** The amount an answer accepts; undefined when the amount does not go with the decision. */
export function acceptedAmount({ payable }: Pick<Receivable, 'payable'>, answer: Answer): Money | undefined {
  const { decision, confirmedAmount } = answer;
  if (decision === 'dispute') {
    const part = confirmedAmount && exact(confirmedAmount);
    const fits = part?.currency === payable.currency && isPositive(part) && compareMoney(part, payable) < 0;
    return fits ? part : undefined;
  }
  if (confirmedAmount !== undefined) return undefined;
  return decision === 'confirm' ? payable : zero(payable.currency);
}

/** The amount in canonical form; undefined when the currency has no such amount. */
function exact({ amount, currency }: Money): Money | undefined {
  try {
    return money(amount, currency);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** Why this answer cannot be proposed, or undefined. `receivable` is undefined for one the debtor does not owe. */
export function proposalFault(
  receivable: Receivable | undefined,
  answer: Answer,
  pending: ReadonlySet<string>,
): DomainError | undefined {
  const { receivableId, decision, reason } = answer;
  // A draft is not before the debtor yet: for the debtor it does not exist.
  if (!receivable || receivable.state === 'draft') return errors.receivable_not_found({ receivableId });
  if (receivable.state !== 'listed') return errors.answer_not_open({ receivableId, state: receivable.state });
  if (pending.has(receivableId)) return errors.answer_pending({ receivableId });
  if (!acceptedAmount(receivable, answer))
    return decision === 'dispute'
      ? errors.amount_not_partial({ payable: receivable.payable })
      : errors.amount_unexpected();
  if (decision === 'confirm') return reason === undefined ? undefined : errors.reason_unexpected();
  return reason === undefined ? errors.reason_missing() : undefined;
}

/** Why this check cannot be made, or undefined. A decline is possible also when the receivable moved on. */
export function checkFault(
  confirmation: Confirmation | undefined,
  receivable: Receivable | undefined,
  check: { readonly confirmationId: string; readonly decision: CheckDecision; readonly checkerId: string },
): DomainError | undefined {
  const { confirmationId, decision, checkerId } = check;
  if (!confirmation || !receivable) return errors.confirmation_not_found({ confirmationId });
  if (confirmation.state !== 'proposed')
    return errors.confirmation_closed({ confirmationId, state: confirmation.state });
  if (confirmation.makerId === checkerId) return errors.maker_is_checker({ confirmationId });
  const moved = receivable.state !== 'listed' || receivable.version !== confirmation.receivableVersion;
  return decision === 'approve' && moved
    ? errors.receivable_changed({ receivableId: receivable.id })
    : undefined;
}
