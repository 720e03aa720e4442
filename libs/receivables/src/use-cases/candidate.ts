// A reading of the documents library as a candidate: only what intake judges and keeps, in texts that can be stored.
import { DomainError, money, type Money } from '#kernel';
import { buyerIds, type InvoiceDraft, type Reading, sellerIds } from '#documents';
import type { Candidate, OutcomeReason } from '../domain/intake';

/** The registry takes asset keys of 300 characters, and `invoice:` stands before this one. */
const LONGEST_KEY = 292;

/** Without control characters and broken surrogates, which no text column takes. */
const storable = (text: string): string => text.toWellFormed().replace(/\p{Cc}/gu, ' ');
const maybe = (text: string | null): string | null => (text === null ? null : storable(text));

type Place = Pick<Candidate, 'position' | 'file' | 'fileName'>;

export function candidateOf(reading: Reading, place: Place): Candidate {
  const { status, reasons, flags, draft, key, line, entry } = reading;
  const isStorableKey = key !== null && key.length <= LONGEST_KEY && storable(key) === key;
  return {
    ...place,
    fileName: entry === null ? place.fileName : storable(`${place.fileName} › ${entry}`),
    ...{ line, status, flags },
    reasons: reasons.map(cleanReason),
    key: isStorableKey ? key : null,
    ...(draft ? statedIn(draft) : NOTHING_STATED),
  };
}

type Stated = Omit<Candidate, keyof Place | 'line' | 'status' | 'flags' | 'reasons' | 'key'>;

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
  };
}

function cleanReason({ rule, message, fix }: Reading['reasons'][number]): OutcomeReason {
  return {
    rule: storable(rule),
    message: { en: storable(message.en), zh: storable(message.zh) },
    fix: { en: storable(fix.en), zh: storable(fix.zh) },
  };
}

/** Null when the invoice states no amount that its currency can have. */
function payableOf({ payableAmount, currency }: InvoiceDraft): Money | null {
  if (payableAmount === null || currency === null) return null;
  try {
    return money(payableAmount, currency);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
