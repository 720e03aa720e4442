// Tax verification 查验: what is asked of the tax bureau about an invoice, what its answer means, and when one may ask.
import {
  addMonths,
  compareDates,
  compareMoney,
  type DomainError,
  isPositive,
  type LocalDate,
  type Money,
  subtractMoney,
} from '#kernel';
import { claimKeyOf, type Receivable } from '../receivable';
import { errors } from './errors';

export const TAX_RESULTS = ['equal', 'different', 'not_found', 'void', 'red', 'unavailable'] as const;
export type TaxResultKind = (typeof TAX_RESULTS)[number];
export const TAX_FIELDS = ['issue_date', 'amount', 'seller', 'buyer'] as const;
export type TaxField = (typeof TAX_FIELDS)[number];
export const TAX_REASONS = ['request', 'schedule', 'payout'] as const;
export type TaxReason = (typeof TAX_REASONS)[number];
export const TAX_ABSENCES = ['timeout', 'quota', 'failure'] as const;
export type TaxAbsence = (typeof TAX_ABSENCES)[number];

/** One invoice as it is put to the bureau. */
export interface TaxQuery {
  readonly checkId: string;
  /** Of an older VAT invoice; null for a fully digitalised one. */
  readonly code: string | null;
  readonly number: string;
  readonly issueDate: LocalDate;
  /** With tax, as it was registered. */
  readonly total: Money;
}

/** What the bureau holds about the invoice, or that it gave no answer. */
export type TaxAnswer =
  | {
      readonly status: 'found';
      readonly isVoid: boolean;
      readonly issueDate: LocalDate;
      readonly total: Money;
      readonly sellerId: string;
      readonly buyerId: string;
      /** All red-letter invoices on it together, and the number of the last one. */
      readonly red: RedLetter | null;
    }
  | { readonly status: 'not_found' }
  | { readonly status: 'unavailable'; readonly why: TaxAbsence };

export interface RedLetter {
  readonly number: string;
  readonly amount: Money;
}

export interface TaxVerdict {
  readonly kind: TaxResultKind;
  readonly differing: readonly TaxField[];
  /** Of a red-letter invoice: what the platform did not know of yet, or the whole when nothing is left. */
  readonly red: RedLetter | null;
  readonly why: TaxAbsence | null;
}

/** What the platform knows of the invoice, against which an answer is read. */
export interface TaxKnown {
  readonly issueDate: LocalDate;
  readonly total: Money;
  readonly sellerIds: readonly string[];
  readonly buyerIds: readonly string[];
  /** What credit notes and red-letter invoices took off already, or would have. */
  readonly credited: Money;
}

export function judgeAnswer(known: TaxKnown, answer: TaxAnswer): TaxVerdict {
  const plain = (kind: TaxResultKind): TaxVerdict => ({ kind, differing: [], red: null, why: null });
  if (answer.status === 'unavailable') return { ...plain('unavailable'), why: answer.why };
  if (answer.status === 'not_found') return plain('not_found');
  const differing = differingFields(known, answer);
  // An answer about somebody else's invoice neither voids nor reduces this one.
  if (differing.length > 0) return { ...plain('different'), differing };
  if (answer.isVoid) return plain('void');
  const { red } = answer;
  if (!red) return plain('equal');
  if (compareMoney(red.amount, answer.total) >= 0) return { ...plain('red'), red };
  const unknown = subtractMoney(red.amount, known.credited);
  return isPositive(unknown)
    ? { ...plain('red'), red: { number: red.number, amount: unknown } }
    : plain('equal');
}

type Found = Extract<TaxAnswer, { readonly status: 'found' }>;

function differingFields(known: TaxKnown, { issueDate, total, sellerId, buyerId }: Found): TaxField[] {
  const agrees: Readonly<Record<TaxField, boolean>> = {
    issue_date: issueDate === known.issueDate,
    amount: total.currency === known.total.currency && compareMoney(total, known.total) === 0,
    seller: known.sellerIds.includes(sellerId),
    buyer: known.buyerIds.includes(buyerId),
  };
  return TAX_FIELDS.filter((field) => !agrees[field]);
}

