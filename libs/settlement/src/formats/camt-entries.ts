// The bookings (Ntry) of a camt message and the payments inside them (TxDtls). A batch whose payments state their
// amounts becomes one entry a payment, after their sum was compared with the booking.
import { Decimal, type LocalDate } from '#kernel';
import { all, first, textAt, textsAt, type XmlElement } from '#platform/xml';
import { ENTRY_STATES, type EntryState, type StatementEntry } from '../domain/statement';
import { amountText, type CamtFields, type Stated } from './camt-fields';
import { counterpartyOf } from './camt-parties';
import { EntryKeys, itemKey } from './entry-key';
import { errors } from './errors';

/** Words banks write where the standard wants a reference and there is none. */
const NO_REFERENCE = new Set(['NOTPROVIDED', 'NONREF', 'NOREF', 'NOT PROVIDED']);

export interface Booking {
  readonly stated: Stated;
  readonly status: EntryState;
  readonly date: LocalDate;
  readonly element: XmlElement;
  readonly entries: readonly StatementEntry[];
}

export interface Surroundings {
  readonly account: string;
  readonly ownerName: string | null;
  /** Dates an entry that states neither a booking date nor a value date. */
  readonly day: LocalDate | null;
}

interface BookingHead {
  readonly stated: Stated;
  readonly status: EntryState;
  readonly date: LocalDate;
  readonly valueDate: LocalDate | null;
  readonly isReversal: boolean;
}

interface Payment {
  readonly details: XmlElement | undefined;
  readonly amount: Decimal;
  /** Texts of payments that could not be told apart. */
  readonly texts: readonly string[];
}

function reference(from: XmlElement | undefined, ...paths: readonly string[]): string | null {
  const written = textAt(from, ...paths);
  return written === null || NO_REFERENCE.has(written.toUpperCase()) ? null : written;
}

/** Reads the bookings of a statement in order; what cannot be read is a problem of `fields` and left out. */
export function readBookings(
  elements: readonly XmlElement[],
  fields: CamtFields,
  surroundings: Surroundings,
): Booking[] {
  const keys = { bookings: new EntryKeys(), payments: new EntryKeys() };
  return elements.flatMap((element) => {
    const head = headOf(element, fields, surroundings);
    if (head === null) return [];
    const payments = paymentsOf(element, head, fields);
    const entries = entriesOf(element, head, payments, surroundings, keys);
    return [{ stated: head.stated, status: head.status, date: head.date, element, entries }];
  });
}

function headOf(element: XmlElement, fields: CamtFields, { day }: Surroundings): BookingHead | null {
  const stated = fields.signed(element);
  const status = statusOf(element, fields);
  const booked = fields.day(first(element, 'BookgDt'), 'Dt', 'DtTm');
  const valueDate = fields.day(first(element, 'ValDt'), 'Dt', 'DtTm');
  const date = booked ?? valueDate ?? day;
  if (date === null) fields.missing('BookgDt', element);
  if (stated === null || status === null || date === null) return null;
  const reversal = textAt(element, 'RvslInd');
  return { stated, status, date, valueDate, isReversal: reversal === 'true' || reversal === '1' };
}

/** Up to version 7 the state is the text of `Sts`, from 8 on it is a code inside it. */
function statusOf(element: XmlElement, fields: CamtFields): EntryState | null {
  const written = textAt(element, 'Sts/Cd', 'Sts');
  if (written === null) return fields.missing('Sts', element);
  const state = ENTRY_STATES.find((known) => known === written);
  return state ?? fields.malformed('Sts', written, 'an entry status', '有效的入账状态', element);
}

function paymentsOf(element: XmlElement, head: BookingHead, fields: CamtFields): Payment[] {
  const details = all(element, 'NtryDtls/TxDtls');
  const announced = all(element, 'NtryDtls/Btch/NbOfTxs').reduce(
    (sum, { text }) => sum + (/^\d{1,9}$/.test(text ?? '') ? Number(text) : 0),
    0,
  );
  const whole = head.stated.value;
  if (details.length <= 1 && announced <= 1) return [{ details: details[0], amount: whole, texts: [] }];
  const amounts = details.map((detail) => amountOf(detail, head.stated, fields));
  const known = amounts.filter((amount) => amount !== null);
  // Payments that are not all listed with amounts in the account's currency cannot be told apart.
  if (known.length < details.length || details.length < announced) {
    return [{ details: undefined, amount: whole, texts: details.flatMap(textsOf) }];
  }
  const sum = known.reduce((total, amount) => total.plus(amount), new Decimal(0));
  if (!sum.eq(whole)) {
    const { currency } = head.stated;
    const stated = { sum: amountText(sum, currency), entry: amountText(whole, currency) };
    fields.reject(errors.batch_mismatch(stated), element);
  }
  return details.map((detail, index) => ({ details: detail, amount: known[index] ?? whole, texts: [] }));
}

