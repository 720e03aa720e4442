// A bank account of an organisation: proposed by its people, and of no use until the operator has verified it. A
// change is a new row, so nobody can quietly turn an account that was checked into another one.
import { checkCnaps, type Id, isCurrency } from '#kernel';
import type { TestPaid } from './account-test/account-test';
import { errors } from './errors';

export const ACCOUNT_PURPOSES = ['payout', 'collection'] as const;
/** Where payouts come from and go to, and where debtors pay. */
export type AccountPurpose = (typeof ACCOUNT_PURPOSES)[number];
export const ACCOUNT_STATES = ['proposed', 'verified', 'refused', 'locked'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export const ACCOUNT_MOVES: Readonly<Record<AccountState, readonly AccountState[]>> = Object.freeze({
  proposed: ['verified', 'refused'],
  verified: ['locked'],
  refused: [],
  locked: ['verified', 'refused'],
});

export interface AccountProposal {
  /** Text: digits and capital letters; spaces and hyphens are taken out. */
  readonly accountNumber: string;
  readonly holderName: string;
  readonly bankName: string;
  /** CNAPS: 12 digits. */
  readonly bankCode: string;
  readonly currency: string;
  readonly purposes: readonly AccountPurpose[];
}

export interface BankAccount extends AccountProposal {
  readonly id: Id<'bank_account'>;
  readonly organisationId: string;
  readonly state: AccountState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Why it was refused, or what the verification rests on. */
  readonly reason: string | null;
  /** Six digits that the owner reads in its statement; null: no test was sent. */
  readonly testReference: string | null;
  readonly testSentAt: Date | null;
  /** Wrong answers so far. */
  readonly testAttempts: number;
  readonly testPassedAt: Date | null;
  readonly version: number;
}

export const NO_TEST = Object.freeze({
  ...{ testReference: null, testSentAt: null, testAttempts: 0, testPassedAt: null },
});
/** So many wrong answers end a test. */
export const MOST_ANSWERS = 3;

const NUMBER = /^[0-9A-Z]{4,34}$/;
const CODE = /^\d{12}$/;

/**
 * The proposal as it is stored. The check digit of a CNAPS number is inferred, so it warns and never blocks.
 * @throws parties.account_malformed (422)
 */
export function assertProposal(wish: AccountProposal): AccountProposal {
  const accountNumber = wish.accountNumber.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const bankCode = wish.bankCode.normalize('NFKC').replace(/\s/g, '');
  const purposes = ACCOUNT_PURPOSES.filter((purpose) => wish.purposes.includes(purpose));
  const wrong =
    (!NUMBER.test(accountNumber) && 'accountNumber') ||
    (!CODE.test(bankCode) && 'bankCode') ||
    (!isCurrency(wish.currency) && 'currency') ||
    (purposes.length === 0 && 'purposes');
  if (wrong) throw errors.account_malformed({ field: wrong });
  return { ...wish, accountNumber, bankCode, purposes };
}

/** The last four characters: enough to tell accounts apart in deeds and logs. */
export const maskedNumber = (accountNumber: string): string => `****${accountNumber.slice(-4)}`;

export const bankCodeWarning = (bankCode: string) => checkCnaps(bankCode).reason;

export interface Decider {
  readonly userId: string;
  readonly organisationId: string;
}

/** @throws parties.account_decided (409) */
export function assertMove({ state }: Pick<BankAccount, 'state'>, to: AccountState): void {
  if (!ACCOUNT_MOVES[state].includes(to)) throw errors.account_decided({ state });
}

type Tested = Pick<BankAccount, 'testReference' | 'testAttempts' | 'testPassedAt'>;

/** One test a proposal: a failed one is not sent again. @throws parties.test_sent (409) */
export function assertMayTest({ testReference }: Tested): void {
  if (testReference !== null) throw errors.test_sent();
}

/** How the one-cent test stands. Waiting: the bank was asked to send it and has not answered; refused: it will not. */
export const TEST_STATES = ['none', 'waiting', 'sent', 'passed', 'failed', 'refused'] as const;
export type TestState = (typeof TEST_STATES)[number];

/** @param payment null: a person sends it by hand */
export function testStateOf(
  { testReference, testAttempts, testPassedAt }: Tested,
  payment: Pick<TestPaid, 'outcome'> | null,
): TestState {
  if (testReference === null) return 'none';
  if (testPassedAt !== null) return 'passed';
  if (testAttempts >= MOST_ANSWERS) return 'failed';
  if (payment?.outcome === 'refused') return 'refused';
  return payment?.outcome === null ? 'waiting' : 'sent';
}

/** Its owner may read the reference before the bank's answer is here. */
export const mayAnswerTest = (state: TestState): boolean => state === 'sent' || state === 'waiting';

/** @throws parties.test_closed (409) */
export function assertTestOpen(account: Tested, payment: Pick<TestPaid, 'outcome'> | null): void {
  if (!mayAnswerTest(testStateOf(account, payment))) throw errors.test_closed();
}

export function answerTest(
  { testReference, testAttempts }: Tested,
  reference: string,
  now: Date,
): Pick<BankAccount, 'testAttempts' | 'testPassedAt'> {
  return reference.normalize('NFKC').trim() === testReference
    ? { testAttempts, testPassedAt: now }
    : { testAttempts: testAttempts + 1, testPassedAt: null };
}

/** A test that was sent must be passed before the account is verified. @throws parties.test_not_passed (422) */
export function assertTested({ testReference, testPassedAt }: Tested, to: AccountState): void {
  if (to === 'verified' && testReference !== null && testPassedAt === null) throw errors.test_not_passed();
}

/**
 * Whoever decides is neither the person who proposed nor of the organisation that is paid.
 * @throws parties.account_decided (409), parties.account_own (422)
 */
export function assertMayDecide(account: BankAccount, to: AccountState, by: Decider): void {
  assertMove(account, to);
  if (account.proposedBy === by.userId || account.organisationId === by.organisationId)
    throw errors.account_own();
}
