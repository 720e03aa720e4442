// The sums that stand beside an allocation while it is made.
import { AMOUNT_PATTERN, isPositive, minorDigits, money, type Money, sumMoney } from '#kernel';

/** Amounts as typed, by `keyOf`. */
export type Typed = Readonly<Record<string, string>>;

export const keyOf = (dealId: string, receivableId: string): string => `${dealId} ${receivableId}`;

/** Zero when nothing is typed, null when it is no amount of the currency. */
export function typedAmount(text: string | undefined, currency: string): Money | null {
  if (text === undefined || text === '') return money('0', currency);
  const [, fraction = ''] = text.split('.');
  const fits = AMOUNT_PATTERN.test(text) && !text.startsWith('-') && fraction.length <= minorDigits(currency);
  return fits ? money(text, currency) : null;
}

/** Null when one of them is no amount. */
export function sumTyped(
  typed: Typed,
  currency: string,
  of: (key: string) => boolean = () => true,
): Money | null {
  const amounts = Object.entries(typed)
    .filter(([key]) => of(key))
    .map(([, text]) => typedAmount(text, currency));
  const known = amounts.filter((amount) => amount !== null);
  return known.length < amounts.length ? null : sumMoney(known, currency);
}

/** What is sent: the lines with something in them. */
export function itemsOf(typed: Typed, currency: string) {
  return Object.entries(typed).flatMap(([key, text]) => {
    const amount = typedAmount(text, currency);
    const [dealId = '', receivableId = ''] = key.split(' ');
    return amount && isPositive(amount) ? [{ dealId, receivableId, amount }] : [];
  });
}