/** A fully digitalised e-fapiao or an older VAT invoice; the bureau knows no others. */
export function isVerifiable(receivable: Pick<Receivable, 'supplierId' | 'invoiceKey' | 'payable'>): boolean {
  return /^[DL]:/.test(claimKeyOf(receivable)) && receivable.payable.currency === 'CNY';
}

/** An older VAT invoice has a code of 10 or 12 digits and a number of 8. */
const OLDER_NUMBER_DIGITS = 8;

/** What the invoice says of itself to the bureau. @param checkId by which the answer finds back */
export function taxQuery(
  checkId: string,
  receivable: Pick<Receivable, 'supplierId' | 'invoiceKey' | 'issueDate' | 'registered'>,
): TaxQuery {
  const key = claimKeyOf(receivable);
  const digits = key.slice(2);
  const isOlder = key.startsWith('L:');
  return {
    checkId,
    code: isOlder ? digits.slice(0, -OLDER_NUMBER_DIGITS) : null,
    number: isOlder ? digits.slice(-OLDER_NUMBER_DIGITS) : digits,
    issueDate: receivable.issueDate,
    total: receivable.registered,
  };
}

/** What decides whether the bureau may be asked now. */
export interface AskingGround {
  readonly hasBureau: boolean;
  readonly today: LocalDate;
  /** Questions about this invoice today, of so many that are answered. */
  readonly asked: number;
  readonly quota: number;
  /** The bureau answers for invoices of so many years. */
  readonly years: number;
  /** A question of today has no answer yet. */
  readonly waiting: boolean;
}

/** Why the bureau cannot be asked about this invoice now, or null. */
export function refuseAsking(
  receivable: Pick<Receivable, 'supplierId' | 'invoiceKey' | 'payable' | 'issueDate'>,
  { hasBureau, today, asked, quota, years, waiting }: AskingGround,
): DomainError | null {
  if (!hasBureau) return errors.tax_bureau_missing();
  if (!isVerifiable(receivable)) return errors.tax_not_verifiable();
  if (compareDates(receivable.issueDate, addMonths(today, -12 * years)) < 0)
    return errors.tax_invoice_too_old({ years });
  if (waiting) return errors.tax_check_waiting();
  return asked >= quota ? errors.tax_quota_used({ quota }) : null;
}

export const TAX_STANDINGS = ['good', 'stale', 'bad', 'unchecked', 'not_verifiable', 'no_bureau'] as const;
export type TaxStanding = (typeof TAX_STANDINGS)[number];

const HOUR = 3_600_000;

/** Where a receivable stands with the bureau: by the newest answer, for no answer says nothing of the invoice. */
export function standingOf(
  latest: { readonly kind: TaxResultKind; readonly answeredAt: Date } | null,
  { hasBureau, verifiable, now, freshHours }: StandingGround,
): TaxStanding {
  if (!verifiable) return 'not_verifiable';
  if (latest && latest.kind !== 'equal') return 'bad';
  if (!hasBureau) return 'no_bureau';
  if (!latest) return 'unchecked';
  return now.getTime() - latest.answeredAt.getTime() <= freshHours * HOUR ? 'good' : 'stale';
}
export interface StandingGround {
  readonly hasBureau: boolean;
  readonly verifiable: boolean;
  readonly now: Date;
  readonly freshHours: number;
}

/** Where no bureau can be asked that is said and holds nothing up. */
export const allowsPayout = (standing: TaxStanding): boolean =>
  standing === 'good' || standing === 'not_verifiable' || standing === 'no_bureau';

/** Checks on a schedule are spread over the day by the id, whose last digits are random. */
export function isDueAgain(
  lastAskedAt: Date | null,
  { receivableId, now, everyDays }: { receivableId: string; now: Date; everyDays: number },
): boolean {
  if (!lastAskedAt) return true;
  const spread = (parseInt(receivableId.slice(-4), 16) / 0x10000) * 24 * HOUR;
  return now.getTime() >= lastAskedAt.getTime() + everyDays * 24 * HOUR + spread;
}
