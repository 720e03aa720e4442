// The lines of a statement: each transfer with its words, in the order in which people tell them.
import { localDate, money } from '#kernel';
import { type Journalled, linesOf, sumsOf } from './deal-statement';

const AT = new Date('2026-06-01T02:00:00Z');
const row = (debitPurpose: string, creditPurpose: string, more: Partial<Journalled> = {}): Journalled => ({
  ...{ postingId: 'p', kind: 'k', valueDate: localDate('2026-06-01'), bookedAt: AT, reversesId: null },
  ...{ debitPurpose, creditPurpose, amount: money('10', 'CNY') },
  ...more,
});

describe('linesOf', () => {
  it('tells what came before what became of it, however the ledger keeps them', () => {
    const together = [
      row('collection', 'surplus_payable'),
      row('collection', 'advance_outstanding'),
      row('unapplied_receipts', 'collection'),
    ];
    const later = row('surplus_payable', 'bank_clearing', { bookedAt: new Date(AT.getTime() + 1) });
    expect(linesOf([later, ...together]).map(({ code }) => code)).toEqual([
      'collected',
      'advance_repaid',
      'surplus_owed',
      'surplus_paid',
    ]);
  });

  it('turns a reversal into a negative line of the same code', () => {
    const back = row('bank_clearing', 'advance_outstanding', { reversesId: 'first' });
    const lines = linesOf([row('advance_outstanding', 'bank_clearing'), back]);
    expect(lines.map(({ code, amount }) => [code, amount.amount])).toEqual([
      ['net_cash_paid', '10.00'],
      ['net_cash_paid', '-10.00'],
    ]);
    expect(sumsOf(lines, 'CNY').netCashPaid).toEqual(money('0', 'CNY'));
  });

  it('says nothing of what means nothing to the parties', () =>
    expect(linesOf([row('advance_commitment', 'advance_entitlement')])).toEqual([]));
});
