// ISO 20022 bank-to-customer cash management: camt.052 report, camt.053 statement, camt.054 notification, of any
// minor version and namespace prefix, as neutral statements.
import type { LocalDate } from '#kernel';
import { all, first, textAt, type XmlElement } from '#platform/xml';
import type { StatementBalance, StatementHead, StatementKind, StatementReading } from '../domain/statement';
import { checkSummary, proveBalances } from './camt-checks';
import { type Booking, readBookings } from './camt-entries';
import { amountText, CamtFields } from './camt-fields';
import { accountOf } from './camt-parties';
import { errors, findingOf } from './errors';

/** Messages by the local name of their element; version 1 wore its number in the name. */
const MESSAGES: readonly { readonly name: RegExp; readonly item: string; readonly kind: StatementKind }[] = [
  { name: /^BkToCstmrAcctRpt(?:V01)?$/, item: 'Rpt', kind: 'report' },
  { name: /^BkToCstmrStmt(?:V01)?$/, item: 'Stmt', kind: 'statement' },
  { name: /^BkToCstmrDbtCdtNtfctn(?:V01)?$/, item: 'Ntfctn', kind: 'notification' },
];
const ENVELOPE_DEPTH = 4;

/** Booked balances, the best first: a previous closing opens the next day. */
const OPENING = ['OPBD', 'PRCD'];
const CLOSING = ['CLBD'];

interface Found {
  readonly balance: StatementBalance;
  readonly element: XmlElement;
}

interface Period {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** Whether this element, or one a few levels below it, is a camt message. */
export function isCamt(root: XmlElement): boolean {
  return messagesOf(root, ENVELOPE_DEPTH).length > 0;
}

/** One reading for each statement, report or notification; nothing in the content makes this throw. */
export function readCamt(root: XmlElement): StatementReading[] {
  const readings = messagesOf(root, ENVELOPE_DEPTH).flatMap(({ element, item, kind }) =>
    all(element, item).map((statement) => readOne(statement, kind, element)),
  );
  if (readings.length > 0) return readings;
  return [{ status: 'refused', head: null, reasons: [findingOf(errors.statement_empty(), root)] }];
}

function messagesOf(
  element: XmlElement,
  depth: number,
): { element: XmlElement; item: string; kind: StatementKind }[] {
  const message = MESSAGES.find(({ name }) => name.test(element.name));
  if (message !== undefined) return [{ element, item: message.item, kind: message.kind }];
  return depth === 0 ? [] : element.children.flatMap((child) => messagesOf(child, depth - 1));
}

function readOne(statement: XmlElement, kind: StatementKind, message: XmlElement): StatementReading {
  const fields = new CamtFields();
  const account = accountOf(first(statement, 'Acct')) ?? fields.missing('Acct/Id', statement);
  const balances = all(statement, 'Bal').flatMap((element) => balanceOf(element, fields));
  const period = periodOf(statement, fields);
  const created = fields.day(statement, 'CreDtTm') ?? fields.day(message, 'GrpHdr/CreDtTm');
  const bookings = readBookings(all(statement, 'Ntry'), fields, {
    account: account ?? '',
    ownerName: textAt(statement, 'Acct/Ownr/Nm', 'Acct/Ownr/Pty/Nm', 'Acct/Nm'),
    day: period.to ?? created,
  });
  const currency = currencyOf(statement, balances, bookings, fields);
  const closing = choose(balances, CLOSING, currency);
  const opening = choose(balances, OPENING, currency);
  const head: StatementHead = {
    kind,
    statementId: textAt(statement, 'Id'),
    account,
    currency,
    ...balancesOf(opening, closing),
    ...statedPeriod(period, opening, closing),
  };
  checkSummary(statement, bookings, fields);
  return judged(head, bookings, closing?.element, fields);
}

function balancesOf(
  opening: Found | undefined,
  closing: Found | undefined,
): Pick<StatementHead, 'openingBalance' | 'closingBalance'> {
  return { openingBalance: opening?.balance ?? null, closingBalance: closing?.balance ?? null };
}

/** Where no period is stated, the days of the balances are one. */
function statedPeriod(
  { from, to }: Period,
  opening: Found | undefined,
  closing: Found | undefined,
): Pick<StatementHead, 'fromDate' | 'toDate'> {
  return { fromDate: from ?? opening?.balance.date ?? null, toDate: to ?? closing?.balance.date ?? null };
}

/** Read only when nothing was wrong, for entries of a statement that does not hold together are worth nothing. */
function judged(
  head: StatementHead,
  bookings: readonly Booking[],
  closingAt: XmlElement | undefined,
  fields: CamtFields,
): StatementReading {
  const { account, currency, openingBalance: opening, closingBalance: closing } = head;
  const isKnown = account !== null && currency !== null;
  if (isKnown && fields.isSound()) {
    const proof = proveBalances({ currency, opening, closing, closingAt }, bookings, fields);
    const entries = bookings.flatMap((booking) => booking.entries);
    const statement = { ...head, account, currency, entries, balanceProof: proof.balanceProof };
    if (fields.isSound()) return { status: 'read', statement, reasons: proof.notes };
  }
  return { status: 'refused', head, reasons: fields.problems };
}

function periodOf(statement: XmlElement, fields: CamtFields): Period {
  const range = first(statement, 'FrToDt');
  return { from: fields.day(range, 'FrDtTm', 'FrDt'), to: fields.day(range, 'ToDtTm', 'ToDt') };
}

function balanceOf(element: XmlElement, fields: CamtFields): Found[] {
  const stated = fields.signed(element);
  if (stated === null) return [];
  const { value, currency } = stated;
  const date = fields.day(first(element, 'Dt'), 'Dt', 'DtTm');
  return [{ balance: { amount: amountText(value, currency), currency, date }, element }];
}

/** The account's own currency, else that of its booked balances, of its entries, of any balance. */
function currencyOf(
  statement: XmlElement,
  balances: readonly Found[],
  bookings: readonly Booking[],
  fields: CamtFields,
): string | null {
  const stated = textAt(statement, 'Acct/Ccy');
  if (stated !== null) {
    if (/^[A-Z]{3}$/.test(stated)) return stated;
    return fields.malformed('Acct/Ccy', stated, 'a currency code', '币种代码', statement);
  }
  const balance = choose(balances, OPENING, null) ?? choose(balances, CLOSING, null);
  const currency =
    balance?.balance.currency ?? bookings[0]?.stated.currency ?? balances[0]?.balance.currency ?? null;
  return currency ?? fields.missing('Acct/Ccy', statement);
}

/** The first balance of these types, one in the account's currency before any other. */
function choose(
  balances: readonly Found[],
  types: readonly string[],
  currency: string | null,
): Found | undefined {
  const typed = types.flatMap((type) =>
    balances.filter(({ element }) => textAt(element, 'Tp/CdOrPrtry/Cd', 'Tp/Cd') === type),
  );
  return typed.find(({ balance }) => balance.currency === currency) ?? typed[0];
}
