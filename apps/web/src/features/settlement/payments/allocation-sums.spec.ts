// What is typed becomes amounts only where it is one; sums never guess.
import fc from 'fast-check';
import { money, sumMoney } from '#kernel';
import { itemsOf, keyOf, sumTyped, typedAmount } from './allocation-sums';

describe('typedAmount', () => {
  it.each([
    [undefined, '0.00'],
    ['', '0.00'],
    ['12', '12.00'],
    ['0.5', '0.50'],
  ])('%s is %s', (text, amount) => expect(typedAmount(text, 'CNY')).toEqual({ amount, currency: 'CNY' }));

  it.each(['-1', 'abc', '1.234', '1e5', '9'.repeat(20)])('%s is none', (text) =>
    expect(typedAmount(text, 'CNY')).toBeNull(),
  );

  it('knows the digits of the currency', () => {
    expect(typedAmount('1.5', 'JPY')).toBeNull();
    expect(typedAmount('12', 'JPY')).toEqual({ amount: '12', currency: 'JPY' });
  });
});

it('sums what is typed, or says that it cannot', () => {
  expect(sumTyped({ 'a 1': '10', 'b 2': '' }, 'CNY')).toEqual(money('10', 'CNY'));
  expect(sumTyped({ 'a 1': '10', 'b 2': 'x' }, 'CNY')).toBeNull();
  expect(sumTyped({ 'a 1': '10', 'b 2': 'x' }, 'CNY', (key) => key.startsWith('a'))).toEqual(
    money('10', 'CNY'),
  );
});

it('sends the lines with something in them, and their sum is the sum shown', () => {
  const cents = fc
    .integer({ min: 0, max: 10 ** 9 })
    .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(cents, { maxLength: 20 }), (texts) => {
      const typed = Object.fromEntries(texts.map((text, index) => [keyOf('deal', String(index)), text]));
      const items = itemsOf(typed, 'CNY');
      expect(items.every(({ amount }) => amount.amount !== '0.00')).toBe(true);
      expect(
        sumMoney(
          items.map(({ amount }) => amount),
          'CNY',
        ),
      ).toEqual(sumTyped(typed, 'CNY'));
    }),
  );
});
