// The statement of a deal, line by line from the ledger, in words both parties can follow: every deduction has its
// line, and the sums say where each yuan went.
import {
  addMoney,
  type Bilingual,
  type LocalDate,
  type Money,
  negateMoney,
  subtractMoney,
  zero,
} from '#kernel';

/** A transfer on the accounts of the deal; purposes as in the chart of accounts. */
export interface Journalled {
  readonly postingId: string;
  readonly kind: string;
  readonly valueDate: LocalDate;
  readonly bookedAt: Date;
  readonly reversesId: string | null;
  readonly debitPurpose: string;
  readonly creditPurpose: string;
  readonly amount: Money;
}

export const LINE_CODES = [
  'advance_promised',
  'net_cash_paid',
  'fees_deducted',
  'interest_deducted',
  'collected',
  'advance_repaid',
  'interest_collected',
  'surplus_owed',
  'surplus_kept',
  'surplus_paid',
] as const;
export type LineCode = (typeof LINE_CODES)[number];

export interface StatementLine {
  readonly date: LocalDate;
  readonly bookedAt: Date;
  readonly postingId: string;
  readonly code: LineCode;
  readonly text: Bilingual;
  /** Negative when it takes back an earlier line. */
  readonly amount: Money;
  readonly reverses: string | null;
}

/** How they belong together: `balanced`. */
export interface StatementSums {
  readonly netCashPaid: Money;
  readonly fees: Money;
  readonly interest: Money;
  readonly collected: Money;
  readonly advanceOutstanding: Money;
  readonly surplusOwed: Money;
  readonly surplusPaid: Money;
  readonly surplusKept: Money;
}

const TEXTS: Readonly<Record<LineCode, Bilingual>> = Object.freeze({
  advance_promised: { en: 'Advance promised at acceptance', zh: '签约承诺融资款' },
  net_cash_paid: { en: 'Paid to the supplier', zh: '支付供应商' },
  fees_deducted: { en: 'Fees, deducted from the advance', zh: '手续费（自融资款扣除）' },
  interest_deducted: { en: 'Interest, deducted from the advance', zh: '利息（自融资款预扣）' },
  collected: { en: 'Received from the debtor', zh: '债务人回款' },
  advance_repaid: { en: 'Of it: repays the advance', zh: '其中：偿还融资款' },
  interest_collected: { en: 'Of it: interest', zh: '其中：利息' },
  surplus_owed: { en: 'Of it: surplus owed to the supplier', zh: '其中：应付供应商余款' },
  surplus_kept: { en: 'Of it: surplus that stays with the financier', zh: '其中：资金提供方留存余款' },
  surplus_paid: { en: 'Surplus paid to the supplier', zh: '余款支付供应商' },
});

/** From the debited and the credited purpose to what that means to the parties. */
const CODES: Readonly<Record<string, LineCode>> = Object.freeze({
  'advance_entitlement advance_commitment': 'advance_promised',
  'advance_outstanding bank_clearing': 'net_cash_paid',
  'advance_outstanding fee_income': 'fees_deducted',
  'advance_outstanding interest_income': 'interest_deducted',
  'unapplied_receipts collection': 'collected',
  'collection advance_outstanding': 'advance_repaid',
  'collection interest_income': 'interest_collected',
  'collection surplus_payable': 'surplus_owed',
  'collection surplus_income': 'surplus_kept',
  'surplus_payable bank_clearing': 'surplus_paid',
});

/** What is booked together is told in the order of `LINE_CODES`: first what came, then what became of it. */
const inTellingOrder = (a: StatementLine, b: StatementLine): number =>
  a.bookedAt.getTime() - b.bookedAt.getTime() || LINE_CODES.indexOf(a.code) - LINE_CODES.indexOf(b.code);

/** The promise that is kept turns its memorandum around and tells nobody anything; all else has its line. */
export function linesOf(journal: readonly Journalled[]): StatementLine[] {
  const lines = journal.flatMap((row): StatementLine[] => {
    const back = row.reversesId !== null;
    const [debit, credit] = back
      ? [row.creditPurpose, row.debitPurpose]
      : [row.debitPurpose, row.creditPurpose];
    const code = CODES[`${debit} ${credit}`];
    if (code === undefined) return [];
    return [
      {
        date: row.valueDate,
        bookedAt: row.bookedAt,
        postingId: row.postingId,
        code,
        text: TEXTS[code],
        amount: back ? negateMoney(row.amount) : row.amount,
        reverses: row.reversesId,
      },
    ];
  });
  return lines.sort(inTellingOrder);
}

export function sumsOf(lines: readonly StatementLine[], currency: string): StatementSums {
  const sum = (...codes: LineCode[]) =>
    lines
      .filter(({ code }) => codes.includes(code))
      .reduce((total, { amount }) => addMoney(total, amount), zero(currency));
  const lent = sum('net_cash_paid', 'fees_deducted', 'interest_deducted');
  const surplusPaid = sum('surplus_paid');
  return {
    netCashPaid: sum('net_cash_paid'),
    fees: sum('fees_deducted'),
    interest: sum('interest_deducted', 'interest_collected'),
    collected: sum('collected'),
    advanceOutstanding: subtractMoney(lent, sum('advance_repaid')),
    surplusOwed: subtractMoney(sum('surplus_owed'), surplusPaid),
    surplusPaid,
    surplusKept: sum('surplus_kept'),
  };
}

/**
 * cash in + advance outstanding = cash out + fees + interest + surplus that is still owed or was kept. With a settled
 * deal nothing is outstanding, and this is: cash in = cash out + fees + surplus.
 */
export function balanced(sums: StatementSums): boolean {
  const {
    collected,
    advanceOutstanding,
    netCashPaid,
    surplusPaid,
    fees,
    interest,
    surplusOwed,
    surplusKept,
  } = sums;
  const left = addMoney(collected, advanceOutstanding);
  const right = [netCashPaid, surplusPaid, fees, interest, surplusOwed, surplusKept].reduce(addMoney);
  return left.amount === right.amount;
}
