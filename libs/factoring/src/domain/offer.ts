// An offer: what a financier would pay for a whole request, and until when it is bound to that.
import {
  type Bilingual,
  type DayCount,
  Decimal,
  type DomainError,
  isPositive,
  type LocalDate,
  money,
  type Money,
  type Rate,
  startOfDay,
} from '#kernel';
import { errors } from './errors';
import type { OfferState } from './states';

export const RECOURSES = ['with', 'without'] as const;
/** With recourse the financier may claim from the supplier or the debtor (Civil Code 766), without from the debtor (767). */
export type Recourse = (typeof RECOURSES)[number];
export const SURPLUS_TO = ['supplier', 'financier'] as const;
export type SurplusTo = (typeof SURPLUS_TO)[number];

export interface Fee {
  readonly name: string;
  readonly amount: Money;
}
export interface OfferTerms {
  readonly advanceRate: string;
  readonly rateAnnual: Rate;
  readonly dayCount: DayCount;
  readonly fees: readonly Fee[];
  readonly recourse: Recourse;
  readonly surplusTo: SurplusTo;
  readonly validUntil: Date;
}

/** A row; amounts are decimal text in `currency`. */
export interface Offer {
  readonly id: string;
  readonly requestId: string;
  readonly supplierId: string;
  readonly financierId: string;
  readonly currency: string;
  readonly state: OfferState;
  readonly advanceRate: string;
  readonly rateAnnual: Rate;
  readonly dayCount: DayCount;
  readonly recourse: Recourse;
  readonly surplusTo: SurplusTo;
  readonly validUntil: Date;
  readonly advanceAmount: string;
  readonly feesAmount: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly version: number;
}

/** What the law says when the parties say nothing: 766 returns the surplus to the supplier, 767 leaves it to the factor. */
export const defaultSurplusTo = (recourse: Recourse): SurplusTo =>
  recourse === 'with' ? 'supplier' : 'financier';

export interface BidOn {
  readonly currency: string;
  readonly firstDueDate: LocalDate;
}

/** The part of the terms that makes the price. */
export type PricedPart = Pick<OfferTerms, 'advanceRate' | 'rateAnnual' | 'fees'>;

/** The first reason why no price can be made of these terms, or null. */
export function refusePriced(
  { advanceRate, rateAnnual, fees }: PricedPart,
  currency: string,
): DomainError | null {
  if (!new Decimal(advanceRate).gt(0) || new Decimal(advanceRate).gt(1))
    return errors.advance_rate_out_of_range({ advanceRate });
  if (new Decimal(rateAnnual).gt(1)) return errors.rate_out_of_range({ rateAnnual });
  const wrongFee = fees.find(({ amount }) => amount.currency !== currency || !isPositive(amount));
  return wrongFee ? errors.fee_invalid({ ...wrongFee, currency }) : null;
}

/** Fees that are known by their sum only; nought means none. */
export const feesGiven = (sum: string | undefined, currency: string): readonly Fee[] =>
  sum === undefined || new Decimal(sum).isZero() ? [] : [{ name: '', amount: money(sum, currency) }];

/** The first reason why these terms cannot be offered now, or null. */
export function refuseTerms(terms: OfferTerms, request: BidOn, now: Date): DomainError | null {
  const { validUntil } = terms;
  const { currency, firstDueDate } = request;
  const refused = refusePriced(terms, currency);
  if (refused) return refused;
  if (validUntil <= now) return errors.validity_in_past({ validUntil });
  if (validUntil > startOfDay(firstDueDate)) return errors.validity_after_due({ dueDate: firstDueDate });
  return null;
}

export interface Acceptable {
  readonly state: OfferState;
  readonly validUntil: Date;
}

/** The reason why an offer cannot be taken now; times are compared here and rest on no scheduled job. */
export function refuseAcceptance({ state, validUntil }: Acceptable, now: Date): DomainError | null {
  if (state !== 'live') return errors.offer_not_live({ state });
  return validUntil > now ? null : errors.offer_expired({ validUntil });
}

/** Recourse and surplus in the words a supplier decides by. */
export function recourseWords(recourse: Recourse, surplusTo: SurplusTo): Bilingual {
  const claim =
    recourse === 'with'
      ? {
          en: 'With recourse: if the debtor does not pay, the financier may claim the money back from you (Civil Code, Article 766).',
          zh: '有追索权：债务人不付款的，资金提供方可向您追索融资款本息或要求回购（《民法典》第七百六十六条）。',
        }
      : {
          en: 'Without recourse: if the debtor cannot pay, the loss is the financier’s (Civil Code, Article 767).',
          zh: '无追索权：债务人无力付款的损失由资金提供方承担（《民法典》第七百六十七条）。',
        };
  const surplus =
    surplusTo === 'supplier'
      ? {
          en: 'What is left after advance, interest and fees comes back to you.',
          zh: '扣除融资款本息和费用后的余额返还给您。',
        }
      : {
          en: 'What is left after advance, interest and fees stays with the financier.',
          zh: '扣除融资款本息和费用后的余额归资金提供方。',
        };
  return { en: `${claim.en} ${surplus.en}`, zh: `${claim.zh}${surplus.zh}` };
}
