import { money } from '#kernel';
import { type NoticedPart, slipParts, slipText } from './payment-slip';

const yuan = (amount: string) => money(amount, 'CNY');
const part = (creditorId: string, amount: string, outstanding = amount): NoticedPart => ({
  dealId: `deal of ${creditorId}`,
  creditorId,
  amount: yuan(amount),
  outstanding: yuan(outstanding),
  noticeId: 'notice',
  arrivedAt: new Date('2026-06-01T02:00:00Z'),
  registrationNumber: '1',
});

describe('whom a debtor pays', () => {
  it.each([
    ['nothing was assigned', [], [['supplier', '100.00']]],
    ['all was assigned', [part('bank', '100')], [['bank', '100.00']]],
    [
      'a part was assigned',
      [part('bank', '60')],
      [
        ['bank', '60.00'],
        ['supplier', '40.00'],
      ],
    ],
    [
      'two took parts',
      [part('a', '30'), part('b', '70')],
      [
        ['b', '70.00'],
        ['a', '30.00'],
      ],
    ],
    ['some was paid', [part('bank', '100', '20')], [['bank', '20.00']]],
    ['all was paid', [part('bank', '100', '0')], []],
    ['the part was paid', [part('bank', '60', '0')], [['supplier', '40.00']]],
  ] as const)('when %s', (_, noticed, expected) => {
    const parts = slipParts('supplier', yuan('100'), noticed);
    expect(parts.map(({ creditorId, outstanding }) => [creditorId, outstanding.amount])).toEqual(expected);
    for (const { creditorRole, since, creditorId } of parts)
      expect([creditorRole === 'supplier', since === null]).toEqual(Array(2).fill(creditorId === 'supplier'));
  });

  it('is said in both languages, with a warning where no account is verified', () => {
    const [owed] = slipParts('supplier', yuan('100'), [part('bank', '100')]);
    if (!owed) throw new Error('something is owed');
    const words = { creditor: 'Bank', supplier: 'Maker', part: owed, invoiceNumber: 'N-1' };
    const { en, zh } = slipText({ ...words, hasAccount: true });
    for (const text of [en, zh]) for (const word of ['N-1', 'Bank', '100.00']) expect(text).toContain(word);
    expect(en).toContain('payment to Maker does not discharge');
    expect(slipText({ ...words, hasAccount: false }).zh).toContain('尚未核验');
  });
});