/** The signed amount of one payment of a batch, or null when none is stated in the currency of the booking. */
function amountOf(detail: XmlElement, booking: Stated, fields: CamtFields): Decimal | null {
  const candidates = ['Amt', 'AmtDtls/TxAmt/Amt', 'AmtDtls/InstdAmt/Amt'].flatMap((path) =>
    all(detail, path),
  );
  const amount = candidates.find(({ attributes }) => attributes.Ccy === booking.currency);
  const stated = amount === undefined ? null : fields.unsigned(amount);
  if (stated === null) return null;
  const sign =
    first(detail, 'CdtDbtInd') === undefined ? (booking.value.lt(0) ? -1 : 1) : fields.sign(detail);
  return sign === null ? null : stated.value.times(sign);
}

/** What the payer wrote, structured references included. */
function textsOf(detail: XmlElement): string[] {
  return [
    ...textsAt(detail, 'RmtInf/Ustrd'),
    ...textsAt(detail, 'RmtInf/Strd/CdtrRefInf/Ref'),
    ...textsAt(detail, 'RmtInf/Strd/RfrdDocInf/Nb'),
    ...textsAt(detail, 'RmtInf/Strd/AddtlRmtInf'),
    ...textsAt(detail, 'AddtlTxInf'),
  ];
}

function entriesOf(
  element: XmlElement,
  head: BookingHead,
  payments: readonly Payment[],
  surroundings: Surroundings,
  keys: Readonly<Record<'bookings' | 'payments', EntryKeys>>,
): StatementEntry[] {
  const { currency } = head.stated;
  const ends = payments.map(({ details }) => reference(details, 'Refs/EndToEndId'));
  const servicer = reference(element, 'AcctSvcrRef');
  const only = payments.length === 1 ? reference(payments[0]?.details, 'Refs/AcctSvcrRef') : null;
  const facts = {
    account: surroundings.account,
    amount: amountText(head.stated.value, currency),
    currency,
    servicerReference: servicer ?? only,
    date: head.date,
    valueDate: head.valueDate,
    isReversal: head.isReversal,
    references: ends,
  };
  const bookingKey = keys.bookings.next(facts);
  const keyOf = (details: XmlElement | undefined, amount: string, index: number): string => {
    const own = reference(details, 'Refs/AcctSvcrRef');
    if (payments.length === 1) return keys.payments.next({ ...facts, servicerReference: own ?? servicer });
    // A payment that the bank calls by a reference of its own may be told alone elsewhere.
    if (own !== null) return keys.payments.next({ ...facts, amount, servicerReference: own });
    return itemKey(bookingKey, index);
  };
  return payments.map(({ details, amount, texts }, index) => {
    const endToEndId = ends[index] ?? null;
    const servicerReference = reference(details, 'Refs/AcctSvcrRef') ?? servicer;
    const returnReason = textAt(details, 'RtrInf/Rsn/Cd', 'RtrInf/Rsn/Prtry');
    const isOutgoing = amount.lt(0) !== (head.isReversal || returnReason !== null);
    const words = [...texts, ...(details === undefined ? [] : textsOf(details))];
    const text = [...new Set([...words, ...textsAt(element, 'AddtlNtryInf')])].join('\n');
    return {
      key: keyOf(details, amountText(amount, currency), index),
      bookingKey,
      date: head.date,
      valueDate: head.valueDate,
      amount: amountText(amount, currency),
      currency,
      reference: endToEndId ?? reference(details, 'RmtInf/Strd/CdtrRefInf/Ref') ?? servicerReference,
      endToEndId,
      servicerReference,
      entryReference: reference(element, 'NtryRef'),
      ...counterpartyOf(details, isOutgoing, surroundings),
      text: text === '' ? null : text,
      isReversal: head.isReversal,
      returnReason,
      status: head.status,
    };
  });
}
