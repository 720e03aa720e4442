import fc from 'fast-check';
import { Decimal, decimalOf, localDate, money, type Money, newId, sumMoney } from '#kernel';
import { balanceOn, type Turnover } from './account';
import type { Side } from './chart';
import { errors } from './errors';
import { assertFloor, assertPosting, movementsOf, type PostingDraft, type TransferDraft } from './posting';

const yuan = (amount: string) => money(amount, 'CNY');
const turnover = (debited: string, credited: string): Turnover => ({
  debited: yuan(debited),
  credited: yuan(credited),
});
const draft = (change: Partial<PostingDraft> = {}): PostingDraft => ({
  kind: 'advance_committed',
  subjectType: 'deal',
  subjectId: newId(1),
  valueDate: localDate('2026-11-22'),
  transfers: [{ debit: 'a', credit: 'b', amount: yuan('1.00') }],
  ...change,
});

const ACCOUNTS = ['a', 'b', 'c', 'd'] as const;
const cents = fc.integer({ min: 1, max: 10_000_000 }).map((n) => yuan(new Decimal(n).div(100).toFixed(2)));
const transfer = fc
  .tuple(fc.constantFrom(...ACCOUNTS), fc.integer({ min: 1, max: ACCOUNTS.length - 1 }), cents)
  .map(([debit, step, amount]): TransferDraft => {
    const credit = ACCOUNTS[(ACCOUNTS.indexOf(debit) + step) % ACCOUNTS.length] ?? 'a';
    return { debit, credit, amount };
  });

describe('a posting', () => {
  it('of two accounts and an amount above zero is taken', () => {
    expect(() => assertPosting(draft())).not.toThrow();
  });

  it.each<[string, Partial<PostingDraft>, string]>([
    ['no transfer', { transfers: [] }, 'has transfers'],
    ['one account', { transfers: [{ debit: 'a', credit: 'a', amount: yuan('1.00') }] }, 'two accounts'],
    ['nothing', { transfers: [{ debit: 'a', credit: 'b', amount: yuan('0.00') }] }, 'above zero'],
    ['less than nothing', { transfers: [{ debit: 'a', credit: 'b', amount: yuan('-1.00') }] }, 'above zero'],
    ['a kind that is no word', { kind: 'Advance committed' }, 'in words'],
    ['a subject that is no word', { subjectType: '' }, 'in words'],
  ])('of %s is a mistake of ours', (_, change, message) => {
    expect(() => assertPosting(draft(change))).toThrow(message);
  });
});

describe('movements', () => {
  const total = (list: Iterable<Turnover>, pick: (one: Turnover) => Money) =>
    sumMoney([...list].map(pick), 'CNY');

  it('debit and credit the same in all, whatever the transfers', () => {
    fc.assert(
      fc.property(fc.array(transfer, { maxLength: 40 }), (transfers) => {
        const movements = [...movementsOf(transfers).values()];
        const sum = sumMoney(
          transfers.map(({ amount }) => amount),
          'CNY',
        );
        expect(total(movements, ({ debited }) => debited)).toEqual(sum);
        expect(total(movements, ({ credited }) => credited)).toEqual(sum);
      }),
    );
  });

  it('do not depend on the order of the transfers', () => {
    fc.assert(
      fc.property(fc.array(transfer, { maxLength: 40 }), (transfers) => {
        expect(movementsOf([...transfers].reverse())).toEqual(movementsOf(transfers));
      }),
    );
  });

  it('never mix currencies in one account', () => {
    const transfers = [
      { debit: 'a', credit: 'b', amount: yuan('1.00') },
      { debit: 'a', credit: 'c', amount: money('1.00', 'USD') },
    ];
    expect(() => movementsOf(transfers)).toThrow('never mixed');
  });
});

describe('a balance', () => {
  it.each<[Side, string, string, string]>([
    ['debit', '10.00', '3.00', '7.00'],
    ['credit', '10.00', '3.00', '-7.00'],
    ['credit', '3.00', '10.00', '7.00'],
    ['debit', '0.00', '0.00', '0.00'],
  ])('on the %s side of %s debited and %s credited is %s', (side, debited, credited, balance) => {
    expect(balanceOn(side, turnover(debited, credited))).toEqual(yuan(balance));
  });
});

describe('the floor', () => {
  const account = (normalSide: Side, floorZero = true) => ({
    id: newId<'account'>(1),
    purpose: 'advance_commitment' as const,
    normalSide,
    floorZero,
  });

  it.each<[string, Side, [string, string], [string, string]]>([
    ['down to zero', 'credit', ['0.00', '5.00'], ['5.00', '0.00']],
    ['up', 'credit', ['0.00', '5.00'], ['0.00', '1.00']],
    ['down and up in one batch', 'debit', ['1.00', '0.00'], ['8.00', '9.00']],
  ])('lets an account go %s', (_, side, held, movement) => {
    expect(() => assertFloor(account(side), turnover(...held), turnover(...movement))).not.toThrow();
  });

  it.each<[Side, [string, string], [string, string], string]>([
    ['credit', ['0.00', '5.00'], ['5.01', '0.00'], '5.00'],
    ['debit', ['5.00', '0.00'], ['0.00', '5.01'], '5.00'],
    ['debit', ['0.00', '0.00'], ['0.00', '0.01'], '0.00'],
  ])('refuses to let a %s account fall below zero by a cent', (side, held, movement, holds) => {
    const post = () => assertFloor(account(side), turnover(...held), turnover(...movement));
    const balance = yuan(holds);
    expect(post).toThrow(
      errors.floor_reached({ purpose: 'advance_commitment', balance, after: yuan('-0.01') }),
    );
  });

  it('is for accounts that have one', () => {
    const free = account('debit', false);
    expect(() => assertFloor(free, turnover('0.00', '0.00'), turnover('0.00', '9.00'))).not.toThrow();
  });

  it('refuses exactly what would be negative', () => {
    fc.assert(
      fc.property(fc.constantFrom<Side>('debit', 'credit'), cents, cents, (side, held, taken) => {
        const before = side === 'debit' ? [held, yuan('0')] : [yuan('0'), held];
        const [debited = held, credited = held] = before;
        const movement = {
          debited: side === 'debit' ? yuan('0') : taken,
          credited: side === 'debit' ? taken : yuan('0'),
        };
        const post = () => assertFloor(account(side), { debited, credited }, movement);
        if (decimalOf(taken).gt(decimalOf(held))) expect(post).toThrow('below zero');
        else expect(post).not.toThrow();
      }),
    );
  });
});
