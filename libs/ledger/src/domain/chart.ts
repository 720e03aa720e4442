// The chart of accounts: what an account is for, on which side it grows, and whether it may fall below zero. A new
// purpose is a new line here; a line with accounts under it keeps its side and its floor for good.
import type { Bilingual } from '#kernel';

export type Side = 'debit' | 'credit';

export interface ChartLine {
  /** The side on which the balance is positive. */
  readonly normalSide: Side;
  /** True: the balance on the normal side never falls below zero. */
  readonly floorZero: boolean;
  readonly text: Bilingual;
}

const PURPOSE_CODES = [
  'advance_commitment',
  'advance_entitlement',
  'advance_outstanding',
  'bank_clearing',
  'interest_income',
  'fee_income',
  'surplus_payable',
  'surplus_income',
  'unapplied_receipts',
  'collection',
  'overpayment_payable',
] as const;
export type Purpose = (typeof PURPOSE_CODES)[number];

export const PURPOSES: readonly Purpose[] = Object.freeze(PURPOSE_CODES);

const line = (normalSide: Side, floorZero: boolean, en: string, zh: string): ChartLine =>
  Object.freeze({ normalSide, floorZero, text: Object.freeze({ en, zh }) });

export const CHART: Readonly<Record<Purpose, ChartLine>> = Object.freeze({
  advance_commitment: line(
    'credit',
    true,
    'Advance promised and not yet paid (memorandum)',
    '已承诺未放款（备查）',
  ),
  advance_entitlement: line(
    'debit',
    true,
    'Advance due and not yet received (memorandum)',
    '应收未到账融资款（备查）',
  ),
  advance_outstanding: line('debit', true, 'Advance paid and not yet collected', '已放款未收回融资款'),
  bank_clearing: line('debit', false, 'Money on the way through the party’s own bank', '银行往来'),
  interest_income: line('credit', false, 'Interest earned', '利息收入'),
  fee_income: line('credit', false, 'Fees earned', '手续费收入'),
  surplus_payable: line('credit', true, 'Surplus owed to the other party', '应退余款'),
  surplus_income: line(
    'credit',
    false,
    'Surplus kept (Civil Code 767)',
    '留存余款收入（民法典第七百六十七条）',
  ),
  unapplied_receipts: line('credit', true, 'Received and not yet applied to a debt', '待分配回款'),
  collection: line('credit', true, 'Collected for a deal and not yet split', '待清分回款'),
  overpayment_payable: line('credit', true, 'Paid too much, to be returned to the payer', '应退多付款'),
});
