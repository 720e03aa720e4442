import fc from 'fast-check';
import { compareMoney, isNegative, localDate, money, newId } from '#kernel';
import {
  acceptedAmount,
  type Answer,
  checkFault,
  type Confirmation,
  CONFIRMATION_STATES,
  CONFIRMATION_TRANSITIONS,
  type Decision,
  DECISIONS,
  OUTCOME,
  proposalFault,
} from './answer';
import { canBecome, RECEIVABLE_STATES } from './receivable';
import { receivableForTest } from './receivable-for-test';

const listed = receivableForTest();
const answer = (wish: Partial<Answer> & { decision: Decision }): Answer => ({
  receivableId: listed.id,
  ...wish,
});
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const none: ReadonlySet<string> = new Set();

describe('the states of an answer', () => {
  it.each(CONFIRMATION_STATES.flatMap((from) => CONFIRMATION_STATES.map((to) => [from, to] as const)))(
    '%s -> %s',
    (from, to) => {
      const isAllowed =
        (from === 'proposed' && (to === 'approved' || to === 'declined')) ||
        (from === 'approved' && (to === 'superseded' || to === 'withdrawn'));
      expect(CONFIRMATION_TRANSITIONS[from].includes(to)).toBe(isAllowed);
    },
  );

  it.each(DECISIONS)('%s leads to a state that a listed receivable can take', (decision) => {
    expect(canBecome('listed', OUTCOME[decision])).toBe(true);
  });
});

describe('a proposal', () => {
  it.each([
    [answer({ decision: 'confirm' }), '1000.00'],
    [answer({ decision: 'confirm', note: 'checked' }), '1000.00'],
    [answer({ decision: 'dispute', confirmedAmount: cny('999.99'), reason: 'price' }), '999.99'],
    [answer({ decision: 'dispute', confirmedAmount: cny('0.01'), reason: 'quality' }), '0.01'],
    [answer({ decision: 'dispute', confirmedAmount: cny('5'), reason: 'set_off' }), '5.00'],
    [answer({ decision: 'reject', reason: 'not_ours' }), '0.00'],
  ])('%j accepts %s', (given, amount) => {
    expect(proposalFault(listed, given, none)).toBeUndefined();
    expect(acceptedAmount(listed, given)).toEqual(cny(amount));
  });

  it.each([
    [answer({ decision: 'confirm', reason: 'price' }), 'reason_unexpected'],
    [answer({ decision: 'confirm', confirmedAmount: cny('1000.00') }), 'amount_unexpected'],
    [answer({ decision: 'reject' }), 'reason_missing'],
    [answer({ decision: 'reject', reason: 'price', confirmedAmount: cny('1.00') }), 'amount_unexpected'],
    [answer({ decision: 'dispute', confirmedAmount: cny('5.00') }), 'reason_missing'],
    [answer({ decision: 'dispute', reason: 'price' }), 'amount_not_partial'],
    [answer({ decision: 'dispute', reason: 'price', confirmedAmount: cny('0') }), 'amount_not_partial'],
    [answer({ decision: 'dispute', reason: 'price', confirmedAmount: cny('-1') }), 'amount_not_partial'],
    [answer({ decision: 'dispute', reason: 'price', confirmedAmount: cny('1000.00') }), 'amount_not_partial'],
    [answer({ decision: 'dispute', reason: 'price', confirmedAmount: cny('1.001') }), 'amount_not_partial'],
    [
      answer({
        decision: 'dispute',
        reason: 'price',
        confirmedAmount: { amount: '1.00', currency: 'USD' },
      }),
      'amount_not_partial',
    ],
  ])('%j is refused: %s', (given, code) => {
    expect(proposalFault(listed, given, none)?.code).toBe(`receivables.${code}`);
  });

  it('is refused for a receivable that the debtor does not owe', () => {
    const fault = proposalFault(undefined, answer({ decision: 'confirm' }), none);
    expect(fault?.code).toBe('receivables.receivable_not_found');
  });

  it.each(RECEIVABLE_STATES)('for one that is %s', (state) => {
    const fault = proposalFault(receivableForTest({ state }), answer({ decision: 'confirm' }), none);
    const expected = { listed: undefined, draft: 'receivables.receivable_not_found' };
    expect(fault?.code).toBe(
      state === 'listed' || state === 'draft' ? expected[state] : 'receivables.answer_not_open',
    );
  });

  it('is refused while another awaits its check', () => {
    const fault = proposalFault(listed, answer({ decision: 'confirm' }), new Set([listed.id]));
    expect(fault?.code).toBe('receivables.answer_pending');
  });

  it('never accepts more than is to be paid, nor less than nothing', () => {
    const amount = fc.integer({ min: -200_000, max: 200_000 }).map((cents) => (cents / 100).toFixed(2));
    fc.assert(
      fc.property(
        fc.constantFrom(...DECISIONS),
        fc.option(amount, { nil: undefined }),
        (decision, written) => {
          const given = answer({
            decision,
            confirmedAmount: written === undefined ? undefined : cny(written),
          });
          const accepted = acceptedAmount(listed, given);
          if (!accepted) return;
          expect(isNegative(accepted)).toBe(false);
          expect(compareMoney(accepted, listed.payable) === 0).toBe(decision === 'confirm');
          expect(compareMoney(accepted, listed.payable)).not.toBe(1);
        },
      ),
    );
  });
});

