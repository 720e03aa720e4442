// A reading of the documents library as a candidate: only what intake judges and keeps, in texts that can be stored.
import { DomainError, isNegative, isZero, money, type Money, negateMoney } from '#kernel';
import { buyerIds, type InvoiceDraft, type Reading, sellerIds } from '#documents';
import type { Candidate, OutcomeReason } from '../domain/intake';

/** The registry takes asset keys of 300 characters, and `invoice:` stands before this one. */
const LONGEST_KEY = 292;

const [LAST_CONTROL, DELETE, LAST_HIGH_CONTROL, FIRST_SURROGATE, LAST_SURROGATE] = [
  0x1f, 0x7f, 0x9f, 0xd800, 0xdfff,
];
/** Broken or whole, a surrogate is looked at closely; most texts have none. Ten times faster than a pattern. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit <= LAST_CONTROL) return false;
    if (unit >= DELETE && unit <= LAST_HIGH_CONTROL) return false;
    if (unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE) return false;
  }
  return true;
}
/** Without control characters and broken surrogates, which no text column takes. */
const storable = (text: string): string =>
  isPlain(text) ? text : text.toWellFormed().replace(/\p{Cc}/gu, ' ');
const maybe = (text: string | null): string | null => (text === null ? null : storable(text));

type Place = Pick<Candidate, 'position' | 'file' | 'fileName'>;

export function candidateOf(reading: Reading, place: Place): Candidate {
  const { status, reasons, flags, draft, key, line, sheet, entry } = reading;
  const isStorableKey = key !== null && key.length <= LONGEST_KEY && storable(key) === key;
  return {
    ...place,
    fileName: entry === null ? place.fileName : storable(`${place.fileName} › ${entry}`),
    ...{ line, status, flags },
    sheet: maybe(sheet),
    reasons: reasons.map(cleanReason),
    key: isStorableKey ? key : null,
    ...(draft ? statedIn(draft) : NOTHING_STATED),
  };
}

type Stated = Omit<Candidate, keyof Place | 'line' | 'sheet' | 'status' | 'flags' | 'reasons' | 'key'>;

const NOTHING_STATED: Stated = {
  number: null,
  typeCode: null,
  issueDate: null,
  dueDate: null,
  paymentTerms: null,
  sellerIds: [],
  buyerIds: [],
  buyerName: null,
  payable: null,
  credited: null,
  preceding: [],
};

function statedIn(draft: InvoiceDraft): Stated {
  const { number, typeCode, issueDate, dueDate, paymentTerms, buyer } = draft;
  return {
    number: maybe(number),
    typeCode: maybe(typeCode),
    issueDate,
    dueDate,
    paymentTerms: maybe(paymentTerms),
    sellerIds: sellerIds(draft).map(storable),
    buyerIds: buyerIds(draft).map(storable),
    buyerName: maybe(buyer.name),
    payable: payableOf(draft),
    credited: creditedOf(draft),
    preceding: draft.precedingInvoices.map(storable),
  };
}

function cleanReason({ rule, message, fix, field }: Reading['reasons'][number]): OutcomeReason {
  return {
    rule: storable(rule),
    message: { en: storable(message.en), zh: storable(message.zh) },
    fix: { en: storable(fix.en), zh: storable(fix.zh) },
    ...(field === undefined ? {} : { field: storable(field) }),
  };
}

const payableOf = ({ payableAmount, currency }: InvoiceDraft): Money | null =>
  amountIn(payableAmount, currency);

/** Credit notes write their amount with or without a sign; one that was settled at once has nothing payable any more. */
function creditedOf({ payableAmount, grossAmount, currency }: InvoiceDraft): Money | null {
  const amounts = [amountIn(payableAmount, currency), amountIn(grossAmount, currency)];
  const stated = amounts.find((one) => one !== null && !isZero(one));
  if (!stated) return null;
  return isNegative(stated) ? negateMoney(stated) : stated;
}

/** Null when the invoice states no amount that its currency can have. */
function amountIn(amount: string | null, currency: string | null): Money | null {
  if (amount === null || currency === null) return null;
  try {
    return money(amount, currency);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
