import { localDate, money } from '#kernel';
import {
  answerByOf,
  assetKeyOf,
  canBecome,
  claimKeyOf,
  dueDateBy,
  financeable,
  isOverdue,
  RECEIVABLE_STATES,
  type ReceivableState,
} from './receivable';
import { receivableForTest } from './receivable-for-test';

describe('the states of a receivable', () => {
  const allowed: readonly [ReceivableState, ReceivableState][] = [
    ['draft', 'listed'],
    ['draft', 'void'],
    ['listed', 'confirmed'],
    ['listed', 'part_disputed'],
    ['listed', 'rejected'],
    ['listed', 'frozen'],
    ['listed', 'void'],
    ['confirmed', 'listed'],
    ['confirmed', 'frozen'],
    ['confirmed', 'settled'],
    ['confirmed', 'void'],
    ['part_disputed', 'listed'],
    ['part_disputed', 'confirmed'],
    ['part_disputed', 'frozen'],
    ['part_disputed', 'settled'],
    ['part_disputed', 'void'],
    ['rejected', 'void'],
    ['frozen', 'listed'],
    ['frozen', 'confirmed'],
    ['frozen', 'part_disputed'],
    ['frozen', 'settled'],
    ['frozen', 'void'],
  ];
  const pairs = RECEIVABLE_STATES.flatMap((from) => RECEIVABLE_STATES.map((to) => [from, to] as const));

  it.each(pairs)('%s -> %s', (from, to) => {
    expect(canBecome(from, to)).toBe(allowed.some(([a, b]) => a === from && b === to));
  });
});

describe('what may be financed', () => {
  const payable = money('1000.00', 'CNY');
  const part = money('600.00', 'CNY');
  const none = money('0', 'CNY');
  it.each([
    ['draft', null, none],
    ['listed', null, none],
    ['confirmed', payable, payable],
    ['part_disputed', part, part],
    ['rejected', none, none],
    ['frozen', payable, none],
    ['settled', payable, none],
    ['void', null, none],
  ] as const)('%s with %j confirmed: %j', (state, confirmed, expected) => {
    expect(financeable({ state, confirmed, payable, duplicateHold: false, disputeHold: false })).toEqual(
      expected,
    );
    expect(financeable({ state, confirmed, payable, duplicateHold: true, disputeHold: false })).toEqual(none);
    expect(financeable({ state, confirmed, payable, duplicateHold: false, disputeHold: true })).toEqual(none);
  });
});

it('one invoice has one asset key', () => {
  const keyOf = (invoiceKey: string) => assetKeyOf({ supplierId: 'supplier-1', invoiceKey });
  expect(keyOf('D:24112000000012345678')).toBe('invoice:D:24112000000012345678');
  expect(keyOf('G:91110000802100433B:XS-1:380')).toBe('invoice:G:91110000802100433B:XS-1:380');
  expect(keyOf('G:320501198806150011:XS-1:380')).toBe('invoice:S:supplier-1:XS-1');
});

describe('the time to answer', () => {
  it('ends so many days after the day of listing', () => {
    expect(answerByOf(localDate('2026-01-31'), 30)).toBe('2026-03-02');
  });

  it.each([
    ['listed', '2026-02-19', false],
    ['listed', '2026-02-20', true],
    ['confirmed', '2026-02-20', false],
    ['frozen', '2026-02-20', false],
  ] as const)('%s on %s is overdue: %s', (state, today, expected) => {
    expect(isOverdue(receivableForTest({ state }), localDate(today))).toBe(expected);
  });

  it('does not run for a draft', () => {
    const draft = receivableForTest({ state: 'draft', answerBy: null });
    expect(isOverdue(draft, localDate('2099-01-01'))).toBe(false);
  });
});

describe('terms for a draft', () => {
  const draft = receivableForTest({ state: 'draft', dueDate: null });
  it.each([
    [{ dueDate: localDate('2026-03-01') }, '2026-03-01'],
    [{ dueDate: localDate('2026-01-15') }, '2026-01-15'],
    [{ paymentTermsDays: 60 }, '2026-03-16'],
    [{ paymentTermsDays: 0 }, '2026-01-15'],
  ])('%j is due on %s', (terms, expected) => expect(dueDateBy(draft, terms)).toBe(expected));

  it.each([
    [{}, 'receivables.terms_ambiguous'],
    [{ dueDate: localDate('2026-03-01'), paymentTermsDays: 60 }, 'receivables.terms_ambiguous'],
    [{ dueDate: localDate('2026-01-14') }, 'receivables.due_before_issue'],
  ])('%j is refused: %s', (terms, code) => {
    expect(() => dueDateBy(draft, terms)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it.each(RECEIVABLE_STATES.filter((state) => state !== 'draft'))('are not taken when it is %s', (state) => {
    expect(() => dueDateBy(receivableForTest({ state }), { paymentTermsDays: 60 })).toThrow(
      expect.objectContaining({ code: 'receivables.receivable_not_draft' }) as Error,
    );
  });
});

describe('the key under which an invoice is claimed', () => {
  const keyOf = (invoiceKey: string, supplierId = 'supplier') => claimKeyOf({ supplierId, invoiceKey });

  it.each([
    ['a number that is unique for its seller', 'G:DE111111111:INV-1:380', 'S:supplier:INV-1'],
    ['a number with colons', 'G:DE111111111:2026:1:380', 'S:supplier:2026:1'],
    ['a fully digitalised e-fapiao', 'D:26322000000912345601', 'D:26322000000912345601'],
    [
      'its number in a file with another seller identifier',
      'G:HRB4711:26322000000912345601:380',
      'D:26322000000912345601',
    ],
    [
      '20 digits that only count up',
      'G:DE111111111:00000000000000000001:380',
      'S:supplier:00000000000000000001',
    ],
    ['an older VAT invoice', 'L:05000170011100099951', 'L:05000170011100099951'],
  ])('of %s', (_, invoiceKey, key) => {
    expect(keyOf(invoiceKey)).toBe(key);
  });

  it('is one for all identifiers and types that a file may state, and another for another seller or number', () => {
    const key = keyOf('G:DE111111111:INV-1:380');
    for (const same of ['G:HRB4711:INV-1:380', 'G:NOBODY1:INV-1:388']) expect(keyOf(same)).toBe(key);
    expect(keyOf('G:DE111111111:INV-2:380')).not.toBe(key);
    expect(keyOf('G:DE111111111:INV-1:380', 'rival')).not.toBe(key);
  });
});