describe('a check', () => {
  const proposed: Confirmation = {
    id: newId<'confirmation'>(1),
    receivableId: listed.id,
    debtorId: 'debtor',
    decision: 'confirm',
    confirmed: money('1000.00', 'CNY'),
    reason: null,
    ...{
      note: null,
      orderNumber: null,
      goodsReceiptNumber: null,
      channel: 'portal',
      noAssignmentClause: false,
    },
    state: 'proposed',
    receivableVersion: 1,
    makerId: 'maker',
    makerSession: 'session',
    ...{ makerKind: 'person', makerMethods: [], checkerKind: null, checkerMethods: null },
    ...{ withdrawnBy: null, withdrawnAt: null, withdrawalReason: null },
    proposedAt: new Date('2026-01-21T02:00:00Z'),
    checkerId: null,
    checkerSession: null,
    checkedAt: null,
    version: 1,
  };
  const approve = { confirmationId: proposed.id, decision: 'approve', checkerId: 'checker' } as const;
  const decline = { ...approve, decision: 'decline' } as const;

  it.each([approve, decline])('by another person is fine: $decision', (check) => {
    expect(checkFault(proposed, listed, check)).toBeUndefined();
  });

  it.each([approve, decline])('by the maker is refused: $decision', (check) => {
    const fault = checkFault(proposed, listed, { ...check, checkerId: 'maker' });
    expect(fault).toMatchObject({ code: 'receivables.maker_is_checker', kind: 'refused' });
  });

  it('of an answer that does not exist is refused', () => {
    expect(checkFault(undefined, undefined, approve)?.code).toBe('receivables.confirmation_not_found');
  });

  it.each(['approved', 'declined', 'superseded', 'withdrawn'] as const)(
    'of an answer already %s is refused',
    (state) => {
      const fault = checkFault({ ...proposed, state }, listed, approve);
      expect(fault?.code).toBe('receivables.confirmation_closed');
    },
  );

  it.each([
    ['version', receivableForTest({ version: 2 })],
    ['due date and version', receivableForTest({ version: 2, dueDate: localDate('2026-05-01') })],
    ['state', receivableForTest({ state: 'frozen' })],
  ])('cannot approve when the %s moved on, and can still decline', (_, moved) => {
    expect(checkFault(proposed, moved, approve)?.code).toBe('receivables.receivable_changed');
    expect(checkFault(proposed, moved, decline)).toBeUndefined();
  });
});
