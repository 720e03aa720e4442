// A statement proves itself: opening balance + booked entries = closing balance, and its summary counts its entries.
import { Decimal } from '#kernel';
import { first, textAt, type XmlElement } from '#platform/xml';
import type { BalanceProof, StatementBalance, StatementFinding } from '../domain/statement';
import type { Booking } from './camt-entries';
import { amountText, type CamtFields } from './camt-fields';
import { errors, findingOf } from './errors';

export interface Balances {
  readonly currency: string;
  readonly opening: StatementBalance | null;
  readonly closing: StatementBalance | null;
  /** The element of the closing balance, to point at. */
  readonly closingAt: XmlElement | undefined;
}

export interface Proof {
  readonly balanceProof: BalanceProof;
  readonly notes: readonly StatementFinding[];
}

function sum(bookings: readonly Booking[]): Decimal {
  return bookings.reduce((total, { stated }) => total.plus(stated.value), new Decimal(0));
}

/** A balance that does not follow is a problem of `fields`; one that cannot be compared is a note. */
export function proveBalances(balances: Balances, bookings: readonly Booking[], fields: CamtFields): Proof {
  const { currency, opening, closing, closingAt } = balances;
  if (opening === null || closing === null || closingAt === undefined)
    return { balanceProof: 'not_stated', notes: [] };
  const booked = bookings.filter(({ status }) => status === 'BOOK');
  const currencies = [opening, closing, ...booked.map(({ stated }) => stated)].map((item) => item.currency);
  if (currencies.some((other) => other !== currency)) {
    const note = findingOf(errors.balance_currency({ currency }), closingAt);
    return { balanceProof: 'not_comparable', notes: [note] };
  }
  const moved = sum(booked);
  const reached = moved.plus(opening.amount);
  if (reached.eq(closing.amount)) return { balanceProof: 'proved', notes: [] };
  const early = booked.find(({ date }) => opening.date !== null && date < opening.date);
  if (early !== undefined) {
    const note = errors.balance_period({ date: early.date, opening: opening.date });
    return { balanceProof: 'not_comparable', notes: [findingOf(note, early.element)] };
  }
  const stated = {
    opening: opening.amount,
    entries: amountText(moved, currency),
    sum: amountText(reached, currency),
    closing: closing.amount,
  };
  fields.reject(errors.balance_mismatch(stated), closingAt);
  return { balanceProof: 'not_comparable', notes: [] };
}

const SUMMARIES = [
  { name: 'TtlNtries', counts: () => true },
  { name: 'TtlCdtNtries', counts: ({ stated }: Booking) => !stated.value.lt(0) },
  { name: 'TtlDbtNtries', counts: ({ stated }: Booking) => stated.value.lt(0) },
] as const;

/** Compares `TxsSummry`, where the bank gives one, with the entries; sums of several currencies are left alone. */
export function checkSummary(statement: XmlElement, bookings: readonly Booking[], fields: CamtFields): void {
  for (const { name, counts } of SUMMARIES) {
    const summary = first(statement, `TxsSummry/${name}`);
    if (summary === undefined) continue;
    const counted = bookings.filter(counts);
    const number = textAt(summary, 'NbOfNtries');
    if (number !== null && number !== String(counted.length)) {
      const entries = { stated: `${name}/NbOfNtries ${number}`, counted: counted.length };
      fields.reject(errors.control_mismatch(entries), summary);
    }
    checkSum(summary, counted, fields);
  }
}

function checkSum(summary: XmlElement, counted: readonly Booking[], fields: CamtFields): void {
  const written = textAt(summary, 'Sum');
  if (written === null || new Set(counted.map(({ stated }) => stated.currency)).size > 1) return;
  const total = counted.reduce((all, { stated }) => all.plus(stated.value.abs()), new Decimal(0));
  const stated = /^-?\d{1,18}(?:\.\d{1,17})?$/.test(written) ? new Decimal(written) : null;
  if (stated === null) fields.malformed('Sum', written, 'a plain amount', '普通金额', summary);
  else if (!stated.eq(total)) {
    const sums = { stated: `${summary.name}/Sum ${written}`, counted: total.toFixed() };
    fields.reject(errors.control_mismatch(sums), summary);
  }
}
