import { newId } from '#kernel';
import {
  ACCOUNT_MOVES,
  ACCOUNT_STATES,
  type AccountProposal,
  answerTest,
  assertMayDecide,
  assertMayTest,
  assertTested,
  assertTestOpen,
  testStateOf,
  NO_TEST,
  assertProposal,
  type BankAccount,
  maskedNumber,
} from './bank-account';

const wish: AccountProposal = {
  accountNumber: '6222 0000-1111 2222',
  holderName: '明远电子',
  bankName: '工商银行',
  bankCode: '102100099996',
  currency: 'CNY',
  purposes: ['collection', 'payout'],
};
const account = (change: Partial<BankAccount> = {}): BankAccount => ({
  ...assertProposal(wish),
  id: newId(1),
  organisationId: 'own',
  state: 'proposed',
  proposedBy: 'maker',
  proposedAt: new Date(0),
  decidedBy: null,
  decidedAt: null,
  reason: null,
  ...NO_TEST,
  version: 1,
  ...change,
});

describe('a bank account', () => {
  it('is stored without spaces and hyphens, and shown by its end', () => {
    expect(assertProposal(wish)).toMatchObject({
      accountNumber: '6222000011112222',
      purposes: ['payout', 'collection'],
    });
    expect(maskedNumber('6222000011112222')).toBe('****2222');
  });

  it.each<[string, Partial<AccountProposal>]>([
    ['accountNumber', { accountNumber: '12' }],
    ['accountNumber', { accountNumber: '6222_0000' }],
    ['bankCode', { bankCode: '1021' }],
    ['currency', { currency: 'XXQ' }],
    ['purposes', { purposes: [] }],
  ])('is refused for its %s: %j', (field, change) => {
    expect(() => assertProposal({ ...wish, ...change })).toThrow(field);
  });

  it.each(ACCOUNT_STATES.flatMap((from) => ACCOUNT_STATES.map((to) => ({ from, to }))))(
    'goes from $from to $to only when it is open',
    ({ from, to }) => {
      const decide = () =>
        assertMayDecide(account({ state: from }), to, { userId: 'checker', organisationId: 'operator' });
      const moves = [
        'proposed>verified',
        'proposed>refused',
        'verified>locked',
        'locked>verified',
        'locked>refused',
      ];
      expect(ACCOUNT_MOVES[from].includes(to)).toBe(moves.includes(`${from}>${to}`));
      if (ACCOUNT_MOVES[from].includes(to)) expect(decide).not.toThrow();
      else expect(decide).toThrow('already');
    },
  );

  it.each([
    { userId: 'maker', organisationId: 'operator' },
    { userId: 'checker', organisationId: 'own' },
  ])('is not decided by %j', (by) => {
    expect(() => assertMayDecide(account(), 'verified', by)).toThrow('Nobody verifies');
  });
});

describe('the one-cent test', () => {
  const sent = account({ testReference: '042917', testSentAt: new Date(1) });
  it('is sent once', () => {
    expect(() => assertMayTest(account())).not.toThrow();
    expect(() => assertMayTest(sent)).toThrow('sent already');
  });
  it('is passed by the reference alone', () => {
    expect(answerTest(sent, ' ０42917 ', new Date(2))).toEqual({
      testAttempts: 0,
      testPassedAt: new Date(2),
    });
    expect(answerTest(sent, '042918', new Date(2))).toEqual({ testAttempts: 1, testPassedAt: null });
    expect(answerTest(account(), '', new Date(2)).testPassedAt).toBeNull();
  });
  it.each([
    ['not sent', account()],
    ['passed', { ...sent, testPassedAt: new Date(2) }],
    ['answered wrongly three times', { ...sent, testAttempts: 3 }],
  ])('takes no answer when %s', (_, one) =>
    expect(() => assertTestOpen(one, null)).toThrow('No one-cent test'),
  );
  it('that a bank sends takes an answer unless the bank refused it', () => {
    expect(() => assertTestOpen(sent, { outcome: null })).not.toThrow();
    expect(() => assertTestOpen(sent, { outcome: 'paid' })).not.toThrow();
    expect(() => assertTestOpen(sent, { outcome: 'refused' })).toThrow('No one-cent test');
  });
  it.each([
    ['none', account(), null],
    ['sent', sent, null],
    ['sent', sent, 'paid'],
    ['refused', sent, 'refused'],
    ['passed', { ...sent, testPassedAt: new Date(2) }, 'refused'],
    ['failed', { ...sent, testAttempts: 3 }, 'paid'],
  ] as const)('is %s', (state, one, outcome) =>
    expect(testStateOf(one, outcome === null ? null : { outcome })).toBe(state),
  );
  it('waits for a bank that did not answer', () =>
    expect(testStateOf(sent, { outcome: null })).toBe('waiting'));
  it('stands between a proposal and its verification, never its refusal', () => {
    expect(() => assertTested(sent, 'verified')).toThrow('not passed');
    expect(() => assertTested(sent, 'refused')).not.toThrow();
    expect(() => assertTested({ ...sent, testPassedAt: new Date(2) }, 'verified')).not.toThrow();
    expect(() => assertTested(account(), 'verified')).not.toThrow();
  });
});
