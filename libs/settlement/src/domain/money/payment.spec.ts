import { money } from '#kernel';
import { useOf } from './payment';

const payout = { amount: '80.00', currency: 'CNY' };

describe('a booked movement', () => {
  it.each([
    ['100.00', {}, undefined, 'payment'],
    ['-100.00', {}, undefined, 'unexplained'],
    ['100.00', { returnReason: 'AC04' }, undefined, 'unexplained'],
    ['-80.00', {}, payout, 'payout'],
    ['-80.01', {}, payout, 'unexplained'],
    ['80.00', {}, payout, 'unexplained'],
    ['80.00', { returnReason: 'AC04' }, payout, 'return'],
    ['80.00', { isReversal: true }, payout, 'return'],
    ['-80.00', { isReversal: true }, payout, 'unexplained'],
    ['79.99', { returnReason: 'AC04' }, payout, 'unexplained'],
  ] as const)('of %s, %j, with the reference of %j, is: %s', (amount, change, of, use) => {
    const entry = { isReversal: false, returnReason: null, ...change };
    expect(useOf(entry, money(amount, 'CNY'), of)).toBe(use);
  });

  it('in another currency than the payout is nothing we know', () => {
    const entry = { isReversal: false, returnReason: null };
    expect(useOf(entry, money('-80.00', 'USD'), payout)).toBe('unexplained');
  });
});
