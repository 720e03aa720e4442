// A receivable: what one debtor owes one supplier for one invoice, and how far the debtor has confirmed it.
// That it was financed is no state: the registry knows how much of it is claimed.
import {
  addDays,
  checkResidentId,
  compareDates,
  compareMoney,
  type Id,
  type LocalDate,
  type Money,
  zero,
} from '#kernel';
import type { Compared } from './duplicates/match';
import { errors } from './errors';

export const RECEIVABLE_STATES = [
  'draft',
  'listed',
  'confirmed',
  'part_disputed',
  'rejected',
  'frozen',
  'settled',
  'void',
] as const;
export type ReceivableState = (typeof RECEIVABLE_STATES)[number];

export const PRESENTED_BY = ['supplier', 'debtor'] as const;
export type PresentedBy = (typeof PRESENTED_BY)[number];

export interface Receivable {
  readonly id: Id<'receivable'>;
  readonly supplierId: string;
  readonly debtorId: string;
  readonly documentId: string;
  /** Whose upload brought the invoice first. */
  readonly presentedBy: PresentedBy;
  /** The canonical invoice key; unique on the platform. */
  readonly invoiceKey: string;
  readonly invoiceNumber: string;
  /** UNTDID 1001. */
  readonly typeCode: string;
  readonly issueDate: LocalDate;
  /** Null only in a draft. */
  readonly dueDate: LocalDate | null;
  /** Terms of payment as the invoice words them. */
  readonly paymentTerms: string | null;
  /** What was to be paid when it was registered (BT-115). */
  readonly registered: Money;
  /** What is still to be paid: what was registered, less what was credited. */
  readonly payable: Money;
  /** What the debtor confirmed; null before it answered. */
  readonly confirmed: Money | null;
  readonly state: ReceivableState;
  readonly listedAt: Date | null;
  /** The day by which the debtor must answer; null in a draft. */
  readonly answerBy: LocalDate | null;
  readonly answeredAt: Date | null;
  /** A similar invoice is known and nobody has cleared it: nothing may be financed. */
  readonly duplicateHold: boolean;
  /** A dispute holds it: it stays confirmed, and nothing more of it may be financed. */
  readonly disputeHold: boolean;
  readonly version: number;
  readonly createdAt: Date;
}

/** From each state to those that may follow it. */
export const TRANSITIONS: Readonly<Record<ReceivableState, readonly ReceivableState[]>> = Object.freeze({
  draft: ['listed', 'void'],
  listed: ['confirmed', 'part_disputed', 'rejected', 'frozen', 'void'],
  confirmed: ['listed', 'frozen', 'settled', 'void'],
  part_disputed: ['listed', 'confirmed', 'frozen', 'settled', 'void'],
  rejected: ['void'],
  frozen: ['listed', 'confirmed', 'part_disputed', 'settled', 'void'],
  settled: [],
  void: [],
});

export function canBecome(from: ReceivableState, to: ReceivableState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** Seller identifier, number and type: the key of an invoice whose number is unique for its seller alone. */
const KEY_BY_SELLER = /^G:[^:]*:(.+):[^:]*$/u;
const SELLER_OF_KEY = /^G:([^:]*):/u;
const FULLY_DIGITAL_NUMBER = /^[1-9]\d{19}$/;

/**
 * Under this key an invoice is claimed. A seller has one invoice of a number, whichever identifier a file states first
 * and of whatever type it says to be; the number of a fully digitalised e-fapiao is nobody else's.
 */
export function claimKeyOf({
  supplierId,
  invoiceKey,
}: Pick<Receivable, 'supplierId' | 'invoiceKey'>): string {
  const [, number] = KEY_BY_SELLER.exec(invoiceKey) ?? [];
  if (number === undefined) return invoiceKey;
  return FULLY_DIGITAL_NUMBER.test(number) ? `D:${number}` : `S:${supplierId}:${number}`;
}

/**
 * Under this key the registry guards the claim; two receivables of one invoice cannot exist. The register is public: a
 * seller known by the number of an identity card stands in it as its organisation here (PIPL Art. 28).
 */
export function assetKeyOf(receivable: Pick<Receivable, 'supplierId' | 'invoiceKey'>): string {
  const [, seller = ''] = SELLER_OF_KEY.exec(receivable.invoiceKey) ?? [];
  return `invoice:${checkResidentId(seller).valid ? claimKeyOf(receivable) : receivable.invoiceKey}`;
}

/** A colleague declined what the debtor's own upload brought: then there is no receivable. The supplier's own stays. */
export const isTakenBack = (
  { channel }: { readonly channel: string },
  { presentedBy, state }: Pick<Receivable, 'presentedBy' | 'state'>,
): boolean => channel === 'own_upload' && presentedBy === 'debtor' && state === 'listed';

/** What of it may be financed at most: the confirmed amount, and nothing unless the debtor confirmed some or while it is held. */
export function financeable({
  state,
  confirmed,
  payable,
  duplicateHold,
  disputeHold,
}: Pick<Receivable, 'state' | 'confirmed' | 'payable' | 'duplicateHold' | 'disputeHold'>): Money {
  const answered = state === 'confirmed' || state === 'part_disputed';
  return answered && confirmed && !duplicateHold && !disputeHold ? confirmed : zero(payable.currency);
}

/** Silence after this day is overdue; it is never a confirmation (保障中小企业款项支付条例 Art. 16). */
export function answerByOf(listedOn: LocalDate, answerDays: number): LocalDate {
  return addDays(listedOn, answerDays);
}

export function isOverdue({ state, answerBy }: Pick<Receivable, 'state' | 'answerBy'>, today: LocalDate) {
  return state === 'listed' && answerBy !== null && compareDates(today, answerBy) > 0;
}

/** A due date, or the days after the issue date: exactly one of the two. */
export interface Terms {
  readonly dueDate?: LocalDate | undefined;
  readonly paymentTermsDays?: number | undefined;
}

/** The due date that a supplier states for a draft. */
export function dueDateBy(
  { state, issueDate }: Pick<Receivable, 'state' | 'issueDate'>,
  { dueDate, paymentTermsDays }: Terms,
): LocalDate {
  if ((dueDate === undefined) === (paymentTermsDays === undefined)) throw errors.terms_ambiguous();
  if (state !== 'draft') throw errors.receivable_not_draft({ state });
  const due = dueDate ?? addDays(issueDate, paymentTermsDays ?? 0);
  if (compareDates(due, issueDate) < 0) throw errors.due_before_issue({ dueDate: due, issueDate });
  return due;
}

/** As an invoice that is compared with others. */
export function comparedOf(receivable: Receivable): Compared {
  const { id, supplierId, debtorId, invoiceNumber, issueDate, dueDate, registered } = receivable;
  return {
    ...{ id, supplierId, debtorId, issueDate, dueDate },
    number: invoiceNumber,
    amount: registered,
    standing: receivable.state === 'rejected' || receivable.state === 'void' ? 'gone' : 'live',
  };
}

/** A frozen receivable becomes again what the debtor's answer makes of it, with the amounts as they are now. */
export function thawed(receivable: Receivable): Receivable {
  const { confirmed, payable, version } = receivable;
  const answered: ReceivableState =
    confirmed && compareMoney(confirmed, payable) === 0 ? 'confirmed' : 'part_disputed';
  return { ...receivable, state: confirmed ? answered : 'listed', version: version + 1 };
}
