// A payout: money that a financier tells its bank to pay to the supplier's own verified account. One person instructs
// it, another approves it, and only the bank's booked debit says that it is paid.
import type { Bilingual, DomainError, LocalDate } from '#kernel';
import { errors } from '../errors';

export const PAYOUT_KINDS = ['advance', 'surplus'] as const;
/** The advance of a deal less its deductions, or surplus that is owed to the supplier. */
export type PayoutKind = (typeof PAYOUT_KINDS)[number];

export const PAYOUT_STATES = ['instructed', 'released', 'declined', 'paid', 'rejected', 'returned'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

/** What was declined, rejected or returned is instructed anew, as a payout of its own. */
export const PAYOUT_MOVES: Readonly<Record<PayoutState, readonly PayoutState[]>> = Object.freeze({
  instructed: Object.freeze(['released', 'declined'] as const),
  released: Object.freeze(['paid', 'rejected'] as const),
  declined: Object.freeze([]),
  paid: Object.freeze(['returned'] as const),
  rejected: Object.freeze([]),
  returned: Object.freeze([]),
});

export const mayBecome = (from: PayoutState, to: PayoutState): boolean => PAYOUT_MOVES[from].includes(to);

export const SUBMISSIONS = ['by_hand', 'waiting', 'begun', 'done'] as const;
/**
 * How a released payout gets to the bank: a person takes its file there; or the line to the bank does, which has not
 * begun, may have handed it over, or has.
 */
export type Submission = (typeof SUBMISSIONS)[number];

export type PaidTitle = 'registered_here' | 'statutory' | 'waived';

export const PAID_TAXES = ['checked', 'not_checked', 'waived'] as const;
/** What the tax bureau said of the invoices of an advance, or that the financier did without. */
export type PaidTax = (typeof PAID_TAXES)[number];

/** A row; the amount is decimal text in `currency`. */
export interface Payout {
  readonly id: string;
  readonly dealId: string;
  readonly kind: PayoutKind;
  readonly supplierId: string;
  readonly financierId: string;
  readonly currency: string;
  readonly amount: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  /** On what the title rested when it was instructed. */
  readonly titleBasis: PaidTitle;
  /** The same of the tax checks when it was released; null before, for surplus, and for what is older than this. */
  readonly taxBasis: PaidTax | null;
  /** The oldest of the good answers it rests on. */
  readonly taxCheckedAt: Date | null;
  readonly taxWaiverReason: string | null;
  /** Our reference all the way through the banks. */
  readonly endToEndId: string;
  readonly holdId: string;
  readonly state: PayoutState;
  readonly makerId: string;
  readonly instructedAt: Date;
  readonly checkerId: string | null;
  readonly checkedAt: Date | null;
  readonly submission: Submission;
  readonly submittedAt: Date | null;
  /** The value date of the bank's debit. */
  readonly paidOn: LocalDate | null;
  readonly endedAt: Date | null;
  readonly reason: string | null;
  readonly version: number;
}

export type PaidTaxGround = Pick<Payout, 'taxBasis' | 'taxCheckedAt' | 'taxWaiverReason'>;
export const NO_TAX_GROUND: PaidTaxGround = Object.freeze({
  taxBasis: null,
  taxCheckedAt: null,
  taxWaiverReason: null,
});

/** An id without its hyphens: 32 characters, of the 35 that the standard allows. */
export const endToEndIdOf = (payoutId: string): string => payoutId.replaceAll('-', '');

/** Surplus may be paid again when more of it comes in; the advance only once. */
export function blocksAnother({ kind, state }: Pick<Payout, 'kind' | 'state'>): boolean {
  return state === 'instructed' || state === 'released' || (kind === 'advance' && state === 'paid');
}

export interface ReleaseGround {
  readonly frozen: boolean;
  readonly titleBasis: PaidTitle | 'missing';
  readonly hasSource: boolean;
  readonly hasDestination: boolean;
}

/** Why nothing may be paid out, or null: judged when it is instructed and again when it is approved. */
export function refuseRelease(ground: ReleaseGround): DomainError | null {
  if (ground.frozen) return errors.deal_frozen();
  if (ground.titleBasis === 'missing') return errors.title_missing();
  if (!ground.hasDestination) return errors.supplier_account_missing();
  return ground.hasSource ? null : errors.financier_account_missing();
}

/** The line to the bank still has to hand it over. A second time is safe, for the message is the same. */
export const isToBeSubmitted = ({ state, submission }: Pick<Payout, 'state' | 'submission'>): boolean =>
  state === 'released' && (submission === 'waiting' || submission === 'begun');

/** Why nobody may say that the bank refused it, or null: while it is being handed over, only the bank knows. */
export function refuseRejection({
  state,
  submission,
}: Pick<Payout, 'state' | 'submission'>): DomainError | null {
  if (!mayBecome(state, 'rejected')) return errors.payout_not_open({ state });
  return submission === 'begun' ? errors.payout_being_submitted() : null;
}

/** Whoever instructed does not approve or decline. */
export function refuseCheck(
  payout: Pick<Payout, 'state' | 'makerId'>,
  checkerId: string,
): DomainError | null {
  if (payout.state !== 'instructed') return errors.payout_not_open({ state: payout.state });
  return payout.makerId === checkerId ? errors.maker_is_checker() : null;
}

/** Shown wherever a payout is shown. */
export const TITLE_TEXTS: Readonly<Record<PaidTitle, Bilingual>> = Object.freeze({
  registered_here: { en: 'Registered here, the statutory registry', zh: '已在本系统（法定登记机构）登记' },
  statutory: { en: 'Registered at the statutory registry', zh: '已在法定登记机构登记' },
  waived: {
    en: 'Paid without a statutory registration: waived by the financier',
    zh: '资金提供方豁免法定登记',
  },
});
