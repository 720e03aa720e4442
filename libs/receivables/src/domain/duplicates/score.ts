// Whether one invoice is another one told again. Fingerprints only bring candidates together; here the fields decide,
// and what is common among honest invoices (rents of one amount, numbers that count up) is told apart.
import { daysBetween, type LocalDate } from '#kernel';
import { amountRelation, type AmountRelation, tellingDigits } from './amount-shape';
import type { Compared, Match, MatchField } from './match';
import { type NumberRelation, numberShape, relationOf } from './number-shape';

/** A date that was shifted. */
export const NEAR_DAYS = 5;
/** A number that a supplier uses again belongs to another year. */
const SAME_NUMBER_DAYS = 45;
/** An invoice is issued again soon after its credit note. */
export const REISSUE_DAYS = 60;

interface Facts {
  readonly sameSeller: boolean;
  readonly sameBuyer: boolean;
  readonly sameCurrency: boolean;
  readonly sameDueDate: boolean;
  readonly number: NumberRelation;
  /** Digits by which the numbers can be compared. */
  readonly numberDigits: number;
  readonly amount: AmountRelation;
  /** Digits of the amount that speak against chance. */
  readonly telling: number;
  readonly days: number;
  readonly date: 'same' | 'near' | 'other';
}

interface Rule {
  readonly fields: readonly MatchField[];
  readonly holds: (facts: Facts) => boolean;
}

const pair = ({ sameSeller, sameBuyer }: Facts) => sameSeller && sameBuyer;
const equalOrRounded = ({ amount }: Facts) => amount !== 'other';

/** The first rule that holds names the fields; the fewer of the fields agree, the more the amount must tell. */
const NEAR: readonly Rule[] = [
  {
    fields: ['seller', 'buyer', 'number', 'amount'],
    holds: (facts) =>
      pair(facts) &&
      facts.number === 'same' &&
      equalOrRounded(facts) &&
      (facts.days <= SAME_NUMBER_DAYS || facts.date === 'near'),
  },
  {
    fields: ['seller', 'buyer', 'number'],
    holds: (facts) => pair(facts) && facts.number === 'same' && !facts.sameCurrency && facts.date === 'same',
  },
  {
    fields: ['seller', 'buyer', 'number', 'amount'],
    holds: (facts) =>
      pair(facts) &&
      facts.number === 'other_prefix' &&
      equalOrRounded(facts) &&
      facts.date === 'same' &&
      facts.telling >= 5,
  },
  {
    fields: ['seller', 'buyer', 'number', 'amount'],
    holds: (facts) => pair(facts) && isSlipOf(facts),
  },
  {
    fields: ['seller', 'buyer', 'amount'],
    holds: (facts) =>
      pair(facts) &&
      facts.number === 'other' &&
      facts.amount === 'same' &&
      facts.sameCurrency &&
      facts.date === 'same' &&
      facts.telling >= 6,
  },
  {
    fields: ['seller', 'number', 'amount'],
    holds: (facts) =>
      facts.sameSeller &&
      !facts.sameBuyer &&
      facts.number === 'same' &&
      facts.amount === 'same' &&
      facts.date !== 'other' &&
      facts.telling >= 3,
  },
  {
    fields: ['buyer', 'number', 'amount'],
    holds: (facts) =>
      !facts.sameSeller &&
      facts.sameBuyer &&
      facts.number === 'same' &&
      facts.numberDigits >= 5 &&
      facts.amount === 'same' &&
      facts.date !== 'other' &&
      facts.telling >= 3,
  },
];

/** A slip in the number alone; with the date or the amount changed too, the amount must tell more. */
function isSlipOf({ number, amount, date, telling }: Facts): boolean {
  if (number !== 'slip' && number !== 'neighbour_slip') return false;
  if (amount === 'same' && date === 'same') return number === 'slip' || telling >= 3;
  if (amount === 'same' && date === 'near') return telling >= 5;
  return amount === 'rounded' && date === 'same' && telling >= 5;
}

/** @param recurs this amount is usual between the two parties, so that it proves nothing without the number */
export function compare(invoice: Compared, earlier: Compared, recurs: boolean): Match | null {
  if (earlier.standing === 'gone' || !hasCommonGround(invoice, earlier)) return null;
  const facts = factsOf(invoice, earlier);
  if (earlier.standing === 'credited') {
    const isReissue =
      pair(facts) &&
      facts.amount === 'same' &&
      facts.days <= REISSUE_DAYS &&
      invoice.issueDate >= earlier.issueDate;
    return isReissue ? matchOf('reissued', ['seller', 'buyer', 'amount'], facts, invoice, earlier) : null;
  }
  const rule = NEAR.find(({ holds }) => holds(facts));
  if (!rule || (recurs && !rule.fields.includes('number'))) return null;
  return matchOf('near', rule.fields, facts, invoice, earlier);
}

/** Of one amount, or told in another currency: no rule asks for less, and most candidates end here. */
function hasCommonGround(a: Compared, b: Compared): boolean {
  return (
    a.amount.currency !== b.amount.currency || amountRelation(a.amount.amount, b.amount.amount) !== 'other'
  );
}

function matchOf(
  found: Match['class'],
  fields: readonly MatchField[],
  facts: Facts,
  invoice: Compared,
  earlier: Compared,
): Match {
  const more: MatchField[] = [
    ...(facts.sameCurrency ? (['currency'] as const) : []),
    ...(facts.date === 'other' ? [] : (['issue_date'] as const)),
    ...(facts.sameDueDate ? (['due_date'] as const) : []),
  ];
  return { class: found, id: invoice.id, otherIds: [earlier.id], fields: [...fields, ...more] };
}

function factsOf(a: Compared, b: Compared): Facts {
  const [first, second] = [numberShape(a.number), numberShape(b.number)];
  const days = Math.abs(daysBetween(a.issueDate, b.issueDate));
  return {
    sameSeller: a.supplierId === b.supplierId,
    sameBuyer: a.debtorId === b.debtorId,
    sameCurrency: a.amount.currency === b.amount.currency,
    sameDueDate: a.dueDate !== null && a.dueDate === b.dueDate,
    number: relationOf(first, second),
    numberDigits: first.digits.length,
    amount: amountRelation(a.amount.amount, b.amount.amount),
    telling: Math.max(tellingDigits(a.amount.amount), tellingDigits(b.amount.amount)),
    days,
    date:
      days === 0 ? 'same' : days <= NEAR_DAYS || swappedDate(a.issueDate) === b.issueDate ? 'near' : 'other',
  };
}

/** Day and month in the other order, as the two halves of the world write them; no date where there is no such month. */
export function swappedDate(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}-${day}-${month}`;
}

/** Usual between the two: at least two more of the same amount on other days. */
export function amountRecurs(invoice: Compared, others: readonly Compared[]): boolean {
  const days = others.filter(
    (one) =>
      one.supplierId === invoice.supplierId &&
      one.debtorId === invoice.debtorId &&
      one.issueDate !== invoice.issueDate &&
      one.amount.amount === invoice.amount.amount,
  );
  return new Set(days.map(({ issueDate }) => issueDate)).size > 1;
}
